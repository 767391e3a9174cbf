/** Standing rules as the window shows and edits them, what it counts at the departure desk, and the comparison of a replay. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Departure, Replacement, Replay } from '../../shared/departure.ts'
import { emptyHousehold, Household, type StandingRule } from '../../shared/household.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

const calls = { departure: { amend: vi.fn(), replay: vi.fn() }, household: { read: vi.fn(), write: vi.fn(), sample: vi.fn() } }
vi.stubGlobal('lares', { ...calls, onNews: () => () => undefined })
const { useDeparture } = await import('../../renderer/state/departure.ts')
const { useReplay } = await import('../../renderer/state/replay.ts')
const { differences } = await import('../../renderer/views/household/differences.ts')
const { canBeRule, ruleAbout, ruleHolding, withoutRule, withRule } = await import('../../renderer/views/household/rule-edits.ts')
const { canTakeOut, exceptions, tally } = await import('../../renderer/views/departure/tally.ts')
const { strings } = await import('../../renderer/views/departure/strings.ts')
const { vaguerWords } = await import('../../renderer/views/departure/vaguer.ts')

const rule = (kind: StandingRule['kind'], phrase: string, id = phrase.toLowerCase().replace(/[^a-z]+/g, '-')): StandingRule => ({ id, kind, phrase, since: '2026-11-22T10:00:00Z' })
const house = (...rules: StandingRule[]): Household => ({ ...emptyHousehold('Europe/Berlin'), rules })

describe('the rules of a household', () => {
  test('a phrase has one rule: a new one takes the place of the other kind, whatever the capitals', () => {
    const after = withRule(house(rule('forbid', 'the clinic'), rule('forbid', 'choir')), rule('release', 'The Clinic', 'new'))
    expect(after.rules.map(({ kind, phrase }) => [kind, phrase])).toEqual([['forbid', 'choir'], ['release', 'The Clinic']])
    expect(Household.safeParse(after).success).toBe(true)
  })

  test('an edited rule keeps its place, and swallows another about its new phrase', () => {
    const after = withRule(house(rule('forbid', 'clinic', 'a'), rule('release', 'choir', 'b')), rule('forbid', 'CHOIR', 'a'))
    expect(after.rules).toEqual([rule('forbid', 'CHOIR', 'a')])
    expect(withoutRule(after, 'a').rules).toEqual([])
  })

  test('says which other rule a phrase would replace, not itself', () => {
    const rules = [rule('forbid', 'clinic', 'a')]
    expect(ruleAbout(rules, ' Clinic ', null)?.id).toBe('a')
    expect(ruleAbout(rules, 'clinic', 'a')).toBeNull()
  })

  test('finds the rule behind a mark: the longest phrase in it, accents and case aside; never a release, never part of a word', () => {
    const rules = [rule('forbid', 'café'), rule('forbid', 'café olé', 'long'), rule('release', 'choir'), rule('forbid', 'art')]
    expect(ruleHolding(rules, 'Cafe')?.phrase).toBe('café')
    expect(ruleHolding(rules, 'the CAFÉ-OLÉ')?.id).toBe('long')
    expect(ruleHolding(rules, 'choir')).toBeNull()
    expect(ruleHolding(rules, 'party')).toBeNull()
  })

  test('a phrase of one letter or of more than 200 is none for a rule', () => {
    expect([' a ', 'ab', 'x'.repeat(200), 'x'.repeat(201)].map(canBeRule)).toEqual([false, true, true, false])
  })
})

const wrote = 'Emma and Emmi meet the Zoe at 7:10 near the clinic.'
const replace = (original: string, token: string, part: Partial<Replacement> = {}): Replacement => ({ span: { start: wrote.indexOf(original), end: wrote.indexOf(original) + original.length }, original, token, layer: 'vault', kind: 'person', why: '', release: 'twice', ...part })

describe('what is counted at the desk', () => {
  const replacements = [replace('Emma', '[PERSON_A]'), replace('Emmi', '[PERSON_A]'), replace('7:10', '[SLOT_5]', { layer: 'time', kind: 'time' }), replace('Zoe', 'something', { layer: 'you', kind: 'changed' }), replace('near', 'something', { layer: 'you', kind: 'changed' })]

  test('two names for one person are one thing; two phrases changed into the same words are two', () => {
    expect(tally(replacements)).toEqual([{ layer: 'vault', things: 1 }, { layer: 'time', things: 1 }, { layer: 'you', things: 2 }])
    expect(strings.stayInAll(tally(replacements))).toBe('4 things stay here: 1 from your vault, 1 tells when, 2 changed by you.')
    expect(strings.stayInAll(tally([]))).toBe('')
  })

  test('an exception is what leaves by a rule or a yes and does stand in what leaves', () => {
    const rules = [rule('release', 'the Clinic'), rule('release', 'Emma'), rule('release', 'clin'), rule('forbid', 'meet')]
    expect(exceptions(wrote, replacements, rules, ['the clinic', 'and', 'Zoe'])).toEqual([{ phrase: 'the Clinic', rule: rules[0] }, { phrase: 'and', rule: null }])
  })

  test('a token, or a word that was never written, cannot be taken out of a guess', () => {
    expect(['Clinic', 'clin', '[PERSON_A: child]', 'something'].map((word) => canTakeOut(word, wrote))).toEqual([true, false, false, false])
    expect(strings.takeOutGuess('school', 'That there are children.')).toBe('Take out “school”: that there are children')
  })

  test('there are two or three vaguer words for everything, by its kind', () => {
    expect(vaguerWords('person')).toContain('a child')
    expect(vaguerWords('place')).toContain('a school')
    for (const kind of ['person', 'place', 'time', 'device', 'e-mail address', 'no such kind']) expect([2, 3]).toContain(vaguerWords(kind).length)
  })

  test('who could recognise whom is said by kind, and names the provider', () => {
    expect(strings.knownBy('Emma', 'person', 'Azure OpenAI')).toMatch(/^Azure OpenAI.*recognise “Emma”/)
    expect(strings.knownBy('14 Hollyhock Lane', 'address', 'X')).toContain('where you live')
    expect(strings.knownBy('a@b.example', 'e-mail address', 'X')).toContain('reach them')
    expect(strings.knownBy('1234', 'number', 'X')).toContain('your household')
  })
})

describe('a replay’s two texts', () => {
  const shown = (before: string, after: string): readonly (readonly [string, string])[] => differences(before, after, 'whole').filter(({ isSame }) => !isSame).map((stretch) => [stretch.before, stretch.after])

  test('differ in whole words and whole tokens', () => {
    expect(shown('His shift at [PLACE_A].', 'His [PHRASE_A] at [PLACE_A].')).toEqual([['shift ', ''], ['', '[PHRASE_A] ']])
  })

  test('do not differ where the letters of tokens only move up', () => {
    expect(shown('[PERSON_A] calls [PERSON_B: child] at [SLOT_5].', 'Emma calls [PERSON_A: child] at [SLOT_5].').flat().filter(Boolean).toSorted()).toEqual(['Emma ', '[PERSON_A] '])
    expect(shown('at [SLOT_5]', 'at [SLOT_6]').flat().filter(Boolean)).toEqual(['[SLOT_5]', '[SLOT_6]'])
  })

  test('joined, each side is its text, whatever it holds', () => {
    const text = fc.array(fc.constantFrom('a', 'school', ' ', '[PERSON_A]', '[PERSON_B: child]', '[', '\n', '’', '😀', '7:15'), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(fc.property(text, text, (before, after) => {
      const stretches = differences(before, after, 'whole')
      expect([stretches.map((one) => one.before).join(''), stretches.map((one) => one.after).join('')]).toEqual([before, after])
    }))
  })

  test('in short, keeps what stands beside a difference and cuts no token', () => {
    const filler = 'word '.repeat(60)
    const [head, , , tail] = differences(`${filler}[PERSON_A: adult] sees x ${filler}`, `${filler}[PERSON_A: adult] sees y ${filler}`, 'short')
    expect(head?.before).toMatch(/^…[ word]+\[PERSON_A: adult\] sees $/)
    expect(head?.before.length).toBeLessThanOrEqual(61)
    expect(tail?.after).toMatch(/^[ word]+…$/)
    expect(tail?.after.length).toBeLessThanOrEqual(61)
    expect(differences('[PERSON_A: a child of six] x', '[PERSON_A: a child of six] y', 'short')[0]?.before).toBe('[PERSON_A: a child of six] ')
  })
})

describe('the replay store', () => {
  const replay: Replay = { looked: 2, gone: 0, changed: [] }
  beforeEach(() => { vi.resetAllMocks(); useReplay.getState().forget() })

  test('shows the answer to the newest question, whichever comes last', async () => {
    const slow = Promise.withResolvers<Result<Replay>>()
    calls.departure.replay.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(ok(replay))
    const first = useReplay.getState().ask(rule('forbid', 'school'))
    await useReplay.getState().ask(rule('release', 'choir'))
    slow.resolve(ok({ ...replay, looked: 9 }))
    await first
    expect(useReplay.getState().look).toEqual({ kind: 'seen', replay })
    expect(calls.departure.replay.mock.calls).toEqual([[{ kind: 'forbid', phrase: 'school' }], [{ kind: 'release', phrase: 'choir' }]])
  })

  test('says why it failed, and an answer that comes after it was forgotten stays forgotten', async () => {
    calls.departure.replay.mockResolvedValueOnce(fail(problem('vault.locked')))
    await useReplay.getState().ask(rule('forbid', 'school'))
    expect(useReplay.getState().look).toMatchObject({ kind: 'failed', problem: { name: 'vault.locked' } })
    const slow = Promise.withResolvers<Result<Replay>>()
    calls.departure.replay.mockReturnValueOnce(slow.promise)
    const asked = useReplay.getState().ask(rule('forbid', 'school'))
    expect(useReplay.getState().look.kind).toBe('looking')
    useReplay.getState().forget()
    slow.resolve(ok(replay))
    await asked
    expect(useReplay.getState().look.kind).toBe('idle')
  })
})

describe('what was let go in a departure', () => {
  const departure = (id: string, revision: number): Departure => ({
    id, revision, conversationId: 'c1', turnId: 't1', pattern: 'p', why: '', wrote: 'x', replacements: [], facts: [], guesses: [],
    request: { method: 'POST', url: 'https://example.org', headers: [], body: '{}', bytes: 2, sha256: 'a'.repeat(64) },
    provider: { label: 'P', practice: true, model: 'm' }, tokens: 1, hits: [], wordsWithheld: false, canWithholdWords: true, expiresAt: '2026-11-22T10:05:00Z',
  })

  test('is the last fate of each phrase, and forgotten with the departure', async () => {
    const { hear, amend } = useDeparture.getState()
    hear(departure('d1', 1))
    calls.departure.amend.mockImplementation(async ({ revision }: { revision: number }) => ok(departure('d1', revision + 1)))
    await amend({ kind: 'release', phrase: 'Emma', known: true })
    await amend({ kind: 'release', phrase: 'choir', known: false })
    await amend({ kind: 'again' })
    expect(useDeparture.getState().released).toEqual(['Emma', 'choir'])
    await amend({ kind: 'change', phrase: 'emma', into: 'somebody' })
    expect(useDeparture.getState().released).toEqual(['choir'])
    calls.departure.amend.mockResolvedValueOnce(fail(problem('departure.stale')))
    await amend({ kind: 'release', phrase: 'Emma', known: true })
    expect(useDeparture.getState().released).toEqual(['choir'])
    hear(departure('d2', 1))
    expect(useDeparture.getState().released).toEqual([])
  })
})
