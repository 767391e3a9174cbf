/** A new passphrase, typed twice, with a word about its strength. */
import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { MIN_PASSPHRASE, strengthOf, type Strength } from './strength.ts'
import { strings } from './strings.ts'

export interface NewPassphrase { readonly first: string; readonly second: string }

export const isGood = ({ first, second }: NewPassphrase): boolean => Array.from(first).length >= MIN_PASSPHRASE && first === second

interface PassphraseFieldsProps {
  readonly value: NewPassphrase
  readonly onChange: (value: NewPassphrase) => void
  readonly label?: string
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
}

export const PassphraseFields = ({ value, onChange, label = strings.passphrase, autoFocus = false, isDisabled = false }: PassphraseFieldsProps): ReactNode => (
  <>
    <div className="flex flex-col gap-2">
      <TextField type="password" autoComplete="new-password" label={label} description={strings.passphraseHint} value={value.first} onChange={(first) => { onChange({ ...value, first }) }} autoFocus={autoFocus} isDisabled={isDisabled} maxLength={1000} />
      <StrengthLine strength={value.first === '' ? null : strengthOf(value.first)} />
    </div>
    <TextField type="password" autoComplete="new-password" label={strings.again} value={value.second} onChange={(second) => { onChange({ ...value, second }) }} isDisabled={isDisabled} maxLength={1000} error={value.second !== '' && !value.first.startsWith(value.second) ? strings.differs : ''} />
  </>
)

const steps: Record<Strength, { readonly filled: number; readonly bar: string; readonly word: string }> = {
  short: { filled: 1, bar: 'bg-wine', word: 'text-wine' },
  guessable: { filled: 2, bar: 'bg-amber', word: 'text-amber' },
  fair: { filled: 3, bar: 'bg-moss', word: 'text-moss' },
  strong: { filled: 4, bar: 'bg-moss', word: 'text-moss' },
}

const StrengthLine = ({ strength }: { readonly strength: Strength | null }): ReactNode => (
  <div className="flex h-5 items-center gap-3">
    <span aria-hidden className="flex grow gap-1">{[1, 2, 3, 4].map((step) => <span key={step} className={classes('h-1 grow rounded-full transition-colors duration-200', strength !== null && step <= steps[strength].filled ? steps[strength].bar : 'bg-hairline')} />)}</span>
    <span role="status" className={classes('w-24 text-right text-xs font-medium', strength !== null && steps[strength].word)}>{strength !== null && <><span className="sr-only">{strings.strength}: </span>{strings.strengths[strength]}</>}</span>
  </div>
)
