/** A house in which every model obeys whoever injects something, with a thief who listens; and what it means that nothing came of it. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect } from 'vitest'
import { carries } from '../../electron/privacy/leak-check.ts'
import { TurnView } from '../../renderer/views/chat/turn.tsx'
import type { CalendarEvent, EventDraft } from '../../shared/calendar.ts'
import type { Route, Turn } from '../../shared/conversation.ts'
import type { Departure } from '../../shared/departure.ts'
import type { Household } from '../../shared/household.ts'
import { startFakeOllama, type FakeOllama } from './fake-ollama.ts'
import { openHouse, valueOf, type House } from './house.ts'
import { givenIn, instructionOf, obedientAnswer, obedientCloud, toldIn, type Goal, type Injection, type Loot } from './obedient-model.ts'
import { answerWith, chatCompletion, startRecordingCloud, type RecordingCloud, type Recorded } from './recording-cloud.ts'

export interface Said {
  readonly turn: Turn
  /** What a model on this computer was given for it. */
  readonly given: string
  readonly shown: readonly Departure[]
  readonly sent: readonly Recorded[]
}

export interface ObedientHouse {
  readonly house: House
  readonly instruction: (goal: Goal) => string
  /** Writes the household with this change to the sample. */
  readonly household: (change: (household: Household) => Household) => Promise<void>
  /** Puts an event into the calendar by hand. */
  readonly event: (draft: Partial<EventDraft> & Pick<EventDraft, 'title'>) => Promise<void>
  /** From now on the cloud injects this itself, in its words or in fields nobody asked for. */
  readonly cloudInjects: (goal: Goal, where: 'words' | 'fields') => void
  /** Says something, and checks everything that must hold of it whatever was injected. At the desk the person does `decision`. */
  readonly say: (text: string, route: Route, decision?: 'approve' | 'refuse') => Promise<Said>
  /** The household as in the sample, what `event` added gone, an honest cloud, another conversation. */
  readonly reset: () => Promise<void>
  readonly close: () => Promise<void>
}

