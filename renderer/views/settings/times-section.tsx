/** How times and weeks are written, and the zone they are in. */
import type { ReactNode } from 'react'
import { habitsOf, timeOfDay, type HabitSettings } from '../../../shared/habits.ts'
import type { Settings } from '../../../shared/settings.ts'
import { useHousehold } from '../../state/household.ts'
import { useSettings } from '../../state/settings.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { zoneName, zonesWith } from '../../ui/zones.ts'
import { keepOrSay } from '../household/edits.ts'
import { Section } from './parts.tsx'
import { strings } from './strings.ts'

const words = strings.times
const clocks = ['system', '24', '12'] as const
const weekStarts = ['system', 'monday', 'sunday', 'saturday'] as const

export const TimesSection = ({ settings: { habits } }: { readonly settings: Settings }): ReactNode => {
  const { change: write, system } = useSettings()
  const household = useHousehold((state) => state.household)
  const change = (part: Partial<HabitSettings>): void => { void write({ habits: { ...habits, ...part } }) }
  const meant = habitsOf(habits, system)
  return (
    <Section title={words.title} text={words.text}>
      <Choice label={words.clock} hint={words.clockHint(timeOfDay('21:30', meant.clock))}>
        <SegmentedControl label={words.clock} value={habits.clock} onChange={(clock) => { change({ clock }) }} className="self-start" items={clocks.map((id) => ({ id, label: words.clocks[id] }))} />
      </Choice>
      <Choice label={words.weekStart} hint={words.weekHint(words.weekdays[meant.weekStart])}>
        <SegmentedControl label={words.weekStart} value={habits.weekStart} onChange={(weekStart) => { change({ weekStart }) }} className="self-start" items={weekStarts.map((id) => ({ id, label: words.weekStarts[id] }))} />
      </Choice>
      {household !== null && (
        <Select label={words.zone} description={words.zoneHint} options={zonesWith(household.zone)} value={household.zone} onChange={(zone) => { if (zone !== household.zone) void keepOrSay({ ...household, zone }, words.zoneChanged(zoneName(zone))) }} />
      )}
    </Section>
  )
}

/** A control that is a group already; its name is seen above it. */
const Choice = ({ label, hint, children }: { readonly label: string; readonly hint: string; readonly children: ReactNode }): ReactNode => (
  <div className="flex flex-col gap-1.5">
    <span aria-hidden className="text-sm font-medium">{label}</span>
    {children}
    <p className="text-xs text-muted">{hint}</p>
  </div>
)
