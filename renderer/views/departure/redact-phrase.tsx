/** Taking a phrase out by typing it: the way for who does not select with a mouse. */
import { Scissors } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Form } from 'react-aria-components/Form'
import { Popover } from 'react-aria-components/Popover'
import type { Amendment } from '../../../shared/departure.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { strings } from './strings.ts'

interface RedactPhraseProps {
  readonly wrote: string
  /** What would leave of it. */
  readonly words: string | null
  readonly isDisabled: boolean
  readonly onAmend: (amendment: Amendment) => void
}

export const RedactPhrase = ({ wrote, words, isDisabled, onAmend }: RedactPhraseProps): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  const [phrase, setPhrase] = useState('')
  const [error, setError] = useState('')
  const submit = (): void => {
    const wanted = phrase.trim()
    if (wanted === '' || !wrote.toLowerCase().includes(wanted.toLowerCase())) { setError(strings.phraseMissing); return }
    if (words?.toLowerCase().includes(wanted.toLowerCase()) !== true && isOnlyInside(wanted, wrote, words)) { setError(strings.phraseGone); return }
    setOpen(false)
    setPhrase('')
    onAmend({ kind: 'redact', phrase: wanted })
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button small isDisabled={isDisabled} icon={<Scissors size={14} aria-hidden />}>{strings.redactPhrase}</Button>
      <Popover className="floats w-84 p-4" offset={6} placement="bottom end">
        <Form className="flex flex-col gap-3" onSubmit={(event) => { event.preventDefault(); submit() }}>
          <TextField autoFocus label={strings.phrase} description={strings.phraseHint} value={phrase} onChange={(value) => { setPhrase(value); setError('') }} error={error} maxLength={500} />
          <Button type="submit" tone="primary" small className="self-end">{strings.takeOut}</Button>
        </Form>
      </Popover>
    </DialogTrigger>
  )
}

/** True when no word of the phrase leaves as it was written: taking it out would change nothing. */
const isOnlyInside = (phrase: string, wrote: string, words: string | null): boolean => {
  const leaving = new Set((words ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return wrote.toLowerCase().includes(phrase.toLowerCase()) && phrase.toLowerCase().split(/[^\p{L}\p{N}]+/u).every((word) => word === '' || !leaving.has(word))
}
