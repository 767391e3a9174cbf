/** Makes the daily backup: soon after unlocking when the last is older than a day, then each day for as long as the vault stays open; while somebody is at work it waits for a pause. */
import type { Backup } from '../../shared/backups.ts'
import { problem, type Problem, type ProblemName } from '../../shared/problems.ts'
import { fromInstant, type Clock } from '../../shared/time.ts'
import type { Vault } from './vault.ts'

export interface BackupClock {
  /** The vault was opened, or the computer woke. */
  readonly look: () => void
  /** The person did something: copying keeps the vault busy, of a large one for seconds. */
  readonly touch: () => void
  /** The vault was locked: nothing more until it is opened. */
  readonly stop: () => void
}

export interface BackupClockDeps {
  readonly clock: Clock
  /** Calls back after so many milliseconds unless cancelled. */
  readonly after: (ms: number, call: () => void) => () => void
  readonly vault: Pick<Vault, 'state'> & { readonly backups: Pick<Vault['backups'], 'list' | 'make'> }
  readonly onMade: () => void
  /** The first failure after a success; those that follow are not said again. */
  readonly onProblem: (problem: Problem) => void
  readonly onBug: (code: string, error: unknown) => void
}

const DAY = 24 * 60 * 60_000
/** Between two looks: against sleep and clocks that are set, and until a failed backup is tried again. */
const HOUR = 60 * 60_000
/** After unlocking the first moments belong to the person. */
const SOON = 10_000
/** So long nothing has to be done for it to be a pause, and so long it is waited for at most. */
const PAUSE = 20_000, PATIENCE = 15 * 60_000

const reasons: Partial<Record<ProblemName, string>> = { 'vault.full': 'the disk is full', 'vault.unwritable': 'the folder for backups cannot be written to', 'vault.damaged': 'what was written could not be read back' }

export function createBackupClock({ clock, after, vault, onMade, onProblem, onBug }: BackupClockDeps): BackupClock {
  let cancel = (): void => undefined
  let isSaid = false
  let used = -Infinity, dueSince: number | undefined
  const wait = (ms: number): void => {
    cancel()
    cancel = after(ms, () => { make().catch((error: unknown) => { onBug('backup', error) }) })
  }

  const make = async (): Promise<void> => {
    if (vault.state().state !== 'open') return
    wait(HOUR)
    const all = await vault.backups.list()
    const now = clock.now()
    if (all.ok && !isDue(all.value, now)) { dueSince = undefined; return }
    dueSince ??= now
    // A clock that was set back is no pause that never ends.
    const pause = now - used < 0 ? PAUSE : now - used
    if (pause < PAUSE && now - dueSince >= 0 && now - dueSince < PATIENCE) { wait(PAUSE - pause); return }
    const made = all.ok ? await vault.backups.make() : all
    if (made.ok) {
      dueSince = undefined
      isSaid = false
      onMade()
      return
    }
    // Locked meanwhile: that is no failure.
    if (made.problem.name === 'vault.locked' || isSaid) return
    isSaid = true
    onProblem(problem('backup.not-made', { why: reasons[made.problem.name] ?? 'something went wrong with the vault' }))
  }

  return {
    look: () => { if (vault.state().state === 'open') wait(SOON) },
    touch: () => { used = clock.now() },
    stop: () => { cancel(); dueSince = undefined },
  }
}

/** A backup from the future was made with a wrong clock, and says nothing. What was set aside is none. */
const isDue = (all: readonly Backup[], now: number): boolean => !all.some(({ kind, at }) => kind === 'backup' && fromInstant(at) <= now && now - fromInstant(at) < DAY)
