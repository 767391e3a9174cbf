/** A model on this computer, or the built-in rules alone: as in the settings, with the way on. */
import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useSetup } from '../../state/setup.ts'
import { EngineChoice } from '../settings/engine-section.tsx'
import { StepFrame } from './step-frame.tsx'
import { strings } from './strings.ts'

export const ModelStep = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const setUp = useNavigation((state) => state.setUp)
  return (
    <StepFrame title={strings.model.title} text={strings.model.text} onBack={() => { setUp('house') }} onSkip={() => { setUp('cloud') }} onNext={() => { useSetup.getState().markDone('model'); setUp('cloud') }}>
      <div className="flex flex-col gap-6"><EngineChoice settings={settings} /></div>
    </StepFrame>
  )
}
