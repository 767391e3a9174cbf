/** Taking a phrase out by typing it, this time or for good: the way for who does not select. */
import { Scissors } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Form } from 'react-aria-components/Form'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { canBeRule } from '../household/rule-edits.ts'
import type { Dealings } from './dealings.ts'
import { strings } from './strings.ts'

interface RedactPhraseProps {
  readonly wrote: string
  /** What would leave of it. */
  readonly words: string | null
  readonly isDisabled: boolean
  readonly dealings: Dealings
}

export const RedactPhrase = ({ wrote, words, isDisabled, dealings }: RedactPhraseProps): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  const [phrase, setPhrase] = useState('')
  const [error, setError] = useState('')
  const wanted = phrase.trim()
  const isThere = wanted !== '' && wrote.toLowerCase().includes(wanted.toLowerCase())
  const done = (): void => {
    setOpen(false)
    setPhrase('')
  }
  const takeOut = (): void => {
    if (!isThere) { setError(strings.phraseMissing); return }
    if (words?.toLowerCase().includes(wanted.toLowerCase()) !== true && isOnlyInside(wanted, wrote, words)) { setError(strings.phraseGone); return }
    done()
    dealings.amend({ kind: 'redact', phrase: wanted }, null)
  }
  const forbid = (): void => {
    if (!isThere) { setError(strings.phraseMissing); return }
    if (!canBeRule(wanted)) { setError(strings.phraseShort); return }
    done()
    dealings.keepRule('forbid', wanted, null)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(open) => { setOpen(open && dealings.canAmend) }}>
      <Button small isDisabled={isDisabled} icon={<Scissors size={14} aria-hidden />}>{strings.redactPhrase}</Button>
      <Popover className="floats w-84 p-4" offset={6} placement="bottom end">
        <Dialog aria-label={strings.redactPhrase} className="outline-none">
          <Form className="flex flex-col gap-3" onSubmit={(event) => { event.preventDefault(); takeOut() }}>
            <TextField autoFocus label={strings.phrase} description={strings.phraseHint} value={phrase} onChange={(value) => { setPhrase(value); setError('') }} error={error} maxLength={500} />
            <div className="flex flex-wrap justify-end gap-2">
              {dealings.rules !== null && <Button small onPress={forbid}>{strings.neverAgain}</Button>}
              <Button type="submit" tone="primary" small>{strings.takeOut}</Button>
            </div>
          </Form>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** True when no word of the phrase leaves as it was written: taking it out would change nothing. */
const isOnlyInside = (phrase: string, wrote: string, words: string | null): boolean => {
  const leaving = new Set((words ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return wrote.toLowerCase().includes(phrase.toLowerCase()) && phrase.toLowerCase().split(/[^\p{L}\p{N}]+/u).every((word) => word === '' || !leaving.has(word))
}
