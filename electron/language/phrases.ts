/** The phrases of household planning, as items: what is to run, when, how, and the little words that hold a message together. */
import { inHalf } from './clock.ts'
import { duration } from './durations.ts'
import type { Match, Matcher } from './grammar.ts'
import { convert, longest, phraseBook, skip, words } from './grammar.ts'
import type { DeviceMention, Mention, Vocabulary } from './household-words.ts'
import type { Moment } from './moments.ts'
import { dayThenBy, moment, momentRange } from './moments.ts'
import type { Token } from './tokens.ts'
import { isPluralWeekday, turnsMeaning } from './words.ts'

/** How a time is tied to what it belongs to. `before` and `by` differ only for whole days, `until` and `by` only for a vehicle that is needed; `after` and `from` likewise. */
export type Lead = 'by' | 'until' | 'before' | 'from' | 'after' | 'at' | 'during' | 'not-during'

export type Meaning =
  | ({ readonly kind: 'device' } & DeviceMention)
  /** "it", "both": things named before. */
  | { readonly kind: 'pronoun'; readonly many: boolean }
  | { readonly kind: 'verb' }
  /** "has to be done", "ready". */
  | { readonly kind: 'finish'; readonly state: 'done' | 'ready' }
  | { readonly kind: 'when'; readonly lead: Lead; readonly at: Anchor; /** Words between the lead and the time, "before the party at 8". */ readonly label?: string }
  /** A stretch of time to plan in: "tonight". */
  | { readonly kind: 'stretch'; readonly moment: Moment }
  | { readonly kind: 'length'; readonly minutes: number }
  | { readonly kind: 'objective'; readonly objective: 'cost' | 'earliest' }
  /** `clause`: "nothing may make noise"; else an adverb: "quietly". */
  | { readonly kind: 'quiet'; readonly clause: boolean }
  /** `candidates`: the vehicle, where the phrase names it, "I need the car". */
  | { readonly kind: 'leave'; readonly candidates?: readonly string[]; /** "Lena needs it": a vehicle leaves, anything else has to be done by then. */ readonly pronoun?: true }
  | { readonly kind: 'return' }
  /** "after the washing machine": the other device and which of the two is first. */
  | { readonly kind: 'order'; readonly candidates: readonly string[]; readonly otherFirst: boolean }
  | { readonly kind: 'not' }
  | { readonly kind: 'person' }
  /** "first …, then …". */
  | { readonly kind: 'first' }
  /** "every Monday". */
  | { readonly kind: 'repeat' }
  /** Starts the reason for something: "for", "because". */
  | { readonly kind: 'because' }
  | { readonly kind: 'join'; readonly then: boolean; readonly word: 'and' | 'but' | 'then' | 'before' | 'comma' }
  /** "When should I": a question that a plan answers. */
  | { readonly kind: 'request' }
  | { readonly kind: 'filler' }

export type Anchor =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'range'; readonly range: readonly [Moment, Moment] }
  | { readonly kind: 'routine'; readonly candidates: readonly string[]; /** The time the message gives it: "breakfast at 7". */ readonly moment?: Moment }
  /** "before then": the time named last. */
  | { readonly kind: 'earlier' }
  /** A meal or an outing with no time: "before breakfast". */
  | { readonly kind: 'unknown'; readonly words: string }

/** Every phrase of a household's messages; the longest reading at a place wins. */
export const createPhrases = (vocabulary: Vocabulary): Matcher<Meaning> => {
  const device = convert<DeviceMention, Meaning>(vocabulary.device, (mention) => ({ kind: 'device', ...mention }))
  const order: Matcher<Meaning> = (tokens, at) => {
    const lead = orderLeads(tokens, at)
    const other = lead === undefined ? undefined : vocabulary.device(tokens, lead.next)
    if (lead === undefined || other === undefined) return undefined
    const done = doneWords(tokens, other.next)
    // "before the car leaves at 7" is about the car leaving, not about two runs.
    if (leaving(tokens, other.next) !== undefined) return undefined
    return { value: { kind: 'order', candidates: other.value.candidates, otherFirst: lead.value }, next: done?.next ?? other.next }
  }
  return longest<Meaning>(needsVehicle(vocabulary), fixedPhrases, leaving, device, order, createWhens(vocabulary), stretch, length, repeat, convert<Mention, Meaning>(vocabulary.person, () => ({ kind: 'person' })), beforeLeaving(vocabulary))
}

