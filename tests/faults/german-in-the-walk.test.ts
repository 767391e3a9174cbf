/** The whole walk in a German house: its dates and times, its people by what they are called, and its words, as they leave and come back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Departure } from '../../shared/departure.ts'
import { german } from '../../renderer/views/chat/german.ts'
import { setLanguage } from '../../shared/language.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'
import { answerWith, chatCompletion, startRecordingCloud, type RecordingCloud } from '../support/recording-cloud.ts'

let house: House, cloud: RecordingCloud
beforeAll(async () => {
  house = await openHouse({}, {}, { language: 'de', locale: 'de-DE' })
  cloud = await startRecordingCloud({ behave: answerWith(200, chatCompletion('Fahrt um [DAY_9, 08:30].')) })
  await house.settings((s) => ({ ...s, cloud: { provider: 'compatible', address: `http://127.0.0.1:${cloud.port}/v1`, model: 'test-model', prices: null } }))
  valueOf(await house.handlers.settings.setKey({ key: 'test-key' }))
})
afterAll(async () => { await house.close(); await cloud.close(); setLanguage({ language: 'en', locale: 'en-GB' }) })

beforeEach(async () => { await house.begin() })

const wordsOf = (departure: Departure): string => (JSON.parse(departure.request.body) as { messages: { role: string; content: string }[] }).messages.find(({ role }) => role === 'user')?.content ?? ''
async function look(text: string): Promise<string> {
  let seen: Departure | undefined
  await house.say(text, 'cloud', async (departure) => { seen = departure; valueOf(await house.handlers.departure.refuse({ id: departure.id })) })
  if (seen === undefined) throw new Error('nothing waited')
  return wordsOf(seen)
}

describe('what a German house understands with no model', () => {
  it('is what its empty conversation shows, to the last word', async () => {
    for (const example of [german.examples.plan(), german.examples.prepare('12. Dezember'), german.examples.write()]) {
      const { answer } = await house.say(example, 'here')
      expect({ example, status: answer.status, unread: answer.unread, problem: answer.problem }).toEqual({ example, status: 'done', unread: [], problem: null })
      expect(answer.text.length).toBeGreaterThan(30)
    }
  })
  it.each([
    ['Spülmaschine und Auto heute Nacht so günstig wie möglich, bis 7 Uhr fertig', ['Spülmaschine', 'Elektroauto']],
    ['Die Spülmaschine muss vor Emmas Frühstück um 7 fertig sein', ['Spülmaschine']],
    ['Starte die Waschmaschine um 14 Uhr', ['Waschmaschine']],
  ])('plans: %s', async (text, devices) => {
    const { answer } = await house.say(text, 'here')
    expect(answer.runs.map(({ title }) => title)).toEqual(devices)
    expect(answer.provenance.checks).toContain('Nachgerechnet: Alle Grenzen sind eingehalten.')
  })
  it('and says why not', async () => {
    await house.say('Lass die Waschmaschine morgen laufen, so günstig wie möglich, fertig bis 18 Uhr', 'here')
    expect((await house.say('Warum nicht am Samstag?', 'here')).answer.text).toBe('Samstag liegt außerhalb der Zeit, für die ich planen sollte.')
  })
})

describe('P4 what leaves a German house', () => {
  it.each([
    ['Ist es klug, am 3. Dezember um 9 Uhr zu fliegen und am Samstag, dem 5. Dezember, zurückzukommen?', /Dezember|Samstag|\b3\b|\b5\b/],
    ['Was hilft, wenn man am Donnerstag um halb fünf müde ist?', /Donnerstag|halb fünf/],
    ['Warum ist jeden Dienstag so viel Verkehr?', /Dienstag/],
    ['Ist der 24.12. ein guter Tag zum Wandern?', /24/],
  ])('names no day and no hour of: %s', async (text, told) => { expect(await look(text)).not.toMatch(told) })

  it('says a day as one counted from a hidden one, and brings it back in German', async () => {
    let words = ''
    const turn = await house.say('Ist es klug, am 3. Dezember um 9 Uhr zu fliegen?', 'cloud', async (departure) => { words = wordsOf(departure); await house.approve(departure) })
    expect(words).toMatch(/\[DAY_\d+, 09:00\]/)
    const day = Number(/\[DAY_(\d+), 09:00\]/.exec(words)?.[1])
    const date = new Date(Date.UTC(2026, 11, 3 + 9 - day))
    expect(turn.answer.text).toContain(new Intl.DateTimeFormat('de-DE', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date))
  })

  it('hides people by what they are called, and leaves articles where they stand', async () => {
    const words = await look('Was könnten wir kochen, damit Oma Ruth und das Baby es mögen, und was ist das Beste dazu?')
    expect(words).not.toMatch(/Ruth/)
    expect(words).toMatch(/was ist das Beste dazu/i)
  })

  it('asks for a letter that reads on, with its greeting', async () => {
    const words = await look('Schreib einen Brief an Dr. Okafor, dass Emma am Donnerstag krank ist')
    expect(words).not.toMatch(/Okafor|Emma|Donnerstag/)
    expect(words).toMatch(/Guten Tag .*,\s+ich möchte mitteilen, dass .* krank ist\.\s+Mit freundlichen Grüßen/s)
  })
})
