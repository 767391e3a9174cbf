/** What arranging needs to know of the household and may ask of its calendar. It writes nothing: it makes changes that a person says yes to. */
import type { CalendarEvent, Change, EventChange, EventDraft, Scope } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Result } from '../../../shared/result.ts'
import type { Arrangement } from '../../../shared/stages.ts'
import type { Due, Task, TaskMark } from '../../../shared/tasks.ts'
import type { Instant, WallTime } from '../../../shared/time.ts'
import { instantToWall, wallToInstant } from '../../../shared/time.ts'
import type { Words } from './words.ts'

/** The calendar as `electron/calendar/agenda.ts` reads it. */
export interface Diary {
  readonly between: (from: Instant, to: Instant) => Promise<Result<readonly CalendarEvent[]>>
  readonly seriesOf: (id: string) => Promise<Result<CalendarEvent | null>>
  readonly toSave: (id: string, draft: EventDraft, scope: Scope) => Promise<Result<{ readonly event: CalendarEvent; readonly changes: EventChange[] }>>
  readonly toRemove: (id: string, scope: Scope) => Promise<Result<EventChange[]>>
}

export interface World {
  readonly now: Instant
  readonly household: Household
  readonly diary: Diary
  readonly tasks: readonly Task[]
  /** A task as it is after something was done about it. */
  readonly mark: (task: Task, mark: TaskMark) => Promise<Result<Task>>
  /** What takes back the newest change that still stands; undefined when there is none. */
  readonly takingBack: () => Promise<Result<{ readonly label: string; readonly changes: readonly Change[] } | undefined>>
  readonly words: Words
  /** What the person chose from what was asked before: the parts behind a dash that the sentence itself does not read. */
  readonly answers: readonly string[]
  readonly newId: () => string
  /** What was arranged last in this conversation. */
  readonly last: Arrangement['last']
  /** The nearest time on the same or a later day at which all of these people are free; `from` and `minutes` are the event's own. Undefined when there is none within a week. */
  readonly nearestFree: (event: CalendarEvent, busy: readonly CalendarEvent[]) => Promise<Instant | undefined>
}

/** What is proposed, or only told; in sentences. `checks` is what was assumed. */
export interface Made { readonly changes: readonly Change[]; readonly says: readonly string[]; readonly checks: readonly string[] }
export interface Asked { readonly ask: string; readonly choices: readonly string[] }
export interface Failed { readonly problem: Problem }
/** A question that nothing here answers; `says` is what to say when nobody else can. */
export interface Unanswered { readonly unanswered: string }
export type Arranged = Made | Asked | Failed | Unanswered

export const says = (...lines: readonly string[]): Made => ({ changes: [], says: lines, checks: [] })
export const asks = (ask: string, choices: readonly string[] = []): Asked => ({ ask: ask.slice(0, 300), choices: choices.filter((choice) => choice.length <= 120).slice(0, 3) })

/** What a person chose stands behind the message, each part behind a dash; those that the grammar itself reads ("7 means 07:00") stay. */
export function splitAnswers(whole: string): { readonly text: string; readonly answers: readonly string[] } {
  const parts = whole.split(/\s[—–]\s/), answers: string[] = []
  while (parts.length > 1 && /^(?:the one on |only the one on |all of them$|der am |nur der am |alle$|me means |ich bin )/.test(parts.at(-1)?.trim() ?? '')) answers.unshift(parts.pop()?.trim() ?? '')
  return { text: parts.join(' — '), answers }
}

/** A date or a wall time of the household as an instant. */
export const instantOf = (dayOrTime: string, zone: string): Instant => wallToInstant(dayOrTime.length === 10 ? `${dayOrTime}T00:00` : dayOrTime, zone)
/** The same as when a task is due. */
export const dueOf = (dayOrTime: string, zone: string): Due => ({ at: instantOf(dayOrTime, zone), zone, allDay: dayOrTime.length === 10 })
export const wallOf = (instant: Instant, zone: string): WallTime => instantToWall(instant, zone)
