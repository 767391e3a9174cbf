/** Buttons: one look per weight of a decision. */
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { classes } from './classes.ts'
import { Tooltip } from './tooltip.tsx'

type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

const tones: Record<ButtonTone, string> = {
  primary: 'bg-ember text-on-ember border-transparent enabled:hover:bg-ember-strong data-pending:bg-sunken data-pending:text-muted data-pending:border-hairline',
  secondary: 'bg-raised text-ink border-edge enabled:hover:bg-hover',
  quiet: 'bg-transparent text-muted border-transparent enabled:hover:bg-hover enabled:hover:text-ink',
  danger: 'bg-raised text-wine border-wine enabled:hover:bg-wine-tint',
}

interface ButtonProps {
  readonly children: ReactNode
  /** The accessible name where the words alone do not say which of several things is meant; begins with those words. */
  readonly label?: string
  readonly onPress?: () => void
  readonly tone?: ButtonTone
  readonly small?: boolean
  readonly type?: 'button' | 'submit'
  readonly isDisabled?: boolean
  /** Still focusable and readable, but does nothing for now (aria-disabled). */
  readonly isWaiting?: boolean
  readonly icon?: ReactNode
  readonly autoFocus?: boolean
  readonly className?: string
  /** Ids of what explains this button. */
  readonly describedBy?: string
  readonly buttonRef?: Ref<HTMLButtonElement>
}

const nothing = (): void => { /* a button that only submits its form */ }

/** A button with a word on it. `primary` is for the one thing a person most likely does next; `danger` for what takes something away. */
export const Button = ({ children, label, onPress = nothing, tone = 'secondary', small = false, type = 'button', isDisabled = false, isWaiting = false, icon, autoFocus = false, className, describedBy, buttonRef }: ButtonProps): ReactNode => (
  <AriaButton
    {...(buttonRef === undefined ? {} : { ref: buttonRef })}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    // The library's own pending state announces by pointing at a button that may be gone by then; this one only rests.
    render={(props) => <button {...props} {...(isWaiting ? { 'aria-disabled': true, 'data-pending': true } : {})} />}
    type={isWaiting ? 'button' : type} onPress={isWaiting ? nothing : onPress} isDisabled={isDisabled} autoFocus={autoFocus}
    className={classes(
      'inline-flex shrink-0 cursor-default items-center justify-center gap-2 rounded-card border font-medium whitespace-nowrap select-none transition-colors duration-150',
      'disabled:border-hairline disabled:bg-sunken disabled:text-muted disabled:opacity-70',
      small ? 'h-8 px-3 text-xs' : 'h-9 px-4 text-sm', tones[tone], className,
    )}
  >
    {icon}
    {children}
  </AriaButton>
)

interface IconButtonProps {
  /** The accessible name, also shown as a tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  readonly small?: boolean
  readonly tone?: ButtonTone
  readonly className?: string
}

/** A button with only a picture: its name is its label and its tooltip. */
export const IconButton = ({ label, icon, onPress = nothing, isDisabled = false, small = false, tone = 'quiet', className }: IconButtonProps): ReactNode => (
  <Tooltip text={label}>
    <AriaButton
      aria-label={label} onPress={onPress} isDisabled={isDisabled}
      className={classes('inline-flex shrink-0 cursor-default items-center justify-center rounded-card border transition-colors duration-150 disabled:opacity-50', small ? 'size-8' : 'size-9', tones[tone], className)}
    >
      {icon}
    </AriaButton>
  </Tooltip>
)
