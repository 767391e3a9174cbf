/** Stage 9 → 10, code only: every plan is recomputed from the true data. A wrong or worse plan is replaced by the proven one, and the answer says so. */
import { problem } from '../../shared/problems.ts'
import type { PlanFault, Placement } from '../../shared/planning.ts'
import type { Grounded, Situation, Understanding, Undertaking, Verified } from '../../shared/stages.ts'
import { isEventChange, titleOf, type CalendarEvent } from '../../shared/calendar.ts'
import type { OtherAnswer, PlannedRun } from '../../shared/conversation.ts'
import { engineSubject, PLANNER } from '../../shared/engines.ts'
import type { Result } from '../../shared/result.ts'
import { fromInstant, toInstant, type Clock, type Instant } from '../../shared/time.ts'
import type { Planner } from '../planner/planner.ts'
import { verifyPlan } from '../planner/verify.ts'
import { PLAN_LIMIT_MS } from './answer-here.ts'
import { describeRuns } from './describe-runs.ts'
import { infeasible } from './infeasible.ts'
import { strings } from './remark-strings.ts'
import { changesOf, runsOf } from './runs.ts'
import { slotWall } from './situation.ts'
import { go, halt, orHalt, type Outcome, type Step, type Walk } from './step.ts'
import { changesFor, scheduleOf, stretchOf, type UndertakingSchedule } from './undertaking.ts'

/** How long the planner may share out the steps of an undertaking: a fair plan is found at once, its proof is not worth a wait. */
const PLACE_LIMIT_MS = 2000
/** A cloud plan this close to the proven optimum is taken as it is. */
const GOOD_ENOUGH = 0.01

export interface VerifyDeps {
  readonly planner: Planner
  readonly newId: () => string
  readonly clock: Clock
  readonly events: (from: Instant, to: Instant) => Promise<Result<readonly CalendarEvent[]>>
}

export const createVerify = (deps: VerifyDeps): Step<Grounded, Verified> => async (grounded, walk) => {
  const understanding = walk.understanding
  if (understanding === undefined) throw new Error('verify before understand')
  switch (understanding.task.kind) {
    case 'plan': return verifyRuns(deps, grounded, understanding, understanding.task.situation, walk)
    case 'outline': return placeSteps(deps, grounded, understanding, understanding.task.undertaking, walk)
    case 'arrange': return arranged(grounded, understanding)
    case 'question':
    case 'why-not':
    case 'write': return go(verified({ runs: [], changes: [], text: grounded.text, checks: [...grounded.remarks], others: grounded.others.map(({ by, text }) => ({ by, text, differs: understanding.task.kind === 'question' ? differences(grounded.text, text) : [] })) }))
  }
}

/** Whoever and wherever a change names exists, every event has a length, and nothing is changed twice. */
function arranged({ changes, text, remarks }: Grounded, { household }: Understanding): Outcome<Verified> {
  const people = new Set(household.people.map(({ id }) => id)), places = new Set(household.places.map(({ id }) => id)), seen = new Set<string>()
  for (const change of changes) {
    const key = change.kind === 'household' ? `${change.before?.list ?? change.after?.list ?? ''}/${change.before?.entry.id ?? change.after?.entry.id ?? ''}` : change.kind === 'remove' || change.kind === 'remove-task' ? change.before.id : change.after.id
    // One instance may go and its like come: only the same sort of change twice cannot be.
    if (seen.has(`${change.kind} ${key}`)) return halt({ kind: 'problem', problem: problem('understand.unclear', { phrase: titleOf(change) }) })
    seen.add(`${change.kind} ${key}`)
    if (!isEventChange(change) || change.kind === 'remove') continue
    const { after } = change
    if (fromInstant(after.end) <= fromInstant(after.start)) return halt({ kind: 'problem', problem: problem('calendar.impossible') })
    if (after.people.some((id) => !people.has(id)) || (after.placeId !== undefined && !places.has(after.placeId))) return halt({ kind: 'problem', problem: problem('understand.unclear', { phrase: after.title }) })
  }
  return go(verified({ runs: [], changes: [...changes], text, checks: [...remarks], others: [] }))
}

