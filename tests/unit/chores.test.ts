/** Chores: when they are due next, whose turn it is, and what may be done about them; with the real recurrence engine. */
import { describe, expect, it } from 'vitest'
import { marked, type MarkDeps } from '../../electron/calendar/chores.ts'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { dueDay, minutesGiven, Task, tasksDueOn, turnOf, type Due, type TaskDone, type TaskMark } from '../../shared/tasks.ts'
import { instantToWall, wallToInstant } from '../../shared/time.ts'
import { chore, ZONE } from '../support/chores.ts'

const at = (wall: string, zone = ZONE): string => wallToInstant(wall, zone)
const day = (date: string, zone = ZONE): Due => ({ at: at(`${date}T00:00`, zone), zone, allDay: true })
const moment = (wall: string, zone = ZONE): Due => ({ at: at(wall, zone), zone, allDay: false })
const byRule = (rrule: string, due: Due): Pick<Task, 'due' | 'repeats'> => ({ due, repeats: { from: 'due', rrule, since: due.at } })
const done = (wall: string, by: string | null, skipped = false): TaskDone => ({ at: at(wall), by, skipped, due: null })

const first: MarkDeps['draw'] = () => 0
const deps = (now: string, over: Partial<MarkDeps> = {}): MarkDeps => ({ now, expand: (series) => Promise.resolve(expand(series)), draw: first, all: [], ...over })

/** The task after the mark, as the vault would take it. */
async function after(task: Task, mark: TaskMark, wall: string, over: Partial<MarkDeps> = {}): Promise<Task> {
  const result = await marked(task, mark, deps(at(wall), { all: [task], ...over }))
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return Task.parse(result.value.task)
}
const does = (by: string | null): TaskMark => ({ kind: 'done', by })
const refusal = async (task: Task, mark: TaskMark, now = at('2026-11-22T18:00')): Promise<unknown> => { const result = await marked(task, mark, deps(now)); return result.ok ? 'taken' : result.problem }
const shown = ({ due }: Task): string => (due === undefined ? 'no day' : due.allDay ? dueDay(due, due.zone) : instantToWall(due.at, due.zone))
/** Whose turns follow when everybody does their own, beginning with the one now. */
async function turns(task: Task, count: number): Promise<string> {
  const seen: string[] = []
  for (let i = 0, now = task; i < count; i++) { const turn = turnOf(now) ?? '-'; seen.push(turn); now = await after(now, does(turn), `2026-11-${String(23 + i)}T10:00`) }
  return seen.join(' ')
}

describe('due by a rule', () => {
  const bins = chore(byRule('FREQ=WEEKLY', moment('2026-11-23T19:00')))

  it('done in time, early or late, it comes back at the next time of its rule', async () => {
    expect(shown(await after(bins, does('tom'), '2026-11-23T18:00'))).toBe('2026-11-30T19:00')
    expect(shown(await after(bins, does('tom'), '2026-11-21T09:00'))).toBe('2026-11-30T19:00')
    expect(shown(await after(bins, does('tom'), '2026-11-25T09:00'))).toBe('2026-11-30T19:00')
  })

  it('left for weeks it comes back once, at the next time that is not over', async () => {
    expect(shown(await after(bins, does('tom'), '2026-12-15T08:00'))).toBe('2026-12-21T19:00')
    expect(shown(await after(bins, does('tom'), '2026-12-21T18:00'))).toBe('2026-12-21T19:00')
  })

  it.each(['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC', 'America/Santiago'])('of whole days it goes by the days of its zone: %s', async (zone) => {
    const weekly = chore(byRule('FREQ=WEEKLY', day('2026-11-23', zone)))
    for (const now of ['2026-11-23T00:00', '2026-11-23T23:59', '2026-11-21T12:00', '2026-11-29T23:59']) {
      const result = await marked(weekly, does(null), deps(at(now, zone), { all: [weekly] }))
      expect(result.ok ? shown(result.value.task) : result.problem, now).toBe('2026-11-30')
    }
    const late = await marked(weekly, does(null), deps(at('2026-11-30T00:10', zone), { all: [weekly] }))
    expect(late.ok ? late.value.task.due : late.problem).toEqual(day('2026-11-30', zone))
  })

  it('keeps its time of day over a clock change, and its day where the day has an hour more or less', async () => {
    const daily = chore(byRule('FREQ=DAILY', moment('2026-10-24T08:00')))
    expect(shown(await after(daily, does('tom'), '2026-10-24T09:00'))).toBe('2026-10-25T08:00')
    const [autumn, spring] = [chore(byRule('FREQ=DAILY', day('2026-10-25'))), chore(byRule('FREQ=DAILY', day('2027-03-28')))]
    expect(shown(await after(autumn, does('tom'), '2026-10-25T23:30'))).toBe('2026-10-26')
    expect(shown(await after(spring, does('tom'), '2027-03-28T23:30'))).toBe('2027-03-29')
    // 02:30 is skipped that night.
    expect(shown(await after(chore(byRule('FREQ=DAILY', moment('2027-03-27T02:30'))), does('tom'), '2027-03-27T03:00'))).toBe('2027-03-28T03:30')
  })

  it('monthly on the 31st leaves short months out, as the standard says', async () => {
    expect(shown(await after(chore(byRule('FREQ=MONTHLY', day('2026-10-31'))), does('tom'), '2026-10-31T12:00'))).toBe('2026-12-31')
  })

  it('ends with its rule, and can be opened again as it was', async () => {
    const last = { ...chore(byRule('FREQ=WEEKLY;COUNT=2', day('2026-11-23'))), due: day('2026-11-30'), rotation: 'fixed' as const, people: ['tom', 'lena'], turn: 'lena', checklist: [{ text: 'Glass', done: true }] }
    const ended = await after(last, does('lena'), '2026-11-30T10:00')
    expect(ended).toMatchObject({ doneAt: at('2026-11-30T10:00'), due: day('2026-11-30'), turn: 'lena' })
    expect(await after(ended, { kind: 'open' }, '2026-11-30T11:00')).toEqual(last)
  })

  it('says what is wrong with a rule that cannot be read, and changes nothing', async () => {
    expect(await refusal(chore(byRule('FREQ=NEVER', day('2026-11-23'))), does('tom'))).toMatchObject({ name: 'calendar.rule-unreadable' })
  })
})

