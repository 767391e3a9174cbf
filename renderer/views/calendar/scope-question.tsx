/** Of something that takes place more than once: which times a change is for. Asked once, before anything is changed. */
import { useCallback, useState, type ReactNode } from 'react'
import type { CalendarEvent, Scope } from '../../../shared/calendar.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { strings } from './strings.ts'

type What = 'change' | 'move' | 'remove'

/** Answers at once with `one` for what takes place once, and with `all` for a series that is shown as a whole because its rule cannot be worked out; else when somebody has chosen. null = not at all. */
export type AskScope = (event: CalendarEvent, what: What, options?: { /** The rule itself is another, so that one time alone cannot be meant. */ readonly isRuleChanged?: boolean }) => Promise<Scope | null>

interface Question { readonly title: string; readonly what: What; readonly isRuleChanged: boolean; readonly answer: (scope: Scope | null) => void }

const words = strings.scope

/** The question, to be asked, and its dialog, to be shown while it is open. */
export const useScopeQuestion = (): { readonly askScope: AskScope; readonly scopeDialog: ReactNode } => {
  const [question, setQuestion] = useState<Question | null>(null)
  const askScope = useCallback<AskScope>((event, what, { isRuleChanged = false } = {}) => {
    if (event.instanceOf === undefined) return Promise.resolve(event.repeats === undefined ? 'one' : 'all')
    const { promise, resolve } = Promise.withResolvers<Scope | null>()
    setQuestion({ title: event.title, what, isRuleChanged, answer: (scope) => { setQuestion(null); resolve(scope) } })
    return promise
  }, [])
  return { askScope, scopeDialog: question === null ? null : <ScopeDialog question={question} /> }
}

const ScopeDialog = ({ question: { title, what, isRuleChanged, answer } }: { readonly question: Question }): ReactNode => {
  const scopes = isRuleChanged ? ['following', 'all'] as const : ['one', 'following', 'all'] as const
  return (
    <Dialog isOpen onClose={() => { answer(null) }} title={words.titles[what]} size="small" actions={<Button tone="quiet" onPress={() => { answer(null) }}>{strings.form.cancel}</Button>}>
      <div className="flex flex-col gap-4">
        <p className="text-muted">{isRuleChanged ? words.ruleText(title) : words.text(title)}</p>
        <div className="flex flex-col gap-2">
          {scopes.map((scope, index) => <Button key={scope} autoFocus={index === 0} tone={what === 'remove' ? 'danger' : 'secondary'} onPress={() => { answer(scope) }} className="w-full">{words[scope]}</Button>)}
        </div>
      </div>
    </Dialog>
  )
}
