/** The three ways out: send, answer here, cancel. None of them is the default; sending rests for a moment after every change. */
import { Clock, House, Send } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { fromInstant, systemClock } from '../../../shared/time.ts'
import type { Deciding } from '../../state/departure.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { strings } from './strings.ts'

interface DecisionBarProps {
  readonly isBlocked: boolean
  readonly isArmed: boolean
  readonly deciding: Deciding | null
  readonly expiresAt: string
  /** Escape was pressed once. */
  readonly isEscaping: boolean
  /** What was changed last, in a sentence. */
  readonly did: string | null
  readonly cancelRef: Ref<HTMLButtonElement>
  readonly onSend: () => void
  readonly onAnswerHere: () => void
  readonly onCancel: () => void
}

export const DecisionBar = ({ isBlocked, isArmed, deciding, expiresAt, isEscaping, did, cancelRef, onSend, onAnswerHere, onCancel }: DecisionBarProps): ReactNode => {
  const seconds = useLastMinute(expiresAt)
  const isBusy = deciding !== null
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-7 py-4 narrow:px-4 low:sticky low:bottom-0 low:z-10 low:bg-raised low:py-2 -outline-offset-2 outline-ember group-data-[walk=decide]/desk:outline-2">
      <p className="mr-auto flex min-w-0 grow basis-40 items-center gap-2 text-xs text-muted wrap-anywhere">
        {isEscaping && strings.escape}
        {!isEscaping && seconds !== null && <span className="flex items-center gap-1.5 font-medium text-amber"><Clock size={14} aria-hidden />{strings.expires(seconds)}</span>}
        {!isEscaping && seconds === null && (deciding === 'approve' ? strings.sending : <><House size={14} aria-hidden className="shrink-0 text-moss" /><span>{did} <span className="whitespace-nowrap">{strings.undecided}</span></span></>)}
      </p>
      <Button tone="quiet" buttonRef={cancelRef} isWaiting={isBusy} onPress={onCancel}>{strings.cancel}</Button>
      <Button isWaiting={isBusy} onPress={onAnswerHere} icon={<House size={16} aria-hidden />}>{strings.here}</Button>
      {!isBlocked && <Button tone="primary" isWaiting={!isArmed || isBusy} onPress={onSend} icon={<Send size={16} aria-hidden />}>{strings.send}</Button>}
      <span role="status" className="sr-only">{seconds === null ? '' : strings.expiresSoon}</span>
    </footer>
  )
}

const LAST_SECONDS = 60

/** Whole seconds until then, only in the last minute; before that null. */
const useLastMinute = (instant: string): number | null => {
  const seconds = Math.ceil((fromInstant(instant) - useNow(systemClock, 1000)) / 1000)
  return seconds > LAST_SECONDS ? null : Math.max(0, seconds)
}
