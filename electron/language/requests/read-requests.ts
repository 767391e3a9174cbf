/** Reads what a message asks of the household: intents, people, places, times, repetitions. Pure; no model; every reading is stated and nothing is silently mended. */
import type { Household } from '../../../shared/household.ts'
import type { HouseholdRequest, Reading, Requests } from '../../../shared/understanding.ts'
import type { Instant } from '../../../shared/time.ts'
import { clarify, meaning, plainClock, plainDate, plainMoment } from '../clarify.ts'
import { createWhen } from '../resolve.ts'
import type { Token } from '../tokens.ts'
import type { Clause } from './clauses.ts'
import { clausesOf } from './clauses.ts'
import type { Moment } from '../moments.ts'
import type { Exchange } from './corrections.ts'
import { correct } from './corrections.ts'
import type { Setting } from './dates.ts'
import { doubtsIn } from './doubts.ts'
import { gloss } from './gloss.ts'
import type { Wanted } from './intents.ts'
import { intentOf } from './intents.ts'
import { isoLength } from './lengths.ts'
import type { Lexicon } from './lexicon.ts'
import { lexiconOf } from './lexicon.ts'
import { peopleIn, placesIn } from './names.ts'
import type { Named } from './names.ts'
import type { Doubt, Placed, Purpose } from './placing.ts'
import { placePhrases } from './placing.ts'
import { respell } from './respelling.ts'
import type { Respelled } from './respelling.ts'
import { sayDuration, sayRepetition, saySpan, sayTime } from './say-request.ts'
import type { TimePhrase } from './time-phrases.ts'
import { unreadTime } from './leftovers.ts'
import { titleOf, wholeOf } from './title.ts'

export interface RequestContext {
  readonly now: Instant
  readonly zone: string
  /** A language tag: "en", "en-US", "de". Of English only the tag or the zone can say that "12/03" is the third of December. */
  readonly language: string
  readonly household: Pick<Household, 'people' | 'places'>
  /** What was asked for last: "no, the other Tuesday" mends it. */
  readonly previous?: HouseholdRequest
}

/**
 * Reads a message into requests, in its order; an empty message gives none. Times are wall times of the zone, ends are not included.
 * A question is only ever `ask`, `list` or `plan`, unless it is put as a request ("could you move …"). What may mean two things, what does not exist
 * (31 November, 25:00) and what cannot be done without more comes back with `unclear`. A time that a clock change skips is moved on by the gap, and said.
 */
export const readRequests = (text: string, context: RequestContext): Requests => {
  const lexicon = lexiconOf(context.language)
  const { tokens, respelled } = respell(withHour(clarify(text).tokens), lexicon)
  const setting: Omit<Setting, 'half'> = { when: createWhen(context.now, context.zone), monthFirst: monthFirstOf(context.language), clockOf24: lexicon.clockOf24 }
  const requests: HouseholdRequest[] = []
  const peopleOf = (clause: Clause): readonly Named[] => peopleIn(clause.tokens, clause.phrases, text, context.household, lexicon)
  for (const { clause, wanted } of clausesOf(gloss(tokens, lexicon)).filter(({ courtesy }) => !courtesy).flatMap((whole) => eachDay(whole, peopleOf(whole))).slice(0, 20)) {
    const before = requests.at(-1)
    const same = clause.follows && wanted.intent === 'create' && before !== undefined && /^(?:move|cancel)$/.test(before.intent) ? { ...wanted, intent: before.intent } : before === undefined ? goingOn(clause, wanted, context.previous) : wanted
    const request = readClause({ text, lexicon, setting: { ...setting, half: halfOf(clause, text, lexicon) }, context, clause, wanted: same, respelled }, before)
    const last = requests.at(-1)
    // "Dentist tomorrow at 4, and remind me an hour before": the reminder is the event's.
    const isReminder = request.intent === 'remind' && (request.reminders.length > 0 || request.title === undefined) && request.start === undefined && request.due === undefined && request.repetition === undefined && last?.intent === 'create'
    // "…, remind her": when it begins.
    if (isReminder) requests[requests.length - 1] = { ...last, reminders: [...last.reminders, ...(request.reminders.length > 0 ? request.reminders : ['PT0M'])], readings: [...last.readings, ...request.readings] }
    else requests.push(request)
  }
  return requests
}

