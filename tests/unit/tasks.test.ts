/** Tasks through main: saved, marked, removed and undone, with the real vault and the real recurrence engine. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAgenda } from '../../electron/calendar/agenda.ts'
import { createMarking } from '../../electron/calendar/marking.ts'
import { createCalendar, type Calendar } from '../../electron/calendar/changes.ts'
import { createRecurrence, type Recurrence } from '../../electron/calendar/recurrence/create-recurrence.ts'
import { taskHandlers } from '../../electron/ipc/tasks.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { Task, TaskDraft } from '../../shared/tasks.ts'
import { chore } from '../support/chores.ts'
import { closeVaults, freshVault, household, outcome, value } from '../support/vault.ts'

let recurrence: Recurrence, calendar: Calendar, tasks: Handlers<'tasks'>, now = 0, news = 0
beforeAll(() => { recurrence = createRecurrence({ workerUrl: new URL('../../electron/calendar/recurrence/worker.ts', import.meta.url) }) })
afterAll(async () => { await closeVaults(); await recurrence.close() })
beforeEach(async () => {
  await closeVaults()
  const { vault } = await freshVault()
  value(await vault.household.write(household))
  let id = 0
  now = Date.parse('2026-11-22T17:00:00Z')
  news = 0
  const newId = (): string => `id-${++id}`, clock = { now: () => now }
  calendar = createCalendar({ vault, agenda: createAgenda({ vault: vault.events, expand: recurrence.expand, newId }), clock, newId, onChange: () => { news++ } })
  tasks = taskHandlers(calendar, createMarking({ tasks: vault.tasks, household: vault.household.read, clock, expand: recurrence.expand, draw: () => 0 }))
})

const draft = (over: Partial<Task> = {}): TaskDraft => { const { id: _, ...rest } = chore({ people: ['anna', 'emma'], rotation: 'fixed', due: { at: '2026-11-22T23:00:00Z', zone: 'Europe/Berlin', allDay: true }, ...over }); return rest }
const weekly: Partial<Task> = { repeats: { from: 'due', rrule: 'FREQ=WEEKLY', since: '2026-11-22T23:00:00Z' } }
const all = async (): Promise<readonly Task[]> => value(await tasks.list(null))

describe('P11 what is done about tasks can be undone', () => {
  it('a mark: whose turn it was, when it was due, and what was remembered', async () => {
    const saved = value(await tasks.save({ id: null, task: draft(weekly) }))
    const after = value(await tasks.mark({ id: saved.id, mark: { kind: 'done', by: 'anna' } }))
    expect(after).toMatchObject({ turn: 'emma', due: { at: '2026-11-29T23:00:00Z' }, done: [{ by: 'anna', at: '2026-11-22T17:00:00Z' }] })
    expect(await all()).toEqual([after])
    expect(value(await calendar.undo(null)).set.label).toBe('Undid: Done: “Take the bins out”')
    expect(await all()).toEqual([saved])
  })

  it('one after the other, back to nothing; an older one is refused while a later one stands on it', async () => {
    const { id } = value(await tasks.save({ id: null, task: draft(weekly) }))
    value(await tasks.mark({ id, mark: { kind: 'swap', with: 'emma' } }))
    const [swap] = value(await calendar.history())
    value(await tasks.mark({ id, mark: { kind: 'snooze', until: '2026-11-22T18:00:00Z' } }))
    value(await tasks.save({ id, task: draft({ ...weekly, title: 'Recycling' }) }))
    value(await tasks.remove({ ids: [id] }))
    expect(outcome(await calendar.undo(swap?.id ?? ''))).toBe('calendar.changed')
    const titles: string[] = []
    while ((await calendar.undo(null)).ok) titles.push((await all()).map(({ title, snoozedUntil, turn }) => [title, snoozedUntil, turn].join(' ')).join())
    expect(titles).toEqual(['Recycling  ', 'Take the bins out 2026-11-22T18:00:00Z emma', 'Take the bins out  emma', 'Take the bins out  ', ''])
  })

  it('several removed come back at once; when one of them is gone, none is removed', async () => {
    const ids: string[] = []
    for (const title of ['Milk', 'Bread', 'Apples']) ids.push(value(await tasks.save({ id: null, task: draft({ title, list: 'Shopping' }) })).id)
    expect(outcome(await tasks.remove({ ids: [...ids, 'gone'] }))).toBe('tasks.not-found')
    expect(await all()).toHaveLength(3)
    value(await tasks.remove({ ids: ids.slice(0, 2) }))
    expect((await all()).map(({ title }) => title)).toEqual(['Apples'])
    expect(value(await calendar.undo(null)).set.label).toBe('Undid: Removed “Milk” and 1 more')
    expect((await all()).map(({ title }) => title).sort()).toEqual(['Apples', 'Bread', 'Milk'])
  })
})

describe('refusals, which change nothing', () => {
  it.each<[string, Partial<Task>, string]>([
    ['a rule that is none', { repeats: { from: 'due', rrule: 'FREQ=NEVER', since: '2026-11-22T23:00:00Z' } }, 'calendar.rule-unreadable'],
    ['a rule that gives no day', { repeats: { from: 'due', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', since: '2026-11-22T23:00:00Z' } }, 'calendar.rule-unreadable'],
    ['a rule within the day for whole days', { repeats: { from: 'due', rrule: 'FREQ=HOURLY', since: '2026-11-22T23:00:00Z' } }, 'calendar.rule-unreadable'],
  ])('%s', async (_, over, name) => {
    expect(outcome(await tasks.save({ id: null, task: draft(over) }))).toBe(name)
    expect([(await all()).length, news]).toEqual([0, 0])
  })

  it('what comes back without a first day', async () => {
    const { due: _, ...dateless } = draft({ repeats: { from: 'done', days: 3 } })
    expect(outcome(await tasks.save({ id: null, task: dateless }))).toBe('input.invalid')
  })

  it('a task that is gone', async () => {
    expect(outcome(await tasks.mark({ id: 'gone', mark: { kind: 'done', by: null } }))).toBe('tasks.not-found')
    expect(outcome(await tasks.save({ id: 'gone', task: draft() }))).toBe('tasks.not-found')
    expect(outcome(await tasks.remove({ ids: ['gone'] }))).toBe('tasks.not-found')
  })
})

it('somebody who has left the household takes no more turns', async () => {
  const { id } = value(await tasks.save({ id: null, task: draft({ ...weekly, people: ['anna', 'ghost', 'emma'], turn: 'anna' }) }))
  expect(value(await tasks.mark({ id, mark: { kind: 'done', by: 'anna' } }))).toMatchObject({ people: ['anna', 'emma'], turn: 'emma' })
})
