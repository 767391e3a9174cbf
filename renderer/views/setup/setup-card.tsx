/** What is still open of setting up: quiet, and gone for good when somebody says so. */
import { ListTodo } from 'lucide-react'
import type { ReactNode } from 'react'
import { setupSteps } from '../../../shared/setup-steps.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useSettings } from '../../state/settings.ts'
import { useOpenSteps, useSetup } from '../../state/setup.ts'
import { Button } from '../../ui/button.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { strings } from './strings.ts'

const words = strings.card
const ALL = setupSteps.length

export const SetupCard = (): ReactNode => {
  const open = useOpenSteps()
  const isDismissed = useSettings((state) => state.settings?.setup.dismissed !== false)
  const setUp = useNavigation((state) => state.setUp)
  const [next] = open ?? []
  if (open === null || next === undefined || isDismissed) return null
  return (
    <section aria-label={words.title(ALL - open.length, ALL)} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border bg-raised px-5 py-3.5">
      <ListTodo size={18} aria-hidden className="shrink-0 text-ember" />
      <div className="min-w-0 grow basis-64">
        <h2 className="font-medium">{words.title(ALL - open.length, ALL)}</h2>
        <p className="text-xs text-muted">{words.next(open)}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button small tone="quiet" onPress={() => { useSetup.getState().dismiss(); notifyDone(words.dismissed) }}>{words.dismiss}</Button>
        <Button small onPress={() => { setUp(next) }}>{words.go}</Button>
      </div>
    </section>
  )
}
