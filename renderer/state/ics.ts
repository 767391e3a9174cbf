/** A calendar file as the window knows it: being read, compared with the calendar and waiting for a yes, or refused. Rules stay in main. */
import { create } from 'zustand'
import { MAX_FILE, type Exported, type ExportWhat, type Imported, type ImportPreview, type ImportRow } from '../../shared/ical.ts'
import { problem, type Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge.ts'

export type OpenFile =
  | { readonly is: 'reading'; /** empty while it is still being picked */ readonly name: string }
  | { readonly is: 'refused'; readonly name: string; readonly problem: Problem }
  | { readonly is: 'read'; readonly preview: ImportPreview; readonly chosen: ReadonlySet<number>; readonly isTaking: boolean; /** why the yes was refused */ readonly problem: Problem | null }

interface IcsState {
  readonly file: OpenFile | null
  readonly pick: () => Promise<void>
  readonly drop: (file: File) => Promise<void>
  readonly choose: (rows: readonly ImportRow[], isChosen: boolean) => void
  /** The yes. Null when it was refused; the file then says why. */
  readonly take: () => Promise<Imported | null>
  /** Stops reading, or forgets what was read. */
  readonly close: () => void
  readonly save: (what: ExportWhat) => Promise<Result<Exported | null>>
  readonly forget: () => void
}

/** What is taken unless somebody says otherwise: everything that would change something, but not an older version of what is there. */
const taken = (row: ImportRow): boolean => row.status !== 'unchanged' && !row.remarks.includes('older')

let asked = 0

export const useIcs = create<IcsState>((set, get) => {
  const read = async (name: string, question: number, answer: Promise<Result<ImportPreview | null>>): Promise<void> => {
    const preview = await answer
    if (question !== asked) return
    if (!preview.ok) set({ file: preview.problem.name === 'ics.stopped' ? null : { is: 'refused', name, problem: preview.problem } })
    else set({ file: preview.value === null ? null : { is: 'read', preview: preview.value, chosen: new Set(preview.value.rows.filter(taken).map(({ row }) => row)), isTaking: false, problem: null } })
  }
  return {
    file: null,
    pick: async () => {
      asked += 1
      // The dialog in which it is picked is the system's, and stands before this.
      set({ file: { is: 'reading', name: '' } })
      const question = asked
      await read('', question, bridge.ics.open(null))
    },
    drop: async (file) => {
      asked += 1
      const question = asked, name = file.name.slice(0, 300)
      set({ file: { is: 'reading', name } })
      if (file.size > MAX_FILE) { set({ file: { is: 'refused', name, problem: problem('ics.too-big', { limit: MAX_FILE / 1024 / 1024 }) } }); return }
      let bytes: Uint8Array<ArrayBuffer>
      // A folder, or a file that went meanwhile.
      try { bytes = new Uint8Array(await file.arrayBuffer()) } catch { set({ file: { is: 'refused', name, problem: problem('file.unreadable') } }); return }
      await read(name, question, bridge.ics.read({ name, bytes }))
    },
    choose: (rows, isChosen) => {
      const { file } = get()
      if (file?.is !== 'read') return
      const chosen = new Set(file.chosen)
      for (const { row } of rows) { if (isChosen) chosen.add(row); else chosen.delete(row) }
      set({ file: { ...file, chosen } })
    },
    take: async () => {
      const { file } = get()
      if (file?.is !== 'read' || file.isTaking) return null
      const question = asked
      set({ file: { ...file, isTaking: true, problem: null } })
      const imported = await bridge.ics.accept({ id: file.preview.id, rows: [...file.chosen].sort((a, b) => a - b) })
      if (question !== asked) return null
      set({ file: imported.ok ? null : { ...file, isTaking: false, problem: imported.problem } })
      return imported.ok ? imported.value : null
    },
    close: () => {
      const { file } = get()
      asked += 1
      set({ file: null })
      void (file?.is === 'reading' ? bridge.ics.stop(null) : bridge.ics.close(null))
    },
    save: (what) => bridge.ics.save(what),
    forget: () => {
      asked += 1
      set({ file: null })
    },
  }
})
