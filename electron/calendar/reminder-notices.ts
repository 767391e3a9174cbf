/** What a reminder says: as the window shows it, and as the desktop's notification. */
import type { Habits } from '../../shared/habits.ts'
import type { Household } from '../../shared/household.ts'
import { whenInWords } from '../../shared/reminder-words.ts'
import type { Notice, Reminder } from '../../shared/reminders.ts'
import type { ReminderSettings } from '../../shared/settings.ts'
import { strings } from './notice-strings.ts'
import type { Thing } from './reminders.ts'

/** A thing with names in place of ids. */
export function reminderOf({ about, event, task, medicine }: Thing, keys: readonly string[], household: Household): Reminder {
  const nameOf = (id: string): string[] => household.people.filter((one) => one.id === id).map(({ name }) => name)
  const place = household.places.find(({ id }) => id === event?.placeId)?.name
  const [turn] = task?.turn === undefined ? [] : nameOf(task.turn)
  return {
    keys: [...keys], about, medicine,
    title: event?.title ?? task?.title ?? '',
    at: event?.start ?? task?.due?.at ?? null,
    zone: event?.zone ?? task?.due?.zone ?? household.zone,
    allDay: event?.allDay ?? task?.due?.allDay ?? false,
    people: (event?.people ?? (turn === undefined ? task?.people : undefined) ?? []).flatMap(nameOf),
    ...(place === undefined ? {} : { place }),
    ...(turn === undefined ? {} : { turn }),
  }
}

/** More than so many at once are one notification. */
const APART = 3
/** So many are named in it. */
const NAMED = 5

export interface Wording { readonly text: ReminderSettings['text']; readonly now: number; readonly zone: string; readonly clock: Habits['clock'] }

/** One notification for each reminder, and one for all that were missed; where there are many at once, one for all. */
export function noticesFor(due: readonly { readonly reminder: Reminder; readonly missed: boolean }[], wording: Wording): readonly Notice[] {
  const missed = due.filter((one) => one.missed).map(({ reminder }) => reminder), onTime = due.filter((one) => !one.missed).map(({ reminder }) => reminder)
  return [
    ...(missed.length === 0 ? [] : [together(missed, wording, missed.length === 1 ? strings.away : strings.awayMany(missed.length))]),
    ...(onTime.length > APART ? [together(onTime, wording, strings.many(onTime.length))] : onTime.map((reminder) => alone(reminder, wording))),
  ]
}

/** That there may be something, and nothing of what is in the vault. */
export const lockedNotice = (): Notice => ({ title: strings.reminder, body: strings.locked, reminder: null })

const alone = (reminder: Reminder, wording: Wording): Notice =>
  wording.text === 'discreet' ? { ...discreet(), reminder } : { title: reminder.title, body: [when(reminder, wording), ...about(reminder)].filter((part) => part !== '').join(' · '), reminder }

function together(reminders: readonly Reminder[], wording: Wording, title: string): Notice {
  const [only] = reminders
  const reminder = reminders.length === 1 && only !== undefined ? only : null
  if (wording.text === 'discreet') return { ...discreet(), reminder }
  const lines = reminders.slice(0, NAMED).map((one) => [one.title, when(one, wording)].filter((part) => part !== '').join(', '))
  return { title, body: [...lines, ...(reminders.length > NAMED ? [strings.more(reminders.length - NAMED)] : [])].join('\n'), reminder }
}

const discreet = (): Pick<Notice, 'title' | 'body'> => ({ title: strings.reminder, body: strings.open })

const when = ({ at, allDay, zone: dayZone }: Reminder, { now, zone, clock }: Wording): string => (at === null ? '' : whenInWords({ at, allDay, dayZone, now, zone, clock }))
const about = ({ place, turn, people }: Reminder): string[] => [...(place === undefined ? [] : [place]), ...(turn === undefined ? [] : [strings.turn(turn)]), ...(people.length === 0 ? [] : [people.join(', ')])]
