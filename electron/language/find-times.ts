/** Every expression of time in a text, with where it stands and what it means: for the step that shifts times before anything leaves. */
import type { Instant, WallTime } from '../../shared/time.ts'
import type { TextSpan } from '../../shared/understanding.ts'
import type { ClockRef } from './clock.ts'
import type { DayRef } from './days.ts'
import { duration } from './durations.ts'
import type { Role } from './hours.ts'
import { place } from './hours.ts'
import type { Moment } from './moments.ts'
import { bareBeforeTo, moment, momentRange } from './moments.ts'
import type { Stretch, When } from './resolve.ts'
import { gloss } from './requests/gloss.ts'
import { lexiconOf } from './requests/lexicon.ts'
import { createWhen, stretchOf } from './resolve.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'
import { languageTagOf } from './which-language.ts'

/**
 * `clock`: a time of day, with or without its day. `date`, `weekday`, `month`, `year`: what names a place in the calendar.
 * `relative-day`: what is counted from now and names no date ("tonight", "tomorrow", "in the morning", "next week"). `duration`: a length.
 */
type TimeKind = 'clock' | 'date' | 'weekday' | 'month' | 'year' | 'relative-day' | 'duration'

export interface FoundTime extends TextSpan {
  readonly kind: TimeKind
  /** The moment it means; absent for stretches and lengths, and for a time of day that could be morning or evening. */
  readonly wall?: WallTime
  /** The stretch it names, for whole days and parts of one. */
  readonly stretch?: Stretch
  /** Of a duration, where it does not depend on the calendar. */
  readonly minutes?: number
}

/**
 * Finds every explicit time in a text, in English or German: ascending, disjoint. A bare number counts only where the words around it make it a time ("at 7", "8ish").
 * A time of day without a day is placed as in a request: in the stretch the text speaks of before it, else at its next occurrence.
 * Promises to find rather than to miss: "at 7" before a word it does not know is a time.
 */
export const findTimes = (text: string, { now, zone }: { readonly now: Instant; readonly zone: string }): FoundTime[] => {
  const written = tokenize(text), tokens = languageTagOf(text, zone) === 'de' || GERMAN_DAY.test(text) ? withHours(gloss(written, lexiconOf('de'))) : written
  const when = createWhen(now, zone)
  const found: FoundTime[] = []
  let within: Stretch | undefined
  for (let at = 0; at < tokens.length;) {
    const step = readAt(when, tokens, at, within)
    if (step === undefined) { at++; continue }
    found.push(...step.times)
    // A length or a bygone day is no setting for the times of day that follow.
    for (const { stretch } of step.times) if (stretch !== undefined && stretch[1] > when.now) within = stretch
    at = step.next
  }
  return found
}

/** Days and months as only German writes them: one alone is enough, whatever language stands around it. */
const GERMAN_DAY = /(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|januar|jänner|februar|märz|juni|juli|oktober|dezember|heiligabend|silvester|übermorgen)(?:s|abend|morgen|vormittag|nachmittag|nacht)?(?!\p{L})/iu

/** "9 Uhr" is nine in the morning: German counts to 24. */
const withHours = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((token, i) => {
    const next = tokens[i + 1]
    if (token.kind === 'number' && /^\d{1,2}$/.test(token.text) && next?.lower === "o'clock") return [{ ...token, kind: 'clock', text: `${token.text}:00`, lower: `${token.text}:00`, stem: `${token.text}:00`, end: next.end }]
    return token.lower === "o'clock" && /^\d{1,2}$/.test(tokens[i - 1]?.text ?? '') ? [] : [token]
  })

const readAt = (when: When, tokens: readonly Token[], at: number, within: Stretch | undefined): { readonly times: readonly FoundTime[]; readonly next: number } | undefined => {
  const lead = tokens[at - 1]?.lower ?? ''
  const range = momentRange(tokens, at)
  if (range !== undefined) return { times: rangeTimes(when, tokens, at, range.next, within), next: range.next }
  const led = leads(tokens, at)
  const one = moment(led)(tokens, at)
  const length = duration(tokens, at)
  if (length !== undefined && length.next > (one?.next ?? at)) return { times: [{ ...span(tokens, at, length.next), kind: 'duration', ...(length.value.minutes === undefined ? {} : { minutes: length.value.minutes }) }], next: length.next }
  if (one === undefined) return undefined
  return { times: [timeOf(when, one.value, span(tokens, at, one.next), roleOf(lead), within)], next: one.next }
}

/** Whether a bare number here is a time of day: "at 7", "later than 7", "booked for 7"; not "more than 7", "dinner for 7". */
const leads = (tokens: readonly Token[], at: number): boolean => {
  const lead = tokens[at - 1]?.lower ?? '', before = tokens[at - 2]?.lower ?? ''
  if (lead === 'than') return /^(later|earlier|sooner)$/.test(before)
  if (lead === 'for') return /^(ready|done|booked|reserved|scheduled|set|invited)$/.test(before)
  return /^(at|by|before|until|till|til|after|from|since|around|about|past|between|starting|latest|earliest)$/.test(lead)
}
const roleOf = (lead: string): Role => (/^(after|from|since|starting|earliest|between)$/.test(lead) ? 'from' : 'by')

/** Both ends of "between 9 and 11 pm", each where it stands. */
const rangeTimes = (when: When, tokens: readonly Token[], at: number, next: number, within: Stretch | undefined): FoundTime[] => {
  const times: FoundTime[] = []
  const whole = momentRange(tokens, at)?.value ?? []
  for (let i = at; i < next;) {
    const part = (times.length === 0 && tokens[i - 1]?.lower === 'from' ? bareBeforeTo(tokens, i) : undefined) ?? moment(true)(tokens, i)
    const meant = whole[times.length]
    if (part === undefined || part.next > next || meant === undefined) { i++; continue }
    times.push(timeOf(when, meant, span(tokens, i, part.next), times.length === 0 ? 'from' : 'by', within))
    i = part.next
  }
  return times
}

const span = (tokens: readonly Token[], from: number, to: number): TextSpan => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 })

const timeOf = (when: When, m: Moment, where: TextSpan, role: Role, within: Stretch | undefined): FoundTime => {
  if (m.inMinutes !== undefined || m.clock !== undefined) {
    const wall = wallOf(when, m, m.clock, role, within)
    return { ...where, kind: 'clock', ...(wall === undefined ? {} : { wall }) }
  }
  return { ...where, kind: kindOf(m.day), stretch: stretchOf(when, m) }
}

const wallOf = (when: When, m: Moment, clock: ClockRef | undefined, role: Role, within: Stretch | undefined): WallTime | undefined => {
  const setting = m.day === undefined && within !== undefined ? { role, within } : { role }
  const placed = place(when, m, setting)
  if (placed.kind === 'one') return placed.wall
  if (placed.kind === 'either') return undefined
  // Outside the stretch, or over: its next occurrence if it names no day, else what it says.
  const alone = m.day === undefined && clock !== undefined ? place(when, m, { role }) : placed
  return alone.kind === 'either' ? undefined : alone.wall
}

const kindOf = (day: DayRef | undefined): TimeKind => {
  switch (day?.kind) {
    case undefined:
    case 'offset':
    case 'week':
    case 'month-offset':
    case 'weekend': return 'relative-day'
    case 'weekday': return 'weekday'
    case 'date':
    case 'numeric':
    case 'day-of-month':
    case 'holiday': return 'date'
    case 'month': return 'month'
    case 'year-offset': return 'relative-day'
    case 'year': return 'year'
  }
}
