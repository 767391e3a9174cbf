/** Where in a message each understood thing stands, the sentences by which the person can check it, and the numbers that were left over. */
import type { Device } from '../../shared/household.ts'
import { translated } from '../../shared/language.ts'
import { Temporal, fromInstant, wallToInstant } from '../../shared/time.ts'
import type { WallTime } from '../../shared/time.ts'
import type { LoadRequest, PlanRequest, Reading, TextSpan, Unread } from '../../shared/understanding.ts'
import type { LocalContext } from './model.ts'

const words = translated(
  {
    run: (name: string): string => `${name}: one run`, minutes: (name: string, minutes: number): string => `${name}: ${minutes} minutes`, notBefore: (name: string, when: string): string => `${name}: not before ${when}`,
    between: (name: string, from: string, to: string): string => `${name}: between ${from} and ${to}`, doneBy: (name: string, when: string): string => `${name}: done by ${when}`, leaves: (name: string, when: string): string => `${name}: leaves at ${when}`,
    after: (then: string, first: string): string => `${then}: after ${first}`, quiet: (from: string, to: string): string => `Quiet from ${from} to ${to}`, quietDuring: (name: string, from: string, to: string): string => `${name}: quiet from ${from} to ${to}`,
    cheap: 'As cheaply as possible', early: 'As early as possible', horizon: (from: string, to: string): string => `From ${from} to ${to}`, weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
  {
    run: (name) => `${name}: ein Lauf`, minutes: (name, minutes) => `${name}: ${minutes} Minuten`, notBefore: (name, when) => `${name}: nicht vor ${when}`,
    between: (name, from, to) => `${name}: zwischen ${from} und ${to}`, doneBy: (name, when) => `${name}: fertig bis ${when}`, leaves: (name, when) => `${name}: fährt ${when} los`,
    after: (then, first) => `${then}: nach ${first}`, quiet: (from, to) => `Ruhe von ${from} bis ${to}`, quietDuring: (name, from, to) => `${name}: Ruhe von ${from} bis ${to}`,
    cheap: 'So günstig wie möglich', early: 'So früh wie möglich', horizon: (from, to) => `Von ${from} bis ${to}`, weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  },
)

type Plan = Omit<PlanRequest, 'readings' | 'unread'>

/** A run as read from the form, its device, and the words that asked for it. */
export interface ReadLoad { readonly load: LoadRequest; readonly device: Device; readonly span: TextSpan | undefined }
export interface ReadQuiet { readonly range: [WallTime, WallTime]; readonly span: TextSpan | undefined }

/** Where a phrase stands in the text: case, white space, kinds of quotation mark and what the model's eye leaves off at the ends do not matter; the words and their order do. */
export const findPhrase = (text: string, phrase: string): TextSpan | undefined => {
  const words = phrase.replace(/^[\s"'“”‘’.,;:!?…]+|[\s"'“”‘’.,;:!?…]+$/g, '').split(/\s+/)
  const pattern = words.map((word) => RegExp.escape(word).replace(/\\x27|['‘’]/g, "['‘’]").replace(/\\x22|["“”]/g, '["“”]').replace(/\\x3c|[<‹]/g, '[<‹]').replace(/\\x3e|[>›]/g, '[>›]')).join('\\s+')
  if (pattern === '') return undefined
  // Whole words where a language writes spaces between them, any place where it does not.
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').exec(text) ?? new RegExp(pattern, 'iu').exec(text)
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length }
}

/** The sentences that the person can check, in the order of the request, each with the words it came from where they are known. */
export const planReadings = (plan: Plan, context: LocalContext, loads: readonly ReadLoad[], quiet: readonly ReadQuiet[]): Reading[] => {
  const numbers = numbersIn(context.text)
  const clock = (wall: WallTime, otherwise: TextSpan | undefined): TextSpan | undefined => numbers.find((number) => meansTime(number, wall))?.span ?? otherwise
  const name = (id: string): string => context.household.devices.find((device) => device.id === id)?.name ?? id
  return [
    ...loads.flatMap(({ load, device, span }) => [
      reading(words.run(device.name), span),
      ...(load.minutes === undefined ? [] : [reading(words.minutes(device.name, load.minutes), numbers.find((number) => meansMinutes(number, load.minutes ?? 0))?.span ?? span)]),
      ...(load.notBefore === undefined ? [] : [reading(words.notBefore(device.name, shown(load.notBefore)), clock(load.notBefore, span))]),
      ...(load.between === undefined ? [] : [reading(words.between(device.name, shown(load.between[0]), shown(load.between[1])), clock(load.between[0], span))]),
      ...(load.doneBy === undefined ? [] : [reading(words.doneBy(device.name, shown(load.doneBy)), clock(load.doneBy, span))]),
      ...(load.leavesAt === undefined ? [] : [reading(words.leaves(device.name, shown(load.leavesAt)), clock(load.leavesAt, span))]),
    ]),
    ...plan.order.map(([first, then]) => reading(words.after(name(then), name(first)), undefined)),
    ...quiet.map(({ range, span }) => reading(words.quiet(shown(range[0]), shown(range[1])), span)),
    ...context.household.routines.filter((routine) => routine.quiet).flatMap((routine) => {
      const span = [routine.name, ...routine.aliases].map((said) => findPhrase(context.text, said)).find((found) => found !== undefined)
      return span === undefined ? [] : [reading(words.quietDuring(routine.name, routine.from, routine.to), span)]
    }),
    reading(plan.objective === 'cost' ? words.cheap : words.early, undefined),
    reading(words.horizon(shown(plan.horizon[0]), shown(plan.horizon[1])), undefined),
  ].slice(0, 60)
}

/** Every number in the message that stands for nothing in the plan, with the word before it. A time that a model skipped shows here. */
export const numbersLeftOver = (plan: Plan, context: LocalContext): Unread[] => {
  const { devices, people, places, routines } = context.household
  const walls = [...plan.horizon, ...plan.quiet.flat(), ...plan.loads.flatMap((load) => [load.notBefore, load.doneBy, load.leavesAt, ...(load.between ?? [])])].filter((wall) => wall !== undefined)
  const names = [...devices, ...people, ...places, ...routines].flatMap((entry) => [entry.name, ...entry.aliases]).filter((name) => /\d/.test(name))
  const withoutNames = [...names, ...walls.map((wall) => wall.slice(0, 10))].reduce((text, name) => {
    const span = findPhrase(text, name)
    return span === undefined ? text : text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)
  }, context.text)
  const minutes = plan.loads.flatMap((load) => load.minutes ?? [])
  const now = fromInstant(context.now)
  const minutesAhead = walls.map((wall) => Math.round((fromInstant(wallToInstant(wall, context.household.zone)) - now) / 60_000))
  return numbersIn(withoutNames)
    .filter((number) => !walls.some((wall) => meansTime(number, wall) || meansDate(number, wall)) && !minutes.some((length) => meansMinutes(number, length)) && !(number.unit !== '' && minutesAhead.some((ahead) => meansMinutes(number, ahead))))
    .map(({ span }) => {
      const start = span.start - (/[\p{L}'’]+\s+$/u.exec(context.text.slice(0, span.start))?.[0].length ?? 0)
      return { text: context.text.slice(start, span.end), span: { start, end: span.end } }
    })
}

const reading = (says: string, span: TextSpan | undefined): Reading => ({ says, ...(span === undefined ? {} : { span }) })

/** `Mon 07:00` */
const shown = (wall: WallTime): string => `${words.weekdays[Temporal.PlainDateTime.from(wall).dayOfWeek - 1] ?? ''} ${wall.slice(11)}`

interface NumberInText { readonly span: TextSpan; readonly first: number; /** what follows a colon or point, e.g. 15 in 7:15 */ readonly second: number | undefined; readonly unit: string }

const numbersIn = (text: string): NumberInText[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])(\d{1,4})(?:[:.](\d\d))?(?:\s?(a\.m\.|p\.m\.|am|pm|h|hours?|hrs?|minutes?|mins?|min)(?![\p{L}\p{N}]))?(?!\d)/giu)].map((found) => ({
    span: { start: found.index, end: found.index + found[0].length },
    first: Number(found[1]),
    second: found[2] === undefined ? undefined : Number(found[2]),
    unit: (found[3] ?? '').toLowerCase().replaceAll('.', ''),
  }))

const meansTime = ({ first, second, unit }: NumberInText, wall: WallTime): boolean => {
  const hour = Number(wall.slice(11, 13))
  const hourFits = unit === 'am' ? hour === first % 12 : unit === 'pm' ? hour === (first % 12) + 12 : (first <= 24 && hour === first % 24) || (first <= 12 && hour % 12 === first % 12)
  return hourFits && Number(wall.slice(14)) === (second ?? 0)
}

const meansDate = ({ first, second }: NumberInText, wall: WallTime): boolean =>
  [Number(wall.slice(0, 4)), Number(wall.slice(8, 10))].includes(first) && (second === undefined || second === Number(wall.slice(5, 7)))

const meansMinutes = ({ first, second, unit }: NumberInText, minutes: number): boolean => unit.startsWith('h') ? first * 60 + (second ?? 0) === minutes : first === minutes && second === undefined
