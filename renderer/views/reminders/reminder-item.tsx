/** One reminder: what, when and where, and what can be answered to it. */
import { Check, Clock3, Pill, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { snoozes, type Reminder, type ReminderAnswer } from '../../../shared/reminders.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useReminders } from '../../state/reminders.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { strings } from './strings.ts'

export const ReminderItem = ({ reminder, when, onGone }: { readonly reminder: Reminder; readonly when: string; readonly onGone: () => void }): ReactNode => {
  const { title, about, at, place, turn, people, medicine } = reminder
  const { answer, setOpen } = useReminders()
  const go = useNavigation((state) => state.go)
  const give = async (given: ReminderAnswer): Promise<void> => {
    const problem = await answer(reminder, given)
    if (problem !== null) { notifyProblem(problem); return }
    onGone()
    if (given.kind === 'done') notifyDone(strings.wasDone(title))
  }
  const show = (): void => {
    if (at === null) return
    setOpen(false)
    go('calendar', { kind: 'event', at, ids: [about.id] })
  }
  const details = [when, place, turn === undefined ? undefined : strings.turn(turn), people.length === 0 ? undefined : people.join(', ')].filter((part) => part !== undefined && part !== '')
  return (
    <li className="flex flex-col gap-2.5 px-4 py-3">
      <div className="flex items-start gap-2">
        <div className="flex min-w-0 grow flex-col">
          <span className="flex items-center gap-1.5 font-medium break-words">
            {medicine && <Pill size={15} role="img" aria-label={strings.medicine} className="shrink-0 text-ember" />}
            {about.kind === 'event'
              ? <AriaButton aria-label={strings.open(title)} onPress={show} className="cursor-default rounded-chip text-left underline decoration-edge decoration-dotted underline-offset-4 hover:text-ember">{title}</AriaButton>
              : title}
          </span>
          <span className="text-xs text-muted">{details.join(' · ')}</span>
        </div>
        <IconButton small label={strings.dismiss(title)} icon={<X size={16} aria-hidden />} onPress={() => { void give({ kind: 'dismiss' }) }} />
      </div>
      <div className="flex items-center gap-2">
        {about.kind === 'task' && <Button small label={strings.doneOf(title)} icon={<Check size={14} aria-hidden />} onPress={() => { void give({ kind: 'done' }) }}>{strings.done}</Button>}
        <Menu placement="bottom start" label={strings.laterOf(title)} icon={<><Clock3 size={14} aria-hidden />{strings.later}</>} className="w-auto! gap-2 border-edge! px-3 text-xs font-medium text-ink!" items={snoozes.map((snooze) => ({ id: snooze, label: strings.snoozes[snooze], onPress: () => { void give({ kind: 'snooze', for: snooze }) } }))} />
      </div>
    </li>
  )
}
