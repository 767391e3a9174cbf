import { describe, expect, it } from 'vitest'
import { createCalendar, type Calendar } from '../../electron/calendar/changes.ts'
import type { CalendarEvent, ChangeSet, EventDraft } from '../../shared/calendar.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'

/** The vault's rule for events, in memory: a change whose `before` no longer stands is refused as a whole. */
function calendar(): { calendar: Calendar; events: Map<string, CalendarEvent>; news: () => number } {
  const events = new Map<string, CalendarEvent>(), sets: ChangeSet[] = []
  let id = 0, news = 0
  return {
    events, news: () => news,
    calendar: createCalendar({
      clock: { now: () => 0 }, newId: () => `id-${++id}`, onChange: () => { news++ },
      vault: {
        between: () => Promise.resolve(ok([...events.values()])),
        byIds: (ids) => Promise.resolve(ok(ids.flatMap((i) => events.get(i) ?? []))),
        apply: (set, undoes) => {
          for (const c of set.changes) if (c.kind === 'add' ? events.has(c.after.id) : JSON.stringify(events.get(c.before.id)) !== JSON.stringify(c.before)) return Promise.resolve(fail(problem('calendar.changed')))
          for (const c of set.changes) if (c.kind === 'remove') events.delete(c.before.id); else events.set(c.after.id, c.after)
          const target = sets.findIndex((s) => s.id === undoes)
          if (target !== -1 && sets[target] !== undefined) sets[target] = { ...sets[target], undone: true }
          sets.unshift(set)
          return Promise.resolve(ok(null))
        },
        history: () => Promise.resolve(ok([...sets])),
      },
    }),
  }
}

const draft: EventDraft = { title: 'Piano', start: '2026-11-23T15:00:00Z', end: '2026-11-23T16:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [] }
const later: EventDraft = { ...draft, start: '2026-11-23T17:00:00Z', end: '2026-11-23T18:00:00Z' }

async function added(c: Calendar): Promise<CalendarEvent> {
  const saved = await c.save(null, draft)
  if (!saved.ok) throw new Error(saved.problem.name)
  return saved.value
}

describe('P11 every change can be undone', () => {
  it('adding, editing and removing, one after the other, back to nothing', async () => {
    const { calendar: c, events } = calendar()
    const event = await added(c)
    await c.save(event.id, later)
    await c.remove(event.id)
    expect(events.size).toBe(0)
    await c.undo(null)
    expect(events.get(event.id)).toEqual({ ...later, id: event.id })
    await c.undo(null)
    expect(events.get(event.id)).toEqual(event)
    await c.undo(null)
    expect(events.size).toBe(0)
    expect(await c.undo(null)).toMatchObject({ ok: false, problem: { name: 'calendar.nothing-to-undo' } })
  })

  it('a proposal is undone as a whole, by its own id', async () => {
    const { calendar: c, events } = calendar()
    const changes = ['a', 'b'].map((id) => ({ kind: 'add' as const, after: { ...draft, id } }))
    expect(await c.applyProposal('turn-1', 'Planned', changes)).toMatchObject({ ok: true })
    await added(c)
    expect(await c.undo('turn-1')).toMatchObject({ ok: true, value: { undid: 'turn-1' } })
    expect([...events.keys()]).toEqual(['id-1'])
  })

  it('refuses to undo under a later change of the same event, and changes nothing', async () => {
    const { calendar: c, events } = calendar()
    const event = await added(c)
    const set = await c.history()
    await c.save(event.id, later)
    expect(await c.undo(set.ok ? set.value[0]?.id ?? '' : '')).toMatchObject({ ok: false, problem: { name: 'calendar.changed' } })
    expect(events.get(event.id)?.start).toBe(later.start)
  })
})

describe('refusals', () => {
  it('an event that ends before it starts, and one that is gone', async () => {
    const { calendar: c, events, news } = calendar()
    expect(await c.save(null, { ...draft, end: draft.start })).toMatchObject({ ok: false, problem: { name: 'calendar.impossible' } })
    expect(await c.save('gone', draft)).toMatchObject({ ok: false, problem: { name: 'calendar.not-found' } })
    expect(await c.remove('gone')).toMatchObject({ ok: false, problem: { name: 'calendar.not-found' } })
    expect([events.size, news()]).toEqual([0, 0])
  })
})
