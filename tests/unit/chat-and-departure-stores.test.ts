/** The stores of the chat and the departure panel against a bridge that answers as told: nothing approved that was not shown, nothing lost, nothing kept when locked. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Turn } from '../../shared/conversation.ts'
import type { Departure } from '../../shared/departure.ts'
import type { News } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'

type Call = (request: unknown) => Promise<unknown>
const calls: { channel: string; request: unknown }[] = []
const answers = new Map<string, Call>()
const listeners: ((news: News) => void)[] = []
const feature = (name: string): unknown => new Proxy({}, { get: (_, channel: string) => async (request: unknown) => {
  calls.push({ channel: `${name}.${channel}`, request })
  return (answers.get(`${name}.${channel}`) ?? (async () => fail(problem('vault.locked'))))(request)
} })
vi.stubGlobal('lares', { ...Object.fromEntries(['vault', 'household', 'chat', 'departure', 'calendar', 'ledger', 'ics', 'models', 'reminders', 'settings'].map((name) => [name, feature(name)])), onNews: (listener: (news: News) => void) => { listeners.push(listener); return () => undefined } })

const { useChat, draftOf, leftOutOf } = await import('../../renderer/state/chat.ts')
const { useDeparture } = await import('../../renderer/state/departure.ts')
const { useOverlay } = await import('../../renderer/state/overlay.ts')
const { useSession } = await import('../../renderer/state/session.ts')
const { useSettings } = await import('../../renderer/state/settings.ts')
const { useToday } = await import('../../renderer/state/today.ts')
const { startStores } = await import('../../renderer/state/news.ts')
const { defaultSettings } = await import('../../shared/settings.ts')

const turn = (status: Turn['answer']['status'], id = 't1'): Turn => ({
  id, conversationId: 'c1', at: '2026-11-22T10:00:00Z', text: 'Run it', route: 'auto',
  answer: { status, text: '', readings: [], unread: [], choices: [], runs: [], others: [], proposal: null, problem: null, provenance: { pattern: 'answered-here', direction: '', trigger: '', purpose: '', why: '', engines: [], bytesLeft: 0, receiptIds: [], checks: [], tokens: null, cost: null, milliseconds: 0 } },
})
const departure = (revision: number, id = 'd1'): Departure => ({
  id, revision, conversationId: 'c1', turnId: 't1', pattern: 'p', why: '', wrote: 'Run it', replacements: [], facts: [], guesses: [],
  request: { method: 'POST', url: 'https://example.org', headers: [], body: '{}', bytes: 2, sha256: 'a'.repeat(64) },
  provider: { label: 'Practice cloud', practice: true, model: 'm' }, tokens: 1, hits: [], wordsWithheld: false, canWithholdWords: true, expiresAt: '2026-11-22T10:05:00Z',
})

beforeEach(() => {
  calls.length = 0
  answers.clear()
  useChat.getState().forget()
  useDeparture.getState().forget()
})

describe('departure', () => {
  test('P1: approves exactly what was displayed, not what came since', async () => {
    answers.set('departure.approve', async () => fail(problem('departure.stale')))
    useDeparture.getState().hear(departure(2))
    await useDeparture.getState().approve({ id: 'd1', revision: 1, sha256: 'b'.repeat(64) })
    expect(calls).toEqual([{ channel: 'departure.approve', request: { id: 'd1', revision: 1, sha256: 'b'.repeat(64) } }])
    expect(useDeparture.getState()).toMatchObject({ departure: { revision: 2 }, deciding: null, problem: { name: 'departure.stale' } })
  })

  test('an older revision does not replace a newer one, another departure does', () => {
    useDeparture.getState().hear(departure(3))
    useDeparture.getState().hear(departure(2))
    expect(useDeparture.getState().departure?.revision).toBe(3)
    useDeparture.getState().hear(departure(1, 'd2'))
    expect(useDeparture.getState().departure?.id).toBe('d2')
  })

  test('decides once: a second decision while the first is carried out is not asked', async () => {
    let settle: (value: unknown) => void = () => undefined
    answers.set('departure.refuse', () => new Promise((resolve) => { settle = resolve }))
    useDeparture.getState().hear(departure(1))
    const first = useDeparture.getState().refuse()
    await useDeparture.getState().approve({ id: 'd1', revision: 1, sha256: 'a'.repeat(64) })
    settle(ok(null))
    await first
    expect(calls.map((call) => call.channel)).toEqual(['departure.refuse'])
    expect(useDeparture.getState().departure).toBeNull()
  })

  test('a change names the revision it was made on, and a refused change says why', async () => {
    useDeparture.getState().hear(departure(4))
    answers.set('departure.amend', async () => ok(departure(5)))
    expect(await useDeparture.getState().amend({ kind: 'redact', phrase: 'it' })).toBe(true)
    expect(calls[0]?.request).toEqual({ id: 'd1', revision: 4, amendment: { kind: 'redact', phrase: 'it' } })
    expect(useDeparture.getState().departure?.revision).toBe(5)
    answers.set('departure.amend', async () => fail(problem('privacy.forbidden-release')))
    expect(await useDeparture.getState().amend({ kind: 'release', phrase: 'Emma', known: false })).toBe(false)
    expect(useDeparture.getState()).toMatchObject({ departure: { revision: 5 }, problem: { name: 'privacy.forbidden-release' } })
  })
})

describe('chat', () => {
  const conversation = { id: 'c1', title: 'Run it', startedAt: '2026-11-22T10:00:00Z', lastAt: '2026-11-22T10:00:00Z' }

  test('the first sentence begins a conversation and clears its draft once it was taken', async () => {
    answers.set('chat.start', async () => ok(conversation))
    answers.set('chat.send', async () => ok(turn('thinking')))
    answers.set('chat.conversations', async () => ok([conversation]))
    useChat.getState().setDraft(' Run it ')
    await useChat.getState().send(' Run it ')
    expect(calls.find((call) => call.channel === 'chat.send')?.request).toEqual({ conversationId: 'c1', text: 'Run it', route: 'auto' })
    expect(useChat.getState()).toMatchObject({ currentId: 'c1', isSending: false })
    expect(useChat.getState().turns['c1']).toEqual([turn('thinking')])
    expect(draftOf(useChat.getState())).toBe('')
  })

  test('a sentence that was not taken stays in the composer, and no second conversation is made for it', async () => {
    answers.set('chat.start', async () => ok(conversation))
    answers.set('chat.send', async () => fail(problem('vault.full')))
    useChat.getState().setDraft('Run it')
    await useChat.getState().send('Run it')
    await useChat.getState().send('Run it')
    expect(draftOf(useChat.getState())).toBe('Run it')
    expect(useChat.getState().sendProblem?.name).toBe('vault.full')
    expect(calls.filter((call) => call.channel === 'chat.start')).toHaveLength(1)
  })

  test('news that overtook the reply are not put back', async () => {
    answers.set('chat.start', async () => ok(conversation))
    answers.set('chat.conversations', async () => ok([conversation]))
    answers.set('chat.send', async () => { useChat.getState().hear(turn('done')); return ok(turn('thinking')) })
    await useChat.getState().send('Run it')
    expect(useChat.getState().turns['c1']?.map((one) => one.answer.status)).toEqual(['done'])
  })

  test('the yes leaves out what was left out, also after an event was changed; then nothing is left out any more', async () => {
    const event = { title: 'Football', start: '2026-11-24T15:00:00Z', end: '2026-11-24T16:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [] }
    answers.set('calendar.accept', async () => fail(problem('calendar.changed')))
    answers.set('calendar.amend', async () => ok(turn('done')))
    const { leaveOut, amend, accept } = useChat.getState()
    leaveOut('t1', [1, 2], true)
    leaveOut('t1', [2], false)
    leaveOut('t2', [0], true)
    expect(await amend('t1', 0, event)).toBeNull()
    expect(calls.at(-1)).toEqual({ channel: 'calendar.amend', request: { turnId: 't1', at: 0, event } })
    expect(await accept('t1')).toEqual(problem('calendar.changed'))
    expect(calls.at(-1)).toEqual({ channel: 'calendar.accept', request: { turnId: 't1', without: [1] } })
    expect(leftOutOf('t1')(useChat.getState())).toEqual([1])
    answers.set('calendar.accept', async () => ok(turn('done')))
    expect(await accept('t1')).toBeNull()
    expect([leftOutOf('t1')(useChat.getState()), leftOutOf('t2')(useChat.getState())]).toEqual([[], [0]])
  })

  test('each conversation keeps its own draft', () => {
    useChat.setState({ currentId: 'c1' })
    useChat.getState().setDraft('one')
    useChat.getState().begin()
    expect(draftOf(useChat.getState())).toBe('')
    useChat.setState({ currentId: 'c1' })
    expect(draftOf(useChat.getState())).toBe('one')
  })
})

describe('settings', () => {
  test('a refused change goes back to what was there', async () => {
    useSettings.getState().hear(defaultSettings)
    answers.set('settings.write', async () => fail(problem('vault.full')))
    expect(await useSettings.getState().change({ theme: 'dark' })).toBe(false)
    expect(useSettings.getState()).toMatchObject({ settings: defaultSettings, theme: 'system', problem: { name: 'vault.full' } })
  })
})

describe('locking', () => {
  test('P8: what was private in the window is forgotten when the vault locks', async () => {
    const state = (name: 'open' | 'locked'): { state: 'open' | 'locked'; folder: string; problem: null; keychain: boolean } => ({ state: name, folder: '/v', problem: null, keychain: false })
    answers.set('vault.state', async () => ok(state('open')))
    startStores()
    await vi.waitFor(() => { expect(useSession.getState().vault?.state).toBe('open') })
    useChat.getState().hear(turn('done'))
    useChat.getState().setDraft('a secret')
    useDeparture.getState().hear(departure(1))
    useToday.setState({ events: [{ id: 'e1', title: 'Doctor', start: '2026-11-24T15:00:00Z', end: '2026-11-24T16:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [] }] })
    useOverlay.getState().show('commands')
    useSettings.getState().hear({ ...defaultSettings, theme: 'dark' })
    for (const listener of listeners) listener({ kind: 'vault', vault: state('locked') })
    expect(useChat.getState()).toMatchObject({ turns: {}, drafts: {}, conversations: null, currentId: null })
    expect(useDeparture.getState().departure).toBeNull()
    expect(useToday.getState().events).toBeNull()
    expect(useOverlay.getState().shown).toBeNull()
    expect(useSettings.getState()).toMatchObject({ settings: null, theme: 'dark' })
  })
})

describe('the next message', () => {
  const sent = (): unknown[] => calls.filter(({ channel }) => channel === 'chat.send').map(({ request }) => request)
  const begin = async (): Promise<void> => {
    useChat.setState({ currentId: 'c1', turns: { c1: [turn('done', 't0')] }, route: 'here' })
    useChat.getState().hear(turn('thinking'))
    useChat.getState().setDraft('And the washing')
    useChat.getState().queue()
    useChat.setState({ route: 'cloud' })
    useChat.getState().setDraft('typed later')
    await vi.waitFor(() => { expect(useChat.getState().queued['c1']?.text).toBe('And the washing') })
  }
  const settled = (): Promise<void> => vi.waitFor(() => { expect(useChat.getState().queued).toEqual({}) })

  test('waits for the answer, and goes by the route it was written for; what is typed meanwhile stays', async () => {
    await begin()
    expect(sent()).toEqual([])
    answers.set('chat.send', async () => ok(turn('thinking', 't2')))
    useChat.getState().hear(turn('done'))
    await settled()
    await vi.waitFor(() => { expect(sent()).toEqual([{ conversationId: 'c1', text: 'And the washing', route: 'here' }]) })
    expect(draftOf(useChat.getState())).toBe('typed later')
  })

  test('is not sent by news of an answer before', async () => {
    await begin()
    useChat.getState().hear(turn('done', 't0'))
    expect(useChat.getState().queued['c1']?.text).toBe('And the washing')
    expect(sent()).toEqual([])
  })

  test.each([['stopped', []], ['problem', []], ['done', ['Monday', 'Friday']]] as const)('comes back in front of the draft after an answer that is %s %j', async (status, choices) => {
    await begin()
    const answered = turn(status)
    useChat.getState().hear({ ...answered, answer: { ...answered.answer, choices: [...choices] } })
    await settled()
    expect(sent()).toEqual([])
    expect(draftOf(useChat.getState())).toBe('And the washing\n\ntyped later')
  })

  test('comes back when it is refused, and is part of the draft that the vault keeps', async () => {
    await begin()
    answers.set('chat.saveDraft', async () => ok(null))
    useChat.getState().keepDrafts()
    expect(calls.filter(({ channel }) => channel === 'chat.saveDraft').at(-1)?.request).toEqual({ conversationId: 'c1', text: 'And the washing\n\ntyped later' })
    answers.set('chat.send', async () => fail(problem('vault.locked')))
    useChat.getState().hear(turn('done'))
    await vi.waitFor(() => { expect(useChat.getState().sendProblem?.name).toBe('vault.locked') })
    expect(draftOf(useChat.getState())).toBe('And the washing\n\ntyped later')
  })

  test('a second one joins it; taken away, it is gone', async () => {
    await begin()
    useChat.getState().queue()
    expect(useChat.getState().queued['c1']?.text).toBe('And the washing\n\ntyped later')
    useChat.getState().unqueue('c1', true)
    expect([useChat.getState().queued, draftOf(useChat.getState())]).toEqual([{}, ''])
  })
})
