/** Clauses about a vehicle leaving or coming back: "Tom leaves with the car at 7:15", "the car is back at 6". */
import type { Household } from '../../shared/household.ts'
import type { Book, Gathered, Place, Tie } from './draft-book.ts'
import { attach, cameToNothing } from './draft-book.ts'
import type { Item } from './items.ts'
import { has } from './items.ts'

/** Notes when a vehicle moves. "Done before Tom leaves at 7" also ends what stands before it. Without a time, or with several vehicles it could be, it says nothing. */
export const gatherMove = (book: Book, { clause, number, seen, vehicles: spoken }: Place, named: readonly string[], household: Household): Gathered => {
  const { items } = clause
  const nothing = cameToNothing(clause, number)
  const vehicles = named.filter((id) => household.devices.find((d) => d.id === id)?.vehicle === true)
  const [vehicle, second] = vehicles.length > 0 ? vehicles : spoken
  const moved = vehicle === undefined || second !== undefined ? undefined : book.byDevice.get(vehicle)
  const when = items.find((x) => x.meaning.kind === 'when'), stretch = items.find((x) => x.meaning.kind === 'stretch')
  const tie = tieOf(when, stretch, number)
  const before = clause.join === 'before' ? seen.at(-1) : undefined
  if (tie === undefined) return nothing
  if (moved === undefined && before === undefined) {
    book.leavings.push({ ...tie, items: items.filter((x) => ['leave', 'person', 'pronoun', 'when'].includes(x.meaning.kind) || (x === stretch && when === undefined)) })
    return nothing
  }

  const devices = moved === undefined ? (before?.devices ?? []) : [moved.device.id]
  for (const item of clause.joint === undefined ? items : [clause.joint, ...items]) {
    if (['leave', 'return', 'person', 'device', 'pronoun', 'verb', 'join'].includes(item.meaning.kind) || (item === stretch && when !== undefined)) book.structural.push({ item, clause: number, devices })
  }
  if (before !== undefined) attach(book, { ties: [{ ...tie, lead: 'before' }], lengths: [], stretch: undefined }, before.devices)
  if (moved === undefined) return nothing
  // "Tom needs the car until 6": that is when it is back.
  const leaves = has(items, 'leave') && tie.lead !== 'until'
  moved.moves.push({ kind: leaves ? 'leave' : 'return', tie, within: when !== undefined && stretch?.meaning.kind === 'stretch' ? stretch.meaning.moment : undefined })
  return { ...nothing, devices: vehicles }
}

const tieOf = (when: Item | undefined, stretch: Item | undefined, clause: number): Tie | undefined => {
  if (when?.meaning.kind === 'when') return { lead: when.meaning.lead, at: when.meaning.at, label: when.meaning.label, finish: false, items: [when], clause }
  if (stretch?.meaning.kind === 'stretch') return { lead: 'at', at: { kind: 'moment', moment: stretch.meaning.moment }, label: undefined, finish: false, items: [stretch], clause }
  return undefined
}
