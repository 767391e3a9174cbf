/** Finds days in text however they are written, so that a date of birth is known in every format and not only in its own. */
import { cutsOf, GAP, HARD, readerOf, streamOf, textOf, type Stream } from './leak-stream.ts'

const MONTHS = [
  ['january', 'jan', 'januar', 'janner', 'jaenner'], ['february', 'feb', 'februar', 'febr'], ['march', 'mar', 'marz', 'maerz', 'mrz'], ['april', 'apr'], ['may', 'mai'], ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'], ['august', 'aug'], ['september', 'sep', 'sept'], ['october', 'oct', 'oktober', 'okt'], ['november', 'nov'], ['december', 'dec', 'dezember', 'dez'],
]
const monthOf = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)))
const readMonth = readerOf(monthOf.keys()), readFiller = readerOf(['of', 'the', 'st', 'nd', 'rd', 'th', 'den', 'der'])

/** A part of a day: a number of at most four digits, or a month by its name. */
interface Part { readonly value: number; readonly digits: number; readonly isMonth: boolean; readonly from: number; readonly to: number; readonly gap: number }

interface FoundDay { readonly day: number; /** in the stream */ readonly from: number; readonly to: number }

/**
 * Every day a text names in full, as year × 10000 + month × 100 + day: 2019-04-17, 17.4.2019, 4/17/19, 17 April 2019, April 17th,
 * 2019, 17apr19, 20190417, 17042019, Unix seconds and milliseconds. What can be read as day and month or month and day is read both ways,
 * a year of two digits in both centuries. English and German names of months.
 */
export function daysIn(stream: Stream): FoundDay[] {
  const cuts = cutsOf(stream, true), last = cuts.length - 1
  const found: FoundDay[] = []
  for (let i = 0; i < last; i++) {
    const from = cuts[i] ?? 0, to = cuts[i + 1] ?? 0
    if (isDigit(stream, from) && to - from >= 8 && to - from <= 13) for (const day of compact(textOf(stream, from, to))) found.push({ day, from, to })
    const a = partAt(stream, from, to)
    if (a === undefined) continue
    const parts = [a]
    for (let k = i + 1; k < last && parts.length < 3 && k < i + 6; k++) {
      const start = cuts[k] ?? 0, end = cuts[k + 1] ?? 0
      if (((stream.gap[start] ?? 0) & (GAP.seam | GAP.wall | GAP.noText)) !== 0) break
      if (readFiller(stream, start, end) !== undefined) continue
      const next = partAt(stream, start, end)
      if (next === undefined) break
      parts.push(next)
    }
    const [, b, c] = parts
    if (b !== undefined && c !== undefined) for (const day of threeParts(a, b, c)) found.push({ day, from: a.from, to: c.to })
  }
  return found
}

const isDigit = (stream: Stream, at: number): boolean => { const code = stream.code[at] ?? 0; return code >= 48 && code <= 57 }

function partAt(stream: Stream, from: number, to: number): Part | undefined {
  const gap = stream.gap[from] ?? 0
  if (isDigit(stream, from)) {
    if (to - from > 4) return undefined
    let value = 0
    for (let i = from; i < to; i++) {
      if (!isDigit(stream, i)) return undefined
      value = value * 10 + (stream.code[i] ?? 0) - 48
    }
    return { value, digits: to - from, isMonth: false, from, to, gap }
  }
  const month = monthOf.get(readMonth(stream, from, to) ?? '')
  return month === undefined ? undefined : { value: month, digits: 0, isMonth: true, from, to, gap }
}

/** The day a value is, if it is nothing else: once or, where day and month can be told either way, twice. */
export function calendarDay(value: string): number[] {
  if (value.length > 40 || !/^\D*\d/.test(value) || /^\s*\+/.test(value) || beginsOtherwise(value)) return []
  const stream = streamOf({ text: value })
  // A run of digits alone can be a code; it is taken for a day only when it is written as year, month, day of somebody alive.
  if (/^\d+$/.test(value.trim())) return /^(?:19|20)\d{6}$/.test(value.trim()) ? compact(value.trim()).filter((day) => String(day) === value.trim()) : []
  return daysIn(stream).filter(({ from, to }) => from === 0 && to === stream.length).map(({ day }) => day)
}

/** Whether it can be told at a glance that the first word is neither a number nor a month. */
function beginsOtherwise(value: string): boolean {
  if (!/^[\u0000-\u007f]*$/.test(value)) return false
  const first = /[a-z]+|\d/i.exec(value)?.[0].toLowerCase() ?? ''
  return !/^\d/.test(first) && !MONTHS.flat().some((name) => first.startsWith(name))
}

function threeParts(a: Part, b: Part, c: Part): number[] {
  const [x, y, z] = [a.value, b.value, c.value]
  if (a.digits === 4) return valid([[x, y, z]])
  if (c.digits !== 4 && (c.digits !== 2 || (!a.isMonth && !b.isMonth && !c.isMonth && !joinedByMarks(b, c)))) return []
  const years = c.digits === 4 ? [z] : [1900 + z, 2000 + z]
  return years.flatMap((year) => (a.isMonth ? valid([[year, x, y]]) : b.isMonth ? valid([[year, y, x]]) : valid([[year, y, x], [year, x, y]])))
}

/** "17.4.19", not "17 4 19": three short numbers in a row are seldom a day. */
const joinedByMarks = (b: Part, c: Part): boolean => [b, c].every((part) => (part.gap & HARD) === GAP.mark)

function compact(text: string): number[] {
  if (/^\d{8}$/.test(text)) {
    const part = (from: number, to: number): number => Number(text.slice(from, to))
    return valid([[part(0, 4), part(4, 6), part(6, 8)], [part(4, 8), part(2, 4), part(0, 2)], [part(4, 8), part(0, 2), part(2, 4)]])
  }
  if (!/^(?:\d{9,10}|\d{12,13})$/.test(text)) return []
  // Wherever on Earth the clock was read, the day is this one or a neighbour within fourteen hours.
  const milliseconds = text.length > 10 ? Number(text) : Number(text) * 1000
  return [...new Set([-14, 0, 14].map((hours) => dayOf(new Date(milliseconds + hours * 3_600_000))))]
}

const dayOf = (date: Date): number => date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()

/** Keeps what is a day between 1850 and 2150. */
const valid = (candidates: readonly (readonly [number, number, number])[]): number[] =>
  [...new Set(candidates.filter(([year, month, day]) => year >= 1850 && year <= 2150 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()).map(([year, month, day]) => year * 10_000 + month * 100 + day))]
