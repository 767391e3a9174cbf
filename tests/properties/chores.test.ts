/** What holds for every chore, whatever is done about it and when: it never comes back in the past, nobody is lost, and what is remembered has an end. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked, type MarkDeps } from '../../electron/calendar/chores.ts'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { dueDay, isOpen, MAX_DONE, Task, turnOf, type Due, type TaskMark } from '../../shared/tasks.ts'
import { fromInstant, instantToWall, toInstant, wallToInstant } from '../../shared/time.ts'
import { chore } from '../support/chores.ts'

const START = Date.UTC(2026, 0, 1), DAY = 86_400_000
const zones = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Australia/Lord_Howe', 'America/Santiago', 'UTC']
const everybody = ['tom', 'lena', 'emma', 'max', 'ruth']

const due: fc.Arbitrary<Due> = fc.record({ zone: fc.constantFrom(...zones), days: fc.nat(700), minutes: fc.nat(1439), allDay: fc.boolean() })
  .map(({ zone, days, minutes, allDay }) => ({ at: wallToInstant(allDay ? `${instantToWall(toInstant(START + days * DAY), zone).slice(0, 10)}T00:00` : instantToWall(toInstant(START + days * DAY + minutes * 60_000), zone), zone), zone, allDay }))
const rule = fc.record({ unit: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'), every: fc.integer({ min: 1, max: 5 }), count: fc.option(fc.integer({ min: 1, max: 4 })) })
  .map(({ unit, every, count }) => `FREQ=${unit};INTERVAL=${every}${count === null ? '' : `;COUNT=${count}`}`)
const task: fc.Arbitrary<Task> = fc.record({ due, rule, days: fc.option(fc.integer({ min: 1, max: 90 })), people: fc.subarray(everybody), rotation: fc.constantFrom<Task['rotation']>('together', 'fixed', 'fair', 'random') })
  .map(({ due: first, rule: rrule, days, people, rotation }) => chore({ due: first, repeats: days === null ? { from: 'due', rrule, since: first.at } : { from: 'done', days }, people, rotation }))

type Step = readonly [wait: number, TaskMark]
const person = fc.constantFrom(...everybody)
const step: fc.Arbitrary<Step> = fc.tuple(fc.integer({ min: 0, max: 40 * 1440 }), fc.oneof(
  fc.record({ kind: fc.constant('done' as const), by: fc.option(person) }),
  fc.record({ kind: fc.constant('skip' as const) }),
  fc.record({ kind: fc.constant('swap' as const), with: person }),
  fc.record({ kind: fc.constant('move' as const), due }),
))

/** Does one after the other; what is refused changes nothing. Hands each change over as it comes. */
async function run(first: Task, steps: readonly Step[], seen: (before: Task, mark: TaskMark, after: Task, now: number) => void): Promise<Task> {
  let [now, task] = [START, first]
  for (const [wait, mark] of steps) {
    now += wait * 60_000
    const deps: MarkDeps = { now: toInstant(now), expand: (series) => Promise.resolve(expand(series)), draw: (below) => (now / 60_000) % below, all: [task] }
    const result = await marked(task, mark, deps)
    if (!result.ok) { expect(result.problem.name).toBe('input.invalid'); continue }
    const after = Task.parse(result.value.task)
    seen(task, mark, after, now)
    task = after
  }
  return task
}
const runs = fc.array(step, { minLength: 1, maxLength: 25 })

describe('every chore', () => {
  it('done or skipped comes back later than it was due, and never in the past', async () => {
    let cameBack = 0
    await fc.assert(fc.asyncProperty(task, runs, async (first, steps) => {
      await run(first, steps, (before, mark, after, now) => {
        if ((mark.kind !== 'done' && mark.kind !== 'skip') || !isOpen(after)) return
        cameBack++
        const next = after.due!
        expect(next.allDay).toBe(before.due!.allDay)
        if (next.allDay) expect(dueDay(next, next.zone) >= instantToWall(toInstant(now), next.zone).slice(0, 10)).toBe(true)
        else expect(fromInstant(next.at)).toBeGreaterThanOrEqual(now)
        if (after.repeats?.from === 'due') expect(fromInstant(next.at)).toBeGreaterThan(Math.max(fromInstant(before.due!.at), fromInstant(before.movedFrom ?? before.due!.at)))
        expect([after.movedFrom, after.snoozedUntil]).toEqual([undefined, undefined])
      })
    }), { numRuns: 150 })
    expect(cameBack).toBeGreaterThan(300)
  })

  it('keeps its people in their order, and a turn is always somebody’s', async () => {
    await fc.assert(fc.asyncProperty(task, runs, async (first, steps) => {
      await run(first, steps, (_, mark, after) => {
        expect(after.people).toEqual(first.people)
        expect(turnOf(after) === undefined).toBe(after.rotation === 'together' || after.people.length === 0)
        if (mark.kind === 'done' && after.rotation === 'random' && after.people.length > 1 && isOpen(after) && mark.by !== null && after.people.includes(mark.by)) expect(turnOf(after)).not.toBe(mark.by)
      })
    }), { numRuns: 150 })
  })

  it('in a fixed order gives everybody as many turns, whatever is swapped and skipped, once all exchanges are made', async () => {
    const swaps = fc.array(fc.oneof(fc.constant<TaskMark>({ kind: 'skip' }), person.map((other): TaskMark => ({ kind: 'swap', with: other })), fc.constant('does' as const)), { maxLength: 20 })
    await fc.assert(fc.asyncProperty(fc.subarray(everybody, { minLength: 2 }), swaps, async (people, marks) => {
      const turns = new Map(people.map((id) => [id, 0]))
      const does = async (now: Task): Promise<Task> => {
        const by = turnOf(now)!
        turns.set(by, turns.get(by)! + 1)
        return run(now, [[60, { kind: 'done', by }]], () => undefined)
      }
      let now = chore({ due: { at: toInstant(START), zone: 'UTC', allDay: false }, repeats: { from: 'due', rrule: 'FREQ=DAILY', since: toInstant(START) }, people, rotation: 'fixed' }), place = 0
      for (const mark of marks) {
        if (mark === 'does') { now = await does(now); place++ } else now = await run(now, [[1, mark]], () => undefined)
      }
      for (let left = 3 * people.length; left > 0 && (now.swapped !== undefined || place % people.length !== 0); left--) { now = await does(now); place++ }
      expect(now.swapped).toBeUndefined()
      expect(new Set(turns.values()).size, JSON.stringify([...turns])).toBe(1)
    }), { numRuns: 200 })
  })

  it('remembers at most so many times, the newest first', async () => {
    const daily = chore({ due: { at: '2026-01-01T08:00:00Z', zone: 'UTC', allDay: false }, repeats: { from: 'done', days: 1 } })
    const ended = await run(daily, Array.from({ length: MAX_DONE + 30 }, (): Step => [1440, { kind: 'done', by: 'tom' }]), () => undefined)
    expect(ended.done).toHaveLength(MAX_DONE)
    expect(ended.done.map(({ at }) => at)).toEqual(ended.done.map(({ at }) => at).toSorted().reverse())
    expect(ended.done[0]?.at).toBe(toInstant(START + (MAX_DONE + 30) * DAY))
  })
})
