/** One task in the list of what is due: done with one press, everything else in its menu. */
import { AlarmClock, ArrowLeftRight, BellRing, CalendarClock, Check, CircleCheck, ListChecks, Pencil, Pill, Repeat, SkipForward, Timer, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Household } from '../../../shared/household.ts'
import { turnOf, type Task, type TaskMark } from '../../../shared/tasks.ts'
import { fromInstant, instantToWall, Temporal, toInstant, wallToInstant } from '../../../shared/time.ts'
import { Badge, Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { timeInWords } from '../../ui/habits.ts'
import { Menu, type MenuAction, type MenuGroup } from '../../ui/menu.tsx'
import { More } from '../../ui/more.tsx'
import { shortDay } from '../../ui/when.ts'
import { removeTasks, markOrSay, tick } from './actions.ts'
import { strings } from './strings.ts'
import { Tick } from './tick.tsx'
import { doer, dueInWords, hueOf, momentInWords, nameOf } from './words.ts'

export interface TaskRowProps {
  readonly task: Task
  readonly household: Household
  readonly now: number
  readonly isOverdue: boolean
  readonly onEdit: (task: Task) => void
  readonly onWhen: (kind: 'snooze' | 'move', task: Task) => void
  /** What a screen reader should hear. */
  readonly onSay: (text: string) => void
}

export const TaskRow = (props: TaskRowProps): ReactNode => {
  const { task, household, now, isOverdue, onEdit } = props
  const { zone } = household
  const turn = turnOf(task), by = doer(task, turn)
  const mark = (what: TaskMark): void => { void markOrSay(task, what, { household, now }) }
  const isSnoozed = task.snoozedUntil !== undefined && fromInstant(task.snoozedUntil) > now
  return (
    <li data-task={task.id} className="flex items-start gap-3 py-3">
      <Button
        data-control="done" aria-label={strings.markDone(task.title, by === null ? null : nameOf(household, by))} onPress={() => { mark({ kind: 'done', by }) }}
        className="group mt-0.5 flex size-6 shrink-0 cursor-default items-center justify-center rounded-full border border-edge bg-raised text-moss transition-colors duration-150 hover:border-moss hover:bg-moss-tint data-pressed:bg-moss-tint"
      >
        <Check size={14} aria-hidden className="opacity-0 transition-opacity duration-150 group-data-focus-visible:opacity-60 group-data-hovered:opacity-100" />
      </Button>
      <div className="flex min-w-0 grow flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Button data-control="title" aria-label={strings.open(task.title)} onPress={() => { onEdit(task) }} className="cursor-default rounded-chip text-left font-medium wrap-anywhere hover:underline hover:decoration-edge hover:underline-offset-4">{task.title}</Button>
          {turn === undefined ? task.people.map((id) => <Chip key={id} hue={hueOf(household, id)}>{nameOf(household, id)}</Chip>) : <Chip hue={hueOf(household, turn)}>{strings.turn(nameOf(household, turn))}</Chip>}
          {task.medicine && <Badge icon={<Pill size={12} aria-hidden />}>{strings.medicine}</Badge>}
          {isSnoozed && <Badge icon={<AlarmClock size={12} aria-hidden />}>{strings.snoozed(momentInWords(task.snoozedUntil ?? '', zone, now))}</Badge>}
        </div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted">
          {task.due !== undefined && <span className={classes('inline-block first-letter:uppercase', isOverdue && 'font-medium text-wine')}>{dueInWords(task.due, zone, now)}</span>}
          {task.movedFrom !== undefined && <span>{strings.moved(shortDay(task.movedFrom, task.due?.zone ?? zone))}</span>}
          {task.repeats !== undefined && <Fact icon={<Repeat size={13} aria-hidden />}>{strings.repeats(task.repeats, task.due?.zone ?? zone)}</Fact>}
          <Fact icon={<Timer size={13} aria-hidden />}>{strings.minutes(task.effort)}</Fact>
          {task.nag !== undefined && <Fact icon={<BellRing size={13} aria-hidden />}>{strings.nags(task.nag)}</Fact>}
          {task.list !== undefined && <Fact icon={<ListChecks size={13} aria-hidden />}>{strings.onList(task.list)}</Fact>}
        </p>
        {task.note !== undefined && <p className="line-clamp-2 text-muted wrap-anywhere">{task.note}</p>}
        {task.checklist.length > 0 && <Checklist {...props} />}
      </div>
      <span data-control="menu" className="contents"><Menu label={strings.more(task.title)} items={menuOf(props, turn, mark)} /></span>
    </li>
  )
}

const Fact = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }): ReactNode => <span className="inline-flex items-center gap-1">{icon}{children}</span>

