/** Minimal disclosure of people, rooms and cars: only those that jobs could want at the same time, and of these only what decides. */
import type { Job, PlanningProblem, Resource } from '../../shared/planning.ts'
import { startOf, type Exact } from './exact.ts'
import type { Note } from './minimal.ts'

/**
 * A resource that no job may choose, and that never has more takers than it can serve, goes altogether: when it is busy is then a matter of
 * free times. So does its being busy alone where all who use it must have it. Nobody who may be chosen goes.
 */
export function leastResources({ jobs, resources = [], objective }: PlanningProblem, exact: Exact, note: Note): { readonly jobs: readonly Job[]; readonly resources: readonly Resource[] } {
  const chosen = new Set(jobs.flatMap((job) => job.oneOf ?? []))
  const kept = resources.flatMap(({ busy, done, ...resource }, r): Resource[] => {
    const free = !chosen.has(resource.id)
    note(done !== undefined && objective !== 'fair', 'How much everybody has done before')
    if (free && !everCrowded(exact, r, resource.capacity ?? 1)) { note(true, 'People, rooms and things that nobody else wants at the same time'); return [] }
    note(busy !== undefined && free, 'When people and things are busy: these are no free times')
    return [{ ...resource, ...(busy === undefined || free ? {} : { busy }), ...(done === undefined || objective !== 'fair' ? {} : { done }) }]
  })
  const ids = new Set(kept.map(({ id }) => id))
  return {
    resources: kept,
    jobs: jobs.map(({ needs, ...job }) => { const left = needs?.filter((id) => ids.has(id)); return { ...job, ...(left === undefined || left.length === 0 ? {} : { needs: left }) } }),
  }
}

/** Whether more runs than it can serve might use it in some slot. */
function everCrowded(exact: Exact, r: number, capacity: number): boolean {
  const takers = new Array<number>(exact.slots).fill(0)
  for (const job of exact.jobs) {
    if (!job.needs.includes(r)) continue
    const slots = new Set(job.options.flatMap((option) => Array.from({ length: job.contiguous ? job.length : 1 }, (_, i) => startOf(job, option) + i)))
    for (const slot of slots) takers[slot] = (takers[slot] ?? 0) + 1
  }
  return takers.some((count) => count > capacity)
}
