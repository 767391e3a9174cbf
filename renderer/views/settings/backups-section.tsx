/** Where the backups are and how many, one more at once, and the way back to one. */
import { useEffect, useState, type ReactNode } from 'react'
import { useBackups } from '../../state/backups.ts'
import { systemZone } from '../../state/home.ts'
import { useSession } from '../../state/session.ts'
import { Button } from '../../ui/button.tsx'
import { stampInWords } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { hintClass } from '../../ui/field.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { RestoreBackup } from '../backups/restore-backup.tsx'
import { backupFolder, sizeInWords, strings } from '../backups/strings.ts'
import { Section } from './parts.tsx'

export const BackupsSection = (): ReactNode => {
  const { backups, problem, isMaking, load, make } = useBackups()
  const folder = useSession((state) => state.vault?.folder) ?? ''
  const [isRestoring, setRestoring] = useState(false)
  useEffect(() => { void load() }, [load])
  const makeOne = async (): Promise<void> => {
    const made = await make()
    if (made.ok) notifyDone(strings.made)
    else notifyProblem(made.problem)
  }
  const [newest] = backups ?? []
  return (
    <Section title={strings.section} text={strings.sectionText}>
      {problem !== null && <ErrorCard problem={problem} onRetry={() => { void load() }} />}
      {backups !== null && (
        <div className="flex flex-col gap-1.5">
          <p>{newest === undefined ? strings.none : `${strings.kept(backups.length, sizeInWords(backups.reduce((sum, { bytes }) => sum + bytes, 0)))} ${strings.newest(stampInWords(newest.at, systemZone()))}`}</p>
          <p className={`${hintClass} [overflow-wrap:anywhere]`}>{strings.where(backupFolder(folder))}</p>
        </div>
      )}
      <div className="flex flex-col gap-1.5">
        <Button className="self-start" describedBy="make-backup-hint" isWaiting={isMaking} onPress={() => { void makeOne() }}>{isMaking ? strings.making : strings.make}</Button>
        <p id="make-backup-hint" className={hintClass}>{strings.makeHint}</p>
      </div>
      <div className="flex flex-col gap-1.5">
        <Button className="self-start" describedBy="restore-backup-hint" onPress={() => { setRestoring(true) }}>{strings.restoreOpen}</Button>
        <p id="restore-backup-hint" className={hintClass}>{strings.restoreHint}</p>
      </div>
      <Dialog isOpen={isRestoring} onClose={() => { setRestoring(false) }} title={strings.restoreTitle}>
        <RestoreBackup folder={folder} hasVault onBack={() => { setRestoring(false) }} />
      </Dialog>
    </Section>
  )
}
