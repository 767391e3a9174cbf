/** The closed word lists of English that the rules lean on: numbers, weekdays, months, and words that carry no content of their own. */
import type { Token } from './tokens.ts'
import { digitsOf } from './tokens.ts'

const numberWords = new Map(Object.entries({
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15,
  sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90,
}))

/** ISO weekday numbers, Monday = 1. */
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const weekdays = new Map(weekdayNames.map((name, i) => [name, i + 1]))
const weekdayShort = new Map(Object.entries({ mon: 1, tue: 2, tues: 2, wed: 3, weds: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7 }))

const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const months = new Map([...monthNames.map((name, i) => [name, i + 1] as const), ...monthNames.map((name, i) => [name.slice(0, 3), i + 1] as const), ['sept', 9] as const])
/** Months that are also everyday words, or parts of them. */
export const wordlikeMonths: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'jun', 'jan', 'dec'])

/** A whole number in digits or in words up to ninety-nine, with the count of tokens it takes. */
export const wholeNumber = (tokens: readonly Token[], at: number): { readonly value: number; readonly next: number } | undefined => {
  const token = tokens[at]
  const digits = token?.kind === 'number' ? digitsOf(token) : undefined
  if (digits !== undefined) return Number.isInteger(digits) && digits < 10_000 ? { value: digits, next: at + 1 } : undefined
  const tens = numberWords.get(token?.lower ?? '')
  if (tens === undefined) return undefined
  const ones = tens >= 20 && tens % 10 === 0 ? numberWords.get(tokens[at + 1]?.lower ?? '') : undefined
  return ones !== undefined && ones < 10 ? { value: tens + ones, next: at + 2 } : { value: tens, next: at + 1 }
}

/** ISO weekday of a full name, also with a possessive or in the plural ("Mondays"). */
export const weekdayOf = (token: Token | undefined): number | undefined => weekdays.get(token?.stem ?? '') ?? weekdays.get(token?.stem.replace(/s$/, '') ?? '')
/** ISO weekday of an abbreviation: "sun" and "wed" are words too, so whoever asks looks at the words around it. */
export const shortWeekdayOf = (token: Token | undefined): number | undefined => weekdayShort.get(token?.lower ?? '')
export const isPluralWeekday = (token: Token | undefined): boolean => weekdays.get(token?.lower ?? '') === undefined && /days$/.test(token?.lower ?? '') && weekdayOf(token) !== undefined
/** 1–12. */
export const monthOf = (token: Token | undefined): number | undefined => (token?.kind === 'word' ? months.get(token.stem) : undefined)

/**
 * Words that may stay unread without loss: articles, pronouns, auxiliaries, plain prepositions, courtesies.
 * Nothing that turns a meaning around (not, unless, without, or, if, every) and nothing that orders in time (before, after, while) is among them.
 */
const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those some any my our your his her hers its their theirs mine ours yours i we you he she they me us him them it one ones
   is are am be been being was were do does did has have had having will would shall should can could may might must ought get gets got let lets let's
   i'd i'll i'm i've we'd we'll we're we've you'd it's it'll that's there's there to of in on at for with from into onto as so too also and then but please pls plz thanks thank lares
   hi hello hey ok okay just simply only really very well need needs needed want wants wanted like wish make makes sure both
   all set what's bit yes yeah oh ah right`.split(/\s+/),
)

/** Whether a token may stay unread without a word being said about it. Numbers never may. */
export const isFunctionWord = (token: Token): boolean => token.kind === 'mark' || functionWords.has(token.lower)

/** Words that turn a meaning around or make it conditional: a clause in which one stays unread is not used at all. */
const polarityWords: ReadonlySet<string> = new Set(
  `not no never none nothing nobody neither nor unless except excluding without if or instead either hardly off stop stops stopping pause cancel abort skip unplug delay postpone
   don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't isn't aren't wasn't hasn't haven't needn't avoid anything every each daily weekly nightly hourly always twice thrice rather whether unlike
   yesterday ago`.split(/\s+/),
)
export const turnsMeaning = (token: Token): boolean => polarityWords.has(token.lower)
