/** What a screen shows when it is empty, waiting or broken: each says what to do next. */
import type { ReactNode } from 'react'
import type { Problem } from '../../shared/problems.ts'
import { classes } from './classes.ts'
import { ProblemCard, RetryButton } from './plain.tsx'
import { strings } from './strings.ts'

export { Spinner } from './spinner.tsx'

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

/** A problem, with what can be done about it here. */
export const ErrorCard = ({ problem, onRetry, actions, className }: ErrorCardProps): ReactNode => (
  <ProblemCard problem={problem} {...(className === undefined ? {} : { className })} {...(onRetry === undefined && actions === undefined ? {} : { actions: <>{onRetry !== undefined && <RetryButton onRetry={onRetry} />}{actions}</> })} />
)

/** The shape of what is coming: lines of the given widths in percent. */
export const Skeleton = ({ lines = [70, 92, 55], className }: { readonly lines?: readonly number[]; readonly className?: string }): ReactNode => (
  <div role="status" aria-label={strings.loading} className={classes('flex flex-col gap-3', className)}>
    {lines.map((width, index) => <span key={index} aria-hidden className="h-4 animate-glow rounded-chip bg-hover" style={{ width: `${String(width)}%` }} />)}
  </div>
)