/** "Make it 6": a bare number at the end is an hour. */
const withHour = (tokens: readonly Token[]): readonly Token[] => {
  const said = tokens.findLastIndex(({ kind }) => kind !== 'mark'), hour = tokens[said], before = tokens[said - 1]?.lower ?? '', verb = tokens[said - 2]?.lower ?? ''
  const isHour = hour?.kind === 'number' && /^(?:[1-9]|1\d|2[0-3])$/.test(hour.text) && ((/^(?:it|that)$/.test(before) && verb === 'make') || before === 'actually')
  return isHour ? [...tokens.slice(0, said), { ...hour, kind: 'word', text: 'at', lower: 'at', stem: 'at', end: hour.start }, ...tokens.slice(said)] : tokens
}

/** "Also butter" after a list, "at 8 pm" after an event: a message that only goes on with what was asked for last. */
const goingOn = (clause: Clause, wanted: Wanted, previous: HouseholdRequest | undefined): Wanted => {
  if (previous === undefined || wanted.intent !== 'create') return wanted
  const [first, ...rest] = clause.tokens.filter(({ kind }) => kind !== 'mark')
  if (previous.intent === 'list' && /^(?:also|and|plus|auch|und|dazu)$/.test(first?.lower ?? '') && rest.length > 0 && rest.length < 8 && clause.phrases.length === 0) return { ...wanted, intent: 'list' }
  return clause.onlyTime && clause.phrases.length > 0 && (previous.start !== undefined || previous.due !== undefined) ? { ...wanted, intent: 'change', corrects: true } : wanted
}

/** "Physio on the 15th and the 20th" is two; a question about both stays one. */
const eachDay = (clause: Clause, people: readonly Named[]): { readonly clause: Clause; readonly wanted: Wanted }[] => {
  const wanted = intentOf(clause.tokens, clause.phrases, people, clause.question)
  const found = clause.phrases.find(({ phrase }) => phrase.kind === 'several')
  if (found?.phrase.kind !== 'several' || clause.phrases.some(({ phrase }) => phrase.kind === 'repeat')) return [{ clause, wanted }]
  const one = (moment: Moment): { readonly clause: Clause; readonly wanted: Wanted } => ({ clause: { ...clause, phrases: clause.phrases.map((phrase) => (phrase === found ? { ...phrase, phrase: { kind: 'moment', moment } } : phrase)) }, wanted })
  return /^(create|cancel|remind)$/.test(wanted.intent) ? found.phrase.moments.map(one) : found.phrase.moments.slice(0, 1).map(one)
}

const monthFirstOf = (tag: string): boolean | undefined => (/^en-us\b/i.test(tag) ? true : /^en$/i.test(tag) ? undefined : false)

/** "Breakfast at 8" is in the morning, "party at 8" in the evening; both or neither says nothing. */
const halfOf = ({ tokens }: Clause, text: string, { morning, evening, office }: Lexicon): Setting['half'] => {
  const spoken = tokens.flatMap((t) => [t.stem, text.slice(t.start, t.end).toLowerCase()])
  const am = spoken.some((word) => morning.test(word)), pm = spoken.some((word) => evening.test(word))
  if (am !== pm) return am ? 'am' : 'pm'
  return am || !spoken.some((word) => office.test(word)) ? undefined : 'office'
}

interface Reader { readonly text: string; readonly lexicon: Lexicon; readonly setting: Setting; readonly context: RequestContext; readonly clause: Clause; readonly wanted: Wanted; readonly respelled: Respelled['respelled'] }

const purposes: Readonly<Record<HouseholdRequest['intent'], Purpose | undefined>> = (() => {
  const nothing: Purpose = { moves: false, shifts: false, looks: false, reminds: false }
  return {
    create: nothing, move: { ...nothing, moves: true, shifts: true }, cancel: { ...nothing, looks: true }, change: { ...nothing, shifts: true }, ask: { ...nothing, looks: true }, list: { ...nothing, looks: true }, plan: { ...nothing, looks: true },
    remind: { ...nothing, reminds: true }, fact: nothing,
    // Rules, texts and undoing are not placed in time.
    rule: undefined, write: undefined, undo: undefined,
  }
})()

