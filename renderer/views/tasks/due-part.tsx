/** What is due, by when: overdue first, some day last, and what was done lately folded away. */
import { CircleAlert, ListChecks, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { isOpen, type Task } from '../../../shared/tasks.ts'
import { fromInstant } from '../../../shared/time.ts'
import { useTasks } from '../../state/tasks.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { More } from '../../ui/more.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { ToggleChips } from '../../ui/toggle-chips.tsx'
import { markOrSay } from './actions.ts'
import { grouped, mine } from './due-groups.ts'
import { strings } from './strings.ts'
import { TaskRow, type TaskRowProps } from './task-row.tsx'
import { momentInWords, nameOf } from './words.ts'

interface DuePartProps extends Omit<TaskRowProps, 'task' | 'isOverdue'> { readonly tasks: readonly Task[]; readonly onCreate: () => void }

export const DuePart = ({ tasks, onCreate, ...row }: DuePartProps): ReactNode => {
  const { household, now } = row
  const { only, setOnly } = useTasks()
  const groups = grouped(tasks, only, now, household.zone)
  const busy = household.people.filter(({ id }) => only.includes(id) || tasks.some((task) => isOpen(task) && (mine(task).includes(id) || task.people.includes(id))))
  const isBare = grouped(tasks, [], now, household.zone).length === 0
  return (
    <div className="flex flex-col gap-6">
      {busy.length > 1 && <ToggleChips label={strings.filter} isLabelHidden items={busy.map(({ id, name, hue }) => ({ id, label: nameOf(household, id), name, hue }))} value={only} onChange={setOnly} />}
      {isBare
        ? <EmptyState icon={<ListChecks size={24} />} title={strings.emptyTitle} actions={<Button onPress={onCreate}>{strings.create}</Button>}>{strings.empty}</EmptyState>
        : groups.length === 0 && <p role="status" className="py-6 text-center text-muted">{strings.nobodysTasks}</p>}
      {groups.map(({ group, tasks: under }) => (
        <section key={group} aria-labelledby={`due-${group}`} className="flex flex-col gap-1">
          <h2 id={`due-${group}`} className={classes('flex items-center gap-2 font-serif text-base', group === 'overdue' && 'text-wine')}>
            {group === 'overdue' && <CircleAlert size={16} aria-hidden />}
            {strings.group[group]}
            <span className="font-sans text-xs text-muted">{strings.counted(under.length)}</span>
          </h2>
          <ul className="divide-y border-y">{under.map((task) => <TaskRow key={task.id} task={task} isOverdue={group === 'overdue'} {...row} />)}</ul>
        </section>
      ))}
      <DoneLately tasks={tasks} {...row} />
    </div>
  )
}

const SHOWN = 20

/** To-dos that are done for good, the last ones first; items of lists stay on their list. */
const DoneLately = ({ tasks, household, now }: Pick<DuePartProps, 'tasks' | 'household' | 'now'>): ReactNode => {
  const done = tasks.filter((task) => !isOpen(task) && task.list === undefined).sort((a, b) => fromInstant(b.doneAt ?? '') - fromInstant(a.doneAt ?? '')).slice(0, SHOWN)
  if (done.length === 0) return null
  return (
    <More label={strings.doneLately(done.length)}>
      <ul className="divide-y border-y">
        {done.map((task) => {
          const by = task.done[0]?.by ?? null
          return (
            <li key={task.id} data-task={task.id} className="flex items-center gap-3 py-2.5">
              <span className="min-w-0 grow text-muted wrap-anywhere"><span className="line-through">{task.title}</span> · {by === null ? '' : `${nameOf(household, by)}, `}{momentInWords(task.doneAt ?? '', household.zone, now)}</span>
              <span data-control="open" className="contents"><Button small tone="quiet" label={strings.reopen(task.title)} icon={<Undo2 size={14} aria-hidden />} onPress={() => { void markOrSay(task, { kind: 'open' }, { household, now }) }}>{strings.reopenShort}</Button></span>
            </li>
          )
        })}
      </ul>
    </More>
  )
}