describe('moved, this once', () => {
  const bins = chore(byRule('FREQ=WEEKLY', day('2026-11-23')))
  const move = (date: string): TaskMark => ({ kind: 'move', due: day(date) })

  it('to an earlier day, that same time does not come back on its old one', async () => {
    const early = await after(bins, move('2026-11-22'), '2026-11-21T10:00')
    expect(early).toMatchObject({ due: day('2026-11-22'), movedFrom: day('2026-11-23').at })
    const next = await after(early, does('tom'), '2026-11-22T10:00')
    expect([shown(next), next.movedFrom]).toEqual(['2026-11-30', undefined])
  })

  it('to a later day, and the rule goes on from its own', async () => {
    expect(shown(await after(await after(bins, move('2026-11-26'), '2026-11-23T10:00'), does('tom'), '2026-11-26T10:00'))).toBe('2026-11-30')
    expect(shown(await after(await after(bins, move('2026-12-01'), '2026-11-23T10:00'), does('tom'), '2026-12-01T10:00'))).toBe('2026-12-07')
  })

  it('moved twice it remembers its first day; moved back it remembers nothing', async () => {
    const once = await after(bins, move('2026-11-22'), '2026-11-21T10:00')
    expect(await after(once, move('2026-11-21'), '2026-11-21T11:00')).toMatchObject({ movedFrom: day('2026-11-23').at })
    expect(await after(once, move('2026-11-23'), '2026-11-21T11:00')).toEqual(bins)
  })

  it('what does not come back by a rule is simply due then, and no longer snoozed', async () => {
    const todo = chore({ due: day('2026-11-23'), snoozedUntil: at('2026-11-24T10:00') })
    expect(await after(todo, move('2026-11-25'), '2026-11-22T10:00')).toEqual(chore({ due: day('2026-11-25') }))
  })
})

describe('due after it was done', () => {
  const plants = chore({ due: day('2026-11-20'), repeats: { from: 'done', days: 3 } })

  it('counts from the day it was done or skipped, whenever it was due', async () => {
    expect(shown(await after(plants, does('tom'), '2026-11-22T23:50'))).toBe('2026-11-25')
    expect(shown(await after(plants, { kind: 'skip' }, '2026-11-18T09:00'))).toBe('2026-11-21')
  })

  it('keeps the time of day, also over a clock change', async () => {
    expect(shown(await after(chore({ due: moment('2026-10-24T08:15'), repeats: { from: 'done', days: 1 } }), does('tom'), '2026-10-24T20:00'))).toBe('2026-10-25T08:15')
    expect(shown(await after(chore({ due: moment('2027-03-20T02:30'), repeats: { from: 'done', days: 7 } }), does('tom'), '2027-03-21T20:00'))).toBe('2027-03-28T03:30')
  })

  it('counts days of its own zone, not those of Greenwich', async () => {
    const zone = 'Pacific/Auckland', there = chore({ due: day('2026-11-20', zone), repeats: { from: 'done', days: 1 } })
    const result = await marked(there, does(null), deps(at('2026-11-23T08:00', zone)))
    expect(result.ok ? result.value.task.due : result.problem).toEqual(day('2026-11-24', zone))
  })
})