const readClause = (reader: Reader, before: HouseholdRequest | undefined): HouseholdRequest => {
  const { text, lexicon, setting, context, clause, wanted } = reader
  const people = peopleIn(clause.tokens, clause.phrases, text, context.household, lexicon), places = placesIn(clause.tokens, context.household, lexicon)
  const purpose = purposes[wanted.intent]
  const placed = purpose === undefined || isRun(clause, wanted) ? nothingPlaced : placePhrases(setting, clause.tokens, clause.phrases, wanted.corrects ? { ...purpose, moves: true } : purpose, clause.lent)
  const today = setting.when.today.toString()
  const shown = wanted.intent === 'cancel' && placed.fromNowOn && placed.start === undefined ? { ...placed, start: today, says: 'day' as const } : wanted.intent === 'fact' && (placed.repetition !== undefined || (placed.start?.length ?? 0) > 10) ? nothingPlaced : placed
  const title = /^(?:rule|fact|write|ask|plan)$/.test(wanted.intent) ? wholeOf(text, clause.tokens) : titleOf(text, clause.tokens, clause.phrases, people, wanted.intent === 'create' || (wanted.intent === 'remind' && placed.before === undefined)) ?? (clause.onlyTime && before !== undefined && wanted.intent === 'create' ? before.title : undefined)
  const request: HouseholdRequest = {
    intent: wanted.intent,
    ...(title === undefined ? {} : { title }),
    ...timesOf(lastsNow.test(lineOf(clause)) ? asLength(shown) : shown, wanted),
    ...scopeOf(clause, shown),
    people: people.map(({ mention }) => mention),
    rotates: /alternat|take turns|taking turns|in turn|rotat/.test(clause.tokens.map((t) => t.lower).join(' ')) && people.length > 1,
    places: places.map(({ mention }) => mention),
    reminders: (shown.before ?? []).slice(0, 10).map(isoLength),
    readings: [...timeReadings(reader, shown), ...spellingReadings(reader), ...nameReadings(reader, [...people, ...places])].slice(0, 60),
  }
  const doubt = unclearOf(reader, shown, people, request)
  const asked = doubt === undefined ? request : { ...request, unclear: doubt }
  if (!wanted.corrects) return asked
  const mended = correct(asked, context.previous, clause.tokens.map((t) => t.lower).join(' '), setting.when.today, exchangeOf(clause, people), doubtsIn(reader.lexicon.language).whichOne)
  return context.previous === undefined || mended === asked ? mended : { ...mended, corrects: true }
}

/** "Not for Rohan", "Arjun, not Rohan", "Arjun instead of Rohan". */
const exchangeOf = ({ tokens }: Clause, people: readonly Named[]): Exchange => {
  const isOut = ({ from }: Named): boolean => { const at = /^(?:for|with|the|to)$/.test(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1; return tokens[at]?.lower === 'not' || (tokens[at]?.lower === 'of' && tokens[at - 1]?.lower === 'instead') }
  return { out: people.filter(isOut).map(({ mention }) => mention), in: people.filter((one) => !isOut(one)).map(({ mention }) => mention) }
}

/** "Piano is now an hour long" says how long it is, "an hour longer" by how much. */
const lastsNow = / now (?:takes|lasts) | (?:takes|lasts) now | (?:is|are) now .* long /
const asLength = ({ shift, ...rest }: Placed): Placed => (shift === undefined ? rest : { ...rest, duration: shift.length })
const lineOf = ({ tokens }: Clause): string => ` ${tokens.map((t) => t.lower).join(' ')} `

const nothingPlaced: Placed = { fromNowOn: false, about: [] }

/** Runs of devices are read by the rules for loads. */
const isRun = ({ tokens }: Clause, { intent }: Wanted): boolean => intent === 'plan' && tokens.some(({ lower }) => /^(run|charge|cheap|dishwasher)$/.test(lower)) && !tokens.some(({ lower }) => lower === 'when')

const timesOf = (placed: Placed, wanted: Wanted): Partial<HouseholdRequest> => ({
  ...(placed.start === undefined ? {} : { start: placed.start }),
  ...(placed.end === undefined ? {} : { end: placed.end }),
  ...(placed.due === undefined ? {} : { due: placed.due }),
  ...(placed.says === undefined ? {} : { says: placed.says }),
  ...(placed.source === undefined ? {} : { source: placed.source }),
  ...(placed.duration === undefined ? {} : { duration: isoLength(placed.duration) }),
  ...(placed.shift === undefined ? {} : { shift: `${placed.shift.back || wanted.backwards ? '-' : ''}${isoLength(placed.shift.length)}` }),
  ...(placed.repetition === undefined ? {} : { repetition: placed.repetition }),
})

const scopeOf = (clause: Clause, placed: Placed): Pick<HouseholdRequest, 'scope'> => {
  const line = lineOf(clause)
  if (placed.fromNowOn || / all later | following ones /.test(line) || lastsNow.test(line)) return { scope: 'following' }
  if (/ only | just this | this once /.test(line)) return { scope: 'one' }
  return / all (?:of )?(?:\w+ )?| every single | whole series /.test(line) ? { scope: 'all' } : {}
}

const spanOf = (tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): { start: number; end: number } => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 })

