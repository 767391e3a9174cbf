/** The first run: a vault and its passphrase, the recovery words shown once, and the household that moves in. */
import '../../jitless.ts'
import { useState, type ReactNode } from 'react'
import type { VaultState } from '../../../shared/ipc/contract.ts'
import { bridge } from '../../bridge.ts'
import { useSession } from '../../state/session.ts'
import { Button } from '../../ui/button.tsx'
import { RestorePage } from '../backups/restore-backup.tsx'
import { Kit } from '../../ui/kit.tsx'
import { ChooseHousehold } from './choose-household.tsx'
import { CreateVault } from './create-vault.tsx'
import { Entrance } from './entrance.tsx'
import { RecoveryWords } from './recovery-words.tsx'
import { strings } from './strings.ts'
import type { Problem } from '../../../shared/problems.ts'

export const WelcomeView = ({ vault }: { readonly vault: VaultState }): ReactNode => {
  const setWelcoming = useSession((state) => state.setWelcoming)
  const [words, setWords] = useState<readonly string[] | null>(null)
  const [isRestoring, setRestoring] = useState(false)
  const [areWordsSafe, setWordsSafe] = useState(false)
  const create = async (passphrase: string): Promise<Problem | null> => {
    // The vault opens before its reply arrives; the welcome has to outlast that.
    setWelcoming(true)
    const answer = await bridge.vault.create({ passphrase })
    if (!answer.ok) {
      setWelcoming(false)
      return answer.problem
    }
    setWords(answer.value.recoveryWords)
    return null
  }
  const step = words === null ? 0 : areWordsSafe ? 2 : 1
  return (
    <Kit>
      <Entrance>
        {isRestoring ? <RestorePage folder={vault.folder} hasVault={false} onBack={() => { setRestoring(false) }} /> : <Steps now={step} />}
        {step === 0 && !isRestoring && (
          <>
            <CreateVault vault={vault} onCreate={create} />
            <Button small tone="quiet" className="mt-4" onPress={() => { setRestoring(true) }}>{strings.restore}</Button>
          </>
        )}
        {words !== null && step === 1 && <RecoveryWords words={words} onSafe={() => { setWordsSafe(true) }} />}
        {step === 2 && <ChooseHousehold onChosen={() => { setWelcoming(false) }} />}
      </Entrance>
    </Kit>
  )
}

const Steps = ({ now }: { readonly now: number }): ReactNode => (
  <ol className="mb-8 flex gap-6 text-xs">
    {strings.steps.map((name, index) => (
      <li key={name} aria-current={index === now ? 'step' : undefined} className={index === now ? 'font-medium text-ink' : 'text-muted'}>
        <span className={index <= now ? 'text-ember' : undefined}>{index + 1}</span> {name}
      </li>
    ))}
  </ol>
)
