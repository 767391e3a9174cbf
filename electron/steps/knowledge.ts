/** What the household knows, kept for as long as it stays as it is: the lists of a large household take longer to make than to search. */
import type { Household } from '../../shared/household.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { KnownValue } from '../privacy/finding.ts'
import type { Forbidden } from '../privacy/leak-check.ts'
import { withoutReleased } from '../privacy/releases.ts'
import type { Released } from '../privacy/sanitize-text.ts'
import type { Vocabulary } from '../privacy/vocabulary.ts'
import { standingReleases } from './sanitize.ts'

export interface KnowledgeDeps<Written> {
  readonly household: () => Promise<Result<Household>>
  /** What events and tasks say: everything, or what was added since the position of an earlier answer. */
  readonly words: (since: number | null) => Promise<Result<{ readonly at: number; readonly whole: boolean; readonly written: readonly Written[] }>>
  readonly canaries: () => Promise<Result<readonly string[]>>
  readonly vocabulary: () => Promise<Vocabulary>
  readonly valuesOf: (household: Household, ofWritten: readonly KnownValue[], canaries: readonly string[], isWord: (lowerCase: string) => boolean) => readonly KnownValue[]
  readonly writtenValues: (written: Written, isWord: (lowerCase: string) => boolean) => readonly KnownValue[]
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

export function createKnowledge<Written>(deps: KnowledgeDeps<Written>): Knowledge {
  let at: number | null = null
  /** Values of what is written, each once. */
  let written = new Map<string, KnownValue>()
  let canaries: string | null = null
  let kept: readonly Kept[] = []
  const forget = (): void => { at = null; written = new Map(); canaries = null; kept = [] }
  /** Grows with every lock: what was asked before it is not kept after it. */
  let locks = 0

  /** Brings what is kept of events, tasks and canaries up to the moment. */
  const catchUp = async (isWord: (lowerCase: string) => boolean): Promise<Result<readonly string[]>> => {
    const since = locks, [words, planted] = await Promise.all([deps.words(at), deps.canaries()])
    if (!words.ok) return words
    if (!planted.ok) return planted
    if (since !== locks) return planted
    const news = words.value.written.flatMap((one) => deps.writtenValues(one, isWord))
    if (words.value.whole || JSON.stringify(planted.value) !== canaries) kept = []
    if (words.value.whole) written = new Map()
    canaries = JSON.stringify(planted.value)
    for (const value of news) {
      const key = `${value.value}\n${value.entity}`
      if (written.has(key)) continue
      written.set(key, value)
      kept = []
    }
    at = Math.max(at ?? 0, words.value.at)
    return planted
  }

  const keptOf = async (household: Household, vocabulary: Vocabulary): Promise<Result<Kept>> => {
    const isWord = (word: string): boolean => vocabulary.has(word), planted = await catchUp(isWord)
    if (!planted.ok) return planted
    const by = JSON.stringify(household), before = kept.find((one) => one.by === by)
    if (before !== undefined) return ok(before)
    const made: Kept = { by, known: deps.valuesOf(household, [...written.values()], planted.value, isWord), forbidden: new Map() }
    kept = [made, ...kept].slice(0, MOST_KEPT)
    return ok(made)
  }

  return {
    known: async (household, vocabulary) => { const all = await keptOf(household, vocabulary); return all.ok ? ok(all.value.known) : all },
    forbidden: async (released) => {
      const household = await deps.household()
      if (!household.ok) return household
      const all = await keptOf(household.value, await deps.vocabulary())
      if (!all.ok) return all
      const free = [...standingReleases(household.value), ...released], by = JSON.stringify(free), before = all.value.forbidden.get(by)
      if (before !== undefined) return ok(before)
      const identifying = withoutReleased(all.value.known, free).filter((v) => v.strength !== 'role').map((v) => ({ value: v.value, kind: v.kind, word: v.strength === 'word' }))
      const made = [...new Map(identifying.map((v) => [`${v.value}\n${v.word}`, v])).values()]
      all.value.forbidden.set(by, made)
      return ok(made)
    },
    forget: () => { locks += 1; forget() },
  }
}
