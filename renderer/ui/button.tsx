/** Buttons: one look per weight of a decision. */
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { classes } from './classes.ts'
import { buttonLook, iconButtonLook, type ButtonTone } from './look.ts'
import { Tooltip } from './tooltip.tsx'

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
    className={classes(buttonLook(tone, small), className)}
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
      className={classes(iconButtonLook(tone, small), className)}
    >
      {icon}
    </AriaButton>
  </Tooltip>
)
