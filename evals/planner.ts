/** What the planner answers to problems written down as JSON Lines: `{"id","problem"}`, and `"expected"` (an objective, or "infeasible") where the answer is known. */
import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { createPlanner } from '../electron/planner/create-planner.ts'
import { contradiction, PlanningProblem, type Solved } from '../shared/planning.ts'
import type { Evaluated } from './run.ts'

const Line = z.object({ id: z.string(), problem: PlanningProblem, expected: z.union([z.number(), z.literal('infeasible')]).optional() })
type Line = z.infer<typeof Line>

/** Per problem, milliseconds. */
const LIMIT_MS = 10_000
/** Problems solved before the clock counts, so that it measures the code and not its compilation. */
const WARM_UP = 30
const WARM_UP_MS = 200

/**
 * Gives per line the status, the plan (null when there is none), its objective, its gap (0 when optimal, null when unknown) and the time in
 * the planner's own thread, milliseconds. A line that is no problem gets `{"id","error"}`, and the rest goes on.
 */
export async function evaluatePlanner(lines: readonly string[]): Promise<Evaluated> {
  const read = lines.map(readLine)
  const planner = createPlanner({ workerUrl: new URL('../electron/planner/worker.ts', import.meta.url) })
  const solve = (problem: PlanningProblem, limitMs: number): Promise<Solved> => planner.solve(problem, { limitMs, signal: new AbortController().signal })
  try {
    for (const line of read.slice(0, WARM_UP)) if ('problem' in line) await solve(line.problem, WARM_UP_MS)
    const results: Result[] = []
    for (const line of read) results.push('error' in line ? line : await evaluate(line, solve))
    return { lines: results.map((result) => JSON.stringify(result)), summary: summaryOf(results, read) }
  } finally {
    await planner.close()
  }
}

interface Answered { readonly id: string; readonly status: Solved['status']; readonly plan: unknown; readonly objective: number | null; readonly gap: number | null; readonly ms: number }
interface Refused { readonly id: string; readonly error: string }
type Result = Answered | Refused

async function evaluate({ id, problem }: Line, solve: (problem: PlanningProblem, limitMs: number) => Promise<Solved>): Promise<Answered> {
  const start = performance.now()
  const solved = await solve(problem, LIMIT_MS)
  const ms = Math.round((performance.now() - start) * 1000) / 1000
  if (solved.status === 'infeasible') return { id, status: solved.status, plan: null, objective: null, gap: null, ms }
  return { id, status: solved.status, plan: solved.plan ?? null, objective: solved.objective ?? null, gap: solved.status === 'optimal' ? 0 : solved.gap ?? null, ms }
}

function readLine(text: string, index: number): Line | Refused {
  let json: unknown
  try { json = JSON.parse(text) } catch { return { id: `line ${index + 1}`, error: 'This line is not JSON.' } }
  const parsed = Line.safeParse(json), named = z.object({ id: z.string() }).safeParse(json), id = named.success ? named.data.id : `line ${index + 1}`
  if (!parsed.success) return { id, error: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') }
  const wrong = contradiction(parsed.data.problem)
  return wrong === undefined ? parsed.data : { id, error: wrong }
}

function summaryOf(results: readonly Result[], read: readonly (Line | Refused)[]): string {
  const answered = results.filter((result) => 'status' in result), times = answered.map(({ ms }) => ms).sort((a, b) => a - b)
  const count = (status: Solved['status']): number => answered.filter((result) => result.status === status).length
  const wrong = results.flatMap((result, i) => {
    const line = read[i]
    if (line === undefined || !('problem' in line) || line.expected === undefined || 'error' in result) return []
    const right = line.expected === 'infeasible' ? result.status === 'infeasible' : result.objective !== null && Math.abs(result.objective - line.expected) <= 1e-6 * Math.max(1, Math.abs(line.expected))
    return right ? [] : [line.id]
  })
  const known = read.filter((line) => 'problem' in line && line.expected !== undefined).length
  return [
    `problems         ${results.length}`,
    `optimal          ${count('optimal')}`,
    `infeasible       ${count('infeasible')}`,
    `timeout          ${count('timeout')}`,
    `not read         ${results.filter((result) => 'error' in result).map(({ id }) => id).join(', ') || 'none'}`,
    `as expected      ${known - wrong.length} of ${known}${wrong.length === 0 ? '' : `; not: ${wrong.join(', ')}`}`,
    `median, ms       ${(times[times.length >> 1] ?? 0).toFixed(1)}`,
  ].join('\n')
}
