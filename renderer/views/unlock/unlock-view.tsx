/** The door: a passphrase, or the recovery words, or what has to be mended first. */
import { lazy, useEffect, useRef, useState, type ReactNode } from 'react'
import type { VaultState } from '../../../shared/ipc/contract.ts'
import type { Problem, ProblemName } from '../../../shared/problems.ts'
import { bridge } from '../../bridge.ts'
import { useSession } from '../../state/session.ts'
import { PlainButton, ProblemCard, RetryButton, SecretField } from '../../ui/plain.tsx'
import { RestorePage } from '../backups/lazy-restore.tsx'
import { Entrance } from '../welcome/entrance.tsx'
import { sentence } from './sentence.ts'
import { strings } from './strings.ts'

const WithWords = lazy(async () => ({ default: (await import('./with-words.tsx')).WithWords }))

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
            <PlainButton small tone="quiet" onPress={() => { setRestoring(true) }}>{strings.restore}</PlainButton>
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
        <ProblemCard problem={problem} actions={<RetryButton onRetry={() => { void load() }} />} />
      </div>
    )
  }
  return (
    <>
      {problem !== null && <ProblemCard problem={problem} />}
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
    <form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <header className="flex flex-col gap-2">
        <h1 className="font-serif text-xl">{strings.title}</h1>
        <p className="text-muted">{strings.text}</p>
      </header>
      {problem !== null && !isWrong && <ProblemCard problem={problem} />}
      <SecretField label={strings.passphrase} inputRef={input} value={passphrase} onChange={(value) => { setPassphrase(value); setProblem(null) }} error={isWrong ? sentence(problem) : ''} />
      <PlainButton type="submit" tone="primary" isDisabled={passphrase === ''} isWaiting={isBusy}>{isBusy ? strings.unlocking : strings.unlock}</PlainButton>
      <PlainButton tone="quiet" onPress={onOther}>{strings.useWords}</PlainButton>
    </form>
  )
}
