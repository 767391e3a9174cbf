/** The tasks as the window shows them: under which heading, by which words, and what the form makes of its fields. */
import { describe, expect, it } from 'vitest'
import { TaskDraft, type Due, type Task } from '../../shared/tasks.ts'
import { fromInstant, wallToInstant } from '../../shared/time.ts'
import { grouped, groupOf } from '../../renderer/views/tasks/due-groups.ts'
import { listNames } from '../../renderer/views/tasks/list-names.ts'
import { strings } from '../../renderer/views/tasks/strings.ts'
import { formOf, readForm, withPeople, type TaskForm } from '../../renderer/views/tasks/task-form.ts'
import { doer } from '../../renderer/views/tasks/words.ts'
import { chore, ZONE } from '../support/chores.ts'

const at = (wall: string): string => wallToInstant(wall, ZONE)
const day = (date: string): Due => ({ at: at(`${date}T00:00`), zone: ZONE, allDay: true })
const moment = (wall: string): Due => ({ at: at(wall), zone: ZONE, allDay: false })
/** A Sunday evening. */
const NOW = fromInstant(at('2026-11-22T17:50')), TODAY = '2026-11-22'

describe('the headings', () => {
  it.each<[string, Partial<Task>, string]>([
    ['a day that is over', { due: day('2026-11-21') }, 'overdue'],
    ['a day, all through it', { due: day('2026-11-22') }, 'today'],
    ['a moment that has passed', { due: moment('2026-11-22T17:49') }, 'overdue'],
    ['a moment this evening', { due: moment('2026-11-22T23:59') }, 'today'],
    ['tomorrow', { due: day('2026-11-23') }, 'soon'],
    ['in seven days', { due: moment('2026-11-29T23:00') }, 'soon'],
    ['in eight days', { due: day('2026-11-30') }, 'later'],
    ['no day', {}, 'someday'],
    ['overdue, but snoozed until this evening', { due: day('2026-11-20'), snoozedUntil: at('2026-11-22T20:00') }, 'today'],
    ['overdue, but snoozed until tomorrow', { due: day('2026-11-20'), snoozedUntil: at('2026-11-23T08:00') }, 'soon'],
    ['overdue, and the snooze is over', { due: day('2026-11-20'), snoozedUntil: at('2026-11-22T17:00') }, 'overdue'],
    ['later, though snoozed until tomorrow', { due: day('2026-12-20'), snoozedUntil: at('2026-11-23T08:00') }, 'later'],
    ['no day, but snoozed', { snoozedUntil: at('2026-11-23T08:00') }, 'soon'],
  ])('%s', (_, over, group) => {
    expect(groupOf(chore(over), NOW, ZONE)).toBe(group)
  })

  it('hold what is open, an item of a list only with a day, in the order of the days', () => {
    const tasks = [
      chore({ id: 'later', due: moment('2026-11-25T10:00') }), chore({ id: 'sooner', due: day('2026-11-24') }), chore({ id: 'milk', list: 'Shopping' }), chore({ id: 'gift', list: 'Shopping', due: day('2026-11-22') }),
      chore({ id: 'done', due: day('2026-11-22'), doneAt: at('2026-11-22T10:00') }), chore({ id: 'some' }),
    ]
    expect(grouped(tasks, [], NOW, ZONE).map(({ group, tasks: under }) => [group, ...under.map(({ id }) => id)])).toEqual([['today', 'gift'], ['soon', 'sooner', 'later'], ['someday', 'some']])
  })

  it('for one person hold whose turn it is and, without turns, what is for them among others', () => {
    const tasks = [chore({ id: 'a', people: ['tom', 'lena'], rotation: 'fixed', turn: 'lena' }), chore({ id: 'b', people: ['tom', 'lena'] }), chore({ id: 'c', people: ['emma'] }), chore({ id: 'd' })]
    const seen = (...only: string[]): string[] => grouped(tasks, only, NOW, ZONE).flatMap((one) => one.tasks.map(({ id }) => id))
    expect([seen('tom'), seen('lena'), seen('tom', 'emma'), seen()]).toEqual([['b'], ['a', 'b'], ['b', 'c'], ['a', 'b', 'c', 'd']])
  })
})

