/** The door: this computer's login where it is switched on, a passphrase, or the recovery words, or what has to be mended first. */
import { Laptop } from 'lucide-react'
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
          <Way problem={vault.problem} hasLogin={vault.keychain} way={way} onWay={setWay} />
          <div className="flex flex-col items-center gap-2 border-t pt-4">
            <PlainButton small tone="quiet" onPress={() => { setRestoring(true) }}>{strings.restore}</PlainButton>
            <p className="text-xs text-muted [overflow-wrap:anywhere]">{strings.folder(vault.folder)}</p>
          </div>
        </div>
      )}
    </Entrance>
  )
}

interface WayProps { readonly problem: Problem | null; readonly hasLogin: boolean; readonly way: 'passphrase' | 'words'; readonly onWay: (way: 'passphrase' | 'words') => void }

const Way = ({ problem, hasLogin, way, onWay }: WayProps): ReactNode => {
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
      {way === 'passphrase' ? <WithPassphrase hasLogin={hasLogin} onOther={() => { onWay('words') }} /> : <WithWords onOther={() => { onWay('passphrase') }} />}
    </>
  )
}

const WithPassphrase = ({ hasLogin, onOther }: { readonly hasLogin: boolean; readonly onOther: () => void }): ReactNode => {
  // At the start one key opens the house; after a lock nothing does that nobody chose.
  const [isLoginFirst] = useState(hasLogin && useSession.getState().isStart)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const isWrong = problem?.name === 'vault.wrong-passphrase'
  const refuse = (why: Problem): void => {
    setProblem(why)
    input.current?.focus()
    input.current?.select()
  }
  const submit = async (): Promise<void> => {
    if (passphrase === '' || isBusy) return
    setBusy(true)
    const answer = await bridge.vault.unlock({ passphrase })
    setBusy(false)
    if (!answer.ok) refuse(answer.problem)
  }
  return (
    <form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <header className="flex flex-col gap-2">
        <h1 className="font-serif text-xl">{strings.title}</h1>
        <p className="text-muted">{hasLogin ? strings.textWithLogin : strings.text}</p>
      </header>
      {problem !== null && !isWrong && <ProblemCard problem={problem} />}
      {hasLogin && <WithLogin isFirst={isLoginFirst} onRefused={refuse} />}
      <SecretField label={strings.passphrase} inputRef={input} autoFocus={!isLoginFirst} value={passphrase} onChange={(value) => { setPassphrase(value); setProblem(null) }} error={isWrong ? sentence(problem) : ''} />
      <PlainButton type="submit" tone={hasLogin ? 'secondary' : 'primary'} isDisabled={passphrase === ''} isWaiting={isBusy}>{isBusy ? strings.unlocking : strings.unlock}</PlainButton>
      <PlainButton tone="quiet" onPress={onOther}>{strings.useWords}</PlainButton>
    </form>
  )
}

/** The passphrase can be typed while the keychain takes its time. */
const WithLogin = ({ isFirst, onRefused }: { readonly isFirst: boolean; readonly onRefused: (problem: Problem) => void }): ReactNode => {
  const [isBusy, setBusy] = useState(false)
  const ask = async (): Promise<void> => {
    setBusy(true)
    const answer = await bridge.vault.unlockWithKeychain(null)
    setBusy(false)
    if (!answer.ok) onRefused(answer.problem)
  }
  return (
    <>
      <PlainButton tone="primary" autoFocus={isFirst} isWaiting={isBusy} icon={<Laptop size={16} aria-hidden />} onPress={() => { void ask() }}>{isBusy ? strings.asking : strings.withLogin}</PlainButton>
      <div className="flex items-center gap-3 text-xs text-muted"><span aria-hidden className="h-px grow bg-hairline" /><span>{strings.or}</span><span aria-hidden className="h-px grow bg-hairline" /></div>
    </>
  )
}
