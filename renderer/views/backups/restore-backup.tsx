/** Restoring, in three steps: which backup, what opens it, what is in it. Used at the door, at the first start and in the settings. */
import '../../jitless.ts'
import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button as RowButton } from 'react-aria-components/Button'
import { Form } from 'react-aria-components/Form'
import type { Backup, BackupPreview } from '../../../shared/backups.ts'
import { wording, type Problem } from '../../../shared/problems.ts'
import { bridge } from '../../bridge.ts'
import { useBackups } from '../../state/backups.ts'
import { systemZone } from '../../state/home.ts'
import { useSession } from '../../state/session.ts'
import { Button } from '../../ui/button.tsx'
import { Kit } from '../../ui/kit.tsx'
import { stampInWords } from '../../ui/dates.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ErrorCard, Skeleton } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { isGood, PassphraseFields, type NewPassphrase } from '../welcome/passphrase-fields.tsx'
import { backupFolder, sizeInWords, strings } from './strings.ts'

export interface RestoreBackupProps { /** where the vault is, or will be */ readonly folder: string; readonly hasVault: boolean; /** leaves without having restored anything */ readonly onBack: () => void }

export const RestoreBackup = ({ folder, hasVault, onBack }: RestoreBackupProps): ReactNode => {
  const [chosen, setChosen] = useState<Backup | null>(null)
  return chosen === null
    ? <ChooseBackup folder={folder} onChoose={setChosen} onBack={onBack} />
    : <OpenBackup key={chosen.id} backup={chosen} hasVault={hasVault} onBack={() => { setChosen(null) }} />
}

/** The same as a page of its own, before there is an open vault. */
export const RestorePage = (props: RestoreBackupProps): ReactNode => (
  <Kit>
    <div className="flex flex-col gap-5">
      <h1 className="font-serif text-xl">{strings.restoreTitle}</h1>
      <RestoreBackup {...props} />
    </div>
  </Kit>
)

const when = (backup: Backup): string => stampInWords(backup.at, systemZone())

/** The heading of a step; it takes the focus, so that the step is read from its beginning. */
const StepHeading = ({ title, text }: { readonly title: string; readonly text?: string }): ReactNode => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { heading.current?.focus() }, [])
  return (
    <header className="flex flex-col gap-2">
      <h2 ref={heading} tabIndex={-1} className="font-serif text-lg outline-none">{title}</h2>
      {text !== undefined && <p className="text-muted">{text}</p>}
    </header>
  )
}

const ChooseBackup = ({ folder, onChoose, onBack }: { readonly folder: string; readonly onChoose: (backup: Backup) => void; readonly onBack: () => void }): ReactNode => {
  const { backups, problem, load } = useBackups()
  useEffect(() => { void load() }, [load])
  return (
    <div className="flex flex-col gap-5">
      {backups?.length === 0 ? <StepHeading title={strings.noneTitle} /> : <StepHeading title={strings.choose} text={strings.restoreText} />}
      {problem !== null && <ErrorCard problem={problem} onRetry={() => { void load() }} />}
      {backups === null && problem === null && <Skeleton />}
      {backups !== null && backups.length > 0 && (
        <ul aria-label={strings.list} className="flex max-h-80 flex-col overflow-y-auto rounded-card border bg-raised">
          {backups.map((backup) => (
            <li key={backup.id} className="border-b last:border-b-0">
              <RowButton onPress={() => { onChoose(backup) }} className="flex w-full cursor-default items-center gap-3 px-4 py-2.5 text-left transition-colors duration-150 hover:bg-hover focus-visible:-outline-offset-2">
                <span className="flex grow flex-col">
                  <span className="font-medium tabular-nums">{when(backup)}</span>
                  <span className="text-xs text-muted tabular-nums">{strings.kinds[backup.kind]} · {sizeInWords(backup.bytes)}</span>
                </span>
                <ChevronRight size={16} aria-hidden className="shrink-0 text-muted" />
              </RowButton>
            </li>
          ))}
        </ul>
      )}
      <p className="text-xs text-muted [overflow-wrap:anywhere]">{strings.place(backupFolder(folder))}</p>
      <div className="flex flex-wrap gap-2">
        <Button tone="quiet" onPress={onBack}>{strings.back}</Button>
        <Button onPress={() => { void load() }}>{strings.lookAgain}</Button>
      </div>
    </div>
  )
}

type Typed = { readonly passphrase: string } | { readonly words: string }
interface Opened { readonly preview: BackupPreview; readonly key: Typed }
interface OpenBackupProps { readonly backup: Backup; readonly hasVault: boolean; readonly onBack: () => void }

