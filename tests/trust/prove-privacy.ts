/** P4 and P5 over generated texts: the last check against every disguise in sentences by chance, and the laws of sanitising and restoring. */
import { detectors } from '../../electron/privacy/detectors/all.ts'
import { leakCheck } from '../../electron/privacy/leak-check.ts'
import { loadVocabulary } from '../../electron/privacy/vocabulary.ts'
import { knownValues } from '../../electron/vault/matcher.ts'
import { sealOf } from '../support/departing.ts'
import { DISGUISES, PLANTED } from '../support/disguises.ts'
import { honest, lawsOf } from '../support/privacy-laws.ts'
import { randomFrom } from '../support/random.ts'
import { testHousehold } from '../support/test-household.ts'
import { createCounter, type Tally } from './tally.ts'

const before = ['Please ask', 'Run the dishwasher for', 'Is it', 'The car is for', 'Tell', 'and then']
const after = ['comes home at 7', 'tonight', 'please', 'before breakfast', 'or not', 'is there']
const bodyOf = (words: string): string => JSON.stringify({ model: 'm', messages: [{ role: 'system', content: 'You plan.' }, { role: 'user', content: words }], store: false })

/** So many sentences with one private value each, in a disguise: none passes. */
export function proveDisguises(sentences: number): Promise<Tally> {
  const { count, tally } = createCounter(), random = randomFrom(44)
  const disguised = PLANTED.flatMap((planted) => Object.entries(DISGUISES).flatMap(([name, disguise]) => disguise(planted).flatMap((text) => (text === undefined ? [] : [{ planted, name, text }]))))
  for (let at = 0; at < sentences; at += 1) {
    const { planted, name, text } = random.of(disguised)
    const checked = leakCheck(sealOf({ url: 'https://cloud.example/v1', headers: [], body: bodyOf(`${random.of(before)} ${text} ${random.of(after)}`) }), { body: bodyOf('') }, [{ value: planted.value, kind: planted.kind, word: false }])
    count(`${planted.value}, ${name}: ${text}`, checked.ok && 'hits' in checked.value && checked.value.hits.length > 0)
  }
  return Promise.resolve(tally())
}

/** Each law over so many messages and their successors. A law that is broken counts as broken for all of them. */
export async function proveLaws(promise: 'P4' | 'P5', messages: number): Promise<Tally> {
  const vocabulary = await loadVocabulary(), known = knownValues(testHousehold, [], ['Quexington'], (word) => vocabulary.has(word))
  const seen = (text: string): readonly string[] => detectors.flatMap((detector) => detector.find(text).map(({ start, end }) => text.slice(start, end)))
  const laws = lawsOf(honest(known, vocabulary), known, seen).filter(({ name }) => name.startsWith(promise))
  const broken = laws.flatMap(({ name, holds }, at) => {
    try { holds(messages, 100 + at); return [] } catch (error) { return [`${name}: ${String(error)}`] }
  })
  return { tried: laws.length * messages, held: (laws.length - broken.length) * messages, failures: broken }
}
