/** Standing rules, releases and shifted dates in the whole walk: real vault, real wire, the practice cloud and a recording one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Departure } from '../../shared/departure.ts'
import type { StandingRule } from '../../shared/household.ts'
import { EVENING, openHouse, valueOf, type House } from '../support/house.ts'
import { answerWith, chatCompletion, startRecordingCloud, type RecordingCloud } from '../support/recording-cloud.ts'

let house: House, cloud: RecordingCloud
beforeEach(async () => {
  house = await openHouse()
  cloud = await startRecordingCloud({ behave: answerWith(200, chatCompletion('Leave at [DAY_9, 08:30].')) })
  await house.settings((s) => ({ ...s, cloud: { provider: 'compatible', address: `http://127.0.0.1:${cloud.port}/v1`, model: 'test-model', prices: null } }))
  valueOf(await house.handlers.settings.setKey({ key: 'test-key' }))
})
afterEach(async () => { await house.close(); await cloud.close() })

/** The person's words as they stand in the sealed body. */
const wordsOf = (departure: Departure): string => (JSON.parse(departure.request.body) as { messages: { role: string; content: string }[] }).messages.find(({ role }) => role === 'user')?.content ?? ''
const rule = (kind: StandingRule['kind'], phrase: string): StandingRule => ({ id: phrase.toLowerCase().replace(/[^a-z]+/g, '-'), kind, phrase, since: EVENING })
async function keep(...rules: StandingRule[]): Promise<void> {
  const household = valueOf(await house.handlers.household.read(null))
  valueOf(await house.handlers.household.write({ ...household, rules }))
}
/** The departure of a question as it first waits; refused after a look. */
async function look(text: string): Promise<Departure> {
  let seen: Departure | undefined
  await house.say(text, 'cloud', async (departure) => { seen = departure; valueOf(await house.handlers.departure.refuse({ id: departure.id })) })
  if (seen === undefined) throw new Error('nothing waited')
  return seen
}

describe('a standing rule', () => {
  it('P4 forbids a phrase in every form, whoever asks to release it, and nothing of it is on the wire', async () => {
    await keep(rule('forbid', 'the pottery class'))
    const asked = 'Who could drive me to the pottery class? The Pottery Class starts late.'
    await house.say(asked, 'cloud', async (departure) => {
      expect(wordsOf(departure)).not.toMatch(/pottery/i)
      const held = departure.replacements.filter(({ layer }) => layer === 'rule')
      expect(held.map(({ original, release }) => [original, release])).toEqual([['the pottery class', 'never'], ['The Pottery Class', 'never']])
      if (departure.revision === 1) { valueOf(await house.handlers.departure.amend({ id: departure.id, revision: 1, amendment: { kind: 'release', phrase: 'the pottery class', known: true } })); return }
      await house.approve(departure)
    })
    expect(cloud.requests).toHaveLength(1)
    expect(cloud.requests[0]?.body.toString()).not.toMatch(/pottery/i)
  })

  it('releases a word for good, and by the word of it also what the vault knows, until it is taken back', async () => {
    const before = wordsOf(await look('Does Emma like quinoa salad?'))
    expect(before).not.toContain('Emma')
    await keep(rule('release', 'Emma'))
    expect(wordsOf(await look('Does Emma like quinoa salad?'))).toContain('Does Emma like')
    await keep()
    expect(wordsOf(await look('Does Emma like quinoa salad?'))).not.toContain('Emma')
  })

  it('counts as it is by now when the departure is looked at again', async () => {
    await house.say('Is the chess evening a good idea?', 'cloud', async (departure) => {
      if (departure.revision === 1) {
        expect(wordsOf(departure)).toContain('chess')
        await keep(rule('forbid', 'chess evening'))
        valueOf(await house.handlers.departure.amend({ id: departure.id, revision: 1, amendment: { kind: 'again' } }))
        return
      }
      expect(wordsOf(departure)).not.toContain('chess')
      valueOf(await house.handlers.departure.refuse({ id: departure.id }))
    })
  })

  it('P4 forbidden while the departure waits, stops it at the yes', async () => {
    const turn = await house.say('Is the chess evening a good idea?', 'cloud', async (departure) => {
      await keep(rule('forbid', 'chess evening'))
      await house.approve(departure)
    })
    expect(turn.answer.problem?.name).toBe('privacy.leak')
    expect(cloud.requests).toHaveLength(0)
  })

  it('can be replayed over what left: what it would have changed, and nothing else', async () => {
    for (const text of ['Is the chess evening a good idea?', 'How do I clean a kettle?']) await house.say(text, 'cloud', house.approve)
    const replayed = valueOf(await house.handlers.departure.replay({ kind: 'forbid', phrase: 'chess evening' }))
    expect(replayed).toMatchObject({ looked: 2, gone: 0 })
    expect(replayed.changed.map(({ number, before, after }) => [number, before.includes('chess evening'), after.includes('chess')])).toEqual([[1, true, false]])
    expect(valueOf(await house.handlers.departure.replay({ kind: 'forbid', phrase: 'violin' })).changed).toEqual([])
    const [conversation] = valueOf(await house.handlers.chat.conversations(null))
    valueOf(await house.handlers.chat.remove({ conversationId: conversation?.id ?? '' }))
    expect(valueOf(await house.handlers.departure.replay({ kind: 'forbid', phrase: 'chess evening' }))).toEqual({ looked: 0, gone: 2, changed: [] })
  })
})

