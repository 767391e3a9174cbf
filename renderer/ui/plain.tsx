/** What the door is made of: the kit's look on the page's own elements, so that a locked house can be typed into before the kit is read. Everywhere else the kit is used. */
import { CircleAlert, Eye, EyeOff, RotateCcw } from 'lucide-react'
import { useId, useState, type ReactNode, type Ref } from 'react'
import { wording, type Problem } from '../../shared/problems.ts'
import { classes } from './classes.ts'
import { boxClass, buttonLook, errorClass, iconButtonLook, labelClass, type ButtonTone } from './look.ts'
import { strings } from './strings.ts'

interface PlainButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly tone?: ButtonTone
  readonly small?: boolean
  readonly type?: 'button' | 'submit'
  readonly isDisabled?: boolean
  /** Still focusable and readable, but does nothing for now. */
  readonly isWaiting?: boolean
  readonly icon?: ReactNode
  readonly autoFocus?: boolean
}

export const PlainButton = ({ children, onPress, tone = 'secondary', small = false, type = 'button', isDisabled = false, isWaiting = false, icon, autoFocus = false }: PlainButtonProps): ReactNode => (
  <button
    type={isWaiting ? 'button' : type} disabled={isDisabled} autoFocus={autoFocus} className={buttonLook(tone, small)}
    {...(isWaiting ? { 'aria-disabled': true, 'data-pending': true } : {})} {...(onPress === undefined || isWaiting ? {} : { onClick: onPress })}
  >
    {icon}
    {children}
  </button>
)

interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Announced; empty = valid. */
  readonly error: string
  readonly inputRef: Ref<HTMLInputElement>
  /** Whether it takes the focus when it appears; it does unless this says otherwise. */
  readonly autoFocus?: boolean
}

/** One line that hides what is typed, with a button that shows it. */
export const SecretField = ({ label, value, onChange, error, inputRef, autoFocus = true }: SecretFieldProps): ReactNode => {
  const [shown, setShown] = useState(false)
  const id = useId(), isInvalid = error !== ''
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={labelClass}>{label}</label>
      <div className="relative flex items-center">
        <input
          id={id} ref={inputRef} type={shown ? 'text' : 'password'} autoFocus={autoFocus} autoComplete="current-password" spellCheck={false} maxLength={1000} value={value}
          onChange={(event) => { onChange(event.target.value) }} className={classes(boxClass, 'h-10 pr-11', shown && 'font-mono')}
          {...(isInvalid ? { 'aria-invalid': true, 'aria-describedby': `${id}-error`, 'data-invalid': true } : {})}
        />
        <span className="absolute right-0.5">
          <button type="button" aria-label={shown ? strings.hide : strings.show} title={shown ? strings.hide : strings.show} onClick={() => { setShown(!shown) }} className={iconButtonLook('quiet', false)}>
            {shown ? <EyeOff size={16} /> : <Eye size={16} />}
          </button>
        </span>
      </div>
      <span id={`${id}-error`} aria-live="polite" className={errorClass}>{error}</span>
    </div>
  )
}

/** A problem in its two sentences: what happened, what to do. Announced when it appears. */
export const ProblemCard = ({ problem, actions, className }: { readonly problem: Problem; readonly actions?: ReactNode; readonly className?: string }): ReactNode => {
  const { says, todo } = wording(problem)
  return (
    <div role="alert" className={classes('flex gap-3 rounded-card border border-wine-edge bg-wine-tint px-4 py-3', className)}>
      <CircleAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-wine" />
      <div className="flex min-w-0 grow flex-col gap-1">
        <p className="font-medium text-wine">{says}</p>
        <p className="text-ink">{todo}</p>
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}

export const RetryButton = ({ onRetry }: { readonly onRetry: () => void }): ReactNode => <PlainButton small onPress={onRetry} icon={<RotateCcw size={14} aria-hidden />}>{strings.tryAgain}</PlainButton>
