/** What can be done with selected text; it floats above the selection, and Enter at the text leads into it. */
import { Gavel, Scissors } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button } from '../../ui/button.tsx'
import { canBeRule } from '../household/rule-edits.ts'
import type { Dealings } from './dealings.ts'
import type { Spot } from './focus-return.ts'
import { strings } from './strings.ts'

/** A phrase of what was written, and the middle of its upper edge on the screen. */
export interface Selected { readonly phrase: string; readonly left: number; readonly top: number }

/** Of the bar, in pixels: it stays on the screen when the selection begins above it. */
const HEIGHT = 48

interface SelectionBarProps { readonly selected: Selected; readonly spot: Spot; readonly dealings: Dealings; readonly firstRef: Ref<HTMLButtonElement> }

export const SelectionBar = ({ selected: { phrase, left, top }, spot, dealings, firstRef }: SelectionBarProps): ReactNode => {
  const act = (deed: () => void): void => {
    deed()
    window.getSelection()?.removeAllRanges()
  }
  return (
    <div role="group" aria-label={strings.selectionLabel(phrase)} className="fixed z-50 flex -translate-x-1/2 -translate-y-full animate-fade-in gap-1 rounded-card border bg-raised p-1 shadow-float" style={{ left, top: Math.max(HEIGHT, top - 6) }} onMouseDown={(event) => { event.preventDefault() }}>
      <Button small tone="quiet" buttonRef={firstRef} icon={<Scissors size={14} aria-hidden />} onPress={() => { act(() => { dealings.amend({ kind: 'redact', phrase }, spot) }) }}>
        <span aria-hidden>{strings.redact}</span><span className="sr-only">{strings.redactLabel(phrase)}</span>
      </Button>
      {dealings.rules !== null && canBeRule(phrase) && (
        <Button small tone="quiet" icon={<Gavel size={14} aria-hidden />} onPress={() => { act(() => { dealings.keepRule('forbid', phrase, spot) }) }}>
          <span aria-hidden>{strings.neverAgain}</span><span className="sr-only">{strings.neverAgainLabel(phrase)}</span>
        </Button>
      )}
    </div>
  )
}