const Checklist = ({ task, onSay }: TaskRowProps): ReactNode => {
  const check = async (item: number, done: boolean): Promise<void> => {
    const after = await tick(task.id, { kind: 'check', item, done })
    if (after === null) return
    const left = after.checklist.filter((one) => !one.done).length, text = after.checklist[item]?.text ?? ''
    onSay(done ? strings.said.ticked(text, left) : strings.said.unticked(text, left))
  }
  return (
    <More small label={strings.checklist(task.checklist.filter(({ done }) => done).length, task.checklist.length)}>
      <ul className="flex flex-col gap-2 pb-1 pl-1">
        {task.checklist.map((item, i) => <li key={`${String(i)} ${item.text}`}><Tick text={item.text} isDone={item.done} onChange={(done) => check(i, done)} /></li>)}
      </ul>
    </More>
  )
}

function menuOf({ task, household, now, onEdit, onWhen }: TaskRowProps, turn: string | undefined, mark: (what: TaskMark) => void): readonly (MenuAction | MenuGroup)[] {
  const words = strings.menu, { people, zone } = household
  const able = people.filter(({ id, role }) => task.people.includes(id) || (role !== 'baby' && role !== 'pet')).toSorted((a, b) => Number(task.people.includes(b.id)) - Number(task.people.includes(a.id)))
  const others = turn === undefined ? [] : task.people.filter((id) => id !== turn && people.some((one) => one.id === id))
  return [
    { id: 'done', label: words.doneBy, icon: <CircleCheck size={16} aria-hidden />, items: [...able.map(({ id }): MenuAction => ({ id, label: nameOf(household, id), onPress: () => { mark({ kind: 'done', by: id }) } })), { id: 'nobody in particular', label: words.nobody, onPress: () => { mark({ kind: 'done', by: null }) } }] },
    ...(task.repeats === undefined ? [] : [{ id: 'skip', label: words.skip, icon: <SkipForward size={16} aria-hidden />, onPress: () => { mark({ kind: 'skip' }) } }]),
    { id: 'snooze', label: words.snooze, icon: <AlarmClock size={16} aria-hidden />, items: [
      ...snoozes(now, zone).map(({ id, until }): MenuAction => ({ id, label: id === 'hour' ? words.hour : words[id](timeInWords(id === 'evening' ? EVENING : MORNING)), onPress: () => { mark({ kind: 'snooze', until }) } })),
      { id: 'own', label: words.own, onPress: () => { onWhen('snooze', task) } },
    ] },
    { id: 'move', label: task.repeats === undefined ? words.move : words.moveOnce, icon: <CalendarClock size={16} aria-hidden />, onPress: () => { onWhen('move', task) } },
    ...(others.length === 0 ? [] : [{ id: 'swap', label: words.swap, icon: <ArrowLeftRight size={16} aria-hidden />, items: others.map((id): MenuAction => ({ id, label: nameOf(household, id), onPress: () => { mark({ kind: 'swap', with: id }) } })) }]),
    { id: 'edit', label: words.edit, icon: <Pencil size={16} aria-hidden />, onPress: () => { onEdit(task) } },
    { id: 'remove', label: words.remove, icon: <Trash2 size={16} aria-hidden />, isDanger: true, onPress: () => { void removeTasks([task], strings.said.removed(task.title)) } },
  ]
}

const EVENING = '18:00', MORNING = '08:00'
/** The usual times to be reminded of again; this evening only while it lies ahead. */
function snoozes(now: number, zone: string): readonly { readonly id: 'hour' | 'evening' | 'tomorrow'; readonly until: string }[] {
  const today = Temporal.PlainDate.from(instantToWall(toInstant(now), zone).slice(0, 10))
  const evening = wallToInstant(`${today.toString()}T${EVENING}`, zone)
  return [
    { id: 'hour', until: toInstant(Math.ceil(now / 60_000) * 60_000 + 3_600_000) },
    ...(fromInstant(evening) > now ? [{ id: 'evening' as const, until: evening }] : []),
    { id: 'tomorrow', until: wallToInstant(`${today.add({ days: 1 }).toString()}T${MORNING}`, zone) },
  ]
}
