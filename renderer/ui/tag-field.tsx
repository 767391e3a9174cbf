/** Several short words, each a chip that can be taken away: nicknames, other names. */
import { X } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { hintClass, labelClass } from './field.tsx'
import { strings } from './strings.ts'

interface TagFieldProps {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly description?: ReactNode
  readonly placeholder?: string
  readonly error?: string | undefined
  readonly maxLength?: number
  readonly className?: string
}

/** Enter or a comma takes the word; Backspace in the empty box takes the last one away; what is left in the box counts when it is left. */
export const TagField = ({ label, value, onChange, description, placeholder, error, maxLength = 120, className }: TagFieldProps): ReactNode => {
  const [text, setText] = useState('')
  const [id, below] = [useId(), useId()]
  const input = useRef<HTMLInputElement>(null)
  const isInvalid = (error ?? '') !== ''
  const take = (): void => {
    const words = text.split(',').map((word) => word.trim()).filter((word) => word !== '' && !value.includes(word))
    if (words.length > 0) onChange([...value, ...new Set(words)])
    setText('')
  }
  const press = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '') {
      event.preventDefault()
      take()
    } else if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1))
  }
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className={labelClass}>{label}</label>
      <div className={classes('flex min-h-10 flex-wrap items-center gap-1.5 rounded-card border bg-raised px-2 py-1.5 transition-colors duration-150 focus-within:border-ember hover:border-muted', isInvalid ? 'border-wine' : 'border-edge')}>
        {value.map((word) => (
          <span key={word} className="inline-flex items-center gap-1 rounded-chip bg-sunken py-0.5 pr-0.5 pl-2 text-xs font-medium">
            {word}
            <button type="button" aria-label={strings.takeAway(word)} onClick={() => { onChange(value.filter((other) => other !== word)); input.current?.focus() }} className="flex size-6 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-ink">
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          id={id} ref={input} value={text} onChange={(event) => { setText(event.target.value) }} onKeyDown={press} onBlur={take} maxLength={maxLength} autoComplete="off"
          {...(placeholder === undefined || value.length > 0 ? {} : { placeholder })} aria-describedby={below} aria-invalid={isInvalid}
          className="h-7 min-w-24 grow bg-transparent px-1 text-sm outline-none"
        />
      </div>
      <p id={below} className={isInvalid ? 'text-xs text-wine' : hintClass}>{isInvalid ? error : description}</p>
    </div>
  )
}
