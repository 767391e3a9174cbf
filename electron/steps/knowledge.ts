/** What the household knows, kept for as long as it stays as it is: the lists of a large household take longer to make than to search. */
import type { Household } from '../../shared/household.ts'
import { language } from '../../shared/language.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { KnownValue } from '../privacy/finding.ts'
import { prepareIndex } from '../privacy/known-index.ts'
import type { Forbidden } from '../privacy/leak-check.ts'
import { prepareMatcher } from '../privacy/leak-patterns.ts'
import { withoutReleased } from '../privacy/releases.ts'
import type { Released } from '../privacy/sanitize-text.ts'
import type { Vocabulary } from '../privacy/vocabulary.ts'
import { standingReleases } from './sanitize.ts'
import { countWritten } from './written-values.ts'

interface Said<Written> { readonly written: Written; readonly times: number }
/** What came and what went; `whole` says that nothing told before counts any more, `more` that the rest is to be asked for. */
interface Words<Written> { readonly at: number; readonly whole: boolean; readonly added: readonly Said<Written>[]; readonly gone: readonly Said<Written>[]; readonly more: boolean }
interface OwnValues { readonly before: readonly KnownValue[]; readonly after: readonly KnownValue[] }
type IsWord = (lowerCase: string, standsIn: 'name' | 'prose') => boolean

export interface KnowledgeDeps<Written> {
  readonly household: () => Promise<Result<Household>>
  /** What events and tasks say: everything, or what changed since the position of an earlier answer. */
  readonly words: (since: number | null) => Promise<Result<Words<Written>>>
  readonly moreWords: () => Promise<Result<Words<Written>>>
  readonly canaries: () => Promise<Result<readonly string[]>>
  readonly vocabulary: () => Promise<Vocabulary>
  readonly ownValues: (household: Household, canaries: readonly string[], isWord: IsWord) => OwnValues
  readonly writtenValues: (written: Written, isWord: IsWord) => readonly KnownValue[]
  /** Lets everything else have its turn. */
  readonly pause: () => Promise<void>
}

export interface Knowledge {
  /** Every private value of this household, of the calendar and the tasks as they are at the moment of asking, and the canaries. The same list as before while nothing of it changed. */
  readonly known: (household: Household, vocabulary: Vocabulary) => Promise<Result<readonly KnownValue[]>>
  /** What may not stand in outgoing bytes, by the household as it is at the moment of asking, but for what was released. The same list as before while nothing changed. */
  readonly forbidden: (released: readonly Released[]) => Promise<Result<readonly Forbidden[]>>
  /** Lets go of all of it: when the vault locks. */
  readonly forget: () => void
}

interface Kept { readonly by: string; readonly known: readonly KnownValue[]; readonly forbidden: Map<string, readonly Forbidden[]> }

/** So many households are kept: that of the moment, and two that are compared with it. */
const MOST_KEPT = 3

/** What was asked for when a lock came is not answered with what is left. */
const locked = fail(problem('vault.locked'))