describe('an amendment', () => {
  it('lets a vault value leave only when it was asked twice, and then that value alone', async () => {
    await house.say('Should Emma sit beside Tom?', 'cloud', async (departure) => {
      if (departure.revision === 1) { valueOf(await house.handlers.departure.amend({ id: departure.id, revision: 1, amendment: { kind: 'release', phrase: 'Emma', known: true } })); return }
      expect(departure.hits).toEqual([])
      expect(wordsOf(departure)).toMatch(/Should Emma sit beside \[PERSON_\w/)
      await house.approve(departure)
    })
    expect(cloud.requests[0]?.body.toString()).toContain('Should Emma sit beside')
    expect(cloud.requests[0]?.body.toString()).not.toContain('Tom')
  })

  it('lets a vaguer phrase leave in place of a person, and checks that one too', async () => {
    await house.say('Should Emma sit beside Tom?', 'cloud', async (departure) => {
      if (departure.revision === 1) { valueOf(await house.handlers.departure.amend({ id: departure.id, revision: 1, amendment: { kind: 'change', phrase: 'Emma', into: 'a child' } })); return }
      if (departure.revision === 2) {
        expect(wordsOf(departure)).toMatch(/Should a child sit beside/)
        valueOf(await house.handlers.departure.amend({ id: departure.id, revision: 2, amendment: { kind: 'change', phrase: 'Emma', into: 'little Emma' } }))
        return
      }
      expect(departure.hits.length).toBeGreaterThan(0)
      valueOf(await house.handlers.departure.refuse({ id: departure.id }))
    })
    expect(cloud.requests).toHaveLength(0)
  })
})

describe('dates in a question', () => {
  it('leave as days from a hidden one and come back by arithmetic', async () => {
    let words = ''
    const turn = await house.say('Is it wise to fly on 3 December at 9:00 and come back on Saturday 5 December?', 'cloud', async (departure) => { words = wordsOf(departure); await house.approve(departure) })
    const days = [...words.matchAll(/\[DAY_(\d+)(?:, (\d\d:\d\d))?\]/g)].map(([, day, clock]) => [Number(day), clock])
    expect(days).toHaveLength(2)
    expect(Number(days[1]?.[0]) - Number(days[0]?.[0])).toBe(2)
    expect(days[0]?.[1]).toBe('09:00')
    expect(words).not.toMatch(/December|Saturday/)
    // The answer counts from the same hidden day: [DAY_9] is as far from 3 December as its number says.
    const date = new Date(Date.UTC(2026, 11, 3 + 9 - Number(days[0]?.[0])))
    expect(turn.answer.text).toBe(`Leave at ${new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date)}, 08:30.`)
  })
})
