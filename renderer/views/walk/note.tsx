/** One note of the walk: words and the ways on, in its own place, so that it covers nothing and takes no key but its own. */
import { Footprints } from 'lucide-react'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'

interface NoteProps {
  readonly label: string
  readonly title: string
  readonly text: string
  /** "2 of 5" */
  readonly counted?: string
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: (describedBy: string) => ReactNode
  readonly className?: string
}

export const Note = ({ label, title, text, counted, onKeyDown, children, className }: NoteProps): ReactNode => {
  const id = useId()
  return (
    <div role="region" aria-label={label} onKeyDown={onKeyDown} className={classes('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-ember bg-ember-tint px-4 py-3', className)}>
      <Footprints size={18} aria-hidden className="shrink-0 self-start text-ember" />
      <div id={id} role="status" className="min-w-0 grow basis-72">
        <p className="font-medium">{title}{counted !== undefined && <span className="ml-2 text-xs font-normal text-muted">{counted}</span>}</p>
        <p>{text}</p>
      </div>
      <div className="ml-auto flex shrink-0 flex-wrap gap-2">{children(id)}</div>
    </div>
  )
}
