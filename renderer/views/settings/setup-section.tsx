/** The way back to setting up and to the walk, at any time. */
import { DoorOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { setupSteps } from '../../../shared/setup-steps.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useOpenSteps } from '../../state/setup.ts'
import { useWalk } from '../../state/walk.ts'
import { Button } from '../../ui/button.tsx'
import { strings } from '../setup/strings.ts'
import { Section } from './parts.tsx'

const words = strings.section

export const SetupSection = (): ReactNode => {
  const open = useOpenSteps()
  const setUp = useNavigation((state) => state.setUp)
  const begin = useWalk((state) => state.begin)
  const all = setupSteps.length
  return (
    <Section title={words.title} text={words.text}>
      {open !== null && <p>{open.length === 0 ? words.allDone : `${strings.card.title(all - open.length, all)}. ${strings.card.next(open)}`}</p>}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => { setUp(open?.[0] ?? 'people') }}>{open === null || open.length > 0 ? strings.card.go : words.again}</Button>
        <Button icon={<DoorOpen size={16} aria-hidden />} onPress={begin}>{words.walk}</Button>
      </div>
    </Section>
  )
}
