/** A time of day, 00:00 to 23:59, typed as people type it; the same on every computer, whatever its language. */
import type { ReactNode } from 'react'
import { TextField } from './field.tsx'

interface TimeFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  /** `HH:MM`, or what is being typed. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly className?: string
}

/** "9", "930", "9.30" and "9h30" become "09:30" when the field is left; anything else stays as typed and is for the form to refuse. */
export const TimeField = ({ label, isLabelHidden = false, value, onChange, error, className }: TimeFieldProps): ReactNode => (
  <TextField
    label={label} isLabelHidden={isLabelHidden} value={value} onChange={onChange} error={error} placeholder="00:00" maxLength={8} {...(className === undefined ? {} : { className })}
    onBlur={() => { const tidy = tidyTime(value); if (tidy !== value) onChange(tidy) }}
  />
)

/** The time somebody meant, as `HH:MM`; text that is no time comes back unchanged. */
export const tidyTime = (text: string): string => {
  const parts = /^\s*(\d{1,2})\s*(?:[:.h]?\s*(\d{2}))?\s*h?\s*$/i.exec(text)
  const [hours, minutes] = [Number(parts?.[1] ?? NaN), Number(parts?.[2] ?? 0)]
  return hours <= 23 && minutes <= 59 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : text
}
