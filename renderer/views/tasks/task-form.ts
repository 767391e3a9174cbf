/** The task form: what its fields hold, and what they say when they cannot become a task. */
import { dueDay, turnOf, type Due, type Task, type TaskDraft } from '../../../shared/tasks.ts'
import { fromInstant, instantToWall, wallToInstant } from '../../../shared/time.ts'
import { strings } from './strings.ts'

export const ruleUnits = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const

/** Dates are `YYYY-MM-DD`, times `HH:MM`, both in the household's zone; numbers are as typed. */
export interface TaskForm {
  readonly title: string
  /** Empty = no list. */
  readonly list: string
  readonly when: 'none' | 'day' | 'time'
  readonly date: string
  readonly time: string
  /** `own`: a rule that this form cannot show, kept as it is. */
  readonly repeat: 'never' | 'due' | 'done' | 'own'
  readonly every: string
  readonly unit: (typeof ruleUnits)[number]
  readonly days: string
  readonly effort: string
  /** In the order of their turns. */
  readonly people: readonly string[]
  readonly rotation: Task['rotation']
  /** Empty = the first one's. */
  readonly turn: string
  /** One step per line. */
  readonly checklist: string
  readonly reminders: readonly number[]
  /** Minutes; 0 = no. */
  readonly nag: number
  readonly medicine: boolean
  readonly note: string
}

export type TaskErrors = Readonly<Partial<Record<'title' | 'date' | 'time' | 'every' | 'days' | 'effort' | 'checklist' | 'note', string>>>

const SIMPLE = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d+))?$/

/** A form over a task; over null one for a new task. */
export function formOf(task: Task | null, zone: string, today: string): TaskForm {
  const [, unit, every = '1'] = (task?.repeats?.from === 'due' ? SIMPLE.exec(task.repeats.rrule) : null) ?? []
  const due = task?.due
  return {
    title: task?.title ?? '', list: task?.list ?? '',
    when: due === undefined ? 'none' : due.allDay ? 'day' : 'time', date: due === undefined ? today : dueDay(due, zone), time: due === undefined || due.allDay ? '' : instantToWall(due.at, zone).slice(11, 16),
    repeat: task?.repeats === undefined ? 'never' : task.repeats.from === 'done' ? 'done' : unit === undefined ? 'own' : 'due',
    every, unit: ruleUnits.find((one) => one === unit) ?? 'WEEKLY', days: task?.repeats?.from === 'done' ? String(task.repeats.days) : '3',
    effort: String(task?.effort ?? 15), people: task?.people ?? [], rotation: task?.rotation ?? 'together', turn: task === null ? '' : turnOf(task) ?? '',
    checklist: task?.checklist.map(({ text }) => text).join('\n') ?? '', reminders: task?.reminders ?? [], nag: task?.nag ?? 0, medicine: task?.medicine ?? false, note: task?.note ?? '',
  }
}

/** With other people: who was there keeps their place, who is new comes last. */
export const withPeople = (form: TaskForm, chosen: readonly string[]): TaskForm => {
  const people = [...form.people.filter((id) => chosen.includes(id)), ...chosen.filter((id) => !form.people.includes(id))]
  return { ...form, people, turn: people.includes(form.turn) ? form.turn : people[0] ?? '' }
}

/**
 * The task a form stands for, or a sentence for each field that keeps it from being one. What the form does not show stays: its history, a snooze while the
 * day stays, an exchange of turns while the turns stay. With another day its rule counts from that day on.
 */
