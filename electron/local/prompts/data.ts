/** How text written by people is put before a model: on lines of its own, between tags it cannot close. That the model keeps to it is hoped for, never relied on. */
import type { Household, Routine } from '../../../shared/household.ts'
import { printable } from '../../../shared/printable.ts'
import { Temporal } from '../../../shared/time.ts'
import type { LocalContext } from '../model.ts'

/** The same text with its angle brackets turned into ‹ and ›, so that no tag can be closed from inside; offsets stay as they are where nothing hidden stood. */
export const asData = (text: string): string => printable(text).replaceAll('<', '‹').replaceAll('>', '›')

/** One line, quoted. */
export const quoted = (text: string): string => `"${asData(text).replace(/\s+/g, ' ').replaceAll('"', '”')}"`

/** The message and the moment: weekday, date, time and the days that follow, so that the model looks dates up instead of working them out. */
export const momentAndMessage = (context: LocalContext): string => {
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.household.zone)
  const days = Array.from({ length: 8 }, (_, i) => {
    const day = now.toPlainDate().add({ days: i })
    return `${weekdays[day.dayOfWeek - 1] ?? ''} ${day.toString()}${i === 0 ? ' (today)' : i === 1 ? ' (tomorrow)' : ''}`
  })
  return `It is now ${weekdays[now.dayOfWeek - 1] ?? ''} ${now.toPlainDate().toString()} ${now.toPlainTime().toString({ smallestUnit: 'minute' })}.\nDays:\n${days.join('\n')}\n\n<message>\n${asData(context.text)}\n</message>`
}

/** "Emma" (child), also "Emmi" */
export const alsoCalled = (aliases: readonly string[]): string => (aliases.length === 0 ? '' : `, also ${aliases.slice(0, 5).map(quoted).join(', ')}`)

export const routineLine = (routine: Routine, household: Household): string => {
  const who = routine.people.flatMap((id) => household.people.filter((person) => person.id === id).map((person) => quoted(person.name)))
  return `${quoted(routine.name)}${alsoCalled(routine.aliases)}: ${routine.days.length === 7 ? 'every day' : routine.days.join(' ')} ${routine.from} to ${routine.to}${routine.quiet ? ', quiet' : ''}${who.length === 0 ? '' : `, ${who.join(' and ')}`}`
}

/** The entries that share most words with the message first; what has no room any more is left out. `budget` is in characters. */
export const mostRelevant = <T>(entries: readonly T[], line: (entry: T) => string, message: string, budget: number): { readonly entries: readonly T[]; readonly lines: readonly string[] } => {
  const words = new Set(wordsOf(message))
  const ranked = entries.map((entry, position) => {
    const text = line(entry)
    return { entry, position, text, shared: wordsOf(text).filter((word) => words.has(word)).length }
  }).sort((a, b) => b.shared - a.shared || a.position - b.position)
  let left = budget
  const kept = ranked.filter(({ text }) => {
    if (text.length > left) return false
    left -= text.length
    return true
  }).sort((a, b) => a.position - b.position)
  return { entries: kept.map(({ entry }) => entry), lines: kept.map(({ text }) => text) }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
