/** Saying something vaguer instead: a few words to take as they are, and a field for one's own. */
import { useState, type ReactNode } from 'react'
import { Button as PlainButton } from 'react-aria-components/Button'
import { Form } from 'react-aria-components/Form'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { strings } from './strings.ts'
import { vaguerWords } from './vaguer.ts'

interface VaguerProps { readonly original: string; readonly kind: string; readonly onChoose: (into: string) => void }

export const Vaguer = ({ original, kind, onChoose }: VaguerProps): ReactNode => {
  const [into, setInto] = useState('')
  const [error, setError] = useState('')
  const submit = (): void => {
    const wanted = into.trim()
    if (wanted === '') setError(strings.vaguerEmpty)
    else if (wanted.toLowerCase().includes(original.toLowerCase())) setError(strings.vaguerSame(original))
    else onChoose(wanted)
  }
  return (
    <Form className="flex flex-col gap-3" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <TextField autoFocus label={strings.vaguerLabel(original)} description={strings.vaguerHint} value={into} onChange={(value) => { setInto(value); setError('') }} error={error} maxLength={120} />
      <div role="group" aria-label={strings.vaguerOffers} className="flex flex-wrap gap-1.5">
        {vaguerWords(kind).map((word) => (
          <PlainButton key={word} onPress={() => { onChoose(word) }} className="h-7 cursor-default rounded-chip border border-edge px-2.5 text-xs font-medium transition-colors duration-150 hover:bg-hover">{word}</PlainButton>
        ))}
      </div>
      <Button type="submit" tone="primary" small className="self-end">{strings.vaguerYes}</Button>
    </Form>
  )
}
