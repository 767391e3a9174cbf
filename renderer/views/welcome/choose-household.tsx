/** Step three: a household of one's own by form or by chat, a sample to try things with, or an empty one to fill. */
import { HousePlus, ListTodo, MessageCircle, UsersRound } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Problem } from '../../../shared/problems.ts'
import { systemZone } from '../../state/home.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { ErrorCard } from '../../ui/states.tsx'
import { strings } from './strings.ts'

export const ChooseHousehold = ({ onChosen }: { readonly onChosen: () => void }): ReactNode => {
  const takeSample = useHousehold((state) => state.takeSample)
  const { go, setUp, tell } = useNavigation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { heading.current?.focus() }, [])
  const sample = async (): Promise<void> => {
    const taken = await takeSample(systemZone())
    if (taken.ok) onChosen()
    else setProblem(taken.problem)
  }
  const guided = (): void => {
    setUp('people')
    onChosen()
  }
  const told = (): void => {
    tell()
    onChosen()
  }
  const empty = (): void => {
    go('household')
    onChosen()
  }
  return (
    <div className="flex flex-col gap-3">
      <header className="flex flex-col gap-2">
        <h1 ref={heading} tabIndex={-1} className="font-serif text-xl outline-none">{strings.houseTitle}</h1>
        <p className="text-muted">{strings.houseText}</p>
      </header>
      {problem !== null && <ErrorCard problem={problem} />}
      <Choice icon={<ListTodo size={22} strokeWidth={1.75} aria-hidden />} title={strings.guided} text={strings.guidedText} onPress={guided} />
      <Choice icon={<MessageCircle size={22} strokeWidth={1.75} aria-hidden />} title={strings.told} text={strings.toldText} onPress={told} />
      <Choice icon={<UsersRound size={22} strokeWidth={1.75} aria-hidden />} title={strings.sample} text={strings.sampleText} onPress={() => { void sample() }} />
      <Choice icon={<HousePlus size={22} strokeWidth={1.75} aria-hidden />} title={strings.empty} text={strings.emptyText} onPress={empty} />
    </div>
  )
}

const Choice = ({ icon, title, text, onPress }: { readonly icon: ReactNode; readonly title: string; readonly text: string; readonly onPress: () => void }): ReactNode => (
  <Button onPress={onPress} className="flex cursor-default items-start gap-4 rounded-card border bg-raised p-4 text-left transition-colors duration-150 hover:border-ember">
    <span className="mt-0.5 text-ember">{icon}</span>
    <span className="flex flex-col gap-1"><span className="text-base font-medium">{title}</span><span className="text-muted">{text}</span></span>
  </Button>
)
