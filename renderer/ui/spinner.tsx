import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { strings } from './strings.ts'

/** Something is going on; `label` says what. */
export const Spinner = ({ label = strings.loading, className }: { readonly label?: string; readonly className?: string }): ReactNode => (
  <span role="status" className={classes('inline-flex items-center gap-2 text-muted', className)}>
    <span aria-hidden className="size-4 animate-turn rounded-full border-2 border-hairline border-t-ember" />
    {label}
  </span>
)