describe('turns', () => {
  const shared = (rotation: Task['rotation'], over: Partial<Task> = {}): Task => chore({ ...byRule('FREQ=DAILY', day('2026-11-23')), people: ['tom', 'lena', 'emma'], rotation, ...over })

  it('together nobody has a turn', async () => {
    const task = await after(shared('together'), does('tom'), '2026-11-23T10:00')
    expect([task.turn, turnOf(task)]).toEqual([undefined, undefined])
  })

  it('where it was never said the first one begins, and the second one follows', async () => {
    expect(await turns(shared('fixed'), 4)).toBe('tom lena emma tom')
  })

  it('skipping keeps the turn', async () => {
    for (const rotation of ['fixed', 'fair', 'random'] as const) expect((await after(shared(rotation, { turn: 'lena' }), { kind: 'skip' }, '2026-11-23T10:00')).turn).toBe('lena')
  })

  it('a fixed order goes on, also when somebody else did it, or nobody in particular', async () => {
    for (const by of ['tom', 'lena', 'emma', 'grandma', null]) expect((await after(shared('fixed', { turn: 'lena' }), does(by), '2026-11-23T10:00')).turn).toBe('emma')
  })

  it('a swap in a fixed order exchanges two turns, and the order stays', async () => {
    const swap = (task: Task, other: string): Promise<Task> => after(task, { kind: 'swap', with: other }, '2026-11-22T10:00')
    expect(await turns(await swap(shared('fixed'), 'lena'), 7)).toBe('lena tom emma tom lena emma tom')
    expect(await turns(await swap(shared('fixed'), 'emma'), 7)).toBe('emma lena tom tom lena emma tom')
    expect(await turns(await swap(shared('fixed', { people: ['tom', 'lena'] }), 'lena'), 5)).toBe('lena tom tom lena tom')
  })

  it('swapped back, all is as it was; skipped, the exchange waits; three ways, everybody keeps as many turns', async () => {
    const task = shared('fixed'), swapped = await after(task, { kind: 'swap', with: 'emma' }, '2026-11-22T10:00')
    expect(await after(swapped, { kind: 'swap', with: 'tom' }, '2026-11-22T11:00')).toEqual({ ...task, turn: 'tom' })
    expect(await turns(await after(swapped, { kind: 'skip' }, '2026-11-22T11:00'), 4)).toBe('emma lena tom tom')
    expect(await turns(await after(swapped, { kind: 'swap', with: 'lena' }, '2026-11-22T11:00'), 6)).toBe('lena emma tom tom lena emma')
  })

  it('fair asks whoever gave the least in four weeks, to any chore; before that does not count, nor what was skipped', async () => {
    const task = shared('fair', { effort: 10, done: [] })
    const cooking = chore({ id: 'cooking', effort: 30, done: [done('2026-11-20T18:00', 'lena'), done('2026-11-19T18:00', 'emma', true), done('2026-10-01T18:00', 'emma')] })
    expect((await after(task, does('tom'), '2026-11-23T10:00', { all: [task, cooking] })).turn).toBe('emma')
    expect(minutesGiven([task, cooking], at('2026-11-23T10:00'))).toEqual(new Map([['lena', 30]]))
  })

  it('fair counts what was just done, and of equals asks whoever did it longest ago, then the first', async () => {
    const task = shared('fair', { done: [done('2026-11-21T10:00', 'lena'), done('2026-11-20T10:00', 'emma')] })
    expect((await after(task, does('tom'), '2026-11-23T10:00')).turn).toBe('emma')
    expect((await after(shared('fair'), does(null), '2026-11-23T10:00')).turn).toBe('tom')
  })

  it('random draws among the others of whoever did it', async () => {
    const drawn: number[] = []
    const last = (below: number): number => { drawn.push(below); return below - 1 }
    expect((await after(shared('random', { turn: 'emma' }), does('emma'), '2026-11-23T10:00', { draw: last })).turn).toBe('lena')
    expect((await after(shared('random', { turn: 'emma' }), does('lena'), '2026-11-23T10:00', { draw: last })).turn).toBe('emma')
    expect((await after(shared('random', { people: ['tom'], turn: 'tom' }), does('tom'), '2026-11-23T10:00', { draw: last })).turn).toBe('tom')
    expect(drawn).toEqual([2, 2])
  })

  it('only people who take turns can swap, and not with whose turn it is', async () => {
    expect(await refusal(shared('fixed'), { kind: 'swap', with: 'grandma' })).toMatchObject({ name: 'input.invalid' })
    expect(await refusal(shared('together'), { kind: 'swap', with: 'lena' })).toMatchObject({ name: 'input.invalid' })
    expect(await refusal(shared('fixed'), { kind: 'swap', with: 'tom' })).toMatchObject({ name: 'input.invalid' })
  })
})

