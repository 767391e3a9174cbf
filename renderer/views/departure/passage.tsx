/** A text on one side of the gate, with its marks. Selecting part of it, with the mouse or with Shift and the arrows, offers to take that out. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Replacement } from '../../../shared/departure.ts'
import { segments } from '../../ui/segments.ts'
import type { Dealings } from './dealings.ts'
import { Mark } from './mark.tsx'
import { phraseAt, type Piece } from './passages.ts'
import { SelectionBar, type Selected } from './selection-bar.tsx'

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
  /** Pieces of text that the last check objects to. */
  readonly caught: readonly string[]
  readonly dealings: Dealings
  /** Id of what says how to select. */
  readonly describedBy: string
}

export const Passage = ({ label, side, pieces, wrote, replacements, active, onActivate, caught, dealings, describedBy }: PassageProps): ReactNode => {
  const box = useRef<HTMLParagraphElement>(null)
  const firstDeed = useRef<HTMLButtonElement>(null)
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
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault()
      extendSelection(event.currentTarget, event.key === 'ArrowLeft' ? 'backward' : 'forward', event.ctrlKey || event.altKey ? 'word' : 'character')
    } else if (event.key === 'Enter' && selected !== null) {
      event.preventDefault()
      firstDeed.current?.focus()
    } else if (event.key === 'Escape' && selected !== null) {
      event.preventDefault()
      window.getSelection()?.removeAllRanges()
    }
  }
  return (
    <>
      <p ref={box} aria-label={label} aria-describedby={describedBy} role="group" tabIndex={0} onKeyDown={onKeyDown} className={passageClass}>
        {pieces.map((piece, index) => {
          const replacement = piece.replacement === null ? undefined : replacements[piece.replacement]
          if (replacement === undefined) return <Plain key={`text ${String(index)}`} text={piece.text} caught={caught} />
          // By its place, so that what takes a mark's place also takes over its focus.
          return <Mark key={`mark ${String(replacement.span.start)}`} replacement={replacement} text={piece.text} side={side} isActive={active === replacement.token} onActivate={(isActive) => { onActivate(isActive ? replacement.token : null) }} dealings={dealings} />
        })}
      </p>
      {selected !== null && dealings.canAmend && <SelectionBar selected={selected} spot={{ group: side, at: Math.max(0, wrote.indexOf(selected.phrase)) }} dealings={dealings} firstRef={firstDeed} />}
    </>
  )
}

/** Grows or shrinks what is selected in the box at its moving end; begins before the first letter, or after the last. */
const extendSelection = (box: HTMLElement, direction: 'forward' | 'backward', by: 'character' | 'word'): void => {
  const selection = window.getSelection()
  if (selection === null) return
  if (selection.isCollapsed || !box.contains(selection.focusNode)) selection.collapse(box, direction === 'forward' ? 0 : box.childNodes.length)
  selection.modify('extend', direction, by)
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
