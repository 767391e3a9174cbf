/** Gives reminders at their time: looks when something changes, when the next is due, after sleep and after unlocking, and remembers what it gave. */
import { habitsOf, type Habits } from '../../shared/habits.ts'
import type { Household } from '../../shared/household.ts'
import { problem } from '../../shared/problems.ts'
import { snoozedUntil, type Notices, type Reminder, type ReminderAnswer } from '../../shared/reminders.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Task, TaskMark } from '../../shared/tasks.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import type { Vault } from '../vault/vault.ts'
import type { Agenda } from './agenda.ts'
import { lockedNotice, noticesFor, reminderOf } from './reminder-notices.ts'
import { LOOK_AHEAD, LOOK_BACK, thingsToRemindOf, whatIsDue, type Look } from './reminders.ts'

export interface ReminderClock {
  /** Something changed, or the computer woke: looks at once, or once more after the look that is under way. */
  readonly look: () => void
  /** The vault was locked: forgets everything but when the next reminder is due. */
  readonly lock: () => void
  /** What was given and waits for an answer. */
  readonly standing: () => readonly Reminder[]
  /** Refuses with `tasks.not-found` what stands no more, and with `input.invalid` to call an event done. */
  readonly answer: (keys: readonly string[], answer: ReminderAnswer) => Promise<Result<null>>
  readonly stop: () => void
}

export interface ReminderClockDeps {
  readonly clock: Clock
  /** Calls back after so many milliseconds unless cancelled. */
  readonly after: (ms: number, call: () => void) => () => void
  readonly isOpen: () => boolean
  readonly household: () => Promise<Result<Household>>
  readonly settings: () => Promise<Result<Pick<Settings, 'reminders' | 'habits'>>>
  readonly events: Agenda['between']
  readonly tasks: () => Promise<Result<readonly Task[]>>
  readonly vault: Vault['reminders']
  readonly mark: (id: string, mark: TaskMark) => Promise<Result<unknown>>
  /** Absent where there is no desktop. */
  readonly notices?: Notices | undefined
  /** What a clock means that is left to the system. */
  readonly system: Habits
  /** What stands has changed. */
  readonly onChange: (standing: readonly Reminder[]) => void
  readonly onBug: (code: string, error: unknown) => void
  /** The longest time between two looks while the vault is open, in milliseconds: against clocks that are set and sleep that nobody announced. */
  readonly atLeastEvery?: number
}

const AT_LEAST_EVERY = 5 * 60_000

/**
 * A notification is given *at most once*: its key is in the vault before it is shown, so a kill between the two loses the notification and never
 * doubles it. The reminder itself is not lost: it stands in the window until it is answered, also after a restart. Where the vault cannot remember,
 * nothing is shown, and the next look tries again.
 *
 * While the vault is locked nothing of it is known here but the moment of the next reminder. At that moment, once per locking, a notification says
 * that the vault is locked and there is a reminder. After a start nothing is known, so nothing is said before the first unlocking.
 */
