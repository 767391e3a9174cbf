/** DOOR dialog: files that a person picks, and only those. The window never learns where a file lies, and cannot name one to be read. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

export interface FileKind { readonly name: string; /** without the dot */ readonly extensions: readonly string[] }
export interface PickedFile { readonly name: string; readonly bytes: Uint8Array }

export interface PickedFiles {
  /** Asks for one file and reads it; null when nothing was picked. Of a file larger than `most` bytes only so many and one more are read, so that its reader can refuse it. `file.unreadable` when it cannot be read. */
  readonly pick: (title: string, kind: FileKind, most: number) => Promise<Result<PickedFile | null>>
  /** Reads one that the system handed over, as `pick` does. */
  readonly read: (path: string, most: number) => Promise<Result<PickedFile>>
  /** Asks where to, and saves; answers with the name it got, null when nothing was picked. What was there before is replaced as a whole or not at all; `file.unwritable` when that fails. */
  readonly save: (title: string, kind: FileKind, suggested: string, bytes: Uint8Array) => Promise<Result<string | null>>
}

export function createPickedFiles(): PickedFiles {
  const read = async (path: string, most: number): Promise<Result<PickedFile>> => {
    try { return ok({ name: basename(path), bytes: await readUpTo(path, most + 1) }) } catch { return fail(problem('file.unreadable')) }
  }
  return {
    read,
    pick: async (title, kind, most) => {
      // Over the window; without one there is nobody to ask.
      const [window] = BrowserWindow.getAllWindows()
      if (window === undefined) return ok(null)
      const picked = await dialog.showOpenDialog(window, { title, properties: ['openFile'], filters: [{ name: kind.name, extensions: [...kind.extensions] }] })
      const path = picked.canceled ? undefined : picked.filePaths[0]
      return path === undefined ? ok(null) : await read(path, most)
    },
    save: async (title, kind, suggested, bytes) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window === undefined) return ok(null)
      const picked = await dialog.showSaveDialog(window, { title, defaultPath: suggested, filters: [{ name: kind.name, extensions: [...kind.extensions] }] })
      if (picked.canceled || picked.filePath === '') return ok(null)
      // A name that no file of theirs has.
      const beside = `${picked.filePath}.${randomUUID()}.part`
      try {
        await writeFile(beside, bytes, { flag: 'wx', flush: true })
        await rename(beside, picked.filePath)
        return ok(basename(picked.filePath))
      } catch {
        await rm(beside, { force: true }).catch(() => undefined /* there may be nothing to remove */)
        return fail(problem('file.unwritable'))
      }
    },
  }
}

async function readUpTo(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat(), bytes = new Uint8Array(Math.min(size, most))
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes.slice(0, at)
  } finally { await file.close() }
}
