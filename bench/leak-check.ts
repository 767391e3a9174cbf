/** How long the last check takes on the largest body it looks at, against many values. */
import { performance } from 'node:perf_hooks'
import { leakCheck, prepareForbidden, type Forbidden } from '../electron/privacy/leak-check.ts'
import { knownValues } from '../electron/vault/matcher.ts'
import type { Sealed } from '../shared/stages.ts'
import { largeHousehold } from '../tests/support/large-household.ts'
import { randomFrom } from '../tests/support/random.ts'
import type { Figures } from './run.ts'

const RUNS = 21
const VALUES = 10_000
const BYTES = 65_536

export function measure(): Figures {
  const values = manyValues()
  const build = median(Array.from({ length: 5 }, () => { const list = [...values]; return timed(() => { prepareForbidden(list) }) }))
  const small = values.slice(0, 300)
  const prose = body(BYTES), message = body(2048)
  return {
    'values': values.length,
    'build the matcher once, ms (median of 5)': build,
    '64 KiB of prose, ms (median of 21)': check(prose, values),
    '64 KiB of numbers, ms (median of 21)': check(numbers(BYTES), values),
    '64 KiB of base64, ms (median of 21)': check(encoded(BYTES), values),
    '2 KiB of prose, 300 values, ms (median of 21)': check(message, small),
  }
}

function check(text: string, values: readonly Forbidden[]): number {
  const sealed = { url: 'https://cloud.example/v1/chat/completions', headers: [['accept', 'application/json']], body: new TextEncoder().encode(text), sha256: '' } as unknown as Sealed
  const once = (): void => { if (!leakCheck(sealed, { body: '{"words":""}' }, values).ok) throw new Error('the check failed') }
  for (let i = 0; i < 5; i++) once()
  return median(Array.from({ length: RUNS }, () => timed(once)))
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const median = (list: number[]): number => Math.round((list.sort((a, b) => a - b)[list.length >> 1] ?? 0) * 100) / 100

function manyValues(): Forbidden[] {
  const base = knownValues(largeHousehold(200, 500), [], [], () => false).map(({ value, kind }) => ({ value, kind, word: false }))
  const random = randomFrom(1)
  const syllables = ['ka', 'lo', 'mir', 'ten', 'sa', 'vel', 'dor', 'ni', 'shu', 'bre', 'gal', 'fi', 'xan', 'to', 'yur']
  const made = Array.from({ length: Math.max(0, VALUES - base.length) }, () => ({ value: Array.from({ length: 3 + random(3) }, () => random.of(syllables)).join(''), kind: 'person', word: false }))
  return [...base, ...made].slice(0, VALUES)
}

const WORDS = 'please run the dishwasher tonight as cheaply as possible and charge our car before seven because nobody may make noise while they sleep 22:30 or 6 am, 12.5 kWh; thanks!'.split(' ')
function body(bytes: number): string {
  const random = randomFrom(2)
  let words = ''
  while (words.length < bytes - 40) words += `${random.of(WORDS)} `
  return JSON.stringify({ words: words.slice(0, bytes - 20) })
}
function numbers(bytes: number): string {
  const random = randomFrom(3)
  const prices: number[] = []
  for (let length = 30; length < bytes - 10;) { const price = random(10_000) / 100; prices.push(price); length += String(price).length + 1 }
  return JSON.stringify({ words: '', prices })
}
function encoded(bytes: number): string {
  const random = randomFrom(4)
  return JSON.stringify({ words: Buffer.from(Uint8Array.from({ length: Math.floor(bytes * 0.7) }, () => random(256))).toString('base64') })
}
