/** What an empty conversation shows: examples that go into the composer, or the way to a household. */
import { CalendarClock, MessageCircleQuestion, PartyPopper, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useShallow } from 'zustand/react/shallow'
import { systemClock } from '../../../shared/time.ts'
import { useChat } from '../../state/chat.ts'
import { systemZone, useIsEmptyHouse } from '../../state/home.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { daysAhead } from '../../ui/when.ts'
import { Mark } from '../shell/mark.tsx'
import { strings } from './strings.ts'

const kinds = ['plan', 'prepare', 'write', 'ask'] as const
const exampleIcons = { plan: CalendarClock, prepare: PartyPopper, write: PenLine, ask: MessageCircleQuestion } as const
/** Three weeks are enough to prepare something. */
const EXAMPLE_DAYS = 20

/** An empty conversation teaches by example. An example goes into the composer; it is the person who sends it. */
export const Beginning = ({ zone }: { readonly zone: string }): ReactNode => {
  const { setDraft, askForComposer } = useChat(useShallow(({ setDraft, askForComposer }) => ({ setDraft, askForComposer })))
  const isEmptyHouse = useIsEmptyHouse(), isTelling = useNavigation((state) => state.isTelling)
  const write = (example: string): void => {
    setDraft(example)
    askForComposer()
  }
  return (
    <div className="mx-auto flex min-h-full max-w-2xl flex-col items-center justify-center gap-3 py-6 text-center">
      <Mark size={52} />
      <h2 className="mt-2 font-serif text-xl">{strings.emptyTitle}</h2>
      <p className="max-w-md text-base text-muted">{strings.emptyText}</p>
      {isEmptyHouse
        ? !isTelling && <EmptyHouse />
        : (
          <ul aria-label={strings.examplesLabel} className="mt-4 flex w-full flex-col gap-2">
            {kinds.map((does) => {
              const Icon = exampleIcons[does], says = strings.examples[does](daysAhead(systemClock.now(), EXAMPLE_DAYS, zone))
              return (
                <li key={does}>
                  <AriaButton onPress={() => { write(says) }} className="flex w-full cursor-default gap-3 rounded-card border bg-raised px-4 py-3 text-left transition-colors duration-150 hover:border-ember">
                    <Icon size={17} aria-hidden className="mt-0.5 shrink-0 text-ember" />
                    <span className="w-24 shrink-0 font-medium">{strings.does[does]}</span>
                    <span className="min-w-0">{says}</span>
                  </AriaButton>
                </li>
              )
            })}
          </ul>
        )}
    </div>
  )
}

const EmptyHouse = (): ReactNode => {
  const takeSample = useHousehold((state) => state.takeSample)
  const { go, tell } = useNavigation()
  const take = async (): Promise<void> => {
    const taken = await takeSample(systemZone())
    if (taken.ok) notifyDone(strings.sampleTaken)
    else notifyProblem(taken.problem)
  }
  return (
    <div className="mt-5 flex w-full flex-col items-center gap-4 rounded-card border bg-raised px-6 py-5">
      <p>{strings.emptyHouse}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button tone="primary" onPress={() => { void take() }}>{strings.takeSample}</Button>
        <Button onPress={() => { go('household') }}>{strings.enterOwn}</Button>
        <Button onPress={tell}>{strings.tell}</Button>
      </div>
    </div>
  )
}
