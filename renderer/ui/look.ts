/** How the kit's controls look, in classes: for those made with react-aria and for the page's own elements on the door. */
import { classes } from './classes.ts'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

export const tones: Record<ButtonTone, string> = {
  primary: 'bg-ember text-on-ember border-transparent enabled:hover:bg-ember-strong data-pending:bg-sunken data-pending:text-muted data-pending:border-hairline',
  secondary: 'bg-raised text-ink border-edge enabled:hover:bg-hover',
  quiet: 'bg-transparent text-muted border-transparent enabled:hover:bg-hover enabled:hover:text-ink',
  danger: 'bg-raised text-wine border-wine enabled:hover:bg-wine-tint',
}

export const buttonLook = (tone: ButtonTone, small: boolean): string => classes(
  'inline-flex shrink-0 cursor-default items-center justify-center gap-2 rounded-card border font-medium whitespace-nowrap select-none transition-colors duration-150',
  'disabled:border-hairline disabled:bg-sunken disabled:text-muted disabled:opacity-70',
  small ? 'h-8 px-3 text-xs' : 'h-9 px-4 text-sm', tones[tone],
)
export const iconButtonLook = (tone: ButtonTone, small: boolean): string =>
  classes('inline-flex shrink-0 cursor-default items-center justify-center rounded-card border transition-colors duration-150 disabled:opacity-50', small ? 'size-8' : 'size-9', tones[tone])

export const labelClass = 'text-sm font-medium text-ink'
export const hintClass = 'text-xs text-muted'
export const errorClass = 'text-xs text-wine'
export const boxClass = 'w-full rounded-card border border-edge bg-raised px-3 text-sm text-ink transition-colors duration-150 hover:border-muted focus-visible:-outline-offset-1 data-invalid:border-wine disabled:opacity-60'
