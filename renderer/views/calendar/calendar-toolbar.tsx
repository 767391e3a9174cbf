/** Above the grid: which stretch is shown, how, of whom, and the ways to make and take back a change. */
import { canBeUndone } from '../../../shared/calendar.ts'
import type { CalendarController } from '@fullcalendar/react'
import { ChevronLeft, ChevronRight, Keyboard, Plug, Plus, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChangeSummary } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { CalendarLook, Only } from '../../state/calendar.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ToggleChips } from '../../ui/toggle-chips.tsx'
import { firstName } from '../tasks/words.ts'
import { undoChange } from './actions.ts'
import { HistoryPopover } from './history-popover.tsx'
import { CalendarFiles } from './import-menu.tsx'
import { strings } from './strings.ts'

interface CalendarToolbarProps {
  readonly title: string
  readonly controller: CalendarController
  readonly look: CalendarLook
  readonly onLook: (look: CalendarLook) => void
  readonly household: Household
  readonly only: Only
  readonly onOnly: (only: Only) => void
  readonly history: readonly ChangeSummary[]
  readonly onCreate: () => void
}

const looks = ['day', 'week', 'month', 'agenda'] as const

export const CalendarToolbar = ({ title, controller, look, onLook, household, only, onOnly, history, onCreate }: CalendarToolbarProps): ReactNode => (
  <header className="flex flex-col gap-3 px-6 pt-5 pb-3 low:pt-3">
    <div className="flex items-center gap-2 narrow:flex-wrap">
      <h1 className="mr-auto truncate font-serif text-xl narrow:w-full narrow:whitespace-normal"><span className="sr-only">{strings.calendar}: </span>{title}</h1>
      <KeysPopover />
      <CalendarFiles zone={household.zone} />
      <HistoryPopover history={history} zone={household.zone} />
      <Button onPress={() => { void undoChange(null) }} isDisabled={!history.some(canBeUndone)} icon={<Undo2 size={16} aria-hidden />}>{strings.undo}</Button>
      <Button tone="primary" onPress={onCreate} icon={<Plus size={16} aria-hidden />}>{strings.create}</Button>
    </div>
    {/* Where there is no room beside it, the filter has a line of its own. */}
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="flex shrink-0 items-center gap-1">
        <IconButton label={strings.earlier[look]} tone="secondary" icon={<ChevronLeft size={18} aria-hidden />} onPress={() => { controller.prev() }} />
        <Button onPress={() => { controller.today() }}>{strings.today}</Button>
        <IconButton label={strings.later[look]} tone="secondary" icon={<ChevronRight size={18} aria-hidden />} onPress={() => { controller.next() }} />
      </div>
      <div className="order-last min-w-0 basis-full pt-0.5 min-[1150px]:order-none min-[1150px]:grow min-[1150px]:basis-0"><Filter household={household} only={only} onOnly={onOnly} /></div>
      <SegmentedControl label={strings.looks.label} items={looks.map((id) => ({ id, label: strings.looks[id] }))} value={look} onChange={onLook} className="shrink-0" />
    </div>
  </header>
)

const DEVICES = 'devices only'

const Filter = ({ household, only, onOnly }: Pick<CalendarToolbarProps, 'household' | 'only' | 'onOnly'>): ReactNode => {
  if (household.people.length + household.devices.length === 0) return null
  const people = household.people.map((person) => ({ id: person.id, label: firstName(person.name), name: person.name, hue: person.hue }))
  const devices = household.devices.length === 0 ? [] : [{ id: DEVICES, label: strings.devices, chosen: 'bg-moss-tint text-moss', icon: <Plug size={12} aria-hidden /> }]
  return (
    <ToggleChips
      label={strings.filter} isLabelHidden items={[...people, ...devices]} value={only.devices ? [...only.people, DEVICES] : only.people}
      onChange={(ids) => { onOnly({ people: ids.filter((id) => id !== DEVICES), devices: ids.includes(DEVICES) }) }}
    />
  )
}

const KeysPopover = (): ReactNode => (
  <Popover title={strings.keys.title} trigger={<IconButton label={strings.keys.open} icon={<Keyboard size={18} aria-hidden />} />} className="w-80">
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 px-4 py-3">
      {strings.keys.rows.map(([keys, what]) => [
        <dt key={`${what} key`} className="flex gap-1">{keys.split(' ').map((key) => <kbd key={key} className="rounded-chip border bg-sunken px-1.5 font-mono text-xs">{key}</kbd>)}</dt>,
        <dd key={what} className="text-muted">{what}</dd>,
      ])}
    </dl>
  </Popover>
)
