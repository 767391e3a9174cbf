/** The stores of calendar, tasks, today, household and ledger: the newest answer counts, a refusal puts back, locking forgets. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CalendarEvent, ChangeSet } from '../../shared/calendar.ts'
import type { Receipt, Told } from '../../shared/departure.ts'
import { emptyHousehold } from '../../shared/household.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { chore } from '../support/chores.ts'
import type { Task } from '../../shared/tasks.ts'
import { everything, matching, settingsOf, type Filter } from '../../renderer/views/ledger/filter.ts'

const calls = {
  chat: { conversations: vi.fn(), turns: vi.fn() },
  calendar: { between: vi.fn(), save: vi.fn(), remove: vi.fn(), undo: vi.fn(), history: vi.fn() },
  household: { read: vi.fn(), write: vi.fn(), sample: vi.fn() },
  ledger: { list: vi.fn(), seen: vi.fn(), verify: vi.fn() },
  tasks: { list: vi.fn(), save: vi.fn(), mark: vi.fn(), remove: vi.fn() },
}
Object.assign(globalThis, { lares: { ...calls, onNews: () => () => undefined } })
const { useCalendar } = await import('../../renderer/state/calendar.ts')
const { useHousehold } = await import('../../renderer/state/household.ts')
const { useLedger } = await import('../../renderer/state/ledger.ts')
const { useTasks } = await import('../../renderer/state/tasks.ts')
const { useToday } = await import('../../renderer/state/today.ts')
const { markOrSay } = await import('../../renderer/views/tasks/actions.ts')

const event: CalendarEvent = { id: 'e1', title: 'Dentist', start: '2026-11-23T13:00:00Z', end: '2026-11-23T14:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [] }
const set = (id: string, part: Partial<ChangeSet>): ChangeSet => ({ id, at: '2026-11-22T10:00:00Z', label: id, source: 'hand', changes: [{ kind: 'add', after: event }], undone: false, ...part })
const week = { from: '2026-11-23T00:00:00Z', to: '2026-11-30T00:00:00Z' }

beforeEach(() => {
  vi.resetAllMocks()
  useCalendar.getState().forget()
  useHousehold.getState().forget()
  useLedger.getState().forget()
  useTasks.getState().forget()
  useToday.getState().forget()
  calls.calendar.history.mockResolvedValue(ok([]))
})

describe('the calendar store', () => {
  it('shows the answer to the newest question, whichever comes last', async () => {
    const slow = Promise.withResolvers<Result<CalendarEvent[]>>()
    calls.calendar.between.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(ok([event]))
    const first = useCalendar.getState().show(week)
    await useCalendar.getState().show({ from: '2026-11-30T00:00:00Z', to: '2026-12-07T00:00:00Z' })
    slow.resolve(ok([]))
    await first
    expect(useCalendar.getState().events).toEqual([event])
  })

  it('keeps what it showed when reading fails, and says why', async () => {
    calls.calendar.between.mockResolvedValueOnce(ok([event])).mockResolvedValueOnce(fail(problem('vault.stopped')))
    await useCalendar.getState().show(week)
    await useCalendar.getState().refresh()
    expect(useCalendar.getState()).toMatchObject({ events: [event], problem: { name: 'vault.stopped' } })
  })

  it('names the change that takes a saved event back: the newest made by hand that still stands', async () => {
    calls.calendar.between.mockResolvedValue(ok([event]))
    calls.calendar.save.mockResolvedValue(ok(event))
    calls.calendar.history.mockResolvedValue(ok([set('other', { source: 'import' }), set('undone', { undone: true }), set('mine', {}), set('older', {})]))
    expect(await useCalendar.getState().save(null, event, 'one')).toEqual(ok({ event, changeSetId: 'mine' }))
  })

  it('passes a refusal on without reading anew', async () => {
    calls.calendar.save.mockResolvedValue(fail(problem('calendar.impossible')))
    expect(await useCalendar.getState().save('e1', event, 'one')).toEqual(fail(problem('calendar.impossible')))
    expect(calls.calendar.between).not.toHaveBeenCalled()
  })

  it('forgets everything, also an answer that is still on its way', async () => {
    const slow = Promise.withResolvers<Result<CalendarEvent[]>>()
    calls.calendar.between.mockReturnValueOnce(slow.promise)
    const shown = useCalendar.getState().show(week)
    useCalendar.getState().forget()
    slow.resolve(ok([event]))
    await shown
    expect(useCalendar.getState()).toMatchObject({ events: null, span: null, history: [] })
  })
})

describe('the tasks store', () => {
  it('reads anew after a change, and names the change that takes it back', async () => {
    const after = chore({ turn: 'lena' })
    calls.tasks.mark.mockResolvedValue(ok(after))
    calls.tasks.list.mockResolvedValue(ok([after]))
    calls.calendar.history.mockResolvedValue(ok([set('mine', {}), set('older', {})]))
    expect(await useTasks.getState().mark('bins', { kind: 'skip' })).toEqual(ok({ task: after, changeSetId: 'mine' }))
    expect(useTasks.getState().tasks).toEqual([after])
  })

  it('shows the answer to the newest question; a refusal keeps what it showed, and says why', async () => {
    const slow = Promise.withResolvers<Result<Task[]>>()
    calls.tasks.list.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(ok([chore()])).mockResolvedValueOnce(fail(problem('vault.stopped')))
    const first = useTasks.getState().load()
    await useTasks.getState().load()
    slow.resolve(ok([]))
    await first
    expect(useTasks.getState().tasks).toEqual([chore()])
    await useTasks.getState().load()
    expect(useTasks.getState()).toMatchObject({ tasks: [chore()], problem: { name: 'vault.stopped' } })
    useTasks.getState().forget()
    expect(useTasks.getState()).toMatchObject({ tasks: null, problem: null, only: [] })
  })

  it('a second press before the first one shows does nothing; after a refusal it may be tried again', async () => {
    const place = { household: emptyHousehold('Europe/Berlin'), now: 0 }, task = chore()
    calls.tasks.list.mockResolvedValue(ok([]))
    calls.tasks.mark.mockResolvedValueOnce(fail(problem('vault.full'))).mockResolvedValue(ok(task))
    await markOrSay(task, { kind: 'done', by: null }, place)
    await Promise.all([markOrSay(task, { kind: 'done', by: null }, place), markOrSay(task, { kind: 'done', by: null }, place)])
    expect(calls.tasks.mark).toHaveBeenCalledTimes(2)
  })
})

describe('today', () => {
  const turn = (id: string, status: 'open' | 'accepted' | null): unknown => ({ id, at: `2026-11-22T1${id.slice(1)}:00:00Z`, answer: { proposal: status === null ? null : { id: `p-${id}`, status, changes: [{ kind: 'add', after: event }] } } })

  it('reads events and, of the five newest conversations, the proposals that are open, newest first', async () => {
    calls.calendar.between.mockResolvedValue(ok([event]))
    calls.chat.conversations.mockResolvedValue(ok(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }))))
    calls.chat.turns.mockImplementation(({ conversationId }: { conversationId: string }) => Promise.resolve(ok({ turns: conversationId === 'a' ? [turn('t1', 'open'), turn('t2', 'accepted'), turn('t3', null)] : conversationId === 'b' ? [turn('t4', 'open')] : [], earlier: 0 })))
    await useToday.getState().show(week)
    expect(useToday.getState()).toMatchObject({ events: [event], problem: null })
    expect(useToday.getState().proposals.map(({ conversationId, turnId }) => [conversationId, turnId])).toEqual([['b', 't4'], ['a', 't1']])
    expect(calls.chat.turns).toHaveBeenCalledTimes(5)
  })

  it('keeps what it showed when a part cannot be read, and says why; nothing is read while nobody looks', async () => {
    calls.calendar.between.mockResolvedValue(ok([event]))
    calls.chat.conversations.mockResolvedValueOnce(ok([])).mockResolvedValue(fail(problem('vault.stopped')))
    await useToday.getState().show(week)
    await useToday.getState().refresh()
    expect(useToday.getState()).toMatchObject({ events: [event], problem: { name: 'vault.stopped' } })
    useToday.getState().leave()
    await useToday.getState().refresh()
    expect(calls.calendar.between).toHaveBeenCalledTimes(2)
    useToday.getState().forget()
    expect(useToday.getState()).toMatchObject({ events: null, proposals: [], problem: null })
  })
})

describe('the household store', () => {
  const former = emptyHousehold('Europe/Berlin')
  const next = { ...former, name: 'Changed' }

  it('shows a change at once and puts the former household back when it is refused', async () => {
    calls.household.read.mockResolvedValue(ok(former))
    await useHousehold.getState().load()
    const answer = Promise.withResolvers<Result<null>>()
    calls.household.write.mockReturnValue(answer.promise)
    const written = useHousehold.getState().write(next)
    expect(useHousehold.getState().household?.name).toBe('Changed')
    answer.resolve(fail(problem('vault.full')))
    expect(await written).toEqual(fail(problem('vault.full')))
    expect(useHousehold.getState().household).toEqual(former)
  })

  it('does not let an older reading overwrite what was written after it was asked', async () => {
    const slow = Promise.withResolvers<Result<typeof former>>()
    calls.household.read.mockReturnValueOnce(slow.promise)
    calls.household.write.mockResolvedValue(ok(null))
    const read = useHousehold.getState().load()
    await useHousehold.getState().write(next)
    slow.resolve(ok(former))
    await read
    expect(useHousehold.getState().household).toEqual(next)
  })
})

describe('the ledger', () => {
  const receipt = (number: number, part: Partial<Receipt>): Receipt => ({
    id: `r${number}`, number, at: `2026-11-${20 + number}T12:30:00Z`, conversationId: 'c', turnId: 't', provider: 'Azure OpenAI', practice: false, model: 'gpt-5.4', pattern: 'sanitize-and-solve',
    request: { method: 'POST', url: 'https://house.openai.azure.com/v1', headers: [], body: '{"problem":{"slots":56}}', bytes: 24, sha256: '0'.repeat(64) },
    outcome: 'sent', status: 200, answer: '{}', tokensIn: 1, tokensOut: 1, replaced: 0, previous: '0'.repeat(64), hash: '1'.repeat(64), ...part,
  })

  it('drops what a check had found when the list is read anew', async () => {
    calls.ledger.verify.mockResolvedValue(ok({ count: 1, brokenAt: null, head: '1'.repeat(64) }))
    calls.ledger.list.mockResolvedValue(ok([receipt(1, {})]))
    await useLedger.getState().verify()
    expect(useLedger.getState().check?.count).toBe(1)
    await useLedger.getState().load()
    expect(useLedger.getState()).toMatchObject({ check: null, isChecking: false })
  })

  it('finds receipts by provider, address, body and date, in any case', () => {
    const all = [receipt(1, {}), receipt(2, { provider: 'Practice cloud', practice: true, request: { ...receipt(2, {}).request, url: 'http://127.0.0.1:4000/v1', body: '{"request":"[PERSON_A]"}' } })]
    const found = (query: string): string[] => matching(all, { ...everything, words: query }, 'Europe/Berlin').map((one) => one.id)
    expect(found('  ')).toEqual(['r1', 'r2'])
    expect(found('AZURE')).toEqual(['r1'])
    expect(found('127.0.0.1')).toEqual(['r2'])
    expect(found('person_a')).toEqual(['r2'])
    expect(found('2026-11-21')).toEqual(['r1'])
    expect(found('22  nov 2026')).toEqual(['r2'])
    expect(found('13:30')).toEqual(['r1', 'r2'])
    expect(found('zebra')).toEqual([])
  })

  it('narrows by entry, provider, outcome and day, all together', () => {
    const emma: Told = { entity: 'person/emma', kind: 'person', token: '[CHILD]', layer: 'vault', how: 'tokenised' }
    const all = [receipt(4, { told: [emma] }), receipt(3, { told: [{ ...emma, entity: 'person/anna' }], outcome: 'not-sent' }), receipt(2, { told: [emma], provider: 'OpenAI' }), receipt(1, {})]
    const found = (part: Partial<Filter>): string[] => matching(all, { ...everything, ...part }, 'Europe/Berlin').map((one) => one.id)
    expect(found({ entry: 'person/emma' })).toEqual(['r4', 'r2'])
    expect(found({ entry: 'person/emma', provider: 'OpenAI' })).toEqual(['r2'])
    expect(found({ outcome: 'not-sent' })).toEqual(['r3'])
    expect(found({ from: '2026-11-22', to: '2026-11-23' })).toEqual(['r3', 'r2'])
    expect(found({ to: '2026-11-21' })).toEqual(['r1'])
    expect(found({ entry: 'person/emma', words: 'zebra' })).toEqual([])
    // Half an hour before midnight in Berlin is the day before in New York.
    const late = [receipt(1, { at: '2026-11-22T23:30:00Z' })]
    expect(matching(late, { ...everything, from: '2026-11-23' }, 'Europe/Berlin')).toHaveLength(1)
    expect(matching(late, { ...everything, from: '2026-11-23' }, 'America/New_York')).toHaveLength(0)
    expect([everything, { ...everything, words: 'a' }, { ...everything, entry: 'person/emma', to: '2026-11-21' }].map(settingsOf)).toEqual([0, 0, 2])
  })

  it('is read anew when something leaves, as far as somebody has looked at it', async () => {
    calls.ledger.list.mockResolvedValue(ok([]))
    calls.ledger.seen.mockResolvedValue(ok({ seen: [], unrecorded: 0 }))
    useLedger.getState().hear()
    expect([calls.ledger.list.mock.calls.length, calls.ledger.seen.mock.calls.length]).toEqual([0, 0])
    await useLedger.getState().loadSeen()
    useLedger.getState().hear()
    expect([calls.ledger.list.mock.calls.length, calls.ledger.seen.mock.calls.length]).toEqual([0, 2])
    useLedger.getState().forget()
    useLedger.getState().hear()
    expect(calls.ledger.seen.mock.calls).toHaveLength(2)
  })
})
