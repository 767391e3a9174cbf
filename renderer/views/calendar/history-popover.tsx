/** The changes of the calendar, newest first, each with its way back. */
import { History, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { canBeUndone, type ChangeSummary } from '../../../shared/calendar.ts'
import { IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { momentInWords } from '../../ui/dates.ts'
import { Popover } from '../../ui/popover.tsx'
import { undoChange } from './actions.ts'
import { strings } from './strings.ts'

const words = strings.history

interface HistoryPopoverProps { readonly history: readonly ChangeSummary[]; readonly zone: string }

/** An undo is not a change of its own here: the change it undid is struck through. */
export const HistoryPopover = ({ history, zone }: HistoryPopoverProps): ReactNode => {
  const shown = history.filter((set) => set.undone || canBeUndone(set))
  return (
    <Popover title={words.title} trigger={<IconButton label={words.open} tone="secondary" icon={<History size={16} aria-hidden />} />} className="w-96">
      {shown.length === 0
        ? <p className="px-4 py-5 text-muted">{words.empty}</p>
        : <ul className="divide-y">{shown.map((set) => <Change key={set.id} set={set} zone={zone} />)}</ul>}
    </Popover>
  )
}

const Change = ({ set, zone }: { readonly set: ChangeSummary; readonly zone: string }): ReactNode => (
  <li className="flex items-center gap-3 px-4 py-2.5">
    <div className="flex min-w-0 grow flex-col">
      <span title={set.label} className={classes('truncate', set.undone ? 'text-muted line-through' : 'font-medium')}>{set.label}</span>
      <span className="text-xs text-muted">{momentInWords(set.at, zone)} · {set.undone ? words.undone : set.source === 'proposal' ? words.byPlan : words.byHand}</span>
    </div>
    {!set.undone && <IconButton small label={words.undoOne(set.label)} icon={<Undo2 size={16} aria-hidden />} onPress={() => { void undoChange(set.id) }} />}
  </li>
)
