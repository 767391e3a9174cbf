/** Tells a message that wants something written, or an undertaking prepared, from one that wants devices run or a question answered; and what a question is about. */
import type { Occasion } from '../../shared/ask.ts'
import type { TaskWords, Topic } from '../../shared/stages.ts'
import { readGermanTask } from './german-tasks.ts'

const opening = "(?:please |pls |can you |could you |would you |help me (?:to )?|i (?:need|want|would like|have) to |i'd like to |we (?:need|want|have) to |let's |let us )*"
const writing = new RegExp(`^\\s*${opening}(?:write|draft|compose|formulate|word|send) (?:me |us )?(?:an? |the |some )?(?:short |polite |friendly |formal |quick |nice |firm )*(letter|e-?mail|mail|note|message|text|reply|complaint|card|lines?)\\b(?: (?:of (?:complaint|apology|thanks)))?(?: (?:to|for) (.+?))?(?:[:,]? (?=(?:that|to|about|because|asking|saying)\\b)|: ?|$)(.*)$`, 'is')
const writingTo = new RegExp(`^\\s*${opening}(?:write|e-?mail) (?:to )?(.+?) (that|about|because|asking|saying|to)\\b (.+)$`, 'is')
const preparing = new RegExp(`^\\s*${opening}(?:plan|organi[sz]e|prepare|arrange|help (?:me|us) (?:with|plan|organi[sz]e|prepare))\\b (.+)$`, 'is')

const kinds: readonly (readonly [pattern: RegExp, occasion: Occasion, lasts: number])[] = [
  [/\bbirthday\b/i, 'birthday', 1], [/\b(?:mov(?:e|ing)|relocat\w+) ?(?:house|home|out|in|flat)?\b/i, 'move', 1], [/\b(?:holidays?|vacation|trip|camping|city break|journey|honeymoon)\b/i, 'holiday', 7],
  [/\b(?:visit|stay) (?:of|by|from)\b|\b(?:guests?|in-laws|grandparents) (?:coming|staying|to stay)\b|\bsleepover\b/i, 'visit', 2], [/\b(?:christmas|easter|thanksgiving|eid|diwali|hanukkah|passover|new year|christening|baptism|communion|wedding|anniversary)\b/i, 'feast', 1],
  [/\b(?:party|barbecue|bbq|garden fete|celebration|playdate|picnic|dinner for)\b/i, 'party', 1],
]
const count = 'a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|\\d{1,2}'
/** "In three weeks", "two days from now" and "next week" say when it is, "30 minutes a day" how much time there is; how long it lasts is what is left. */
const when = new RegExp(`\\b(?:in|within) (?:about |around |the next )?(?:${count})(?: |-)(?:days?|weeks?|nights?)\\b(?:['’] time)?|\\b(?:${count}) (?:days?|weeks?|nights?) (?:from|before|after|ago|ahead|away|today|until|to go)\\b|\\b(?:next|this|last|coming|following|every|each|per|the) week\\b|\\bweek (?:of|from|after|before)\\b|\\b(?:minutes?|hours?|times?|once|twice) (?:a|per|every|each) (?:day|week|night)\\b`, 'gi')
const days = new RegExp(`\\b(?:for )?(${count})(?: |-)(days?|weeks?|nights?)\\b|\\b(weekend)\\b|\\b(week)\\b`, 'i')
const numbers: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fourteen: 14 }

