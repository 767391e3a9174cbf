/** What is asked back about a request, in the language it was made in. */
import { locale } from '../../../shared/language.ts'
import { Temporal } from '../../../shared/time.ts'

export interface Doubts {
  readonly whichOf: string
  readonly whichWeekend: string
  readonly whichHalf: string
  readonly anotherDay: string
  readonly endsFirst: string
  readonly noDate: string
  readonly monthTooLong: string
  readonly dayTooLong: string
  readonly hourTooLong: string
  readonly when: (words: string) => string
  readonly noSuchHour: (hour: string) => string
  readonly notThatWeekday: (date: string, isoWeekday: number) => string
  readonly daysOfMonth: (first: string, days: number, withYear: boolean) => string
  readonly whoIs: (name: string) => string
  readonly mayBeTime: (words: string) => string
  readonly nothing: string
  readonly whereTo: (title: string | undefined) => string
  readonly whichOne: string
  /** A phrase and what is wrong with it: a question as it is, a statement followed by one. */
  readonly about: (words: string, why: string) => string
}

/** Why a time cannot be placed as it was written. It waits for the language of the message. */
export type Why = (doubts: Doubts) => string

export const doubtsIn = (language: 'en' | 'de'): Doubts => (language === 'de' ? german : english)

const written = (date: string, tag: string, options: Intl.DateTimeFormatOptions): string => Temporal.PlainDate.from(date).toLocaleString(tag, options)
/** 4 January 2027 is a Monday. */
const weekday = (iso: number, tag: string): string => written(`2027-01-${String(iso + 3).padStart(2, '0')}`, tag, { weekday: 'long' })
const full: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }

const english: Doubts = {
  whichOf: 'Which of the two is it?',
  whichWeekend: 'Which weekend do you mean?',
  whichHalf: 'Is that in the morning or in the evening?',
  anotherDay: 'Another day is named too',
  endsFirst: 'That would end before it begins',
  noDate: 'No date fits that rule',
  monthTooLong: 'No month has more than 31 days',
  dayTooLong: 'A day has 24 hours',
  hourTooLong: 'An hour has 60 minutes',
  when: (words) => `When exactly, ${words}?`,
  noSuchHour: (hour) => `There is no ${hour}`,
  notThatWeekday: (date, iso) => `${written(date, 'en-GB', full)} is no ${weekday(iso, 'en-GB')}`,
  daysOfMonth: (first, days, withYear) => `${written(first, 'en-GB', { month: 'long', ...(withYear ? { year: 'numeric' } : {}) })} has ${String(days)} days`,
  whoIs: (name) => `Which ${name} do you mean?`,
  mayBeTime: (words) => `I did not understand “${words}”, and it may say when. Say it another way, or leave it out.`,
  nothing: 'What can I do for you?',
  whereTo: (title) => `To when should ${title ?? 'it'} move?`,
  whichOne: 'Which one do you mean?',
  about: (words, why) => `“${words}”: ${why}${why.endsWith('?') ? '' : '. What do you mean?'}`,
}

const german: Doubts = {
  whichOf: 'Welches von beiden?',
  whichWeekend: 'Welches Wochenende ist gemeint?',
  whichHalf: 'Morgens oder abends?',
  anotherDay: 'Es ist noch ein anderer Tag genannt',
  endsFirst: 'Das würde enden, bevor es anfängt',
  noDate: 'Zu dieser Regel passt kein Tag',
  monthTooLong: 'Kein Monat hat mehr als 31 Tage',
  dayTooLong: 'Ein Tag hat 24 Stunden',
  hourTooLong: 'Eine Stunde hat 60 Minuten',
  when: (words) => `Wann genau, ${words}?`,
  noSuchHour: (hour) => `${hour} gibt es nicht`,
  notThatWeekday: (date, iso) => `Der ${written(date, germanLocale(), full)} ist kein ${weekday(iso, germanLocale())}`,
  daysOfMonth: (first, days, withYear) => `Der ${written(first, germanLocale(), { month: 'long', ...(withYear ? { year: 'numeric' } : {}) })} hat ${String(days)} Tage`,
  whoIs: (name) => `Wer ist mit ${name} gemeint?`,
  mayBeTime: (words) => `„${words}“ habe ich nicht verstanden, und es könnte sagen, wann. Bitte anders sagen oder weglassen.`,
  nothing: 'Was kann ich für dich tun?',
  whereTo: (title) => (title === undefined ? 'Auf wann soll es verlegt werden?' : `Auf wann soll „${title}“ verlegt werden?`),
  whichOne: 'Was von beiden ist gemeint?',
  about: (words, why) => `„${words}“: ${why}${why.endsWith('?') ? '' : '. Was ist gemeint?'}`,
}

/** German as it is written where the household lives. */
function germanLocale(): string { return locale().startsWith('de') ? locale() : 'de-DE' }