export function readForm(form: TaskForm, zone: string, original: Task | null): { readonly draft: TaskDraft } | { readonly errors: TaskErrors } {
  const errors = check(form)
  if (Object.keys(errors).length > 0) return { errors }
  const due = dueOf(form, zone, original?.due)
  const isSameDue = JSON.stringify(due) === JSON.stringify(original?.due)
  const takesTurns = form.rotation !== 'together' && form.people.length > 1
  const turns = takesTurns ? { turn: form.people.includes(form.turn) ? form.turn : form.people[0] ?? '' } : {}
  const isSameTurns = original !== null && original.rotation === form.rotation && original.people.join() === form.people.join() && turnOf(original) === turns.turn
  const repeats = repeatsOf(form, due, original, isSameDue)
  const isSameRule = JSON.stringify(repeats) === JSON.stringify(original?.repeats)
  return {
    draft: {
      title: form.title.trim(), people: [...form.people], rotation: takesTurns ? form.rotation : 'together', ...turns,
      ...(form.list === '' ? {} : { list: form.list }),
      ...(isSameTurns && original.swapped !== undefined ? { swapped: original.swapped } : {}),
      ...(due === undefined ? {} : { due }), ...(repeats === undefined ? {} : { repeats }),
      ...(isSameDue && isSameRule && original?.movedFrom !== undefined ? { movedFrom: original.movedFrom } : {}),
      effort: Number(form.effort), checklist: stepsOf(form.checklist).map((text) => ({ text, done: original?.checklist.find((item) => item.text === text)?.done ?? false })),
      reminders: due === undefined ? [] : [...form.reminders].sort((a, b) => b - a), ...(due === undefined || form.nag === 0 ? {} : { nag: form.nag }),
      ...(isSameDue && original?.snoozedUntil !== undefined ? { snoozedUntil: original.snoozedUntil } : {}),
      medicine: form.medicine, ...(original?.doneAt === undefined ? {} : { doneAt: original.doneAt }), done: original?.done ?? [], ...(form.note.trim() === '' ? {} : { note: form.note.trim() }),
    },
  }
}

function check(form: TaskForm): TaskErrors {
  const words = strings.form.errors, steps = stepsOf(form.checklist)
  const isNumber = (text: string, most: number): boolean => /^\d{1,5}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most
  return {
    ...(form.title.trim() === '' || form.title.trim().length > 300 ? { title: words.title } : {}),
    ...(form.when === 'none' && form.repeat !== 'never' ? { date: words.dateNeeded } : form.when !== 'none' && !isDate(form.date) ? { date: words.date } : {}),
    ...(form.when === 'time' && !isTime(form.time) ? { time: words.time } : {}),
    ...(form.repeat === 'due' && !isNumber(form.every, 99) ? { every: words.every } : {}),
    ...(form.repeat === 'done' && !isNumber(form.days, 3660) ? { days: words.days } : {}),
    ...(isNumber(form.effort, 1440) ? {} : { effort: words.effort }),
    ...(steps.length > 100 || steps.some((step) => step.length > 300) ? { checklist: words.checklist } : {}),
    ...(form.note.trim().length > 4000 ? { note: words.note } : {}),
  }
}

/** A day that was left as it is keeps its exact instant and the zone it was said in. */
function dueOf({ when, date, time }: TaskForm, zone: string, before: Due | undefined): Due | undefined {
  if (when === 'none') return undefined
  const allDay = when === 'day'
  const isSame = before !== undefined && before.allDay === allDay && dueDay(before, zone) === date && (allDay || instantToWall(before.at, zone).slice(11, 16) === time)
  return isSame ? before : { at: wallToInstant(`${date}T${allDay ? '00:00' : time}`, zone), zone, allDay }
}

function repeatsOf(form: TaskForm, due: Due | undefined, original: Task | null, isSameDue: boolean): Task['repeats'] {
  const before = original?.repeats
  if (due === undefined || form.repeat === 'never') return undefined
  if (form.repeat === 'done') return { from: 'done', days: Number(form.days) }
  if (form.repeat === 'own') return before?.from !== 'due' ? undefined : fromInstant(due.at) < fromInstant(before.since) ? { ...before, since: due.at } : before
  const rrule = `FREQ=${form.unit}${Number(form.every) === 1 ? '' : `;INTERVAL=${String(Number(form.every))}`}`
  return isSameDue && before?.from === 'due' && before.rrule === rrule ? before : { from: 'due', rrule, since: due.at }
}

const stepsOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
export const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