const fixedPhrases = phraseBook<Meaning>([
  ...['run|runs|running|start|starts|starting|begin|launch', 'turn|switch|put|set on', 'turn|turning|switch|switching|put', 'charge|charges|charging|recharge|recharging up?', 'plug|plugging in?', 'top up', 'use|using', 'schedule|plan|programme|program', 'wash|dry', 'do|doing', 'give']
    .map((pattern) => [pattern, { kind: 'verb' }] as const),
  ...['be? done|finished|complete|completed|through|washed|dried|over', 'finish|finishes|end|ends', 'be? all? done and dusted'].map((pattern) => [pattern, { kind: 'finish', state: 'done' }] as const),
  ...['be? fully|completely|all? ready|full|charged|dry|clean', 'be? topped up'].map((pattern) => [pattern, { kind: 'finish', state: 'ready' }] as const),
  ...['it|this|that one?', "it's|they're", 'same'].map((pattern) => [pattern, { kind: 'pronoun', many: false }] as const),
  ...['both of? them?', 'all? of? them', 'they', 'all|everything', 'the two of? them?', 'both|all devices|machines|appliances'].map((pattern) => [pattern, { kind: 'pronoun', many: true }] as const),
  ...[
    'as cheap|cheaply as possible|you|we|i can?', 'as inexpensive|inexpensively as possible', 'cheap|cheaply|cheapest|cheaper|economically|inexpensively', "at|in|during|for the? cheapest possible? time|times|hours|hour|rate|price|tariff|cost|moment|slot",
    'when|whenever electricity|power|energy|it|it\'s|the|prices|price is? tariff|electricity|power|price? is|are? the? cheapest|cheap|lowest|low', 'at|on|with|during the? cheap|low|lower|off rate|tariff|price|peak|hours|hour|prices', 'off peak hours?', 'for|at the? least|lowest|minimum|minimal possible? money|cost|price|costs',
    'to? save|saving|saves me|us? money|costs|cost', 'with|at the? lowest|least cost|costs|price|prices', 'minimise|minimize|minimising the? cost|costs|price', 'the? cheapest way|one|option?', 'at|for as little cost|money as possible', 'spend as little as possible', 'the price decides', 'cost effective|effectively',
  ].map((pattern) => [pattern, { kind: 'objective', objective: 'cost' }] as const),
  ...['as soon|early|quickly|fast|quick as possible|you|we can?', 'asap', 'right away|now|this minute?', 'straight away', 'straightaway|immediately|now|instantly', 'at once', 'quickly|soonest', 'the? earliest possible? time|moment|slot?', 'first thing', 'without delay', 'the time decides']
    .map((pattern) => [pattern, { kind: 'objective', objective: 'earliest' }] as const),
  ...[
    'nothing|nobody|none of? them? may|should|must|can|is|shall allowed|supposed|to? to? make|makes|be any? noise|noisy|loud', 'no noise|noises|sound|racket', 'there should|must|may be no noise', 'nothing noisy|loud', 'nothing loud|noisy may|should|must run|start', "don't|not|never make|making any|a? noise|noises|sound", 'do not make any|a? noise',
    "don't|never run|start|use anything|something noisy|loud", 'do not run|start|use anything noisy|loud', 'must|should|may|can not be woken|disturbed up?', "mustn't|shouldn't|can't be woken|disturbed up?", 'keep|be|stay|remain it|everything|things|all? quiet|silent', 'quiet please?', "don't|do|please not? wake|disturb", "don't wake|disturb", 'it has|needs|must|should to? be quiet', 'nothing that makes any? noise', 'nothing should|may|must be heard', 'no loud|noisy devices|machines|appliances', 'silence',
  ].map((pattern) => [pattern, { kind: 'quiet', clause: true }] as const),
  ...['quietly|silently|noiselessly', 'without any|making? making|any? any? noise', 'without waking|disturbing|waking up?', 'in silence'].map((pattern) => [pattern, { kind: 'quiet', clause: false }] as const),
  ...["don't|never|not|mustn't|shouldn't|won't|cannot|can't", 'do|must|should|may|shall|can|will|need not', 'no need to', 'leave out', 'no'].map((pattern) => [pattern, { kind: 'not' }] as const),
  ...['and', 'as well as', 'plus', 'along with', 'together with'].map((pattern) => [pattern, { kind: 'join', then: false, word: 'and' }] as const),
  ['but', { kind: 'join', then: false, word: 'but' }],
  ['first|firstly of? all?', { kind: 'first' }],
  ...['and? then', 'and? after that', 'and? afterwards|afterward|next', 'followed by', 'and? subsequently'].map((pattern) => [pattern, { kind: 'join', then: true, word: 'then' }] as const),
  ...['because of?', 'since', 'for', 'so that?', 'as', 'in order to', 'due to', 'thanks to'].map((pattern) => [pattern, { kind: 'because' }] as const),
  ...["when|what|what's|which is|would|will|time|hour|be is|would|will|be? the? be? best|cheapest|right|good time|moment|hour|slot to", "when is|would|will it|be be? cheapest|best|cheaper|smartest to", 'at? what time should|can|shall|could|do i|we best|ideally?', 'when|how should|can|shall|could|do i|we best|ideally?', "when's|what's the? best|cheapest time to", 'when to', 'would you mind', 'how|what about', 'is it possible to', 'the? cheapest|best time|moment|slot for|to', 'find|tell|show me|us? the|a? best|cheapest|good time|slot|moment to|for', 'how much does|would|will it cost to?', 'what does|would|will it cost to?', 'how much is it to']
    .map((pattern) => [pattern, { kind: 'request' }] as const),
  ...['make|making sure that?', "i'd|i|we|we'd would? like|love you|lares? to?", "i|we want|need you|lares to?", 'i|we want|need to', 'can|could|would|will you|we|i please?', 'good morning|evening|afternoon|night', 'hi|hello|hey there|lares?', 'thank you|thanks very? much?', 'thanks a lot', 'see to it that', 'try to', 'remember to', "don't|do forget|not to|forget to?", 'if|when possible', 'if you|we can|could|please', 'when you can|could', 'for me|us', 'as well', 'sometime|anytime', 'some time', 'any time', 'at some point', 'of course', 'by the way', 'on time', 'in time', 'from now on?', 'has|have|needs|need|must|should|ought|wants|want to? be?', 'the following', 'time|at which', 'i|we think', 'give|gives me|us']
    .map((pattern) => [pattern, { kind: 'filler' }] as const),
])

