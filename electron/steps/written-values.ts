/** The values of what events and tasks say, counted, so that one is known for exactly as long as something says it. */
import type { KnownValue } from '../privacy/finding.ts'

export interface WrittenValues {
  /** As often as `times` says; below zero it goes again. */
  readonly count: (values: readonly KnownValue[], times: number) => void
  /** Each once. The same list as before while nothing came and nothing went. */
  readonly list: () => readonly KnownValue[]
}

interface Counted { readonly known: KnownValue; times: number }

/** The same value can be told in several ways: as a number and as a note. What identifies comes before what only says a role. */
const isStricter = (a: KnownValue, b: KnownValue): boolean => a.strength !== 'role' && b.strength === 'role'

export function countWritten(): WrittenValues {
  const counted = new Map<string, Counted[]>()
  let made: readonly KnownValue[] | undefined = []

  const countOne = (known: KnownValue, times: number): void => {
    const key = `${known.value}\n${known.entity}`, ways = counted.get(key) ?? []
    const way = ways.find((one) => one.known.kind === known.kind && one.known.strength === known.strength)
    if (way === undefined && times <= 0) return
    if (way === undefined) {
      // Those that count the most stand first, and are what is listed.
      const at = ways.findIndex((one) => isStricter(known, one.known))
      if (at === -1) ways.push({ known, times })
      else ways.splice(at, 0, { known, times })
      if (ways.length === 1) counted.set(key, ways)
      if (at !== -1 || ways.length === 1) made = undefined
      return
    }
    way.times += times
    if (way.times > 0) return
    if (ways[0] === way) made = undefined
    ways.splice(ways.indexOf(way), 1)
    if (ways.length === 0) counted.delete(key)
  }

  return {
    count: (values, times) => { for (const known of values) if (known.value.trim().length > 1) countOne(known, times) },
    list: () => (made ??= Array.from(counted.values(), ([first]) => first?.known).filter((known) => known !== undefined)),
  }
}
