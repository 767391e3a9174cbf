/** P4 A detector, a word list or the vault failing while a message is sanitised: nothing leaves the step, and a named problem says why. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { detectors } from '../../electron/privacy/detectors/all.ts'
import { createLanguage } from '../../electron/privacy/languages/language.ts'
import { loadVocabulary, maskUnknown, type Vocabulary } from '../../electron/privacy/vocabulary.ts'
import { createSanitize, type SanitizeDeps } from '../../electron/steps/sanitize.ts'
import type { Walk } from '../../electron/steps/step.ts'
import { knownValues } from '../../electron/vault/matcher.ts'
import { problem, wording, type ProblemName } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Understanding } from '../../shared/stages.ts'
import { fromInstant } from '../../shared/time.ts'
import { testHousehold } from '../support/test-household.ts'

let vocabulary: Vocabulary
beforeAll(async () => { vocabulary = await loadVocabulary() })

const boom = (): never => { throw new Error('Emma Bergmann, 14 Linden Lane') }
/** Something that cannot be looked at. */
const hostile = new Proxy({}, { get: boom }) as never
const good = (): SanitizeDeps => ({
  clock: { now: () => fromInstant('2026-11-22T16:50:00Z') },
  findTimes: () => [],
  vocabulary: () => Promise.resolve(vocabulary),
  household: () => Promise.resolve(ok(testHousehold)),
  known: (household, words) => Promise.resolve(ok(knownValues(household, [], ['Quexington'], words.has))),
  tokens: () => Promise.resolve(ok(new Map())),
  saveTokens: () => Promise.resolve(ok(null)),
  hiddenDays: () => 3,
  review: () => Promise.resolve(null),
})
const text = 'Tell Emma that 030 55 55 0199 calls on 3 December'
const understanding = { message: { text, route: 'cloud', turnId: 't', conversationId: 'c', at: '2026-11-22T16:50:00Z' }, household: testHousehold, task: { kind: 'question', request: { intent: 'question', readings: [], unread: [] } } } as unknown as Understanding
const run = async (deps: SanitizeDeps): Promise<unknown> => createSanitize(deps)(understanding, {} as Walk)

const locked = () => Promise.resolve(fail(problem('vault.locked')))
const broken: readonly (readonly [name: string, change: Partial<SanitizeDeps>])[] = [
  ['the word list cannot be read', { vocabulary: () => Promise.reject(new Error('gone')) }],
  ['the word list throws', { vocabulary: boom }],
  ['the word list is none', { vocabulary: () => Promise.resolve(hostile) }],
  ['looking a word up throws', { vocabulary: () => Promise.resolve({ ...vocabulary, has: boom }) }],
  ['the vault is locked: household', { household: locked }], ['the vault is locked: values', { known: locked }], ['the vault is locked: tokens', { tokens: locked }], ['the vault is locked: keeping tokens', { saveTokens: locked }],
  ['the household cannot be read', { household: () => Promise.reject(new Error('io')) }], ['the household throws', { household: boom }], ['the household is none', { household: () => Promise.resolve(ok(hostile)) }],
  ['the values throw', { known: boom }], ['the values cannot be read', { known: () => Promise.reject(new Error('io')) }], ['the values are none', { known: () => Promise.resolve(ok(hostile)) }], ['a value is none', { known: () => Promise.resolve(ok([hostile])) }],
  ['the tokens throw', { tokens: boom }], ['the tokens are none', { tokens: () => Promise.resolve(ok(hostile)) }], ['keeping the tokens throws', { saveTokens: boom }], ['keeping the tokens fails', { saveTokens: () => Promise.reject(new Error('full')) }],
  ['finding times throws', { findTimes: boom }], ['a time is none', { findTimes: () => [hostile] }], ['a time is no time', { findTimes: () => [{ start: 0, end: 4, kind: 'clock', wall: 'soon' }] }],
  ['the clock throws', { clock: { now: boom }, findTimes: () => [{ start: 0, end: 4, kind: 'date', stretch: ['2026-12-03T00:00', '2026-12-04T00:00'] }] }],
  ['chance throws', { hiddenDays: boom, findTimes: () => [{ start: 0, end: 4, kind: 'date', stretch: ['2026-12-03T00:00', '2026-12-04T00:00'] }] }],
]

describe('P4 sanitising fails closed', () => {
  it('and works when nothing is broken, so that each of these fails for its own reason', async () => {
    expect(await run(good())).toMatchObject({ ok: true })
  })
  it.each(broken)('when %s', async (_name, change) => {
    const outcome = await run({ ...good(), ...change }) as { ok: boolean; stop?: { problem?: { name: ProblemName; detail: Record<string, string | number> } } }
    expect(outcome.ok).toBe(false)
    const found = outcome.stop?.problem
    expect(found?.name).toMatch(/^(?:privacy\.detector-failed|vault\.locked)$/)
    const { says, todo } = wording({ name: found?.name ?? 'internal', detail: found?.detail ?? {} })
    expect(says + todo).not.toMatch(/Emma|Linden|\{/)
  })
  it.each(detectors.map((detector, i) => [`${detector.kind} (${i})`, detector] as const))('when the detector of %s throws', async (_name, detector) => {
    const spy = vi.spyOn(detector, 'find').mockImplementation(boom)
    try { expect(await run(good())).toMatchObject({ ok: false, stop: { problem: { name: 'privacy.detector-failed' } } }) } finally { spy.mockRestore() }
  })
  it.each([['the languages cannot be looked at', (words: Vocabulary): Vocabulary => ({ ...words, languages: hostile })], ['a language throws', (words: Vocabulary): Vocabulary => ({ ...words, languages: [hostile] })]] as const)('when %s and the text is not plainly English', (_name, broken) => {
    expect(() => maskUnknown('Kannst du morgen bitte Brot und Milch kaufen', broken(vocabulary))).toThrow()
  })
  it.each([['no words', [], ['a']], ['too few words', ['ein'], ['rose']], ['no names', Array.from({ length: 5000 }, (_, i) => `wort${i}`), []]] as const)('when a language has %s', (_name, words, names) => {
    expect(() => createLanguage({ code: 'de', words, names, grammar: 'der die das', titles: 'herr', bases: () => [] })).toThrow('incomplete')
  })
})
