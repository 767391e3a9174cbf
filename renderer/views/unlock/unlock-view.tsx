/** The door: a passphrase, or the recovery words, or what has to be mended first. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import type { VaultState } from '../../../shared/ipc/contract.ts'
import { wording, type Problem, type ProblemName } from '../../../shared/problems.ts'
import { bridge } from '../../bridge.ts'
import { useSession } from '../../state/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { RestorePage } from '../backups/lazy-restore.tsx'
import { Entrance } from '../welcome/entrance.tsx'
import { isGood, PassphraseFields, type NewPassphrase } from '../welcome/passphrase-fields.tsx'
import { strings } from './strings.ts'

/** What no passphrase can mend: it has to be put right outside first. */
const blocking: ReadonlySet<ProblemName> = new Set(['vault.keys-damaged', 'vault.newer', 'vault.in-use', 'vault.too-old-node'])

export const UnlockView = ({ vault }: { readonly vault: VaultState }): ReactNode => {
  const [way, setWay] = useState<'passphrase' | 'words'>('passphrase')
  const [isRestoring, setRestoring] = useState(false)
  const { title } = strings
  useEffect(() => { document.title = title }, [title])
  return (
    <Entrance isBrief>
      {isRestoring ? <RestorePage folder={vault.folder} hasVault onBack={() => { setRestoring(false) }} /> : (
        <div className="flex flex-col gap-6">
          <Way problem={vault.problem} way={way} onWay={setWay} />
          <div className="flex flex-col items-center gap-2 border-t pt-4">
            <Button small tone="quiet" onPress={() => { setRestoring(true) }}>{strings.restore}</Button>
            <p className="text-xs text-muted [overflow-wrap:anywhere]">{strings.folder(vault.folder)}</p>
          </div>
        </div>
      )}
    </Entrance>
  )
}

interface WayProps { readonly problem: Problem | null; readonly way: 'passphrase' | 'words'; readonly onWay: (way: 'passphrase' | 'words') => void }

const Way = ({ problem, way, onWay }: WayProps): ReactNode => {
  const load = useSession((state) => state.load)
  if (problem !== null && blocking.has(problem.name)) {
    return (
      <div className="flex flex-col gap-5">
        <h1 className="font-serif text-xl">{strings.blockedTitle}</h1>
        <ErrorCard problem={problem} onRetry={() => { void load() }} />
      </div>
    )
  }
  return (
    <>
      {problem !== null && <ErrorCard problem={problem} />}
      {way === 'passphrase' ? <WithPassphrase onOther={() => { onWay('words') }} /> : <WithWords onOther={() => { onWay('passphrase') }} />}
    </>
  )
}

const WithPassphrase = ({ onOther }: { readonly onOther: () => void }): ReactNode => {
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const isWrong = problem?.name === 'vault.wrong-passphrase'
  const submit = async (): Promise<void> => {
    if (passphrase === '' || isBusy) return
    setBusy(true)
    const answer = await bridge.vault.unlock({ passphrase })
    setBusy(false)
    if (answer.ok) return
    setProblem(answer.problem)
    input.current?.focus()
    input.current?.select()
  }
  return (
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <header className="flex flex-col gap-2">
        <h1 className="font-serif text-xl">{strings.title}</h1>
        <p className="text-muted">{strings.text}</p>
      </header>
      {problem !== null && !isWrong && <ErrorCard problem={problem} />}
      <TextField
        type="password" autoComplete="current-password" label={strings.passphrase} inputRef={input} autoFocus maxLength={1000}
        value={passphrase} onChange={(value) => { setPassphrase(value); setProblem(null) }} error={isWrong ? sentence(problem) : ''}
      />
      <Button type="submit" tone="primary" isDisabled={passphrase === ''} isWaiting={isBusy}>{isBusy ? strings.unlocking : strings.unlock}</Button>
      <Button tone="quiet" onPress={onOther}>{strings.useWords}</Button>
    </Form>
  )
}

const sentence = (problem: Problem): string => {
  const { says, todo } = wording(problem)
  return `${says} ${todo}`
}

const WithWords = ({ onOther }: { readonly onOther: () => void }): ReactNode => {
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
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <header className="flex flex-col gap-2">
        <h1 className="font-serif text-xl">{strings.recoverTitle}</h1>
        <p className="text-muted">{strings.recoverText}</p>
      </header>
      {problem !== null && !isWrong && <ErrorCard problem={problem} />}
      <TextArea label={strings.words} areaRef={area} autoFocus rows={4} isMono value={words} onChange={(value) => { setWords(value); setProblem(null) }} maxLength={1000} error={isWrong ? sentence(problem) : ''} />
      <PassphraseFields label={strings.newPassphrase} value={passphrase} onChange={setPassphrase} />
      <Button type="submit" tone="primary" isDisabled={words.trim() === '' || !isGood(passphrase)} isWaiting={isBusy}>{isBusy ? strings.unlocking : strings.recover}</Button>
      <Button tone="quiet" onPress={onOther}>{strings.usePassphrase}</Button>
    </Form>
  )
}
