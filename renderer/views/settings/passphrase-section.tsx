/** Changing the passphrase: the old one once, the new one twice. */
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import { wording, type Problem } from '../../../shared/problems.ts'
import { bridge } from '../../bridge.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { isGood, PassphraseFields, type NewPassphrase } from '../welcome/passphrase-fields.tsx'
import { Section } from './parts.tsx'
import { strings } from './strings.ts'

export const PassphraseSection = (): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={strings.passphrase} text={strings.passphraseText}>
      {isOpen ? <Change onClose={() => { setOpen(false) }} /> : <Button className="self-start" onPress={() => { setOpen(true) }}>{strings.passphraseOpen}</Button>}
    </Section>
  )
}

const Change = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const [old, setOld] = useState('')
  const [next, setNext] = useState<NewPassphrase>({ first: '', second: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isWrong = problem?.name === 'vault.wrong-passphrase'
  const submit = async (): Promise<void> => {
    if (isBusy || old === '' || !isGood(next)) return
    setBusy(true)
    const answer = await bridge.vault.changePassphrase({ old, next: next.first })
    setBusy(false)
    if (!answer.ok) { setProblem(answer.problem); return }
    notifyDone(strings.passphraseChanged)
    onClose()
  }
  return (
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      {problem !== null && !isWrong && <ErrorCard problem={problem} />}
      <TextField type="password" autoComplete="current-password" autoFocus label={strings.passphraseOld} value={old} onChange={(value) => { setOld(value); setProblem(null) }} error={isWrong ? wording(problem).says : ''} maxLength={1000} />
      <PassphraseFields label={strings.passphraseNew} value={next} onChange={setNext} isDisabled={isBusy} />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" isDisabled={old === '' || !isGood(next)} isWaiting={isBusy}>{isBusy ? strings.passphraseChanging : strings.passphraseChange}</Button>
        <Button tone="quiet" onPress={onClose}>{strings.cancel}</Button>
      </div>
    </Form>
  )
}
