/** The household told in chat: sentences to begin with, what is known by now, and the way back to the steps. */
import { ArrowLeft } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useChat } from '../../state/chat.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useOpenSteps } from '../../state/setup.ts'
import { Button } from '../../ui/button.tsx'
import { hintClass } from '../../ui/field.tsx'
import { strings } from './strings.ts'

const words = strings.tell

/** `isBegun`: something was said already, so the room belongs to the answers. */
export const TellBar = ({ isBegun }: { readonly isBegun: boolean }): ReactNode => {
  const { setDraft, askForComposer } = useChat(useShallow(({ setDraft, askForComposer }) => ({ setDraft, askForComposer })))
  const household = useHousehold((state) => state.household)
  const setUp = useNavigation((state) => state.setUp)
  useEffect(() => { askForComposer() }, [askForComposer])
  const [next] = useOpenSteps() ?? []
  const known = household === null ? [] : [...household.people, ...household.devices, ...household.tariffs].map(({ name }) => name)
  return (
    <section aria-label={words.title} className="mx-auto mb-3 flex w-full max-w-3xl flex-col gap-2 rounded-card border bg-raised px-4 py-3 low:max-h-28 low:overflow-y-auto">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-64">
          <h2 className="font-medium">{words.title}</h2>
          <p role="status" className="line-clamp-2 text-xs text-muted">{known.length === 0 ? words.hint : words.known(known.join(', '))}</p>
        </div>
        <Button small icon={<ArrowLeft size={14} aria-hidden />} onPress={() => { setUp(known.length === 0 ? 'people' : next ?? 'people') }}>{words.back}</Button>
      </div>
      {!isBegun && <ul aria-label={words.examplesLabel} className="-mx-2 flex flex-wrap gap-x-1 gap-y-1">
        {words.examples.map((says) => <li key={says} className="min-w-0"><Button small tone="quiet" onPress={() => { setDraft(says); askForComposer() }}><span className={hintClass}>{says}</span></Button></li>)}
      </ul>}
    </section>
  )
}
