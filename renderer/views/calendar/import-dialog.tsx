/** A calendar file before it is taken: what is new, what changes and how, what cannot be read. Nothing happens without the button. */
import { FileDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { MAX_CHANGES, type ImportRow } from '../../../shared/ical.ts'
import { useCalendar } from '../../state/calendar.ts'
import { useIcs, type ImportPreview, type OpenFile } from '../../state/ics.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { undoChange } from './actions.ts'
import { ChoosableRows, UnchangedRows, UnreadableRows } from './import-rows.tsx'
import { words } from './import-strings.ts'
import { strings } from './strings.ts'

export const ImportDialog = ({ zone }: { readonly zone: string }): ReactNode => {
  const { file, close, pick } = useIcs()
  if (file === null) return null
  if (file.is === 'reading') {
    return <Dialog isOpen onClose={close} title={words.reading(file.name)} size="small" actions={<Button onPress={close}>{words.stop}</Button>}><Progress label={words.readingNow} share={file.share} text="" /></Dialog>
  }
  if (file.is === 'refused') {
    return (
      <Dialog isOpen onClose={close} title={words.refused(file.name)} actions={<><Button onPress={close}>{words.close}</Button><Button tone="primary" onPress={() => { void pick() }}>{words.another}</Button></>}>
        <ErrorCard problem={file.problem} />
      </Dialog>
    )
  }
  return <Preview file={file} zone={zone} />
}

const Preview = ({ file, zone }: { readonly file: Extract<OpenFile, { readonly is: 'read' }>; readonly zone: string }): ReactNode => {
  const { choose, close } = useIcs(), { preview, chosen, isTaking, problem } = file
  const of = (status: ImportRow['status']): readonly ImportRow[] => preview.rows.filter((row) => row.status === status)
  const unchanged = of('unchanged'), isNothing = unchanged.length === preview.rows.length
  return (
    <Dialog
      isOpen onClose={close} title={words.title(preview.file)} size="large"
      actions={<>
        {chosen.size > MAX_CHANGES && <p className="mr-auto max-w-md text-xs text-amber">{words.tooMany(MAX_CHANGES)}</p>}
        <Button onPress={close}>{isNothing ? words.close : words.cancel}</Button>
        {!isNothing && <Button tone="primary" isDisabled={chosen.size === 0} isWaiting={isTaking} icon={<FileDown size={16} aria-hidden />} onPress={() => { void take() }}>{isTaking ? words.taking : words.take(chosen.size)}</Button>}
      </>}
    >
      <div className="flex flex-col gap-5">
        <p className="text-muted">{preview.calendar !== '' && <>{words.from(preview.calendar)} </>}{isNothing ? nothingToTake(preview) : words.lead}</p>
        {problem !== null && <ErrorCard problem={problem} />}
        <UnreadableRows entries={preview.unreadable} />
        {(['changed', 'removed', 'new'] as const).map((status) => <ChoosableRows key={status} status={status} rows={of(status)} chosen={chosen} onChoose={choose} zone={zone} />)}
        <UnchangedRows rows={unchanged} zone={zone} />
      </div>
    </Dialog>
  )
}

const nothingToTake = ({ rows, unreadable }: ImportPreview): string => {
  if (rows.length === 0) return unreadable.length === 0 ? words.empty : words.allUnreadable
  return unreadable.length === 0 ? words.nothing : words.nothingElse
}

const take = async (): Promise<void> => {
  const imported = await useIcs.getState().take()
  if (imported === null) return
  await useCalendar.getState().refresh()
  notifyDone(words.done(imported.rows, imported.left), { label: strings.undo, onPress: () => { void undoChange(imported.changeSetId) } })
}