/** Whatever takes long here is done in small steps with a pause after each, also while somebody waits for it. */
export function createKnowledge<Written>(deps: KnowledgeDeps<Written>): Knowledge {
  let at: number | null = null
  let written = countWritten()
  let listed: readonly KnownValue[] = [], canaries = ''
  let kept: readonly Kept[] = []
  /** What the matchers over the lists are made from, so that it lasts from one list to the next. */
  let ground: readonly object[] = []
  /** Grows with every lock: what was asked before it is not kept after it. */
  let locks = 0
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    // Not what it answered: that would outlive the lock.
    turn = result.then(() => undefined, () => undefined)
    return result
  }

  const catchUpWritten = async (isWord: IsWord, isPast: () => boolean): Promise<Result<null>> => {
    let next = await deps.words(at)
    // Until all of it is told, what was before is what counts; after a failure it is asked for anew.
    let counts = written
    at = null
    for (;;) {
      if (!next.ok) return next
      if (isPast()) return locked
      const { whole, added, gone, more } = next.value
      if (whole) counts = countWritten()
      for (const { written: one, times } of added) counts.count(deps.writtenValues(one, isWord), times)
      for (const { written: one, times } of gone) counts.count(deps.writtenValues(one, isWord), -times)
      if (!more) break
      await deps.pause()
      next = await deps.moreWords()
    }
    written = counts
    at = next.value.at
    return ok(null)
  }

  /** Brings what is kept of events, tasks and canaries up to the moment. */
  const catchUp = async (isWord: IsWord, isPast: () => boolean): Promise<Result<readonly string[]>> => {
    const caughtUp = await catchUpWritten(isWord, isPast), planted = await deps.canaries()
    if (!caughtUp.ok) return caughtUp
    if (!planted.ok) return planted
    if (isPast()) return locked
    const list = written.list(), json = JSON.stringify(planted.value)
    if (list !== listed || json !== canaries) kept = []
    listed = list
    canaries = json
    return planted
  }

  let own: { readonly by: string; readonly values: OwnValues } | undefined
  const ownOf = (household: Household, by: string, planted: readonly string[], isWord: IsWord): OwnValues => {
    const key = `${by}\n${canaries}`
    if (own?.by !== key) own = { by: key, values: deps.ownValues(household, planted, isWord) }
    return own.values
  }

  /** An everyday word of English, or in prose of the household's language where that is another. When the language changes, everything is read anew. */
  let spoken = language()
  const wordsOf = (vocabulary: Vocabulary): IsWord => {
    if (spoken !== language()) { spoken = language(); at = null; kept = []; own = undefined }
    const theirs = vocabulary.languages.find(({ code }) => code === spoken)
    return (word, standsIn) => vocabulary.has(word) || (standsIn === 'prose' && theirs?.lists(word) === true && !theirs.alsoNames.has(word))
  }

  const keptOf = (household: Household, vocabulary: Vocabulary): Promise<Result<Kept>> => inTurn(async () => {
    const since = locks, isPast = (): boolean => since !== locks, isWord = wordsOf(vocabulary)
    const planted = await catchUp(isWord, isPast)
    if (!planted.ok) return planted
    const by = JSON.stringify(household), before = kept.find((one) => one.by === by)
    if (before !== undefined) return ok(before)
    const { before: first, after: last } = ownOf(household, by, planted.value, isWord), known = [...first, ...listed, ...last]
    await deps.pause()
    const index = await prepareIndex(known, deps.pause), made: Kept = { by, known, forbidden: new Map() }
    if (isPast()) return locked
    kept = [made, ...kept].slice(0, MOST_KEPT)
    ground = [index, ...ground.slice(1)]
    return ok(made)
  })

  const forbiddenOf = (all: Kept, free: readonly Released[]): Promise<readonly Forbidden[]> => inTurn(async () => {
    const by = JSON.stringify(free), before = all.forbidden.get(by), since = locks
    if (before !== undefined) return before
    const made = identifying(withoutReleased(all.known, free))
    await deps.pause()
    const matcher = await prepareMatcher(made, deps.pause)
    all.forbidden.set(by, made)
    if (since === locks) ground = [...ground.slice(0, 1), matcher]
    return made
  })

  return {
    known: async (household, vocabulary) => { const all = await keptOf(household, vocabulary); return all.ok ? ok(all.value.known) : all },
    forbidden: async (released) => {
      const household = await deps.household()
      if (!household.ok) return household
      const all = await keptOf(household.value, await deps.vocabulary())
      return all.ok ? ok(await forbiddenOf(all.value, [...standingReleases(household.value), ...released])) : all
    },
    forget: () => {
      locks += 1
      at = null
      written = countWritten()
      listed = []
      canaries = ''
      kept = []
      own = undefined
      ground = []
    },
  }
}

/** Each value once; of several kinds the last. */
function identifying(known: readonly KnownValue[]): readonly Forbidden[] {
  const made: Forbidden[] = [], words = new Map<string, number>(), others = new Map<string, number>()
  for (const { value, kind, strength } of known) {
    if (strength === 'role') continue
    const word = strength === 'word', places = word ? words : others, place = places.get(value) ?? made.length
    places.set(value, place)
    made[place] = { value, kind, word }
  }
  return made
}
