/** The other way in: the recovery words and a new passphrase. Fetched when it is asked for. */
import { useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import type { Problem } from '../../../shared/problems.ts'
import { bridge } from '../../bridge.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Kit } from '../../ui/kit.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { isGood, PassphraseFields, type NewPassphrase } from '../welcome/passphrase-fields.tsx'
import { sentence } from './sentence.ts'
import { strings } from './strings.ts'

export const WithWords = ({ onOther }: { readonly onOther: () => void }): ReactNode => {
  const [words, setWords] = useState('')
  const [passphrase, setPassphrase] = useState<NewPassphrase>({ first: '', second: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const isWrong = problem?.name === 'vault.wrong-words'
  const submit = async (): Promise<void> => {
    if (isBusy || words.trim() === '' || !isGood(passphrase)) return
    setBusy(true)
    const answer = await bridge.vault.recover({ words: words.trim().toLowerCase().split(/\s+/).join(' '), newPassphrase: passphrase.first })
    setBusy(false)
    if (answer.ok) return
    setProblem(answer.problem)
    area.current?.focus()
  }
  return (
    <Kit><Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <header className="flex flex-col gap-2">
        <h1 className="font-serif text-xl">{strings.recoverTitle}</h1>
        <p className="text-muted">{strings.recoverText}</p>
      </header>
      {problem !== null && !isWrong && <ErrorCard problem={problem} />}
      <TextArea label={strings.words} areaRef={area} autoFocus rows={4} isMono value={words} onChange={(value) => { setWords(value); setProblem(null) }} maxLength={1000} error={isWrong ? sentence(problem) : ''} />
      <PassphraseFields label={strings.newPassphrase} value={passphrase} onChange={setPassphrase} />
      <Button type="submit" tone="primary" isDisabled={words.trim() === '' || !isGood(passphrase)} isWaiting={isBusy}>{isBusy ? strings.unlocking : strings.recover}</Button>
      <Button tone="quiet" onPress={onOther}>{strings.usePassphrase}</Button>
    </Form></Kit>
  )
}
