/** Asks before something leaves: the careful answer has the focus, so that a key pressed twice lets nothing through. */
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { layerIcons } from './layers.tsx'
import { strings } from './strings.ts'

interface QuestionProps {
  readonly says: string
  /** Who would know whom by it: only for what is in the vault, asked second. */
  readonly known?: string
  readonly yes: string
  readonly onYes: () => void
  readonly onNo: () => void
}

export const Question = ({ says, known, yes, onYes, onNo }: QuestionProps): ReactNode => (
  <div role="alert" className="flex flex-col gap-3">
    {known !== undefined && <p className="flex items-center gap-2 font-medium text-wine"><layerIcons.vault size={16} aria-hidden className="shrink-0" />{strings.knownTitle}</p>}
    <p className="[overflow-wrap:anywhere]">{says}</p>
    {known !== undefined && <p className="text-muted [overflow-wrap:anywhere]">{known}</p>}
    <div className="flex flex-wrap gap-2 pt-1">
      <Button small autoFocus onPress={onNo}>{strings.releaseNo}</Button>
      <Button small tone="danger" onPress={onYes}>{yes}</Button>
    </div>
  </div>
)