async function verifyRuns({ planner, newId }: VerifyDeps, grounded: Grounded, understanding: Understanding, situation: Situation, walk: Walk): Promise<Outcome<Verified>> {
  const best = await planner.solve(situation.problem, { limitMs: PLAN_LIMIT_MS, signal: walk.signal })
  if (best.status === 'infeasible') return halt({ kind: 'problem', problem: await infeasible(planner, best.why, situation, walk.signal) })

  const judged = judge(grounded, situation, best.objective)
  const placements = judged.accepted ?? best.plan
  if (placements === undefined) return halt({ kind: 'problem', problem: problem('plan.timeout') })
  const proof = best.status === 'optimal' ? provenWords(understanding) : strings.unproven(percent(best.gap ?? 1))
  if (judged.accepted === undefined) {
    walk.record({ engine: PLANNER })
    for (const remark of judged.says) walk.record({ remark })
  }
  const runs = runsOf(situation, understanding.household, placements)
  return go(verified({ runs, changes: changesOf(runs, situation, newId), text: describeRuns(runs, situation), checks: [...(judged.accepted === undefined ? [] : judged.says), proof, ...grounded.remarks], others: grounded.others.flatMap((other) => otherPlan(other, runs, situation, understanding)) }))
}

/** The other opinion in words, and where it differs; one that breaks a limit says which. */
function otherPlan({ by, placements }: Grounded['others'][number], runs: readonly PlannedRun[], situation: Situation, { household }: Understanding): OtherAnswer[] {
  if (placements === null) return []
  const verdict = verifyPlan(situation.problem, placements, undefined)
  if (!verdict.ok) return [{ by, text: strings.doesNotWork, differs: [`${upperFirst(faultWords(verdict.faults[0], situation))}.`] }]
  const theirs = runsOf(situation, household, placements)
  const differs = theirs.flatMap((run, i) => (JSON.stringify(run.spans) === JSON.stringify(runs[i]?.spans) ? [] : [strings.otherTime(run.title)]))
  return [{ by, text: describeRuns(theirs, situation), differs }]
}

/** Puts the steps into free time by the planner; what it makes is checked again by code that shares nothing with it. */
async function placeSteps({ planner, newId, clock, events }: VerifyDeps, grounded: Grounded, { household }: Understanding, undertaking: Undertaking, walk: Walk): Promise<Outcome<Verified>> {
  const { outline } = grounded
  if (outline === null) return halt({ kind: 'problem', problem: problem('cloud.unreadable', { provider: grounded.by, why: 'it names no steps' }) })
  const now = toInstant(clock.now())
  const around = await events(...stretchOf(undertaking, household, now))
  if (!around.ok) return orHalt(around)
  const schedule = scheduleOf({ undertaking, outline, household, events: around.value, now })
  if (schedule === null) return halt({ kind: 'problem', problem: problem('understand.no-adult') })
  walk.record({ engine: PLANNER })
  const placed = await placeable(planner, schedule, walk)
  if (!placed.ok) return placed
  const { plan, gone, proven } = placed.value
  const changes = changesFor(schedule, plan, household, undertaking.title, newId)
  const missing = [...schedule.left, ...gone]
  const text = [strings.steps(undertaking.title, changes.length), ...(missing.length === 0 ? [] : [strings.stepsMissing(missing.join(', '))])].join(' ')
  return go(verified({ runs: [], changes, text, checks: [strings.stepsHold, ...(proven ? [strings.fairest] : []), ...grounded.remarks], others: [] }))
}

interface PlacedSteps { readonly plan: readonly Placement[]; readonly gone: readonly string[]; readonly proven: boolean }

