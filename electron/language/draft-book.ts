/** What a message says about each device, gathered clause by clause: the book the drafts are written into, and how constraints are shared out. */
import type { Device, Household } from '../../shared/household.ts'
import type { Clause, Item } from './items.ts'
import type { Moment } from './moments.ts'
import type { Anchor, Lead } from './phrases.ts'

/** Something said, with the items it was said in and the number of their clause. */
export interface Said<T> { readonly value: T; readonly items: readonly Item[]; readonly clause: number }
/** A time tied to a device: "before breakfast". `finish`: the phrase is about being done, so that "at 7" is an end. */
export interface Tie { readonly lead: Lead; readonly at: Anchor; readonly label: string | undefined; readonly finish: boolean; readonly items: readonly Item[]; readonly clause: number }

export interface Draft {
  readonly device: Device
  /** Asked to run; false for a device that is only mentioned, such as a car that leaves. */
  wanted: boolean
  excluded: boolean
  stretch: Said<Moment> | undefined
  minutes: Said<number> | undefined
  readonly ties: Tie[]
  /** When it leaves and when it is back. `within` is the day the clause names: "tomorrow Tom leaves at 7". */
  readonly moves: { readonly kind: 'leave' | 'return'; readonly tie: Tie; readonly within: Moment | undefined }[]
}

export interface Book {
  readonly byDevice: Map<string, Draft>
  readonly order: { readonly first: string; readonly then: string; readonly items: readonly Item[]; readonly clause: number }[]
  readonly quiet: (Tie | Said<'kept'>)[]
  /** When somebody leaves, and with what is not told: "before that" may mean it. */
  readonly leavings: Tie[]
  readonly objectives: Said<'cost' | 'earliest'>[]
  readonly stretches: Said<Moment>[]
  readonly runs: Said<readonly string[]>[]
  readonly excluded: Said<readonly string[]>[]
  readonly reasons: Said<null>[]
  /** Understood items that say nothing alone: verbs, mentions, subjects. */
  readonly structural: { readonly item: Item; readonly clause: number; readonly devices: readonly string[] }[]
  readonly ambiguous: { readonly item: Item; readonly candidates: readonly string[] }[]
  /** Names behind a verb that no device has. */
  readonly unknown: string[]
  readonly repeats: Item[]
  /** "it" and "both" with nothing they could refer to. */
  readonly dangling: Item[]
  /** Clauses that ask for a run but hold something that may turn it around: not used. */
  readonly doubtful: Clause[]
}

export const emptyBook = (): Book => ({ byDevice: new Map(), order: [], quiet: [], leavings: [], objectives: [], stretches: [], runs: [], excluded: [], reasons: [], structural: [], ambiguous: [], unknown: [], repeats: [], dangling: [], doubtful: [] })

/** What a clause came to. */
export interface Gathered {
  readonly clause: Clause
  readonly number: number
  readonly devices: readonly string[]
  readonly ties: readonly Tie[]
  readonly lengths: readonly Said<number>[]
  readonly stretch: Said<Moment> | undefined
  /** How it asks: "run …", or "… has to be done". */
  readonly kind: 'verb' | 'finish' | undefined
  /** Its constraints stand before its devices: "before 7, run …". */
  readonly leading: boolean
  /** It constrains devices that are named only later. */
  readonly pending: boolean
}

/** A clause among the others. */
export interface Place {
  readonly clause: Clause
  readonly number: number
  readonly seen: readonly Gathered[]
  /** What joins the clause after this one. */
  readonly next: Clause['join'] | undefined
  /** The vehicles the message speaks of. */
  readonly vehicles: readonly string[]
}

export const cameToNothing = (clause: Clause, number: number): Gathered => ({ clause, number, devices: [], ties: [], lengths: [], stretch: undefined, kind: undefined, leading: false, pending: false })

/** The one device a phrase means, with its draft begun; none when it could be several, which is then noted. */
export const mention = (book: Book, household: Household, item: Item, candidates: readonly string[]): string[] => {
  const [id] = candidates
  const device = household.devices.find((d) => d.id === id)
  if (id === undefined || device === undefined) return []
  if (candidates.length > 1) {
    book.ambiguous.push({ item, candidates })
    return []
  }
  if (!book.byDevice.has(id)) book.byDevice.set(id, { device, wanted: false, excluded: false, stretch: undefined, minutes: undefined, ties: [], moves: [] })
  return [id]
}

export const want = (book: Book, ids: readonly string[]): void => {
  for (const id of ids) {
    const found = book.byDevice.get(id)
    if (found !== undefined) found.wanted = true
  }
}

export type Constraints = Pick<Gathered, 'ties' | 'lengths' | 'stretch'>

/** Ties constraints to devices; a stretch or length of their own stays. */
export const attach = (book: Book, { ties, lengths, stretch }: Constraints, devices: readonly string[]): void => {
  for (const id of devices) {
    const target = book.byDevice.get(id)
    if (target === undefined) continue
    target.ties.push(...ties)
    target.stretch ??= stretch
    target.minutes ??= lengths[0]
  }
}

/** "Run A and charge B by 7": what closes a row of like requests is meant for all of them; what opens one likewise. Lengths are not shared, and across "then" only the stretch is. */
export const share = (book: Book, latest: Gathered, seen: readonly Gathered[]): void => {
  const before = seen.at(-1)
  if (latest.kind === undefined || latest.devices.length === 0 || before?.clause.sentence !== latest.clause.sentence || before.kind !== latest.kind) return
  if (latest.clause.join === 'then') attach(book, { ties: [], lengths: [], stretch: latest.stretch }, before.devices)
  if (latest.clause.join !== 'and') return
  if (latest.ties.length === 0 && latest.stretch === undefined) {
    if (before.leading) attach(book, { ...before, lengths: [] }, latest.devices)
    return
  }
  for (const earlier of seen.toReversed()) {
    if (earlier.kind !== latest.kind || earlier.clause.sentence !== latest.clause.sentence) break
    attach(book, { ties: earlier.ties.length === 0 ? latest.ties : [], lengths: [], stretch: earlier.stretch === undefined ? latest.stretch : undefined }, earlier.devices)
    if (earlier.clause.join !== 'and') break
  }
}
