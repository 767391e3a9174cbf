/**
 * Backups on disk: each a folder below backups/ that is a vault folder itself, its database and the key file of that moment, so that the passphrase
 * of then or the recovery words open it on any computer. Made under another name, read through and synced before the rename that makes it count.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup, BackupId } from '../../shared/backups.ts'
import type { Instant } from '../../shared/time.ts'
import { backupPaths, freeId, listBackups } from './backup-list.ts'
import { outdated } from './backup-rotation.ts'
import { copyDatabase, type Database } from './database.ts'
import { moveFile, syncPath, UNFINISHED } from './durable-file.ts'
import { vaultPaths, type VaultPaths } from './folder.ts'
import { readKeyFile, writeKeyFile, type KeyFile } from './key-file.ts'

/** Copies the open database and its key file, then lets go of what is older than anybody keeps. File errors throw; what was there before stays. */
export const makeBackup = (database: Database, paths: VaultPaths, keys: KeyFile, at: Instant): Backup => {
  mkdirSync(paths.backups, { recursive: true, mode: 0o700 })
  syncPath(paths.folder)
  const unfinished = vaultPaths(join(paths.backups, `vault${UNFINISHED}backup`))
  rmSync(unfinished.folder, { recursive: true, force: true })
  const id = freeId(paths, 'backup', at)
  try {
    mkdirSync(unfinished.folder, { mode: 0o700 })
    copyDatabase(database, unfinished.database)
    writeKeyFile(unfinished.keys, keys)
    syncPath(unfinished.folder)
    moveFile(unfinished.folder, join(paths.backups, id))
    syncPath(paths.backups)
  } catch (error) {
    rmSync(unfinished.folder, { recursive: true, force: true })
    throw error
  }
  const all = listBackups(paths), made = all.find((backup) => backup.id === id)
  if (made === undefined) throw new Error('a backup that was made is not there')
  for (const { id: old } of outdated(all.filter((backup) => backup.kind === 'backup' && isOf(paths, backup.id, keys.vaultId)).reverse())) discard(paths, old)
  return made
}

/** Somebody may have put the backups of another vault here, to restore from them: those are not ours to remove. */
const isOf = (paths: VaultPaths, id: BackupId, vaultId: string): boolean => {
  const keys = readKeyFile(backupPaths(paths, id).keys)
  return keys.ok && keys.value.vaultId === vaultId
}

/** Renamed first, so that a crash leaves it whole or as a leftover that the next opening removes. */
const discard = (paths: VaultPaths, id: BackupId): void => {
  const gone = join(paths.backups, `vault${UNFINISHED}discarded`)
  rmSync(gone, { recursive: true, force: true })
  moveFile(join(paths.backups, id), gone)
  rmSync(gone, { recursive: true, force: true })
}
