/**
 * What lies in the vault's folder, and what that means. Looking changes nothing and needs no key.
 *
 *   vault.db, vault.db-wal   the encrypted database (and, after a crash, -wal and -shm)
 *   vault.keys.json          the wrapped key
 *   backups/                 copies under the same key: backup-…/ and set-aside-…/ are vault folders themselves (backups.ts), the files were made before a change of format
 *   restoring-…/             a backup that is being put in the vault's place (restore.ts)
 *
 * A vault is made in this order: `vault.db.new-<vault id>` complete and synced → the key file → the rename to `vault.db`.
 * The rename is the moment it exists. Whatever a crash leaves before that is recognised by the id in both names and counts as no vault.
 */
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { problem, type Problem } from '../../shared/problems.ts'
import { syncPath, UNFINISHED } from './durable-file.ts'
import { readKeyFile, type KeyFile } from './key-file.ts'
import { problemOf } from './refusal.ts'

export interface VaultPaths { readonly folder: string; readonly database: string; readonly keys: string; readonly backups: string }

export const vaultPaths = (folder: string): VaultPaths => ({ folder, database: join(folder, 'vault.db'), keys: join(folder, 'vault.keys.json'), backups: join(folder, 'backups') })

/** Where a database is made until it is complete. */
export const unfinishedDatabase = (paths: VaultPaths, vaultId: string): string => `${paths.database}${UNFINISHED}${vaultId}`

export type FolderState =
  | { readonly state: 'none'; readonly problem: null }
  | { readonly state: 'locked'; readonly problem: null; readonly keys: KeyFile }
  /** Something is there that must be mended first. */
  | { readonly state: 'locked'; readonly problem: Problem }

/** What the folder of a restore that was decided begins with; the rest names what is set aside. */
export const RESTORING = 'restoring-'

/** Its name, or null. */
export const restoringFolder = (paths: VaultPaths): string | null => namesIn(paths.folder).find((name) => name.startsWith(RESTORING)) ?? null

export const inspectFolder = (paths: VaultPaths): FolderState => {
  try {
    const restoring = restoringFolder(paths), names = namesIn(paths.folder)
    if (restoring !== null) {
      const moving = vaultPaths(join(paths.folder, restoring))
      const keys = readKeyFile(namesIn(moving.folder).includes(basename(moving.keys)) ? moving.keys : paths.keys)
      return keys.ok ? { state: 'locked', problem: null, keys: keys.value } : { state: 'locked', problem: keys.problem }
    }
    const has = (path: string): boolean => names.some((name) => join(paths.folder, name) === path)
    if (!has(paths.keys)) {
      if (has(paths.database)) return broken('vault.keys-damaged')
      // A log without its database: somebody moved half a vault away. A new one must not be laid over it.
      const log = `${paths.database}-wal`
      return has(log) && statSync(log).size > 0 ? broken('vault.damaged') : { state: 'none', problem: null }
    }
    const keys = readKeyFile(paths.keys)
    if (!has(paths.database)) return keys.ok && has(unfinishedDatabase(paths, keys.value.vaultId)) ? { state: 'none', problem: null } : broken('vault.damaged')
    if (!keys.ok) return { state: 'locked', problem: keys.problem }
    return statSync(paths.database).isFile() ? { state: 'locked', problem: null, keys: keys.value } : broken('vault.damaged')
  } catch (error) {
    const found = problemOf(error)
    if (found === null) throw error
    return { state: 'locked', problem: found }
  }
}

/** Makes the folder, readable by its owner alone. */
export const prepareFolder = (paths: VaultPaths): void => {
  mkdirSync(paths.folder, { recursive: true, mode: 0o700 })
  chmodSync(paths.folder, 0o700)
}

/** Removes the key file of a vault that never came to be. Before its database goes: a key file alone would look like a lost database. */
export const removeKeys = (paths: VaultPaths): void => {
  rmSync(paths.keys, { force: true })
  syncPath(paths.folder)
}

/** Removes what an unfinished creation, key file or backup left behind. Only for whoever holds the vault's lock, or is about to make a vault where there is none. */
export const removeLeftovers = (paths: VaultPaths): void => {
  for (const folder of [paths.folder, paths.backups])
    for (const name of namesIn(folder)) if (name.startsWith('vault') && name.includes(UNFINISHED)) rmSync(join(folder, name), { recursive: true, force: true })
}

const broken = (name: 'vault.damaged' | 'vault.keys-damaged'): FolderState => ({ state: 'locked', problem: problem(name) })

/** What lies in a folder; nothing where there is none. */
export const namesIn = (folder: string): string[] => {
  try { return readdirSync(folder) } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}