/** One sentence for each phrase of time: what it and the others came to. */
const timeReadings = ({ lexicon, setting, clause }: Reader, placed: Placed): Reading[] =>
  clause.phrases.flatMap((phrase): Reading[] => {
    const says = sayPhrase(lexicon, setting, placed, phrase)
    return says === undefined ? [] : [{ says: placed.about.includes(phrase) ? `${lexicon.speech.words.about} ${says}` : says, span: spanOf(clause.tokens, phrase) }]
  })

const sayPhrase = ({ speech }: Lexicon, { when }: Setting, placed: Placed, { phrase }: TimePhrase): string | undefined => {
  const length = placed.shift?.length ?? placed.duration
  if (phrase.kind === 'length' && placed.before !== undefined) return `${sayDuration(speech, isoLength(phrase.length))} ${speech.words.before}`
  if (phrase.kind === 'length' && length !== undefined && placed.repetition === undefined) return sayDuration(speech, isoLength(length))
  if (placed.repetition !== undefined) return sayRepetition(when, speech, placed.repetition)
  if (placed.due !== undefined) return `${speech.words.by} ${sayTime(when, speech, placed.due)}`
  if (placed.start !== undefined) return saySpan(when, speech, placed.start, placed.end)
  return placed.end === undefined ? undefined : `${speech.words.until} ${sayTime(when, speech, placed.end)}`
}

/** "wensday = read as Wednesday". */
const spellingReadings = ({ lexicon, clause, respelled }: Reader): Reading[] => {
  const from = clause.tokens[0]?.start ?? 0, to = clause.tokens.at(-1)?.end ?? 0
  return respelled.filter(({ start, end }) => start >= from && end <= to).map(({ start, end, name }) => ({ says: `${lexicon.speech.words.readAs} ${name.charAt(0).toUpperCase()}${name.slice(1)}`, span: { start, end } }))
}

const nameReadings = ({ clause }: Reader, named: readonly Named[]): Reading[] => named.map((found) => ({ says: found.mention.name, span: spanOf(clause.tokens, found) }))

const MAX_CHOICE = 120

/** What has to be asked before the request can count. */
const unclearOf = (reader: Reader, placed: Placed, people: readonly Named[], request: HouseholdRequest): HouseholdRequest['unclear'] => {
  const { intent } = reader.wanted, { clause } = reader, doubts = doubtsIn(reader.lexicon.language)
  if (placed.doubt !== undefined) return doubtful(reader, placed.doubt)
  const several = people.find((named) => named.several !== undefined)
  if (several?.several !== undefined) return { ask: doubts.whoIs(several.mention.name), choices: several.several.slice(0, 3).map((name) => meaning(reader.lexicon.language, several.mention.name, name).slice(0, MAX_CHOICE)) }
  const left = unreadTime(clause)
  if (left !== undefined && /^(?:create|move|cancel|change|remind)$/.test(intent)) return { ask: doubts.mayBeTime(reader.text.slice(left.start, left.end)), choices: [] }
  if (intent === 'create' && request.title === undefined && clause.phrases.length === 0) return { ask: doubts.nothing, choices: [] }
  if (intent === 'move' && request.start === undefined && request.shift === undefined) return { ask: doubts.whereTo(request.title), choices: [] }
  return undefined
}

const doubtful = ({ text, clause, lexicon: { language } }: Reader, { why, choices, phrase }: Doubt): NonNullable<HouseholdRequest['unclear']> => {
  const { start, end } = spanOf(clause.tokens, phrase)
  const words = text.slice(start, end)
  const doubts = doubtsIn(language)
  return { ask: doubts.about(words, why(doubts)).slice(0, 300), choices: choices.map((wall) => meaning(language, words, wall.startsWith('T') ? plainClock(language, wall.slice(1)) : wall.length > 10 ? plainMoment(language, wall) : plainDate(language, wall))).filter((choice) => choice.length <= MAX_CHOICE).slice(0, 3) }
}