const OpenBackup = ({ backup, hasVault, onBack }: OpenBackupProps): ReactNode => {
  const [opened, setOpened] = useState<Opened | null>(null)
  return opened === null
    ? <TypeKey backup={backup} onOpen={setOpened} onBack={onBack} />
    : <ConfirmRestore backup={backup} opened={opened} hasVault={hasVault} onBack={() => { setOpened(null) }} />
}

const TypeKey = ({ backup, onOpen, onBack }: { readonly backup: Backup; readonly onOpen: (opened: Opened) => void; readonly onBack: () => void }): ReactNode => {
  const [way, setWay] = useState<'passphrase' | 'words'>('passphrase')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isWrong = problem?.name === 'backup.wrong-passphrase' || problem?.name === 'backup.wrong-words'
  const change = (value: string): void => { setText(value); setProblem(null) }
  const error = isWrong ? `${wording(problem).says} ${wording(problem).todo}` : ''
  const submit = async (): Promise<void> => {
    if (text.trim() === '' || isBusy) return
    setBusy(true)
    const key: Typed = way === 'words' ? { words: text.trim() } : { passphrase: text }
    const found = await bridge.backups.preview({ id: backup.id, key })
    setBusy(false)
    if (found.ok) onOpen({ preview: found.value, key })
    else setProblem(found.problem)
  }
  return (
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <StepHeading title={strings.openTitle(when(backup))} text={strings.openText} />
      {problem !== null && !isWrong && <ErrorCard problem={problem} />}
      {way === 'passphrase'
        ? <TextField type="password" autoComplete="current-password" label={strings.passphrase} value={text} onChange={change} error={error} maxLength={1000} />
        : <TextArea label={strings.words} rows={4} isMono value={text} onChange={change} error={error} maxLength={1000} />}
      <div className="flex flex-wrap gap-2">
        <Button tone="quiet" onPress={onBack}>{strings.back}</Button>
        <Button onPress={() => { setWay(way === 'words' ? 'passphrase' : 'words'); change('') }}>{way === 'words' ? strings.usePassphrase : strings.useWords}</Button>
        <Button type="submit" tone="primary" isDisabled={text.trim() === ''} isWaiting={isBusy}>{isBusy ? strings.looking : strings.look}</Button>
      </div>
    </Form>
  )
}

const rows = ['people', 'events', 'tasks', 'conversations', 'receipts'] as const satisfies readonly (keyof BackupPreview)[]

const ConfirmRestore = ({ backup, opened: { preview, key }, hasVault, onBack }: { readonly backup: Backup; readonly opened: Opened; readonly hasVault: boolean; readonly onBack: () => void }): ReactNode => {
  const restore = useBackups((state) => state.restore)
  const [passphrase, setPassphrase] = useState<NewPassphrase>({ first: '', second: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isReady = 'passphrase' in key || isGood(passphrase)
  const submit = async (): Promise<void> => {
    if (!isReady || isBusy) return
    setBusy(true)
    const wasOpen = useSession.getState().vault?.state === 'open'
    const restored = await restore(backup.id, 'words' in key ? { words: key.words, newPassphrase: passphrase.first } : key)
    setBusy(false)
    if (restored.ok) { notifyDone(strings.restored(when(backup))); return }
    setProblem(restored.problem)
    // The vault was locked for it, and this form went with the house.
    if (wasOpen && useSession.getState().vault?.state !== 'open') notifyProblem(restored.problem)
  }
  return (
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <StepHeading title={strings.openTitle(when(backup))} />
      <section aria-label={strings.inside} className="flex flex-col gap-2 rounded-card border bg-raised px-4 py-3">
        <ul className="grid grid-cols-2 gap-x-4 gap-y-1 tabular-nums">{rows.map((row) => <li key={row}>{strings.counts[row](preview[row])}</li>)}</ul>
        <p className="border-t pt-2 text-xs text-muted">{preview.lastChange === null ? strings.noChange : strings.lastChange(stampInWords(preview.lastChange, systemZone()))}</p>
      </section>
      <p className="text-muted">{hasVault ? strings.effect : strings.effectEmpty}</p>
      {problem !== null && <ErrorCard problem={problem} />}
      {'words' in key && <PassphraseFields label={strings.newPassphrase} value={passphrase} onChange={setPassphrase} isDisabled={isBusy} />}
      <div className="flex flex-wrap gap-2">
        <Button tone="quiet" isDisabled={isBusy} onPress={onBack}>{strings.back}</Button>
        <Button type="submit" tone="primary" isDisabled={!isReady} isWaiting={isBusy}>{isBusy ? strings.restoring : strings.restore}</Button>
      </div>
    </Form>
  )
}