/** Undefined when the message is neither; then it is read as a plan or a question. Devices that are to run are never a letter or an undertaking. */
export function readTask(text: string): TaskWords | undefined {
  const letter = writing.exec(text)
  if (letter !== null) {
    const [, form = '', to, about = ''] = letter
    return { kind: 'write', letter: { language: 'en', form: /letter|complaint|mail/i.test(form) ? 'letter' : 'message', to: recipient(to), about: saying(about.trim() === '' ? text : about) } }
  }
  const direct = writingTo.exec(text)
  if (direct !== null) return { kind: 'write', letter: { language: 'en', form: 'letter', to: recipient(direct[1]), about: saying(`${direct[2] ?? ''} ${direct[3] ?? ''}`) } }
  const [, what] = preparing.exec(text) ?? []
  const found = what === undefined ? undefined : kinds.find(([pattern]) => pattern.test(what))
  if (what === undefined || found === undefined) return readGermanTask(text)
  const [, occasion, usual] = found
  const guests = /\b(\d{1,3}) (?:\w+ )?(?:guests|people|kids|children|friends|persons|adults)\b/i.exec(what)?.[1]
  const minutes = /\b(\d{1,3}) minutes (?:a|per|every) day\b/i.exec(what)?.[1]
  return { kind: 'outline', undertaking: { occasion, title: titleOf(what), guests: guests === undefined ? null : Number(guests), lasts: lengthOf(what, usual), minutesPerDay: Math.min(480, Math.max(15, Number(minutes ?? 60))) } }
}

const recipient = (to: string | undefined): string | null => { const name = to?.trim().replace(/^(?:to|for) /i, '') ?? ''; return name === '' || name.length > 120 ? null : name }
const saying = (about: string): string => about.trim().replace(/^saying (?:that )?/i, 'that ')

/** In days. At a weekend nothing lasts longer than that, and a party no longer than usual. */
function lengthOf(text: string, usual: number): number {
  const [, count, unit, weekend, week] = days.exec(text.replace(when, ' ')) ?? []
  if (weekend !== undefined) return Math.min(2, usual)
  if (week !== undefined) return 7
  if (count === undefined || unit === undefined) return usual
  return Math.min(30, Math.max(1, (numbers[count.toLowerCase()] ?? Number(count)) * (/^week/i.test(unit) ? 7 : 1)))
}

/** "Emma's birthday on 12 December with eight children" → "Emma's birthday". */
const titleOf = (what: string): string => (what.split(/[,.;:!?\n]| (?:on|in|at|for|with|from|next|this|by|before|after|tomorrow|until) /i, 1)[0] ?? what).trim().replace(/^(?:the|a|an|our|my) /i, '').slice(0, 80)

const topics: readonly (readonly [Topic, RegExp])[] = [
  ['health', /\b(?:doctor|dentist|clinic|hospital|medicine|medication|pills?|dose|dosage|symptoms?|pain|fever|rash|cough|allerg\w+|vaccin\w+|vitamin|sick|ill|pregnan\w+|diabet\w+|asthma|therap\w+|blood pressure|headache|injur\w+|wound|infection)\b|(?:(?<!\p{L})(?:ärztin|arzt|krank|tablette|dosis|schmerz|fieber|husten|ausschlag|impf|schwanger|diabet|verletz|entzünd|infekt|symptom|medikament|vitamin|therap|allergi|blutdruck)\p{L}*|zahnarzt|kinderarzt|krankenhaus|kopfschmerz)/iu],
  ['money', /\b(?:money|pay|paid|cost|costs|price|cheaper|tariff|contract|loan|mortgage|interest|tax(?:es)?|insurance|invoice|budget|save|savings|salary|rent|deposit|refund|bank|invest\w*|pension|fees?|[€$£]|euros?|dollars?|pounds?)\b|(?<!\p{L})(?:geld|bezahl|kosten?|kostet|preis|günstiger|billiger|stromtarif|vertrag|kredit|hypothek|zins|steuer|versicherung|rechnung|budget|sparen|gehalt|miete|kaution|erstattung|bank|rente|gebühr)\p{L}*/iu],
  ['travel', /\b(?:travel|flight|fly|airport|train|ferry|visa|passport|border|hotel|luggage|abroad|route|drive to|itinerary|jet ?lag)\b|(?<!\p{L})(?:reise|flug|flieg|flughafen|zug(?!\p{L})|bahnhof|fähre|visum|reisepass|grenze|hotel|gepäck|ausland|strecke|anreise|abreise)\p{L}*/iu],
]
export const topicOf = (text: string): Topic => topics.find(([, pattern]) => pattern.test(text))?.[0] ?? 'general'
