/** Small files that survive a crash at any instant: read with a bound, written so that either the old one or the new one is there, whole. */
import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Part of the name of everything that is not finished yet; whatever carries it after a crash may be removed. */
export const UNFINISHED = '.new-'

/** The text of a file, or null when it is longer than `limit` bytes or no file at all. */
export const readBounded = (path: string, limit: number): string | null => {
  const file = openSync(path, 'r')
  try {
    if (!fstatSync(file).isFile()) return null
    const buffer = Buffer.alloc(limit + 1)
    const length = readSync(file, buffer, 0, buffer.length, 0)
    return length > limit ? null : buffer.toString('utf8', 0, length)
  } finally { closeSync(file) }
}

/** Replaces `path` by `text`: a temporary file beside it (mode 0600), written and synced, then renamed over it, then the folder synced. */
export const writeDurably = (path: string, text: string): void => {
  const temporary = `${path}${UNFINISHED}${randomBytes(4).toString('hex')}`
  try {
    const file = openSync(temporary, 'wx', 0o600)
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally { closeSync(file) }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncPath(dirname(path))
}

/** Renames. Lasts once the folder is synced. */
export const moveFile = (from: string, to: string): void => { renameSync(from, to) }

/** Makes what was written to a file, or the names in a folder, last. Windows allows neither on a handle for reading; there SQLite's own syncing has to do. */
export const syncPath = (path: string): void => {
  if (process.platform === 'win32') return
  const file = openSync(path, 'r')
  try { fsyncSync(file) } finally { closeSync(file) }
}