describe('once and for all', () => {
  const todo = chore({ due: day('2026-11-23'), checklist: [{ text: 'Stamps', done: true }] })

  it('done it stays as it was, with who did it; opened again it is as before', async () => {
    const over = await after(todo, does('lena'), '2026-11-22T10:00')
    expect(over).toEqual({ ...todo, doneAt: at('2026-11-22T10:00'), done: [{ at: at('2026-11-22T10:00'), by: 'lena', skipped: false, due: day('2026-11-23').at }] })
    expect(await after(over, { kind: 'open' }, '2026-11-22T11:00')).toEqual(todo)
  })

  it('is not done twice, skipped, snoozed or moved once it is done, nor opened while it is open', async () => {
    const over = await after(todo, does('lena'), '2026-11-22T10:00')
    for (const mark of [does('tom'), { kind: 'skip' }, { kind: 'snooze', until: at('2026-11-30T10:00') }, { kind: 'move', due: day('2026-11-30') }] as const) expect(await refusal(over, mark)).toEqual({ name: 'input.invalid', detail: { what: 'it is done already' } })
    expect(await refusal(todo, { kind: 'open' })).toMatchObject({ name: 'input.invalid' })
    expect(await refusal(todo, { kind: 'skip' })).toEqual({ name: 'input.invalid', detail: { what: 'only what comes back can be skipped' } })
  })

  it('is ticked on a list and unticked again', async () => {
    const milk = chore({ list: 'Shopping' })
    expect(await after(await after(milk, does(null), '2026-11-22T10:00'), { kind: 'open' }, '2026-11-22T10:01')).toEqual(milk)
  })
})

describe('checklists and snoozing', () => {
  const task = chore({ ...byRule('FREQ=WEEKLY', day('2026-11-23')), checklist: [{ text: 'Paper', done: false }, { text: 'Glass', done: false }] })

  it('items are ticked one by one, and a chore that comes back begins with none', async () => {
    const half = await after(task, { kind: 'check', item: 1, done: true }, '2026-11-23T10:00')
    expect(half.checklist).toEqual([{ text: 'Paper', done: false }, { text: 'Glass', done: true }])
    expect((await after(half, does('tom'), '2026-11-23T10:05')).checklist).toEqual(task.checklist)
    expect(await refusal(task, { kind: 'check', item: 2, done: true })).toMatchObject({ name: 'input.invalid' })
  })

  it('a snooze lies ahead, and is over once it is done', async () => {
    const until = at('2026-11-23T20:00')
    const snoozed = await after(task, { kind: 'snooze', until }, '2026-11-23T19:00')
    expect(snoozed).toEqual({ ...task, snoozedUntil: until })
    expect((await after(snoozed, does('tom'), '2026-11-23T19:30')).snoozedUntil).toBeUndefined()
    expect(await refusal(task, { kind: 'snooze', until }, until)).toEqual({ name: 'input.invalid', detail: { what: 'that time is over' } })
  })
})

describe('what is due on a day', () => {
  it('open, whole days first, then by time; of a moment the day of the household, of a whole day its own', () => {
    const tasks = [
      chore({ id: 'late', due: moment('2026-11-23T21:00') }), chore({ id: 'early', due: moment('2026-11-23T07:00') }), chore({ id: 'whole', due: day('2026-11-23') }), chore({ id: 'there', due: day('2026-11-23', 'Pacific/Auckland') }),
      chore({ id: 'done', due: day('2026-11-23'), doneAt: at('2026-11-22T10:00') }), chore({ id: 'other', due: day('2026-11-24') }), chore({ id: 'never' }),
    ]
    expect(tasksDueOn(tasks, '2026-11-23', ZONE).map(({ id }) => id)).toEqual(['there', 'whole', 'early', 'late'])
    expect(tasksDueOn(tasks, '2026-11-24', 'Pacific/Auckland').map(({ id }) => id)).toEqual(['other', 'late'])
  })
})