export function createReminderClock({ clock, after, isOpen, household, settings, events, tasks, vault, mark, notices, system, onChange, onBug, atLeastEvery = AT_LEAST_EVERY }: ReminderClockDeps): ReminderClock {
  let last: Look['last'] = null
  let standing: readonly Reminder[] = []
  let zone = 'UTC'
  let next: number | null = null
  let notify = false
  let cancel = (): void => undefined
  let looking = false, again = false
  /** Counts lockings: what a look began before one finds is not shown after it. */
  let opening = 0

  const wait = (ms: number, call: () => void): void => { cancel(); cancel = after(ms, call) }
  const stand = (now: readonly Reminder[]): void => {
    if (JSON.stringify(now) === JSON.stringify(standing)) return
    standing = now
    onChange(standing)
  }

  const look = (): void => {
    if (looking) { again = true; return }
    looking = true
    lookOnce().catch((error: unknown) => { onBug('reminders', error) }).finally(() => {
      looking = false
      if (!again) return
      again = false
      look()
    })
  }

  const lookOnce = async (): Promise<void> => {
    if (!isOpen()) return
    const mine = opening, now = clock.now()
    wait(atLeastEvery, look)
    const [house, set, found, todo] = await Promise.all([household(), settings(), events(toInstant(now - LOOK_BACK), toInstant(now + LOOK_AHEAD)), tasks()])
    if (!house.ok || !set.ok || !found.ok || !todo.ok) return
    const { quiet, text } = set.value.reminders
    const things = thingsToRemindOf(found.value, todo.value, { now, zone: house.value.zone })
    const moments = things.flatMap((thing) => thing.moments)
    const passedKeys = moments.filter(({ at }) => at <= now).map(({ key }) => key)
    const remembered = await vault.given(passedKeys)
    if (!remembered.ok) return
    const { due, given, passed, standing: stands, next: soonest } = whatIsDue({ things, last, now, quiet, zone: house.value.zone, remembered: new Map(remembered.value.map((one) => [one.key, one])) })
    if (given.length + passed.length > 0) {
      const kept = await vault.give({ at: now, given: [...given], passed: [...passed], forget: { before: now - LOOK_BACK, except: passedKeys } })
      if (!kept.ok) return
    }
    if (mine !== opening) return
    // What said that the vault is locked.
    if (last === null) notices?.clear()
    last = { at: now, keys: new Set(moments.map(({ key }) => key)) }
    zone = house.value.zone
    notify = set.value.reminders.notify
    next = soonest
    wait(Math.min(atLeastEvery, (soonest ?? Infinity) - now), look)
    stand(stands.map(({ thing, keys }) => reminderOf(thing, keys, house.value)))
    if (notify) for (const notice of noticesFor(due.map(({ thing, keys, missed }) => ({ reminder: reminderOf(thing, keys, house.value), missed })), { text, now, zone, clock: habitsOf(set.value.habits, system).clock })) notices?.show(notice)
  }

  const lock = (): void => {
    opening += 1
    cancel()
    notices?.clear()
    if (notify && next !== null && notices !== undefined) waitLocked(next, notices)
    last = null
    next = null
    standing = []
  }
  /** In steps, because a timer stands still while the computer sleeps, and knows no more than 24 days. */
  const waitLocked = (until: number, desktop: Notices): void => {
    wait(Math.min(atLeastEvery, Math.max(0, until - clock.now())), () => { if (clock.now() >= until) desktop.show(lockedNotice()); else waitLocked(until, desktop) })
  }

  const answer: ReminderClock['answer'] = async (keys, given) => {
    const reminder = standing.find((one) => one.keys.some((key) => keys.includes(key)))
    if (reminder === undefined) return fail(problem('tasks.not-found'))
    const { kind, id } = reminder.about
    const answered = async (): Promise<Result<unknown>> => {
      switch (given.kind) {
        case 'dismiss': return vault.answer(reminder.keys, null)
        case 'done': return kind === 'task' ? done(id) : fail(problem('input.invalid', { what: 'only a task can be done' }))
        case 'snooze': {
          const until = snoozedUntil(given.for, clock.now(), zone)
          return kind === 'task' ? mark(id, { kind: 'snooze', until: toInstant(until) }) : vault.answer(reminder.keys, until)
        }
      }
    }
    const result = await answered()
    if (!result.ok) return result
    notices?.clear(reminder.keys)
    look()
    return ok(null)
  }
  /** By whose turn it is, or the only one it is for. */
  const done = async (id: string): Promise<Result<unknown>> => {
    const all = await tasks()
    if (!all.ok) return all
    const task = all.value.find((one) => one.id === id)
    return mark(id, { kind: 'done', by: task?.turn ?? (task?.people.length === 1 ? task.people[0] : undefined) ?? null })
  }

  return { look, lock, standing: () => standing, answer, stop: () => { opening += 1; cancel() } }
}
