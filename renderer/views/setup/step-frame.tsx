/** One step of setting up: what it is about, what can be done, and the ways on. */
import { useEffect, useRef, type SyntheticEvent, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { strings } from './strings.ts'

interface StepFrameProps {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
  readonly next?: string
  readonly onBack?: () => void
  readonly onSkip?: () => void
  readonly onNext: () => void
  readonly isBusy?: boolean
  /** The first field takes the focus itself. */
  readonly hasOwnFocus?: boolean
}

export const StepFrame = ({ title, text, children, next = strings.next, onBack, onSkip, onNext, isBusy = false, hasOwnFocus = false }: StepFrameProps): ReactNode => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { if (!hasOwnFocus) heading.current?.focus() }, [hasOwnFocus])
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (!isBusy) onNext()
  }
  return (
    <>
      <header className="flex flex-col gap-2">
        <h1 ref={heading} tabIndex={-1} className="font-serif text-xl outline-none">{title}</h1>
        <p className="max-w-prose text-muted">{text}</p>
      </header>
      {children}
      {/* A form of its own, so that forms inside a step can stand before it. */}
      <form onSubmit={submit} id="setup-next" className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t bg-ground py-4">
        {onBack !== undefined && <Button tone="quiet" onPress={onBack}>{strings.back}</Button>}
        <span className="grow" />
        {onSkip !== undefined && <Button tone="quiet" onPress={onSkip}>{strings.skip}</Button>}
        <Button type="submit" tone="primary" isWaiting={isBusy}>{next}</Button>
      </form>
    </>
  )
}

/** Goes on, as if the step's own button was pressed. */
export const goOn = (): void => { document.querySelector<HTMLFormElement>('#setup-next')?.requestSubmit() }
