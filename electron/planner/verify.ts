/** Recomputes a plan from the problem alone. Shares no code with the solver: what the solver gets wrong, this must still see. */
import type { PlanFault, Placement, PlanningProblem, Verdict } from '../../shared/planning.ts'

/** Checks every job, window, length, piece, order and the cap; then the objective and its distance to `optimum` (relative; 0 when unknown). */
export function verifyPlan(problem: PlanningProblem, placements: readonly Placement[], optimum: number | undefined): Verdict {
  const faults: PlanFault[] = []
  const running = new Map<string, number[]>()
  for (const placement of placements) {
    const job = problem.jobs.find((j) => j.id === placement.job)
    if (job === undefined) faults.push({ kind: 'unknown', job: placement.job })
    else if (running.has(job.id)) faults.push({ kind: 'twice', job: job.id })
    else running.set(job.id, occupied(placement, job.length))
  }
  for (const job of problem.jobs) {
    const slots = running.get(job.id)
    if (slots === undefined) { faults.push({ kind: 'missing', job: job.id }); continue }
    const first = slots[0] ?? 0
    if (slots.length !== job.length || new Set(slots).size !== slots.length) faults.push({ kind: 'wrong-length', job: job.id, slot: first })
    const gap = job.contiguous ? slots.find((slot, i) => i > 0 && slot !== (slots[i - 1] ?? 0) + 1) : undefined
    if (gap !== undefined) faults.push({ kind: 'not-contiguous', job: job.id, slot: gap })
    const outside = slots.find((slot) => !Number.isInteger(slot) || slot < 0 || slot >= problem.slots || !job.windows.some(([from, to]) => slot >= from && slot < to))
    if (outside !== undefined) faults.push({ kind: 'outside-window', job: job.id, slot: outside })
    // Windows that touch are one stretch of time, but a run in one piece lies in one window.
    else if (job.contiguous && !job.windows.some(([from, to]) => slots.every((slot) => slot >= from && slot < to))) faults.push({ kind: 'outside-window', job: job.id, slot: slots.at(-1) ?? 0 })
    for (const before of job.after ?? []) if (first <= Math.max(-1, ...(running.get(before) ?? []))) faults.push({ kind: 'too-early', job: job.id, slot: first })
  }
  if (problem.capKw !== undefined) {
    for (let slot = 0; slot < problem.slots; slot++) {
      const kw = problem.jobs.reduce((sum, job) => sum + (running.get(job.id)?.includes(slot) === true ? job.kw : 0), 0)
      if (kw > problem.capKw + 1e-6) { faults.push({ kind: 'over-cap', slot, kw: Math.round(kw * 10) / 10, capKw: problem.capKw }); break }
    }
  }
  if (faults.length > 0) return { ok: false, faults }
  const objective = problem.jobs.reduce((sum, job) => sum + worth(problem, job.kw, running.get(job.id) ?? []), 0)
  const gap = optimum === undefined ? 0 : Math.max(0, objective - optimum) / Math.max(1e-9, Math.abs(optimum))
  return { ok: true, objective, gap: gap < 1e-9 ? 0 : gap }
}

function occupied(placement: Placement, length: number): number[] {
  if (placement.slots !== undefined) return [...placement.slots].sort((a, b) => a - b)
  // A job that may be split can also be given by its start alone: then it is meant in one piece.
  return Array.from({ length }, (_, i) => placement.start + i)
}

const worth = (problem: PlanningProblem, kw: number, slots: readonly number[]): number =>
  problem.objective === 'earliest' ? Math.max(...slots) + 1 : slots.reduce((sum, slot) => sum + (problem.prices?.[slot] ?? 0) * kw, 0)
