/**
 * Putting a backup in the vault's place, so that a crash at any instant loses neither.
 *
 *   1. `vault.new-restore/`  a copy of the backup, brought to the newest format, read through and synced; a crash before 2 leaves a leftover
 *   2. renamed to `restoring-<name of what is set aside>/`: from here on the restore is decided, and whoever opens the vault next finishes it
 *   3. the files that stood here go to `backups/<that name>/`, then the key file and the database of the copy take their place
 *
 * As long as the key file is still in the folder of 2, nothing of the copy has moved, and whatever stands in the vault's place is the old.
 */
import { copyFileSync, chmodSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupId, BackupPreview } from '../../shared/backups.ts'
import { toInstant, type Instant } from '../../shared/time.ts'
import { backupPaths, freeId } from './backup-list.ts'
import { isHeld, openDatabase, readDatabase, type Database, type DatabaseOptions } from './database.ts'
import { moveFile, syncPath, UNFINISHED } from './durable-file.ts'
import { RESTORING, restoringFolder, vaultPaths, type VaultPaths } from './folder.ts'
import { readKeyFile, withoutKeychain, writeKeyFile, type KeyFile } from './key-file.ts'
import { problemOf, refusal } from './refusal.ts'
import type { Secret } from './secret.ts'

/** The key file of a backup. Refuses with `backup.gone`, `backup.damaged` or `vault.newer`. */
export const backupKeys = (paths: VaultPaths, id: BackupId): KeyFile => {
  const { database, keys } = backupPaths(paths, id)
  if (!isThere(database) || !isThere(keys)) throw refusal('backup.gone')
  const read = readKeyFile(keys)
  if (!read.ok) throw refusal(read.problem.name === 'vault.newer' ? 'vault.newer' : 'backup.damaged', read.problem.detail)
  return read.value
}

/** What is in a backup; reads it through and changes nothing. Refuses with `backup.damaged` or `vault.newer`. */
export const previewBackup = (paths: VaultPaths, id: BackupId, key: Secret, options: DatabaseOptions): BackupPreview =>
  asBackup(() => readDatabase(backupPaths(paths, id).database, key, options.migrations.length, countsIn))

/** Puts a backup in the vault's place, with this key file. The vault here must be closed; it is set aside. Refuses before anything has changed with `backup.damaged`, `vault.newer`, `vault.full` or `vault.in-use`. */
export const putInPlace = (paths: VaultPaths, id: BackupId, keys: KeyFile, key: Secret, options: DatabaseOptions, at: Instant): void => {
  const staged = vaultPaths(join(paths.folder, `vault${UNFINISHED}restore`))
  try {
    rmSync(staged.folder, { recursive: true, force: true })
    mkdirSync(staged.folder, { mode: 0o700 })
    const { database } = backupPaths(paths, id)
    for (const suffix of ['', '-wal']) if (isThere(database + suffix)) {
      copyFileSync(database + suffix, staged.database + suffix)
      chmodSync(staged.database + suffix, 0o600)
    }
    asBackup(() => { openDatabase(staged, key, options).close() })
    // What was copied before a change of format: the backup itself is that.
    rmSync(staged.backups, { recursive: true, force: true })
    writeKeyFile(staged.keys, keys)
    syncPath(staged.database)
    syncPath(staged.folder)
    if (isHeld(paths.database)) throw refusal('vault.in-use')
    moveFile(staged.folder, join(paths.folder, `${RESTORING}${freeId(paths, 'set-aside', at)}`))
  } catch (error) {
    rmSync(staged.folder, { recursive: true, force: true })
    throw error
  }
  syncPath(paths.folder)
  finishRestore(paths)
}

/** Finishes a restore that was decided; without one it does nothing. Can be cut off and begun again anywhere. */
export const finishRestore = (paths: VaultPaths): void => {
  const name = restoringFolder(paths)
  if (name === null) return
  const copy = vaultPaths(join(paths.folder, name))
  if (isThere(copy.keys)) {
    if (isHeld(paths.database)) throw refusal('vault.in-use')
    setAside(paths, join(paths.backups, name.slice(RESTORING.length)))
    moveFile(copy.keys, paths.keys)
    syncPath(paths.folder)
  }
  if (isThere(copy.database)) moveFile(copy.database, paths.database)
  syncPath(paths.folder)
  rmSync(copy.folder, { recursive: true, force: true })
  syncPath(paths.folder)
}

const setAside = (paths: VaultPaths, aside: string): void => {
  const present = [paths.keys, ...['', '-wal', '-shm'].map((suffix) => paths.database + suffix)].filter(isThere)
  if (present.length === 0) return
  if (isThere(paths.keys)) shutKeychain(paths.keys)
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  for (const path of present) moveFile(path, join(aside, path.slice(paths.folder.length + 1)))
  for (const folder of [aside, paths.backups, paths.folder]) syncPath(folder)
}

/** What is set aside is a backup, and a backup does not open by this computer's login. A key file that cannot be read goes as it is. */
const shutKeychain = (path: string): void => {
  const keys = readKeyFile(path)
  if (keys.ok && keys.value.wraps.keychain !== undefined) writeKeyFile(path, withoutKeychain(keys.value))
}

/** Of an older format too: what it has no table for, it has none of. */
const countsIn = (database: Database): BackupPreview => {
  const tables = new Set(database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
  const count = (table: 'events' | 'tasks' | 'conversations' | 'receipts'): number => (tables.has(table) ? Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) : 0)
  const latest = database.prepare<[], number | null>(`
    SELECT max(at) FROM (
      SELECT max(unixepoch(json_extract(body, '$.at'))) * 1000 AS at FROM change_sets
      UNION ALL SELECT max(last_at) FROM conversations
      UNION ALL SELECT max(unixepoch(json_extract(body, '$.at'))) * 1000 FROM receipts
    )`).pluck().get() ?? null
  const people = Number(database.prepare("SELECT count(*) FROM household_entries WHERE kind = 'people'").pluck().get())
  return { people, events: count('events'), tasks: count('tasks'), conversations: count('conversations'), receipts: count('receipts'), lastChange: latest === null ? null : toInstant(latest) }
}

/** A copy that cannot be read says nothing against the vault itself. */
const asBackup = <T>(work: () => T): T => {
  try { return work() } catch (error) {
    throw problemOf(error)?.name === 'vault.damaged' ? refusal('backup.damaged') : error
  }
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined
