/** A calendar file as the window knows it: being read, compared with the calendar and waiting for a yes, or refused. Rules stay in main. */
import { create } from 'zustand'
import { MAX_FILE, ROWS_AT_ONCE } from '../../shared/file-limits.ts'
import type { Exported, ExportWhat, Imported, ImportRow, ReadFile, Unreadable } from '../../shared/ical.ts'
import { problem, type Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge.ts'
import { createQuestions } from './questions.ts'

/** A file with all that it would change. */
export interface ImportPreview extends Omit<ReadFile, 'rows' | 'unreadable'> { readonly rows: readonly ImportRow[]; readonly unreadable: readonly Unreadable[] }

export type OpenFile =
  | { readonly is: 'reading'; /** empty while it is still being picked */ readonly name: string; /** 0 to 1 of what it would change; null while that is worked out */ readonly share: number | null }
  | { readonly is: 'refused'; readonly name: string; readonly problem: Problem }
  | { readonly is: 'read'; readonly preview: ImportPreview; readonly chosen: ReadonlySet<number>; readonly isTaking: boolean; /** why the yes was refused */ readonly problem: Problem | null }

interface IcsState {
  readonly file: OpenFile | null
  readonly pick: () => Promise<void>
  /** Reads one that the system handed over, if there is one; whether there was. */
  readonly takeGiven: () => Promise<boolean>
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

const questions = createQuestions()

export const useIcs = create<IcsState>((set, get) => {
  const read = async (name: string, isNewest: () => boolean, answer: Promise<Result<ReadFile | null>>): Promise<void> => {
    const found = await answer
    if (!isNewest()) return
    if (!found.ok) { set({ file: found.problem.name === 'ics.stopped' ? null : { is: 'refused', name, problem: found.problem } }); return }
    if (found.value === null) { set({ file: null }); return }
    const { rows: rowCount, unreadable: unreadableCount, ...about } = found.value, rows: ImportRow[] = [], unreadable: Unreadable[] = [], all = Math.max(rowCount, unreadableCount)
    for (let from = 0; from < all; from += ROWS_AT_ONCE) {
      const part = await bridge.ics.rows({ id: about.id, from })
      if (!isNewest()) return
      if (!part.ok) { set({ file: { is: 'refused', name: about.file, problem: part.problem } }); return }
      rows.push(...part.value.rows)
      unreadable.push(...part.value.unreadable)
      set({ file: { is: 'reading', name: about.file, share: Math.min(1, (from + ROWS_AT_ONCE) / all) } })
    }
    set({ file: { is: 'read', preview: { ...about, rows, unreadable }, chosen: new Set(rows.filter(taken).map(({ row }) => row)), isTaking: false, problem: null } })
  }
  return {
    file: null,
    pick: async () => {
      // The dialog in which it is picked is the system's, and stands before this.
      set({ file: { is: 'reading', name: '', share: null } })
      await read('', questions.ask(), bridge.ics.open(null))
    },
    takeGiven: async () => {
      const found = await bridge.ics.given(null)
      // None was given: what is open stays as it is.
      if (found.ok && found.value === null) return false
      set({ file: { is: 'reading', name: '', share: null } })
      await read('', questions.ask(), Promise.resolve(found))
      return true
    },
    drop: async (file) => {
      const isNewest = questions.ask(), name = file.name.slice(0, 300)
      set({ file: { is: 'reading', name, share: null } })
      if (file.size > MAX_FILE) { set({ file: { is: 'refused', name, problem: problem('ics.too-big', { limit: MAX_FILE / 1024 / 1024 }) } }); return }
      let bytes: Uint8Array<ArrayBuffer>
      // A folder, or a file that went meanwhile.
      try { bytes = new Uint8Array(await file.arrayBuffer()) } catch { set({ file: { is: 'refused', name, problem: problem('file.unreadable') } }); return }
      await read(name, isNewest, bridge.ics.read({ name, bytes }))
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
      const isNewest = questions.ask()
      set({ file: { ...file, isTaking: true, problem: null } })
      const imported = await bridge.ics.accept({ id: file.preview.id, rows: [...file.chosen].sort((a, b) => a - b) })
      if (!isNewest()) return null
      set({ file: imported.ok ? null : { ...file, isTaking: false, problem: imported.problem } })
      return imported.ok ? imported.value : null
    },
    close: () => {
      const { file } = get()
      questions.drop()
      set({ file: null })
      void (file?.is === 'reading' ? bridge.ics.stop(null) : bridge.ics.close(null))
    },
    save: (what) => bridge.ics.save(what),
    forget: () => {
      questions.drop()
      set({ file: null })
    },
  }
})
