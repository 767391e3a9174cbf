/** Whether recurring entries take place when RFC 5545 says, through the app's own worker. */
import { z } from 'zod'
import { createRecurrence } from '../electron/calendar/recurrence/create-recurrence.ts'
import type { Evaluated } from './run.ts'

const Texts = z.array(z.string())
const Line = z.object({
  id: z.string(),
  dtstart: z.string(),
  tz: z.string().optional(),
  rrule: z.string().optional(),
  exdate: Texts.optional(),
  rdate: Texts.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  limit: z.int().min(0).optional(),
  /** What it should give, or the name of the problem it should meet. Not shown to the engine. */
  expected: z.union([Texts, z.string()]).optional(),
})

/** A line that is not one: a broken entry never stops the others. */
interface Unusable { readonly id: string; readonly problem: 'input.invalid' }

/**
 * Each line is `{"id","dtstart","tz"?,"rrule"?,"exdate"?,"rdate"?,"from"?,"to"?,"limit"?}`; all times in a form of electron/calendar/recurrence/date-times.ts,
 * `from` included, `to` excluded. Gives `{"id","occurrences":[…],"problem"?,"more"?}` in the same order: starts in ascending order in the form of
 * `dtstart` (a date for a date; `2026-03-29T09:00:00`, the wall clock of `tz`, for one without offset; with `Z` or offset where it has one),
 * `problem` a name of shared/problems.ts, `more` when the limit (10,000 at most) left some out.
 */
export async function evaluateRecurrence(lines: readonly string[]): Promise<Evaluated> {
  const recurrence = createRecurrence({ workerUrl: new URL('../electron/calendar/recurrence/worker.ts', import.meta.url) })
  const began = performance.now()
  const results = await Promise.all(lines.map(async (text, index) => {
    const line = parse(text)
    if (!line.success) return { result: { id: `line ${index + 1}`, problem: 'input.invalid' } satisfies Unusable, right: undefined }
    const { id, expected, ...series } = line.data
    const expanded = await recurrence.expand(series)
    const given = expanded.ok ? expanded.value.occurrences : expanded.problem.name
    const result = expanded.ok ? { id, occurrences: expanded.value.occurrences, ...(expanded.value.more ? { more: true } : {}) } : { id, occurrences: [], problem: expanded.problem.name }
    return { result, right: expected === undefined ? undefined : JSON.stringify(given) === JSON.stringify(expected) }
  }))
  const ms = performance.now() - began
  await recurrence.close()
  const judged = results.filter(({ right }) => right !== undefined)
  const wrong = judged.filter(({ right }) => right === false).map(({ result }) => result.id)
  const summary = [
    `series           ${results.length}`,
    `with a problem   ${results.filter(({ result }) => 'problem' in result).length}`,
    `as expected      ${judged.length - wrong.length} of ${judged.length}${wrong.length === 0 ? '' : `; not: ${wrong.join(', ')}`}`,
    `time             ${Math.round(ms)} ms in all, the start of the thread included`,
  ].join('\n')
  return { lines: results.map(({ result }) => JSON.stringify(result)), summary }
}

function parse(text: string): ReturnType<typeof Line.safeParse> {
  try { return Line.safeParse(JSON.parse(text)) } catch (error) {
    if (error instanceof SyntaxError) return Line.safeParse(undefined)
    throw error
  }
}
