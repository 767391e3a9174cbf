/** Step one: the passphrase. */
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import type { VaultState } from '../../../shared/ipc/contract.ts'
import type { Problem } from '../../../shared/problems.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { isGood, PassphraseFields, type NewPassphrase } from './passphrase-fields.tsx'
import { strings } from './strings.ts'

interface CreateVaultProps { readonly vault: VaultState; readonly onCreate: (passphrase: string) => Promise<Problem | null> }

export const CreateVault = ({ vault, onCreate }: CreateVaultProps): ReactNode => {
  const [passphrase, setPassphrase] = useState<NewPassphrase>({ first: '', second: '' })
  const [problem, setProblem] = useState<Problem | null>(vault.problem)
  const [isBusy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    if (!isGood(passphrase) || isBusy) return
    setBusy(true)
    setProblem(await onCreate(passphrase.first))
    setBusy(false)
  }
  return (
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <header className="flex flex-col gap-2">
        <h1 className="font-serif text-xl">{strings.createTitle}</h1>
        <p className="text-muted">{strings.createText}</p>
      </header>
      {problem !== null && <ErrorCard problem={problem} />}
      <PassphraseFields value={passphrase} onChange={setPassphrase} autoFocus isDisabled={isBusy} />
      <Button type="submit" tone="primary" isDisabled={!isGood(passphrase)} isWaiting={isBusy}>{isBusy ? strings.creating : strings.create}</Button>
      <p className="text-xs text-muted [overflow-wrap:anywhere]">{strings.folder(vault.folder)}</p>
    </Form>
  )
}
