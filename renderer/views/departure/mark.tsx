/** One replaced span, on either side of the gate: point at it and its partner answers, press it for the reason and what can be done. */
import { useState, type ReactNode } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Pressable } from 'react-aria-components/Pressable'
import type { Amendment, Replacement } from '../../../shared/departure.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { layerIcons } from './layers.tsx'
import { strings } from './strings.ts'

interface MarkProps {
  readonly replacement: Replacement
  /** The text to show: the original on the left, the token on the right. */
  readonly text: string
  readonly side: 'written' | 'outgoing'
  readonly isActive: boolean
  readonly onActivate: (isActive: boolean) => void
  readonly onAmend: (amendment: Amendment) => void
}

const looks = {
  written: { rest: 'bg-moss-tint text-moss line-through decoration-1', active: 'bg-moss text-ground line-through decoration-1' },
  outgoing: { rest: 'bg-amber-tint text-amber font-mono text-[0.8em]', active: 'bg-amber text-ground font-mono text-[0.8em]' },
} as const

// Inline and breakable, so that a long phrase flows with the text around it; a button element could not.
export const Mark = ({ replacement, text, side, isActive, onActivate, onAmend }: MarkProps): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Pressable>
        <span
          role="button"
          aria-label={side === 'written' ? strings.staysAs(replacement.original, replacement.token) : strings.standsFor(replacement.token, replacement.original)}
          onPointerEnter={() => { onActivate(true) }} onPointerLeave={() => { onActivate(false) }} onFocus={() => { onActivate(true) }} onBlur={() => { onActivate(false) }}
          className={classes('cursor-default rounded-chip box-decoration-clone px-1 py-0.5 leading-none transition-colors duration-150', looks[side][isActive || isOpen ? 'active' : 'rest'])}
        >
          {text}
        </span>
      </Pressable>
      <Popover className="floats w-80 p-4" offset={6}>
        <Reason replacement={replacement} onAmend={(amendment) => { setOpen(false); onAmend(amendment) }} />
      </Popover>
    </DialogTrigger>
  )
}

const Reason = ({ replacement, onAmend }: { readonly replacement: Replacement; readonly onAmend: (amendment: Amendment) => void }): ReactNode => {
  const [isSure, setSure] = useState(false)
  const { layer, original, token, why, release } = replacement
  const Icon = layerIcons[layer]
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-center gap-2 text-xs font-medium text-moss"><Icon size={15} aria-hidden />{strings.layers[layer]}</p>
      <p className="[overflow-wrap:anywhere]"><span className="rounded-chip bg-amber-tint px-1 font-mono text-xs text-amber">{token}</span> <span className="text-muted">{strings.insteadOf}</span> <span className="font-medium">“{original}”</span></p>
      <p className="text-muted">{why}</p>
      {layer === 'you' && <Button small onPress={() => { onAmend({ kind: 'unredact', phrase: original }) }} className="self-start">{strings.unredact}</Button>}
      {layer !== 'you' && release === 'never' && <p className="border-t pt-3 text-xs font-medium">{strings.never}</p>}
      {release !== 'never' && !isSure && <Button small onPress={() => { setSure(true) }} className="self-start">{strings.release}</Button>}
      {release !== 'never' && isSure && (
        <div role="alert" className="flex flex-col gap-3 border-t pt-3">
          <p className="[overflow-wrap:anywhere]">{strings.releaseSure(original)}</p>
          <div className="flex gap-2">
            <Button small autoFocus onPress={() => { setSure(false) }}>{strings.releaseNo}</Button>
            <Button small tone="danger" onPress={() => { onAmend({ kind: 'release', phrase: original, known: release === 'twice' }) }}>{strings.releaseYes}</Button>
          </div>
        </div>
      )}
    </div>
  )
}
