/** Text fields: a label above, what it changes below, and an error that takes the place of the explanation. */
import { Eye, EyeOff } from 'lucide-react'
import { useState, type ReactNode, type Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { boxClass, errorClass, hintClass, labelClass } from './look.ts'
import { strings } from './strings.ts'

export { boxClass, hintClass, labelClass } from './look.ts'

interface FieldProps {
  readonly label: string
  /** Keeps the label for screen readers only. */
  readonly isLabelHidden?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: ReactNode
  /** Shown in place of the description and announced; empty or absent = valid. */
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  readonly onBlur?: () => void
  readonly maxLength?: number
  readonly className?: string
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'number' | 'date' | 'time'
  /** What a password manager may put here. */
  readonly autoComplete?: string
  readonly inputRef?: Ref<HTMLInputElement>
  /** Shown inside the box after the text: a unit, a button. */
  readonly trailing?: ReactNode
  readonly isMono?: boolean
}

const nothing = (): void => { /* nobody listens */ }

const Below = ({ description, error }: Pick<FieldProps, 'description' | 'error'>): ReactNode => (
  <>
    {description !== undefined && (error ?? '') === '' && <Text slot="description" className={hintClass}>{description}</Text>}
    <FieldError className={errorClass}>{error}</FieldError>
  </>
)

/** One line of text. A `password` field has a button that shows what was typed. */
export const TextField = ({ label, isLabelHidden = false, value, onChange, description, error, placeholder = '', isRequired = false, isDisabled = false, autoFocus = false, onBlur = nothing, maxLength = 4000, className, type = 'text', autoComplete = 'off', inputRef, trailing, isMono = false }: TextFieldProps): ReactNode => {
  const [shown, setShown] = useState(false)
  const isSecret = type === 'password'
  return (
    <AriaTextField
      value={value} onChange={onChange} isRequired={isRequired} isDisabled={isDisabled} isInvalid={(error ?? '') !== ''} validationBehavior="aria"
      type={isSecret && shown ? 'text' : type} autoFocus={autoFocus} onBlur={onBlur} maxLength={maxLength} autoComplete={autoComplete} spellCheck={isSecret ? 'false' : 'true'}
      className={classes('flex flex-col gap-1.5', className)}
    >
      <Label className={isLabelHidden ? 'sr-only' : labelClass}>{label}</Label>
      <div className="relative flex items-center">
        <Input {...(inputRef === undefined ? {} : { ref: inputRef })} placeholder={placeholder} className={classes(boxClass, 'h-10', (isSecret || trailing !== undefined) && 'pr-11', (isMono || (isSecret && shown)) && 'font-mono')} />
        {isSecret && (
          <span className="absolute right-0.5">
            <IconButton label={shown ? strings.hide : strings.show} onPress={() => { setShown(!shown) }} icon={shown ? <EyeOff size={16} /> : <Eye size={16} />} />
          </span>
        )}
        {!isSecret && trailing !== undefined && <span className="absolute right-3 text-xs text-muted">{trailing}</span>}
      </div>
      <Below description={description} error={error} />
    </AriaTextField>
  )
}

interface TextAreaProps extends FieldProps { readonly rows?: number; readonly areaRef?: Ref<HTMLTextAreaElement>; readonly isMono?: boolean }

/** Several lines of text. */
export const TextArea = ({ label, isLabelHidden = false, value, onChange, description, error, placeholder = '', isRequired = false, isDisabled = false, autoFocus = false, onBlur = nothing, maxLength = 4000, className, rows = 4, areaRef, isMono = false }: TextAreaProps): ReactNode => (
  <AriaTextField
    value={value} onChange={onChange} isRequired={isRequired} isDisabled={isDisabled} isInvalid={(error ?? '') !== ''} validationBehavior="aria" autoFocus={autoFocus} onBlur={onBlur} maxLength={maxLength} autoComplete="off"
    className={classes('flex flex-col gap-1.5', className)}
  >
    <Label className={isLabelHidden ? 'sr-only' : labelClass}>{label}</Label>
    <AriaTextArea {...(areaRef === undefined ? {} : { ref: areaRef })} rows={rows} placeholder={placeholder} className={classes(boxClass, 'resize-y py-2', isMono && 'font-mono')} />
    <Below description={description} error={error} />
  </AriaTextField>
)
