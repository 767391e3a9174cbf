/** A time of day, 00:00 to 23:59, typed as people type it; shown by the household's clock. */
import { useState, type ReactNode } from 'react'
import { ClockTime } from '../../shared/time.ts'
import { TextField } from './field.tsx'
import { timeInWords } from './habits.ts'

interface TimeFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  /** `HH:MM`, or what is being typed. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly className?: string
}

/** "9", "930", "9.30", "9h30" and "9:30 am" become "09:30" when the field is left; anything else stays as typed and is for the form to refuse. */
export const TimeField = ({ label, isLabelHidden = false, value, onChange, error, className }: TimeFieldProps): ReactNode => {
  /** While somebody types, their own letters stand. */
  const [isTyping, setTyping] = useState(false)
  return (
    <TextField
      label={label} isLabelHidden={isLabelHidden} value={!isTyping && ClockTime.safeParse(value).success ? timeInWords(value) : value} error={error} placeholder={timeInWords('00:00')} maxLength={8} {...(className === undefined ? {} : { className })}
      onChange={(text) => { setTyping(true); onChange(text) }}
      onBlur={() => { setTyping(false); const tidy = tidyTime(value); if (tidy !== value) onChange(tidy) }}
    />
  )
}

/** The time somebody meant, as `HH:MM`; text that is no time comes back unchanged. */
export const tidyTime = (text: string): string => {
  const parts = /^\s*(\d{1,2})\s*(?:[:.h]?\s*(\d{2}))?\s*(h|([ap])\.?\s?m\.?)?\s*$/i.exec(text)
  const [hours, minutes, half] = [Number(parts?.[1] ?? NaN), Number(parts?.[2] ?? 0), parts?.[4]?.toLowerCase()]
  const isFine = half === undefined ? hours <= 23 : hours >= 1 && hours <= 12
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0)
  return isFine && minutes <= 59 ? `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : text
}