describe('words', () => {
  it.each<[NonNullable<Task['repeats']>, string]>([
    [{ from: 'due', rrule: 'FREQ=WEEKLY', since: '2026-11-23T00:00:00Z' }, 'every Monday'], [{ from: 'due', rrule: 'FREQ=MONTHLY;INTERVAL=3', since: '2026-11-23T00:00:00Z' }, 'every 3 months on the 23rd'],
    [{ from: 'due', rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', since: '2026-11-24T17:00:00Z' }, 'every other Tuesday'], [{ from: 'due', rrule: 'FREQ=YEARLY;BYWEEKNO=20', since: '2026-11-23T00:00:00Z' }, 'repeats by a rule of its own'], [{ from: 'done', days: 1 }, '1 day after it is done'], [{ from: 'done', days: 14 }, '14 days after it is done'],
  ])('%j: %s', (repeats, words) => { expect(strings.repeats(repeats, ZONE)).toBe(words) })

  it('a list is named as it was first written, shopping first', () => {
    expect(listNames([chore({ list: 'Packing' }), chore({ list: 'shopping' }), chore({ list: 'packing' }), chore()], ['PACKING', 'Pharmacy'])).toEqual(['Shopping', 'Packing', 'Pharmacy'])
  })

  it('it is done by whose turn it is, else by the only one it is for', () => {
    expect([doer(chore({ people: ['tom', 'lena'] }), 'lena'), doer(chore({ people: ['tom'] }), undefined), doer(chore({ people: ['tom', 'lena'] }), undefined), doer(chore(), undefined)]).toEqual(['lena', 'tom', null, null])
  })
})

describe('the form', () => {
  const fresh: TaskForm = { ...formOf(null, ZONE, TODAY), title: 'Bins out' }
  const draft = (form: TaskForm, original: Task | null = null): TaskDraft => {
    const read = readForm(form, ZONE, original)
    if ('errors' in read) throw new Error(JSON.stringify(read.errors))
    return TaskDraft.parse(read.draft)
  }
  const errors = (over: Partial<TaskForm>): string[] => { const read = readForm({ ...fresh, ...over }, ZONE, null); return 'errors' in read ? Object.keys(read.errors) : [] }

  it('a title is enough', () => {
    expect(draft(fresh)).toEqual({ title: 'Bins out', people: [], rotation: 'together', effort: 15, checklist: [], reminders: [], medicine: false, done: [] })
  })

  it('reads everything it shows', () => {
    const form = withPeople({ ...fresh, list: 'Garden', when: 'time', date: '2026-11-26', time: '19:00', repeat: 'due', every: '2', effort: '10', rotation: 'fixed', checklist: 'Paper\n\n Glass ', reminders: [0, 60], nag: 30, medicine: true, note: ' brown ' }, ['lena', 'tom'])
    expect(draft(form)).toEqual({
      title: 'Bins out', list: 'Garden', people: ['lena', 'tom'], rotation: 'fixed', turn: 'lena', due: moment('2026-11-26T19:00'), repeats: { from: 'due', rrule: 'FREQ=WEEKLY;INTERVAL=2', since: at('2026-11-26T19:00') },
      effort: 10, checklist: [{ text: 'Paper', done: false }, { text: 'Glass', done: false }], reminders: [60, 0], nag: 30, medicine: true, done: [], note: 'brown',
    })
    expect(draft({ ...fresh, when: 'day', repeat: 'done', days: '3' })).toMatchObject({ due: day(TODAY), repeats: { from: 'done', days: 3 } })
  })

  it('says beside each field what is missing', () => {
    expect(errors({ title: ' ' })).toEqual(['title'])
    expect(errors({ when: 'time', time: '25:00', date: 'soon' })).toEqual(['date', 'time'])
    expect(errors({ repeat: 'due' })).toEqual(['date'])
    expect(errors({ when: 'day', repeat: 'due', every: '0' })).toEqual(['every'])
    expect(errors({ when: 'day', repeat: 'done', days: '1.5' })).toEqual(['days'])
    expect(errors({ effort: '' })).toEqual(['effort'])
    expect(errors({ checklist: 'x'.repeat(301), note: 'y'.repeat(4001) })).toEqual(['checklist', 'note'])
  })

  const kept: Task = chore({
    people: ['tom', 'lena'], rotation: 'fixed', turn: 'lena', swapped: { place: 'tom', owed: [{ place: 'lena', by: 'tom' }] }, due: moment('2026-11-25T19:00'), movedFrom: at('2026-11-26T19:00'), repeats: { from: 'due', rrule: 'FREQ=WEEKLY', since: at('2026-11-12T19:00') },
    checklist: [{ text: 'Paper', done: true }], reminders: [60], nag: 45, snoozedUntil: at('2026-11-25T20:00'), done: [{ at: at('2026-11-19T19:00'), by: 'tom', skipped: false, due: null }], note: 'brown',
  })

  it('opened and saved, everything is as it was, also what it does not show', () => {
    const { id: _, ...same } = kept
    expect(draft(formOf(kept, ZONE, TODAY), kept)).toEqual(same)
    const own = chore({ due: day('2026-11-23'), repeats: { from: 'due', rrule: 'FREQ=WEEKLY;BYDAY=MO,TH', since: day('2026-11-02').at } })
    expect(draft(formOf(own, ZONE, TODAY), own).repeats).toEqual(own.repeats)
    const there = chore({ due: { at: '2026-11-22T11:00:00Z', zone: 'Pacific/Auckland', allDay: true } })
    expect(draft(formOf(there, ZONE, TODAY), there).due).toEqual(there.due)
    const over = chore({ doneAt: at('2026-11-20T10:00') })
    expect(draft(formOf(over, ZONE, TODAY), over).doneAt).toBe(over.doneAt)
  })

  it('with another day its rule counts from there, and a snooze and a move are over', () => {
    expect(draft({ ...formOf(kept, ZONE, TODAY), date: '2026-11-27' }, kept)).toMatchObject({ due: moment('2026-11-27T19:00'), repeats: { since: at('2026-11-27T19:00') } })
    const other = draft({ ...formOf(kept, ZONE, TODAY), date: '2026-11-27' }, kept)
    expect([other.movedFrom, other.snoozedUntil, other.swapped]).toEqual([undefined, undefined, kept.swapped])
  })

  it('with other turns an exchange of turns is over', () => {
    const form = formOf(kept, ZONE, TODAY)
    expect(draft({ ...form, turn: 'tom' }, kept)).toMatchObject({ turn: 'tom' })
    for (const other of [{ ...form, turn: 'tom' }, { ...form, rotation: 'fair' as const }, withPeople(form, ['tom', 'lena', 'emma'])]) expect(draft(other, kept).swapped).toBeUndefined()
  })

  it('who was there keeps their place, who is new comes last; alone there are no turns', () => {
    const form = withPeople(withPeople(fresh, ['lena', 'max']), ['tom', 'lena', 'max'])
    expect(form.people).toEqual(['lena', 'max', 'tom'])
    expect(withPeople(form, ['tom', 'max'])).toMatchObject({ people: ['max', 'tom'], turn: 'max' })
    expect(draft({ ...withPeople(fresh, ['tom']), rotation: 'fixed' })).toMatchObject({ people: ['tom'], rotation: 'together' })
  })
})
