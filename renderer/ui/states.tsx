/** What a screen shows when it is empty, waiting or broken: each says what to do next. */
import { CircleAlert, RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { wording, type Problem } from '../../shared/problems.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { strings } from './strings.ts'

interface EmptyStateProps { readonly icon: ReactNode; readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode; readonly className?: string }

/** Teaches what would be here, and how it gets here. */
export const EmptyState = ({ icon, title, children, actions, className }: EmptyStateProps): ReactNode => (
  <div className={classes('mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-12 text-center', className)}>
    <span aria-hidden className="flex size-14 items-center justify-center rounded-full bg-ember-tint text-ember">{icon}</span>
    <h2 className="font-serif text-lg">{title}</h2>
    {children !== undefined && <div className="text-muted">{children}</div>}
    {actions !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
  </div>
)

interface ErrorCardProps { readonly problem: Problem; readonly onRetry?: () => void; readonly actions?: ReactNode; readonly className?: string }

/** A problem in its two sentences: what happened, what to do. Announced when it appears. */
export const ErrorCard = ({ problem, onRetry, actions, className }: ErrorCardProps): ReactNode => {
  const { says, todo } = wording(problem)
  return (
    <div role="alert" className={classes('flex gap-3 rounded-card border border-wine-edge bg-wine-tint px-4 py-3', className)}>
      <CircleAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-wine" />
      <div className="flex min-w-0 grow flex-col gap-1">
        <p className="font-medium text-wine">{says}</p>
        <p className="text-ink">{todo}</p>
        {(onRetry !== undefined || actions !== undefined) && (
          <div className="mt-2 flex flex-wrap gap-2">
            {onRetry !== undefined && <Button small onPress={onRetry} icon={<RotateCcw size={14} aria-hidden />}>{strings.tryAgain}</Button>}
            {actions}
          </div>
        )}
      </div>
    </div>
  )
}

/** Something is going on; `label` says what. */
export const Spinner = ({ label = strings.loading, className }: { readonly label?: string; readonly className?: string }): ReactNode => (
  <span role="status" className={classes('inline-flex items-center gap-2 text-muted', className)}>
    <span aria-hidden className="size-4 animate-turn rounded-full border-2 border-hairline border-t-ember" />
    {label}
  </span>
)

/** The shape of what is coming: lines of the given widths in percent. */
export const Skeleton = ({ lines = [70, 92, 55], className }: { readonly lines?: readonly number[]; readonly className?: string }): ReactNode => (
  <div role="status" aria-label={strings.loading} className={classes('flex flex-col gap-3', className)}>
    {lines.map((width, index) => <span key={index} aria-hidden className="h-4 animate-glow rounded-chip bg-hover" style={{ width: `${String(width)}%` }} />)}
  </div>
)