/** Leaves out, one after the other, what there is no room for, and says so. */
async function placeable(planner: Planner, schedule: UndertakingSchedule, walk: Walk): Promise<Outcome<PlacedSteps>> {
  const gone: string[] = []
  for (let { problem: task } = schedule; task.jobs.length > 0;) {
    const solved = await planner.solve(task, { limitMs: PLACE_LIMIT_MS, signal: walk.signal })
    if (solved.status !== 'infeasible') {
      if (solved.plan === undefined) return halt({ kind: 'problem', problem: problem('plan.timeout') })
      const verdict = verifyPlan(task, solved.plan, undefined)
      if (!verdict.ok) throw new Error(`the planner broke a limit: ${verdict.faults[0]?.kind ?? ''}`)
      return go({ plan: solved.plan, gone, proven: solved.status === 'optimal' })
    }
    const without = 'job' in solved.why ? solved.why.job : solved.why.jobs.at(-1)
    gone.push(schedule.jobs.find(({ id }) => id === without)?.title ?? '')
    task = { ...task, jobs: task.jobs.filter(({ id }) => id !== without).map((job) => ({ ...job, ...(job.after === undefined ? {} : { after: job.after.filter((id) => id !== without) }) })) }
  }
  return halt({ kind: 'problem', problem: problem('understand.no-adult') })
}

/** The figures that only one of two answers has. */
function differences(here: string, there: string): string[] {
  const figures = (text: string): string[] => [...new Set(text.match(/\d+(?:[.,:]\d+)*/g) ?? [])]
  const [a, b] = [figures(here), figures(there)]
  const only = (list: readonly string[], other: readonly string[]): string => list.filter((figure) => !other.includes(figure)).slice(0, 5).join(', ')
  return [...(only(a, b) === '' ? [] : [strings.onlyHere(only(a, b))]), ...(only(b, a) === '' ? [] : [strings.onlyThere(only(b, a))])]
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const verified = (value: { [K in 'runs' | 'changes' | 'text' | 'checks' | 'others']: Verified[K] }): Verified => Object.freeze(value) as Partial<Verified> as Verified
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const provenWords = ({ task }: Understanding): string => (task.kind === 'plan' && task.situation.problem.objective === 'earliest' ? strings.soonest : strings.cheapest)

/** Whether the given placements stand, and what code has to say about them. */
function judge(grounded: Grounded, situation: Situation, optimum: number | undefined): { accepted: readonly Placement[] | undefined; says: string[] } {
  if (grounded.by === 'here') {
    const own = grounded.placements === null ? undefined : verifyPlan(situation.problem, grounded.placements, optimum)
    return own?.ok === true ? { accepted: grounded.placements ?? undefined, says: [strings.holds] } : { accepted: undefined, says: [] }
  }
  const who = engineSubject(grounded.by)
  if (grounded.placements === null) return { accepted: undefined, says: [strings.noPlan(who)] }
  const verdict = verifyPlan(situation.problem, grounded.placements, optimum)
  if (!verdict.ok) return { accepted: undefined, says: [strings.brokenPlan(who, faultWords(verdict.faults[0], situation))] }
  if (verdict.gap > GOOD_ENOUGH) return { accepted: undefined, says: [strings.worsePlan(who, percent(verdict.gap))] }
  return { accepted: grounded.placements, says: [strings.theirPlan(who)] }
}

/** The counter-example, in the household's words. */
function faultWords(fault: PlanFault | undefined, situation: Situation): string {
  if (fault === undefined) return strings.fault.some
  const at = (slot: number): string => slotWall(situation, slot).slice(11)
  const title = (job: string): string => situation.jobs.find((j) => j.id === job)?.title ?? strings.fault.invented
  switch (fault.kind) {
    case 'missing': return strings.fault.missing(title(fault.job))
    case 'unknown': return strings.fault.unknown
    case 'twice': return strings.fault.twice(title(fault.job))
    case 'outside-window': return strings.fault.outside(title(fault.job), at(fault.slot))
    case 'wrong-length': return strings.fault.length(title(fault.job))
    case 'not-contiguous': return strings.fault.interrupted(title(fault.job), at(fault.slot))
    case 'too-early': return strings.fault.early(title(fault.job), at(fault.slot))
    case 'forbidden': return strings.fault.forbidden(title(fault.job), at(fault.slot))
    case 'too-late': return strings.fault.late(title(fault.job), at(fault.slot))
    case 'too-close': return strings.fault.close(title(fault.job), at(fault.slot))
    case 'wrong-resource': return strings.fault.who(title(fault.job))
    case 'resource-taken': return strings.fault.taken(title(fault.job), at(fault.slot))
    case 'over-cap': return strings.fault.cap(at(fault.slot), fault.kw, fault.capKw)
  }
}
