import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAgenda, type Agenda } from '../../electron/calendar/agenda.ts'
import { createCalendar, type Calendar } from '../../electron/calendar/changes.ts'
import { createRecurrence, type Recurrence } from '../../electron/calendar/recurrence/create-recurrence.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import type { CalendarEvent, EventDraft, Scope } from '../../shared/calendar.ts'
import { instantToWall } from '../../shared/time.ts'
import { closeVaults, freshVault, value } from '../support/vault.ts'

let vault: Vault, recurrence: Recurrence, agenda: Agenda, c: Calendar, news = 0, id = 0
beforeAll(() => { recurrence = createRecurrence({ workerUrl: new URL('../../electron/calendar/recurrence/worker.ts', import.meta.url) }) })
afterAll(async () => { await recurrence.close() })
beforeEach(async () => {
  await closeVaults()
  vault = (await freshVault()).vault
  news = 0
  id = 0
  const newId = (): string => `id-${++id}`
  agenda = createAgenda({ vault: vault.events, expand: recurrence.expand, newId })
  c = createCalendar({ vault, agenda, clock: { now: () => 0 }, newId, onChange: () => { news++ } })
})
afterAll(closeVaults)

const draft: EventDraft = { title: 'Piano', start: '2026-11-23T15:00:00Z', end: '2026-11-23T16:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [] }
const later: EventDraft = { ...draft, start: '2026-11-23T17:00:00Z', end: '2026-11-23T18:00:00Z' }
const weekly: EventDraft = { ...draft, title: 'Ballet', repeats: { rrule: 'FREQ=WEEKLY;BYDAY=MO', rdates: [], exdates: [] } }

const ALWAYS = ['1970-01-01T00:00:00Z', '2100-01-01T00:00:00Z'] as const
const stored = async (): Promise<readonly CalendarEvent[]> => value(await vault.events.between(...ALWAYS))
const wall = (event: CalendarEvent): string => instantToWall(event.start, event.zone)
/** The starts of what is seen, on the clock of Berlin. */
const seen = async (from = '2026-11-01T00:00:00Z', to = '2026-12-22T00:00:00Z'): Promise<readonly string[]> => value(await c.between(from, to)).map(wall)
const at = async (start: string): Promise<CalendarEvent> => {
  const found = value(await c.between('2026-11-01T00:00:00Z', '2027-12-31T00:00:00Z')).find((one) => wall(one) === start)
  if (found === undefined) throw new Error(`nothing at ${start}`)
  return found
}
/** Moves the time that stands at `start` by hours. */
const move = async (start: string, hours: number, scope: Scope): Promise<CalendarEvent> => {
  const { id: key, ...event } = await at(start)
  const by = (instant: string): string => new Date(Date.parse(instant) + hours * 3_600_000).toISOString().replace('.000Z', 'Z')
  return value(await c.save(key, { ...event, start: by(event.start), end: by(event.end) }, scope))
}
const undoAll = async (): Promise<void> => { while ((await c.undo(null)).ok); }

describe('P11 every change can be undone', () => {
  it('adding, editing and removing, one after the other, back to nothing', async () => {
    const event = value(await c.save(null, draft, 'one'))
    value(await c.save(event.id, later, 'one'))
    value(await c.remove(event.id, 'one'))
    expect(await stored()).toEqual([])
    await c.undo(null)
    expect(await stored()).toEqual([{ ...later, id: event.id }])
    await c.undo(null)
    expect(await stored()).toEqual([event])
    await c.undo(null)
    expect(await stored()).toEqual([])
    expect(await c.undo(null)).toMatchObject({ ok: false, problem: { name: 'calendar.nothing-to-undo' } })
  })

  it('a proposal is undone as a whole, by its own id', async () => {
    const changes = ['a', 'b'].map((key) => ({ kind: 'add' as const, after: { ...draft, id: key } }))
    expect(await c.applyProposal('turn-1', changes)).toMatchObject({ ok: true })
    const event = value(await c.save(null, draft, 'one'))
    expect(await c.undo('turn-1')).toMatchObject({ ok: true, value: { undid: 'turn-1' } })
    expect((await stored()).map((one) => one.id)).toEqual([event.id])
  })

  it('refuses to undo under a later change of the same event, and changes nothing', async () => {
    const event = value(await c.save(null, draft, 'one'))
    const [set] = value(await c.history())
    value(await c.save(event.id, later, 'one'))
    expect(await c.undo(set?.id ?? '')).toMatchObject({ ok: false, problem: { name: 'calendar.changed' } })
    expect((await stored())[0]?.start).toBe(later.start)
  })
})

describe('refusals', () => {
  it('an event that ends before it starts, one that is gone, a rule that is none', async () => {
    expect(await c.save(null, { ...draft, end: draft.start }, 'one')).toMatchObject({ ok: false, problem: { name: 'calendar.impossible' } })
    expect(await c.save('gone', draft, 'one')).toMatchObject({ ok: false, problem: { name: 'calendar.not-found' } })
    expect(await c.remove('gone', 'one')).toMatchObject({ ok: false, problem: { name: 'calendar.not-found' } })
    expect(await c.save(null, { ...draft, repeats: { rrule: 'FREQ=NEVER', rdates: [], exdates: [] } }, 'one')).toMatchObject({ ok: false, problem: { name: 'calendar.rule-unreadable' } })
    expect(await c.save(null, { ...draft, repeats: { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', rdates: [], exdates: [] } }, 'one')).toMatchObject({ ok: false })
    expect([(await stored()).length, news]).toEqual([0, 0])
  })

  it('a time that the series does not have', async () => {
    const series = value(await c.save(null, weekly, 'one'))
    expect(await c.save(`${series.id}-t${(Date.parse('2026-11-24T15:00:00Z') / 1000).toString(36)}`, later, 'one')).toMatchObject({ ok: false, problem: { name: 'calendar.not-found' } })
  })
})

describe('a series', () => {
  beforeEach(async () => { value(await c.save(null, weekly, 'one')) })
  const mondays = ['2026-11-23T16:00', '2026-11-30T16:00', '2026-12-07T16:00', '2026-12-14T16:00', '2026-12-21T16:00']

  it('is seen as its times, each with the same id every time, across a clock change', async () => {
    expect(await seen()).toEqual(mondays)
    expect((await seen('2027-03-20T00:00:00Z', '2027-04-06T00:00:00Z'))).toEqual(['2027-03-22T16:00', '2027-03-29T16:00', '2027-04-05T16:00'])
    expect((await at('2026-12-07T16:00')).id).toBe((await at('2026-12-07T16:00')).id)
    expect(await agenda.find((await at('2026-12-07T16:00')).id)).toMatchObject({ ok: true, value: { title: 'Ballet', start: '2026-12-07T15:00:00Z' } })
  })

  it('one time moves; the series stays; moved again it is the same event; undone, all is as it was', async () => {
    const before = await stored()
    await move('2026-12-07T16:00', 2, 'one')
    expect(await seen()).toEqual(mondays.with(2, '2026-12-07T18:00'))
    await move('2026-12-07T18:00', 24 * 20, 'one')
    expect(await seen()).toEqual(mondays.toSpliced(2, 1))
    expect(await stored()).toHaveLength(2)
    await c.undo(null)
    await c.undo(null)
    expect(await stored()).toEqual(before)
  })

  it('this and the later ones move, and what differed keeps its own time', async () => {
    await move('2026-12-14T16:00', 1, 'one')
    await move('2026-12-07T16:00', 24, 'following')
    expect(await seen()).toEqual(['2026-11-23T16:00', '2026-11-30T16:00', '2026-12-08T16:00', '2026-12-14T17:00'])
    expect((await seen('2026-12-22T00:00:00Z', '2026-12-31T00:00:00Z'))).toEqual(['2026-12-22T16:00', '2026-12-29T16:00'])
    expect((await stored()).map((one) => one.repeats?.rrule)).toEqual(['FREQ=WEEKLY;BYDAY=MO;UNTIL=20261207T145959Z', 'FREQ=WEEKLY;BYDAY=TU', undefined])
  })

  it('all move, on any of them; what was taken out stays out, what differed stays', async () => {
    value(await c.remove((await at('2026-11-30T16:00')).id, 'one'))
    await move('2026-12-14T16:00', 1, 'one')
    await move('2026-12-07T16:00', 25, 'all')
    expect(await seen()).toEqual(['2026-11-24T17:00', '2026-12-08T17:00', '2026-12-14T17:00'])
    expect(await stored()).toHaveLength(2)
  })

  it('one is removed, this and the later ones, all', async () => {
    value(await c.remove((await at('2026-11-30T16:00')).id, 'one'))
    expect(await seen()).toEqual(mondays.toSpliced(1, 1))
    await move('2026-12-21T16:00', 1, 'one')
    value(await c.remove((await at('2026-12-14T16:00')).id, 'following'))
    expect(await seen()).toEqual(['2026-11-23T16:00', '2026-12-07T16:00'])
    value(await c.remove((await at('2026-12-07T16:00')).id, 'all'))
    expect(await stored()).toEqual([])
    await undoAll()
    expect(await stored()).toEqual([])
  })

  it('repeats no more: all leave the first, later ones the one that was meant', async () => {
    const before = await stored()
    await move('2026-12-14T16:00', 1, 'one')
    const { id: key, ...event } = await at('2026-12-07T16:00')
    value(await c.save(key, { ...event, repeats: { rdates: [], exdates: [] } }, 'following'))
    expect(await seen()).toEqual(['2026-11-23T16:00', '2026-11-30T16:00', '2026-12-07T16:00'])
    expect((await at('2026-12-07T16:00')).instanceOf).toBeUndefined()
    await c.undo(null)
    value(await c.save(key, { ...event, title: 'Show', repeats: { rdates: [], exdates: [] } }, 'all'))
    expect((await stored()).map((one) => [one.title, wall(one), one.repeats])).toEqual([['Show', '2026-11-23T16:00', undefined]])
    await c.undo(null)
    await c.undo(null)
    expect(await stored()).toEqual(before)
  })

  it('whose rule cannot be worked out can still be mended or removed by the event that begins it', async () => {
    const broken: CalendarEvent = { ...weekly, id: 'broken', repeats: { rrule: 'FREQ=WEEKLY;BYDAY=XX', rdates: [], exdates: [] } }
    await undoAll()
    await vault.events.apply({ id: 'set', at: '2026-11-22T10:00:00Z', label: 'from elsewhere', source: 'import', changes: [{ kind: 'add', after: broken }], undone: false })
    expect(await seen()).toEqual(['2026-11-23T16:00'])
    const { id: _, ...fields } = broken
    expect(await c.save('broken', { ...fields, title: 'Still broken' }, 'all')).toMatchObject({ ok: false, problem: { name: 'calendar.rule-unreadable' } })
    value(await c.save('broken', weekly, 'all'))
    expect((await seen()).slice(0, 2)).toEqual(['2026-11-23T16:00', '2026-11-30T16:00'])
    await c.undo(null)
    value(await c.remove('broken', 'all'))
    expect(await stored()).toEqual([])
  })

  it('with a count goes on counting where it is parted', async () => {
    value(await c.remove((await at('2026-11-23T16:00')).id, 'all'))
    value(await c.save(null, { ...weekly, repeats: { rrule: 'FREQ=WEEKLY;COUNT=5', rdates: [], exdates: [] } }, 'one'))
    value(await c.remove((await at('2026-11-30T16:00')).id, 'one'))
    await move('2026-12-07T16:00', 1, 'following')
    expect(await seen('2026-11-01T00:00:00Z', '2027-03-01T00:00:00Z')).toEqual(['2026-11-23T16:00', '2026-12-07T17:00', '2026-12-14T17:00', '2026-12-21T17:00'])
  })

  it('of whole days stays on its days over a clock change', async () => {
    const day = { ...weekly, title: 'Bins', allDay: true, start: '2026-10-18T22:00:00Z', end: '2026-10-19T22:00:00Z' }
    value(await c.save(null, day, 'one'))
    expect(value(await c.between('2026-10-01T00:00:00Z', '2026-11-10T00:00:00Z')).map((one) => [one.start, one.end])).toEqual([
      ['2026-10-18T22:00:00Z', '2026-10-19T22:00:00Z'], ['2026-10-25T23:00:00Z', '2026-10-26T23:00:00Z'], ['2026-11-01T23:00:00Z', '2026-11-02T23:00:00Z'], ['2026-11-08T23:00:00Z', '2026-11-09T23:00:00Z'],
    ])
  })

  it('a day that does not fit the rule is refused, and nothing changes', async () => {
    value(await c.remove((await at('2026-11-23T16:00')).id, 'all'))
    value(await c.save(null, { ...weekly, repeats: { rrule: 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', rdates: [], exdates: [] } }, 'one'))
    const { id: key, ...event } = await at('2026-11-30T16:00')
    const before = await stored()
    expect(await c.save(key, { ...event, start: '2026-12-02T15:00:00Z', end: '2026-12-02T16:00:00Z' }, 'all')).toMatchObject({ ok: false, problem: { name: 'calendar.rule-unreadable' } })
    expect(await stored()).toEqual(before)
  })

  it('moves to another weekday of the month: the second Tuesday, the last Friday', async () => {
    value(await c.remove((await at('2026-11-23T16:00')).id, 'all'))
    value(await c.save(null, { ...weekly, start: '2026-11-09T15:00:00Z', end: '2026-11-09T16:00:00Z', repeats: { rrule: 'FREQ=MONTHLY;BYDAY=2MO', rdates: [], exdates: [] } }, 'one'))
    await move('2026-12-14T16:00', 24, 'all')
    expect(await seen('2026-11-01T00:00:00Z', '2027-02-28T00:00:00Z')).toEqual(['2026-11-10T16:00', '2026-12-08T16:00', '2027-01-12T16:00', '2027-02-09T16:00'])
  })
})
