/** The household: who lives here, where they go, what runs, what it costs, what repeats, and what not to forget. */
import { House, Settings2 } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import { householdName } from '../../../shared/household-name.ts'
import type { Problem } from '../../../shared/problems.ts'
import { useIsEmptyHouse } from '../../state/home.ts'
import { useHousehold } from '../../state/household.ts'
import { useLedger } from '../../state/ledger.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorCard, Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { Devices } from './devices.tsx'
import { HouseDialog } from './house-dialog.tsx'
import { Notes } from './notes.tsx'
import { People } from './people.tsx'
import { Places } from './places.tsx'
import { Routines } from './routines.tsx'
import { Rules } from './rules.tsx'
import { strings } from './strings.ts'
import { Tariffs } from './tariffs.tsx'

export const HouseholdView = (): ReactNode => {
  const { household, problem, load } = useHousehold()
  const loadSeen = useLedger((state) => state.loadSeen)
  useEffect(() => { void load(); void loadSeen() }, [load, loadSeen])
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-6 px-8 pt-8 pb-16">
        {household === null && <h1 className="sr-only">{strings.house.heading}</h1>}
        {household === null && problem === null && <Skeleton lines={[40, 25, 90, 80, 85]} />}
        {problem !== null && <ErrorCard problem={problem} onRetry={() => { void load() }} />}
        {household !== null && <OpenHousehold household={household} />}
      </div>
    </div>
  )
}

const sections = [
  { id: 'people', words: strings.people, Content: People },
  { id: 'places', words: strings.places, Content: Places },
  { id: 'devices', words: strings.devices, Content: Devices },
  { id: 'tariffs', words: strings.tariffs, Content: Tariffs },
  { id: 'routines', words: strings.routines, Content: Routines },
  { id: 'notes', words: strings.notes, Content: Notes },
  { id: 'rules', words: strings.rules, Content: Rules },
] as const

const OpenHousehold = ({ household }: { readonly household: Household }): ReactNode => {
  const [section, setSection] = useState<(typeof sections)[number]['id']>('people')
  const [isOpen, setOpen] = useState(false)
  const isBare = useIsEmptyHouse()
  return (
    <>
      <header className="flex items-start gap-4">
        <div className="flex min-w-0 grow flex-col gap-1">
          <h1 className="font-serif text-xl wrap-anywhere">{householdName(household)}</h1>
          <p className="text-muted">{strings.house.line(household.zone, household.capKw)}</p>
        </div>
        <Button icon={<Settings2 size={16} aria-hidden />} onPress={() => { setOpen(true) }}>{strings.house.edit}</Button>
      </header>
      {isBare && <Bare household={household} />}
      <Tabs
        label={strings.sections} value={section} onChange={setSection} panelClassName="pt-6 outline-none"
        items={sections.map(({ id, words, Content }) => ({ id, label: <SectionLabel name={words.tab} count={household[id].length} />, content: <Content household={household} /> }))}
      />
      {isOpen && <HouseDialog household={household} onClose={() => { setOpen(false) }} />}
    </>
  )
}

const SectionLabel = ({ name, count }: { readonly name: string; readonly count: number }): ReactNode => (
  <>{name}{count > 0 && <span className="rounded-full bg-hover px-1.5 text-xs text-muted">{count}</span>}</>
)

/** The offer of a made-up family, while there is nothing else. */
const Bare = ({ household }: { readonly household: Household }): ReactNode => {
  const takeSample = useHousehold((state) => state.takeSample)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const take = async (): Promise<void> => {
    setBusy(true)
    const taken = await takeSample(household.zone)
    setBusy(false)
    if (taken.ok) notifyDone(strings.sampleTaken)
    else setProblem(taken.problem)
  }
  return (
    <section aria-label={strings.emptyTitle} className="flex flex-col gap-4 rounded-card border bg-raised p-6">
      <div className="flex items-start gap-4">
        <span aria-hidden className="flex size-11 shrink-0 items-center justify-center rounded-full bg-ember-tint text-ember"><House size={20} /></span>
        <div className="flex flex-col gap-1">
          <h2 className="font-serif text-lg">{strings.emptyTitle}</h2>
          <p className="max-w-prose text-muted">{strings.emptyBody}</p>
        </div>
      </div>
      {problem !== null && <ErrorCard problem={problem} />}
      <div className="pl-15"><Button tone="primary" isDisabled={isBusy} onPress={() => { void take() }}>{strings.takeSample}</Button></div>
    </section>
  )
}
