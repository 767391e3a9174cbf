/**
 * Deleting a household for good. One rename decides: before it everything is there, after it there is no vault, whatever happens.
 * What lies in the renamed folder goes key files first, so that what an interruption leaves cannot be opened; the next start removes the rest.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { moveFile, syncPath } from './durable-file.ts'
import { vaultPaths } from './folder.ts'

/** Where a folder lies once its end is decided. */
export const erasingFolder = (folder: string): string => `${folder}.erasing`

/** Whether a decided deletion has left something. */
export const isErasing = (folder: string): boolean => existsSync(erasingFolder(folder))

/** Decides, then removes. The vault has to be closed. File errors throw; what was decided stays decided. */
export const eraseFolder = (folder: string): void => {
  finishErase(folder)
  if (!existsSync(folder)) return
  moveFile(folder, erasingFolder(folder))
  syncPath(dirname(folder))
  finishErase(folder)
}

/** Removes what an earlier decision left; does nothing where there is none. `removed` is called after each file, for tests. */
export const finishErase = (folder: string, removed: (path: string) => void = () => { /* nobody counts */ }): void => {
  const doomed = erasingFolder(folder)
  if (!existsSync(doomed)) return
  const keyFile = basename(vaultPaths(folder).keys)
  const files = readdirSync(doomed, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of [...files.filter((path) => basename(path) === keyFile), ...files.filter((path) => basename(path) !== keyFile)]) {
    rmSync(path, { force: true })
    removed(path)
  }
  rmSync(doomed, { recursive: true, force: true })
  syncPath(dirname(folder))
}