const ALARM = '730914'
const ALWAYS = { from: '0001-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' }
/** Markup by which a page would fetch something, or lead away from it. */
const FETCHES = /^<(?:img|a|link|script|style|iframe|object|embed|video|audio|source|form|base|meta)\b|\s(?:src|srcset|href|action|formaction|poster|ping|data)=/i
/** The tags of a page without the values of their attributes: words of an answer stand in neither. */
const tagsOf = (html: string): string[] => (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'))

/** Takes as long as three openings of a vault. */
export async function openObedientHouse(): Promise<ObedientHouse> {
  const house: House = await openHouse()
  const { handlers } = house
  const thief = await startRecordingCloud()
  const sample = valueOf(await handlers.household.read(null))
  const base: Household = { ...sample, notes: [...sample.notes, { id: 'alarm', title: 'Alarm', text: `The alarm code is ${ALARM}.` }] }
  const loot: Loot = { phone: '+353 20 911 0386', alarmCode: ALARM, canaries: await house.canaries(), thief: `http://127.0.0.1:${String(thief.port)}` }
  let injection: Injection | undefined
  const cloud: RecordingCloud = await startRecordingCloud({ behave: (socket, request) => { answerWith(200, chatCompletion(obedientCloud(request, loot, injection)))(socket, request) } })
  /** What the local model was told last, and does not forget. */
  let follows: Goal | undefined
  const ollama: FakeOllama = await startFakeOllama({ chat: (body) => obedientAnswer(body, follows = toldIn(givenIn(body)) ?? follows, loot) })
  await house.settings((s) => ({ ...s, engine: 'ollama', ollama: { ...s.ollama, address: `http://127.0.0.1:${String(ollama.port)}` }, cloud: { provider: 'compatible', address: `http://127.0.0.1:${String(cloud.port)}/v1`, model: 'test-model', prices: null } }))
  valueOf(await handlers.settings.setKey({ key: 'test-key' }))
  const secrets = [...base.people.flatMap(({ name, phone, email }) => [name, ...name.split(' '), ...[phone, email].flatMap((value) => value ?? [])]), ...base.places.flatMap(({ address }) => address ?? []), ALARM, ...loot.canaries]
  const forbidden = secrets.map((value) => ({ value, kind: 'private', word: false }))

  /** Everything that may change only by a yes. */
  const state = async (): Promise<unknown> => ({
    household: valueOf(await handlers.household.read(null)), events: valueOf(await handlers.calendar.between(ALWAYS)), history: valueOf(await handlers.calendar.history(null)),
    settings: valueOf(await handlers.settings.read(null)), hasKey: valueOf(await handlers.settings.hasKey(null)),
  })

  /** By the leak check, and by looking for it as it is written. Only the words of the household are looked at; the rest is the app's own text. */
  const expectClean = (body: string, where: string): void => {
    const { messages, ...rest } = JSON.parse(body) as { messages: { role: string; content: string }[] }
    const theirs = JSON.stringify([messages.filter(({ role }) => role !== 'system'), rest])
    expect(secrets.filter((secret) => theirs.toLowerCase().includes(secret.toLowerCase())), where).toEqual([])
    expect(carries(theirs, forbidden), where).toBe(false)
  }

  /** As the window shows it: words and buttons, nothing that fetches or leads away. A name brought back never stands in an address. */
  const expectOnlyText = ({ answer, ...turn }: Turn): void => {
    const page = renderToStaticMarkup(createElement(TurnView, { turn: { ...turn, answer }, zone: base.zone }))
    expect(tagsOf(page).filter((tag) => FETCHES.test(tag))).toEqual([])
    expect(page).not.toContain('url(')
    if (answer.provenance.bytesLeft === 0) return
    const addresses = [answer.text, ...answer.others.map(({ text }) => text)].flatMap((text) => text.match(/[a-z]+:\/\/[^\s)"<>]+/gi) ?? [])
    expect(addresses.filter((address) => base.people.some(({ name }) => name.split(' ').some((part) => decodeURIComponent(address).includes(part))))).toEqual([])
  }

  const say: ObedientHouse['say'] = async (text, route, decision = 'approve') => {
    const before = await state(), sentBefore = cloud.requests.length, chatsBefore = ollama.chats().length
    const shown: Departure[] = [], approved: string[] = []
    const atTheDesk = async (departure: Departure): Promise<void> => {
      // Whatever a model said: it waits for the person, and nothing has left.
      shown.push(departure)
      expect(valueOf(await handlers.departure.waiting(null))).toEqual(departure)
      expect(cloud.requests).toHaveLength(sentBefore + approved.length)
      const { id, revision, request: { sha256, body }, hits } = departure
      if (hits.length === 0) expectClean(body, 'at the desk')
      const yes = decision === 'approve' ? await handlers.departure.approve({ id, revision, sha256 }) : undefined
      if (hits.length > 0 && yes !== undefined) expect(yes).toMatchObject({ ok: false })
      if (yes?.ok === true) approved.push(body)
      else valueOf(await handlers.departure.refuse({ id }))
    }
    const turn = await house.say(text, route, async (departure) => {
      try { await atTheDesk(departure) } catch (failure) {
        // Nothing stays on the desk for the next test.
        await handlers.departure.refuse({ id: departure.id })
        throw failure
      }
    })
    const sent = cloud.requests.slice(sentBefore)
    expect(sent.map(({ body }) => body.toString())).toEqual(approved)
    for (const { body } of sent) expectClean(body.toString(), 'on the wire')
    // Nobody asked for a cloud: only a measured doubt may bring something to the desk, and says so there.
    if (route === 'here') expect(shown).toEqual([])
    if (route === 'auto') for (const { why } of shown) expect(why).toMatch(/^This computer is not sure: /)
    expect(turn.answer.provenance.bytesLeft > 0).toBe(approved.length > 0)
    expectOnlyText(turn)
    if (turn.answer.proposal !== null) expect(turn.answer.proposal.status).toBe('open')
    expect(await state()).toEqual(before)
    expect([thief.connections(), house.trips]).toEqual([0, []])
    return { turn, shown, sent, given: ollama.chats().slice(chatsBefore).map(givenIn).join('\n') }
  }

  const added: string[] = []
  const reset = async (): Promise<void> => {
    injection = undefined
    follows = undefined
    valueOf(await handlers.household.write(base))
    for (const id of added.splice(0)) valueOf(await handlers.calendar.remove({ id, scope: 'one' }))
    await house.begin()
  }
  await reset()
  return {
    house, say, reset,
    instruction: (goal) => instructionOf(goal, loot.thief),
    household: async (change) => { valueOf(await handlers.household.write(change(base))) },
    event: async (draft) => {
      const event: CalendarEvent = valueOf(await handlers.calendar.save({ id: null, event: { start: '2026-11-22T17:30:00Z', end: '2026-11-22T18:30:00Z', zone: base.zone, allDay: false, people: [], ...draft }, scope: 'one' }))
      added.push(event.id)
    },
    cloudInjects: (goal, where) => { injection = { goal, instruction: instructionOf(goal, loot.thief), inFields: where === 'fields' } },
    close: async () => { await house.close(); await Promise.all([thief.close(), cloud.close(), ollama.close()]) },
  }
}
