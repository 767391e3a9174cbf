/** A cloud: to practise on first, or one of the household's own, with a test that goes through the departure panel. */
import { DoorOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useSetup } from '../../state/setup.ts'
import { Button } from '../../ui/button.tsx'
import { CloudChoice } from '../settings/cloud-section.tsx'
import { useWalk } from '../../state/walk.ts'
import { StepFrame } from './step-frame.tsx'
import { strings } from './strings.ts'

const words = strings.cloud

export const CloudStep = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const setUp = useNavigation((state) => state.setUp)
  const begin = useWalk((state) => state.begin)
  const done = (): void => { useSetup.getState().markDone('cloud') }
  return (
    <StepFrame title={words.title} text={words.text} onBack={() => { setUp('model') }} onSkip={() => { setUp('end') }} onNext={() => { done(); setUp('end') }}>
      <section aria-label={words.practise} className="flex items-start gap-4 rounded-card border bg-raised p-5">
        <span aria-hidden className="mt-0.5 text-ember"><DoorOpen size={22} strokeWidth={1.75} /></span>
        <div className="flex min-w-0 grow flex-col gap-1">
          <h2 className="text-base font-medium">{words.practise}</h2>
          <p className="text-muted">{words.practiseText}</p>
        </div>
        <Button className="self-center" onPress={() => { done(); begin() }}>{words.practiseStart}</Button>
      </section>
      <div className="flex max-w-md flex-col gap-6"><CloudChoice settings={settings} /></div>
    </StepFrame>
  )
}
