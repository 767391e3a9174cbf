/** The tasks: what is due, the lists, and who gave how much. */
import { Plus } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import { tasksDueOn, type Task } from '../../../shared/tasks.ts'
import { instantToWall, systemClock, toInstant, type Clock } from '../../../shared/time.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useTasks, type TaskPart } from '../../state/tasks.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorCard, Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useNow } from '../../ui/use-now.ts'
import { DuePart } from './due-part.tsx'
import { FairnessPart } from './fairness-part.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { ListsPart } from './lists-part.tsx'
import { strings } from './strings.ts'
import { TaskDialog } from './task-dialog.tsx'
import { WhenDialog } from './when-dialog.tsx'

export const TasksView = ({ clock = systemClock }: { readonly clock?: Clock }): ReactNode => {
  const { household, problem: unread, load: loadHousehold } = useHousehold()
  const { tasks, problem, load } = useTasks()
  useEffect(() => { void loadHousehold(); void load() }, [loadHousehold, load])
  const container = useKeptFocus(tasks)
  const refused = problem ?? unread
  return (
    <div ref={container} className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-6 px-8 pt-8 pb-24">
        {(household === null || tasks === null) && <h1 className="sr-only">{strings.tasks}</h1>}
        {refused !== null && <ErrorCard problem={refused} onRetry={() => { void loadHousehold(); void load() }} />}
        {household !== null && tasks !== null ? <OpenTasks household={household} tasks={tasks} clock={clock} /> : refused === null && <Skeleton lines={[30, 20, 90, 85, 90, 70]} />}
      </div>
    </div>
  )
}

type Open =
  | { readonly kind: 'form'; readonly task: Task | null }
  | { readonly kind: 'snooze' | 'move'; readonly task: Task }

const OpenTasks = ({ household, tasks, clock }: { readonly household: Household; readonly tasks: readonly Task[]; readonly clock: Clock }): ReactNode => {
  const { part, setPart } = useTasks()
  const { target, clearTarget } = useNavigation()
  const [opened, setOpen] = useState<Open | null>(null)
  // The form of a new task may have been asked for elsewhere.
  const open: Open | null = target?.kind === 'new' ? { kind: 'form', task: null } : opened
  const [said, setSaid] = useState('')
  const now = useNow(clock)
  const today = instantToWall(toInstant(now), household.zone).slice(0, 10)
  const row = { household, now, onSay: setSaid, onEdit: (task: Task): void => { setOpen({ kind: 'form', task }) } }
  const create = (): void => { setOpen({ kind: 'form', task: null }) }
  const close = (): void => {
    setOpen(null)
    clearTarget()
  }
  return (
    <>
      <header className="flex items-start gap-4">
        <div className="flex min-w-0 grow flex-col gap-1">
          <h1 className="font-serif text-xl">{strings.tasks}</h1>
          <p className="text-muted">{strings.dueToday(tasksDueOn(tasks, today, household.zone).length)}</p>
        </div>
        <span data-fallback className="contents"><Button tone="primary" icon={<Plus size={16} aria-hidden />} onPress={create}>{strings.create}</Button></span>
      </header>
      <p role="status" className="sr-only">{said}</p>
      <Tabs<TaskPart>
        label={strings.parts} value={part} onChange={setPart} panelClassName="pt-6 outline-none"
        items={[
          { id: 'due', label: strings.part.due, content: <DuePart tasks={tasks} {...row} onCreate={create} onWhen={(kind, task) => { setOpen({ kind, task }) }} /> },
          { id: 'lists', label: strings.part.lists, content: <ListsPart tasks={tasks} {...row} /> },
          { id: 'fairness', label: strings.part.fairness, content: <FairnessPart tasks={tasks} household={household} now={now} /> },
        ]}
      />
      {open?.kind === 'form' && <TaskDialog task={open.task} tasks={tasks} household={household} now={now} onClose={close} />}
      {(open?.kind === 'snooze' || open?.kind === 'move') && <WhenDialog kind={open.kind} task={open.task} household={household} now={now} onClose={close} />}
    </>
  )
}
