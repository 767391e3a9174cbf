/** The way in and out for calendar files: a menu, and the whole calendar as a place to drop one. */
import { FileDown, FileUp } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { isDeviceRun } from '../../../shared/calendar.ts'
import { useCalendar } from '../../state/calendar.ts'
import { useIcs } from '../../state/ics.ts'
import { Menu } from '../../ui/menu.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { SaveDialog } from './import-save-dialog.tsx'
import { words } from './import-strings.ts'

export const CalendarFiles = ({ zone }: { readonly zone: string }): ReactNode => {
  const { events, only } = useCalendar()
  const [isSaving, setSaving] = useState(false)
  const isOver = useDroppedFile()
  const shown = useMemo(() => (events ?? []).filter((event) => (only.people.length === 0 && !only.devices) || event.people.some((id) => only.people.includes(id)) || (only.devices && isDeviceRun(event))), [events, only])
  return (
    <>
      <Menu
        label={words.menu} icon={<FileDown size={18} aria-hidden />} className="size-9!"
        items={[
          { id: 'import', label: words.import, icon: <FileDown size={16} aria-hidden />, onPress: () => { void useIcs.getState().pick() } },
          { id: 'save', label: words.save, icon: <FileUp size={16} aria-hidden />, onPress: () => { setSaving(true) } },
        ]}
      />
      {isOver && (
        <div className="fixed inset-0 z-50 flex items-center justify-center bg-veil p-6" aria-hidden>
          <div className="floats flex flex-col items-center gap-2 border-2 border-dashed border-ember px-12 py-10 text-center">
            <FileDown size={28} className="text-ember" />
            <p className="font-serif text-lg">{words.drop}</p>
            <p className="text-muted">{words.dropHint}</p>
          </div>
        </div>
      )}
      <ImportDialog zone={zone} />
      {isSaving && <SaveDialog shown={shown} zone={zone} onClose={() => { setSaving(false) }} />}
    </>
  )
}

/** While the calendar is on the screen, a file dropped anywhere on the window is read; answers whether one is held over it. */
function useDroppedFile(): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (!holdsFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Leaving one element for the next is no leaving.
    const leave = (event: DragEvent): void => { if (event.relatedTarget === null) setOver(false) }
    const drop = (event: DragEvent): void => {
      if (!holdsFile(event)) return
      event.preventDefault()
      setOver(false)
      const [file] = event.dataTransfer?.files ?? []
      if (file !== undefined) void useIcs.getState().drop(file)
    }
    document.addEventListener('dragenter', over)
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragenter', over)
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}