/** Leaving the house, and so ending the time a vehicle can charge. */
const leaving = phraseBook<Meaning>([
  ...['leave|leaves|leaving|depart|departs|departing|departure the? house|home?', 'drive|drives|driving off|away?', 'head|heads|heading off|out|away', 'set|sets|setting off|out', 'go|goes|going out|off|away', "is|are|be|am|i'm|we're|he's|she's away|gone|out|off", 'away|gone|needed', 'is|are needed', 'has|have|had to? leave|go|drive', 'travels|commutes', 'gets|get out']
    .map((pattern) => [pattern, { kind: 'leave' }] as const),
  ...['come|comes|coming|get|gets|is|are|be|arrive|arrives back|home', 'is|are|be back home', 'return|returns|returning home?', 'back home|again?', 'drives|drive home|back'].map((pattern) => [pattern, { kind: 'return' }] as const),
])

/** "I need the car", "Tom takes the EV"; not "I need the car charged". */
const needsVehicle = (vocabulary: Vocabulary): Matcher<Meaning> => (tokens, at) => {
  const verb = takeWords(tokens, at)
  const pronoun = verb === undefined ? undefined : themWords(tokens, verb.next)
  if (pronoun !== undefined && stillCharging(tokens, pronoun.next) === undefined) return { value: { kind: 'leave', pronoun: true }, next: pronoun.next }
  const vehicle = verb === undefined ? undefined : vocabulary.vehicle(tokens, verb.next)
  if (verb !== undefined && vehicle === undefined) return needsLater(vocabulary, tokens, verb.next)
  if (vehicle === undefined || stillCharging(tokens, vehicle.next) !== undefined) return undefined
  return { value: { kind: 'leave', candidates: vehicle.value.candidates }, next: vehicle.next }
}
/** "Tom needs tomorrow at 7 the car", as German puts it: the time stands between. */
const needsLater = (vocabulary: Vocabulary, tokens: readonly Token[], from: number): Match<Meaning> | undefined => {
  const between = /^(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|noon|on|at|in|by|from|until|around|about|half|quarter|past|to|o'clock|early)$/
  let at = from
  while (at < from + 8 && (between.test(tokens[at]?.lower ?? '') || tokens[at]?.kind === 'number' || tokens[at]?.kind === 'clock')) at++
  const vehicle = at === from ? undefined : vocabulary.vehicle(tokens, at)
  return vehicle === undefined || stillCharging(tokens, vehicle.next) !== undefined ? undefined : { value: { kind: 'leave', candidates: vehicle.value.candidates }, next: from }
}
const takeWords = phraseBook([['take|takes|taking|need|needs|use|uses|borrow|borrows|want|wants', true], ['pick|picks|picking up', true], ['has|have|needs|need to take|use', true], ['drive|drives|driving|leave|leaves|leaving with|in|by?', true], ["we'll|i'll|will take|need", true]])
const themWords = phraseBook([['it|them', true]])
const stillCharging = phraseBook([['to? be? fully? charged|ready|full|done|charging|to', true]])

const orderLeads = phraseBook<boolean>([
  ['after|once|when|as|until', true], ['as soon as', true], ['right|straight|directly|only|just after', true], ['only once|when', true],
  ['before', false], ['right|straight|directly|just|ahead before|of', false], ['ahead of', false], ['prior to', false],
])
const doneWords = phraseBook([['is|has|have|are been|fully? done|finished|complete|completed|ready|through|dry|ended?', true], ['is|are|has|have done|finished|complete|completed|ready|through|ended', true], ['finishes|ends|completes|finish|end', true], ['has been|run run?', true]])

/** "before" and "when" in front of somebody leaving join two clauses: "done before Tom leaves at 7". */
const beforeLeaving = (vocabulary: Vocabulary): Matcher<Meaning> => (tokens, at) => {
  const link = beforeLinks(tokens, at)
  if (link === undefined) return undefined
  for (let i = link.next; i < link.next + 6;) {
    const leave = leaving(tokens, i) ?? needsVehicle(vocabulary)(tokens, i)
    if (leave !== undefined) return { value: { kind: 'join', then: false, word: 'before' }, next: link.next }
    const subject = vocabulary.person(tokens, i) ?? vocabulary.device(tokens, i) ?? subjectWords(tokens, i)
    if (subject === undefined) return undefined
    i = subject.next
  }
  return undefined
}
const beforeLinks = phraseBook([['before|until|till|when', true], ['by the time|moment', true]])
const subjectWords = phraseBook([['i|we|he|she|they|it|somebody|someone|everybody|everyone', true], ['my|our|the husband|wife|partner|son|daughter|family', true], ['and', true], ['has|have|is|are|with|the|to', true]])

const stretch: Matcher<Meaning> = (tokens, at) => {
  const next = withinLeads(tokens, at)
  const span = next === undefined ? undefined : duration(tokens, next.next)
  if (span?.value.minutes !== undefined) return { value: { kind: 'when', lead: 'by', at: { kind: 'moment', moment: { inMinutes: span.value.minutes } } }, next: span.next }
  const found = moment(false)(tokens, at)
  if (found === undefined) return undefined
  const timed = found.value.clock !== undefined || found.value.inMinutes !== undefined
  return { value: timed ? tied('at', found.value, tokens, found.next).value : { kind: 'stretch', moment: found.value }, next: timed ? tied('at', found.value, tokens, found.next).next : found.next }
}
const withinLeads = phraseBook([['within the? next?', true], ['in|over|during the next', true], ['in less than', true], ['in under', true]])

const length: Matcher<Meaning> = (tokens, at) => {
  const lead = lengthLeads(tokens, at)
  const found = duration(tokens, lead?.next ?? at)
  return found?.value.minutes === undefined || found.value.minutes < 5 ? undefined : { value: { kind: 'length', minutes: found.value.minutes }, next: skip(lengthTails, tokens, found.next) }
}
const lengthLeads = phraseBook([['for|takes|take|taking|lasts|last|lasting|about|around|needs|need', true], ['for about|around|exactly', true], ['it takes|needs|lasts', true], ['which takes|needs', true]])
const lengthTails = phraseBook([['long', true], ['of charge|charging', true]])

/** "every Monday", "daily", "on Mondays", "each night". */
const repeat: Matcher<Meaning> = (tokens, at) => {
  const each = everyWords(tokens, at)
  if (each !== undefined) {
    const what = moment(true)(tokens, each.next) ?? everyUnits(tokens, each.next)
    return { value: { kind: 'repeat' }, next: what?.next ?? each.next }
  }
  const token = tokens[at]
  return isPluralWeekday(token) ? { value: { kind: 'repeat' }, next: at + 1 } : dailyWords(tokens, at)
}
const everyWords = phraseBook([['every|each single|other?', true], ['all|on weekdays', true]])
const everyUnits = phraseBook([['day|days|week|month|time|morning|afternoon|evening|night|weekday|weekend', true]])
const dailyWords = phraseBook<Meaning>(['daily|weekly|monthly|nightly|always|regularly', 'once|twice|thrice a day|week|month'].map((pattern) => [pattern, { kind: 'repeat' }] as const))

const thenTimes = phraseBook<Meaning>([['by|before then|that', { kind: 'when', lead: 'by', at: { kind: 'earlier' } }], ['beforehand', { kind: 'when', lead: 'by', at: { kind: 'earlier' } }], ['by that time', { kind: 'when', lead: 'by', at: { kind: 'earlier' } }]])

const leads = phraseBook<Lead>([
  ['by', 'by'], ['until|till|til', 'until'], ['not|no later than', 'by'], ['not after', 'by'], ['in time for', 'before'], ['up to|until', 'by'], ['at the latest by|at', 'by'], ['latest by|at', 'by'], ['at latest', 'by'],
  ['only? before', 'before'], ['ahead of', 'before'], ['prior to', 'before'], ['right|just|well|shortly before', 'before'],
  ['after', 'after'], ['only after', 'after'], ['not until|till', 'from'], ['not before', 'from'], ['not|no earlier|sooner than', 'from'], ['from|since', 'from'], ['only from', 'from'], ['as of|from', 'from'], ['starting|beginning|earliest from|at|after?', 'from'], ['at the? earliest at|from?', 'from'], ['any time|anytime after|from', 'from'], ['once', 'after'], ['right|just|shortly|straight|some time|sometime after', 'after'],
  ['at|on', 'at'],
  ['while|during|when|whilst', 'during'], ['as long as', 'during'], ['so long as', 'during'], ['at|in the time of|when', 'during'],
  ['not|never while|during|when|whilst|in', 'not-during'], ['outside of?', 'not-during'], ['except during|while|when', 'not-during'],
  ['ready|done|finished|charged|full|washed for', 'before'],
])

const weakEvents = phraseBook([['breakfast|brunch|lunch|dinner|supper|tea|bedtime|teatime|dinnertime|lunchtime|work|school|nursery|kindergarten', true], ['the school run', true], ['bed|sleep', true]])

/** Everything that begins with a word such as "before", "at", "while", and stretches such as "between 9 and 11". */
const createWhens = (vocabulary: Vocabulary): Matcher<Meaning> => {
  const range = convert<readonly [Moment, Moment], Meaning>(momentRange, (value) => ({ kind: 'when', lead: 'during', at: { kind: 'range', range: value } }))
  const exceptRange: Matcher<Meaning> = (tokens, at) => {
    const lead = notWords(tokens, at)
    const found = lead === undefined ? undefined : momentRange(tokens, lead.next)
    return found === undefined ? undefined : { value: { kind: 'when', lead: 'not-during', at: { kind: 'range', range: found.value } }, next: found.next }
  }
  const dayBy = convert<Moment, Meaning>(dayThenBy, (value) => ({ kind: 'when', lead: 'by', at: { kind: 'moment', moment: value } }))
  const led: Matcher<Meaning> = (tokens, at) => {
    const lead = leads(tokens, at)
    if (lead === undefined) return undefined
    return longest<Meaning>(
      (t, i) => { const m = moment(true)(t, skip(the, t, i)) ?? moment(true)(t, i); return m === undefined ? undefined : timedOrStretch(lead.value, m, t) },
      (t, i) => routineAnchor(vocabulary, lead.value, t, i),
      (t, i) => labelled(vocabulary, lead.value, t, i),
    )(tokens, lead.next)
  }
  return longest(range, exceptRange, dayBy, thenTimes, loneBefore, led)
}

/** "Tom leaves at 7, charge it before": what ends a clause means the time named last; "an hour before" does not. */
const loneBefore: Matcher<Meaning> = (tokens, at) => {
  const next = tokens[at + 1]
  return tokens[at]?.lower === 'before' && (next === undefined || next.kind === 'mark') && !/^(?:days?|hours?|minutes?|mins?|h)$/.test(tokens[at - 1]?.lower ?? '') ? { value: { kind: 'when', lead: 'by', at: { kind: 'earlier' } }, next: at + 1 } : undefined
}

const the = words('the')
const notWords = phraseBook([['not|never', true], ['except', true], ['outside of?', true]])

/** "on Friday", "during the night" are stretches; "by Friday" is a time. */
const timedOrStretch = (lead: Lead, found: Match<Moment>, tokens: readonly Token[]): Match<Meaning> => {
  const m = found.value
  const stretchLike = m.clock === undefined && m.inMinutes === undefined
  if (stretchLike && (lead === 'at' || lead === 'during')) return { value: { kind: 'stretch', moment: m }, next: found.next }
  return tied(lead, m, tokens, found.next)
}

const tails = phraseBook<Lead>([
  ['at the? latest', 'by'], ['latest', 'by'], ['or earlier|before|sooner', 'by'], ['or later|after', 'from'], ['at the? earliest', 'from'], ['onwards|onward', 'from'], ['and later|after', 'from'], ['and not later|after', 'by'], ['and no later', 'by'],
])

/** A time with what may stand behind it: "at 7 at the latest". */
const tied = (lead: Lead, m: Moment, tokens: readonly Token[], next: number): Match<Meaning> => {
  const tail = tails(tokens, next)
  return { value: { kind: 'when', lead: tail?.value ?? lead, at: { kind: 'moment', moment: m } }, next: tail?.next ?? next }
}

/** "Emma's breakfast", "breakfast at 7", "the baby is asleep". */
const routineAnchor = (vocabulary: Vocabulary, lead: Lead, tokens: readonly Token[], at: number): Match<Meaning> | undefined => {
  const found = vocabulary.routine(tokens, at) ?? vocabulary.routineHead(tokens, at)
  const event = found === undefined ? weakEvents(tokens, skip(the, tokens, at)) : undefined
  const end = found?.next ?? event?.next
  if (end === undefined) return undefined
  const time = timeBehind(tokens, end)
  const label = textOf(tokens, at, end)
  if (found !== undefined) return { value: { kind: 'when', lead, at: { kind: 'routine', candidates: found.value.candidates, ...(time === undefined ? {} : { moment: time.value }) } }, next: time?.next ?? end }
  if (time === undefined) return { value: { kind: 'when', lead, at: { kind: 'unknown', words: label } }, next: end }
  const half = /dinner|supper|bed|sleep/.test(label) ? 'pm' : /breakfast|school|work|nursery|kinder/.test(label) ? 'am' : undefined
  const clock = time.value.clock === undefined || half === undefined || time.value.part !== undefined ? time.value.clock : inHalf(time.value.clock, half)
  return { value: { kind: 'when', lead, at: { kind: 'moment', moment: { ...time.value, ...(clock === undefined ? {} : { clock }) } }, label }, next: time.next }
}

const timeBehind = (tokens: readonly Token[], at: number): Match<Moment> | undefined => {
  const link = phraseLinks(tokens, at)
  const found = link === undefined ? moment(false)(tokens, at) : moment(true)(tokens, link.next)
  return found?.value.clock === undefined ? undefined : found
}
const phraseLinks = phraseBook([['at|around|about|by', true], ['at around|about', true], ['which is at', true], ['starts|begins at', true]])

/** "before the party at 8": up to five unknown words between the lead and its time. */
const labelled = (vocabulary: Vocabulary, lead: Lead, tokens: readonly Token[], at: number): Match<Meaning> | undefined => {
  if (lead !== 'by' && lead !== 'until' && lead !== 'before' && lead !== 'after') return undefined
  for (let i = at + 1; i <= at + 5; i++) {
    const skipped = tokens[i - 1]
    if (skipped === undefined || skipped.kind !== 'word' || turnsMeaning(skipped) || vocabulary.device(tokens, i - 1) !== undefined || joiners(tokens, i - 1) !== undefined) return undefined
    const link = phraseLinks(tokens, i)
    const found = link === undefined ? undefined : moment(true)(tokens, link.next)
    if (found?.value.clock === undefined) continue
    const end = tied(lead, found.value, tokens, found.next)
    return end.value.kind === 'when' ? { value: { ...end.value, lead, label: textOf(tokens, at, i) }, next: end.next } : undefined
  }
  return undefined
}
const joiners = phraseBook([['and|but|then|while|before|after|run|charge|start', true]])

const textOf = (tokens: readonly Token[], from: number, to: number): string => tokens.slice(from, to).map((t) => t.text).join(' ')
