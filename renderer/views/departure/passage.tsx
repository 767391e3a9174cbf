/** A text on one side of the gate, with its marks. Selecting part of it offers to take that out. */
import { Scissors } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Amendment, Replacement } from '../../../shared/departure.ts'
import { Button } from '../../ui/button.tsx'
import { segments } from '../../ui/segments.ts'
import { Mark } from './mark.tsx'
import { phraseAt, type Piece } from './passages.ts'
import { strings } from './strings.ts'

/** How the texts at the gate are set. */
export const passageClass = 'font-serif text-base leading-8 whitespace-pre-wrap [overflow-wrap:anywhere] min-[1100px]:text-lg min-[1100px]:leading-9'

interface PassageProps {
  readonly label: string
  readonly side: 'written' | 'outgoing'
  readonly pieces: readonly Piece[]
  readonly wrote: string
  readonly replacements: readonly Replacement[]
  /** The token that is pointed at, on either side. */
  readonly active: string | null
  readonly onActivate: (token: string | null) => void
  readonly onAmend: (amendment: Amendment) => void
  /** Pieces of text that the last check objects to. */
  readonly caught: readonly string[]
  readonly canAmend: boolean
}

interface Selected { readonly phrase: string; readonly left: number; readonly top: number }

export const Passage = ({ label, side, pieces, wrote, replacements, active, onActivate, onAmend, caught, canAmend }: PassageProps): ReactNode => {
  const box = useRef<HTMLParagraphElement>(null)
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const look = (): void => { setSelected(box.current === null ? null : selectionIn(box.current, pieces, wrote)) }
    const hide = (): void => { setSelected(null) }
    document.addEventListener('selectionchange', look)
    document.addEventListener('scroll', hide, true)
    return () => {
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('scroll', hide, true)
    }
  }, [pieces, wrote])
  return (
    <>
      <p ref={box} aria-label={label} role="group" className={passageClass}>
        {pieces.map((piece, index) => {
          const replacement = piece.replacement === null ? undefined : replacements[piece.replacement]
          if (replacement === undefined) return <Plain key={index} text={piece.text} caught={caught} />
          return <Mark key={index} replacement={replacement} text={piece.text} side={side} isActive={active === replacement.token} onActivate={(isActive) => { onActivate(isActive ? replacement.token : null) }} onAmend={onAmend} />
        })}
      </p>
      {selected !== null && canAmend && (
        <div className="fixed z-50 -translate-x-1/2 -translate-y-full animate-fade-in rounded-card shadow-float" style={{ left: selected.left, top: selected.top - 6 }} onMouseDown={(event) => { event.preventDefault() }}>
          <Button
            small icon={<Scissors size={14} aria-hidden />}
            onPress={() => {
              onAmend({ kind: 'redact', phrase: selected.phrase })
              window.getSelection()?.removeAllRanges()
            }}
          >
            <span aria-hidden>{strings.redact}</span><span className="sr-only">{strings.redactLabel(selected.phrase)}</span>
          </Button>
        </div>
      )}
    </>
  )
}

const Plain = ({ text, caught }: { readonly text: string; readonly caught: readonly string[] }): ReactNode => {
  const spans = caught.flatMap((phrase) => {
    const start = text.indexOf(phrase)
    return start === -1 ? [] : [{ start, end: start + phrase.length }]
  })
  if (spans.length === 0) return text
  return segments(text, spans).map((piece) => piece.spans.length === 0 ? piece.text : <mark key={piece.start} className="rounded-chip bg-wine-tint px-0.5 text-wine underline decoration-wine decoration-2 underline-offset-4">{piece.text}</mark>)
}

/** What is selected inside the box, as a phrase of what was written, and where to put the button; null when nothing there can be taken out. */
const selectionIn = (box: HTMLElement, pieces: readonly Piece[], wrote: string): Selected | null => {
  const selection = window.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(box) || !box.contains(range.commonAncestorContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(box)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const phrase = phraseAt(pieces, start, start + range.toString().length, wrote)
  if (phrase === null) return null
  const place = range.getBoundingClientRect()
  return { phrase, left: place.left + place.width / 2, top: place.top }
}
