/** One replaced span, on either side of the gate: point at it and its partner answers, press it for the reason and what can be done. */
import { useState, type ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Pressable } from 'react-aria-components/Pressable'
import type { Replacement } from '../../../shared/departure.ts'
import { classes } from '../../ui/classes.ts'
import type { Dealings } from './dealings.ts'
import { spotOf } from './focus-return.ts'
import { layerIcons } from './layers.tsx'
import { Reason } from './reason.tsx'
import { strings } from './strings.ts'
import { CHANGED } from './tally.ts'

interface MarkProps {
  readonly replacement: Replacement
  /** The text to show: the original on the left, the token on the right. */
  readonly text: string
  readonly side: 'written' | 'outgoing'
  readonly isActive: boolean
  readonly onActivate: (isActive: boolean) => void
  readonly dealings: Dealings
}

const looks = {
  written: { rest: 'bg-moss-tint text-moss', active: 'bg-moss text-ground' },
  outgoing: { rest: 'bg-amber-tint text-amber', active: 'bg-amber text-ground' },
} as const

// Inline and breakable, so that a long phrase flows with the text around it; a button element could not.
export const Mark = ({ replacement, text, side, isActive, onActivate, dealings }: MarkProps): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  // Every opening starts at the reason, also while the one before is still fading: no question is skipped.
  const [openings, setOpenings] = useState(0)
  const { original, token, layer, kind, span } = replacement
  const Icon = layerIcons[layer]
  const isToken = side === 'outgoing' && kind !== CHANGED
  const first = (isToken ? /^.{1,40}$/s : /^\S{1,24}(?!\S)/).exec(text)?.[0] ?? ''
  const spot = { group: side, at: span.start }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(open) => { setOpen(open); if (open) setOpenings(openings + 1) }}>
      <Pressable>
        <span
          role="button"
          {...spotOf(spot)}
          aria-label={side === 'written' ? strings.staysAs(original, token, strings.layers[layer]) : strings.standsFor(token, original, strings.layers[layer])}
          onPointerEnter={() => { onActivate(true) }} onPointerLeave={() => { onActivate(false) }} onFocus={() => { onActivate(true) }} onBlur={() => { onActivate(false) }}
          className={classes('cursor-default rounded-chip box-decoration-clone px-1 py-0.5 leading-none transition-colors duration-150', looks[side][isActive || isOpen ? 'active' : 'rest'])}
        >
          <span className={side === 'written' ? 'line-through decoration-1' : isToken ? 'font-mono text-[0.8em]' : ''}>
            {/* The picture stays with the first word at the end of a line. */}
            <span className="whitespace-nowrap"><Icon aria-hidden strokeWidth={2.25} className={classes('-mt-[0.15em] mr-1 inline', isToken ? 'size-[0.9em]' : 'size-[0.72em]')} />{first}</span>{text.slice(first.length)}
          </span>
        </span>
      </Pressable>
      <Popover className="floats w-84 max-w-[calc(100vw-2rem)] overflow-y-auto p-4" offset={6} placement="bottom start">
        <Dialog aria-label={strings.about(original)} className="outline-none">
          <Reason key={openings} replacement={replacement} spot={spot} dealings={dealings} onClose={() => { setOpen(false) }} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
