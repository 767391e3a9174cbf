/** An answer that did not come: what happened, what to do, and the buttons that do it. */
import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Turn } from '../../../shared/conversation.ts'
import { wording, type Problem } from '../../../shared/problems.ts'
import { useChat } from '../../state/chat.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useSettings } from '../../state/settings.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { strings } from './strings.ts'
import { waysOutOf, type WayOut } from './ways-out.ts'

/** Keeping something at home is a decision, not a failure, and is shown as one. */
export const AnswerProblem = ({ turn, problem }: { readonly turn: Turn; readonly problem: Problem }): ReactNode => {
  const provider = useSettings((state) => state.settings?.cloud.provider ?? 'none')
  const ways = waysOutOf(problem.name, provider)
  const actions = ways.length === 0 ? undefined : ways.map((way) => <Way key={way} way={way} text={turn.text} />)
  if (problem.name !== 'departure.refused' && problem.name !== 'departure.expired') return <ErrorCard problem={problem} actions={actions} />
  const { says, todo } = wording(problem)
  return (
    <div className="flex gap-3 rounded-card border border-moss-edge bg-moss-tint px-4 py-3">
      <ShieldCheck size={18} aria-hidden className="mt-0.5 shrink-0 text-moss" />
      <div className="flex flex-col gap-1">
        <p className="font-medium text-moss">{says}</p>
        <p>{todo}</p>
        <div className="mt-2 flex flex-wrap gap-2">{actions}</div>
      </div>
    </div>
  )
}

const Way = ({ way, text }: { readonly way: WayOut; readonly text: string }): ReactNode => {
  const send = useChat((state) => state.send)
  const go = useNavigation((state) => state.go)
  const take = (): void => {
    switch (way) {
      case 'ask-here': void send(text, 'here'); return
      case 'ask-cloud':
      case 'ask-cloud-again': void send(text, 'cloud'); return
      case 'let-ollama-answer':
      case 'set-up-cloud':
      case 'cloud-settings':
      case 'model-settings': go('settings'); return
      case 'household': go('household')
    }
  }
  return <Button small onPress={take}>{strings.ways[way]}</Button>
}
