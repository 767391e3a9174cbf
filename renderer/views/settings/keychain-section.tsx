/** This computer's login as another way in: what it changes, the keychain's own no, and the passphrase before it is switched on. */
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import { wording, type Problem } from '../../../shared/problems.ts'
import type { Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge.ts'
import { useSession } from '../../state/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { Section } from './parts.tsx'
import { strings } from './strings.ts'

const words = strings.keychain

export const KeychainSection = (): ReactNode => {
  const isOn = useSession((state) => state.vault?.keychain === true)
  const [isOpen, setOpen] = useState(false)
  /** Once something was pressed here: what takes its place has the focus. */
  const [wasUsed, setUsed] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  /** One question to the keychain at a time; what it refuses is shown. */
  const ask = async (question: () => Promise<Result<null>>, then: () => void): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setUsed(true)
    const answer = await question()
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) then()
  }
  return (
    <Section title={words.title} text={words.text}>
      <p>{isOn ? words.isOn : words.isOff}</p>
      {problem !== null && <ErrorCard problem={problem} />}
      {isOn
        ? <Button className="self-start" autoFocus={wasUsed} isWaiting={isBusy} onPress={() => { void ask(() => bridge.vault.forgetKeychain(null), () => { notifyDone(words.switchedOff) }) }}>{words.off}</Button>
        : isOpen
          ? <SwitchOn onClose={() => { setOpen(false) }} />
          : <Button className="self-start" autoFocus={wasUsed} isWaiting={isBusy} onPress={() => { void ask(() => bridge.vault.checkKeychain(null), () => { setOpen(true) }) }}>{words.open}</Button>}
    </Section>
  )
}

const SwitchOn = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isWrong = problem?.name === 'vault.wrong-passphrase'
  const submit = async (): Promise<void> => {
    if (isBusy || passphrase === '') return
    setBusy(true)
    const answer = await bridge.vault.useKeychain({ passphrase })
    setBusy(false)
    if (!answer.ok) { setProblem(answer.problem); return }
    notifyDone(words.switchedOn)
    onClose()
  }
  return (
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      {problem !== null && !isWrong && <ErrorCard problem={problem} />}
      <TextField type="password" autoComplete="current-password" autoFocus label={words.passphrase} value={passphrase} onChange={(value) => { setPassphrase(value); setProblem(null) }} error={isWrong ? wording(problem).says : ''} maxLength={1000} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" isDisabled={passphrase === ''} isWaiting={isBusy}>{isBusy ? words.switchingOn : words.on}</Button>
        <Button tone="quiet" onPress={onClose}>{strings.cancel}</Button>
      </div>
    </Form>
  )
}
