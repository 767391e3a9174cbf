/** Which backups there are, and how they are named: a look at the folder that needs no key and no engine. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { BackupId, type Backup } from '../../shared/backups.ts'
import type { Instant } from '../../shared/time.ts'
import { namesIn, vaultPaths, type VaultPaths } from './folder.ts'

/** Newest first. What is not complete, or has another name, is not one. */
export const listBackups = (paths: VaultPaths): readonly Backup[] =>
  namesIn(paths.backups).flatMap((name): Backup[] => {
    const id = BackupId.safeParse(name)
    if (!id.success) return []
    const { database, keys } = vaultPaths(join(paths.backups, name))
    const sizes = [sizeOf(database), sizeOf(keys), sizeOf(`${database}-wal`) ?? 0]
    return sizes.includes(null) ? [] : [{ id: id.data, ...readId(id.data), bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) }]
  }).sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || numberOf(b.id) - numberOf(a.id))

/** Where the files of a backup lie. */
export const backupPaths = (paths: VaultPaths, id: BackupId): VaultPaths => vaultPaths(join(paths.backups, BackupId.parse(id)))

/** A name that nothing in backups/ has yet. */
export const freeId = (paths: VaultPaths, kind: Backup['kind'], at: Instant): BackupId => {
  const taken = new Set(namesIn(paths.backups)), stem = `${kind}-${at.slice(0, 19).replaceAll(':', '-')}Z`
  let id = stem
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`
  return BackupId.parse(id)
}

const readId = (id: BackupId): Pick<Backup, 'kind' | 'at'> => {
  const [, kind, date = '', hour = '', minute = '', second = ''] = /^(backup|set-aside)-([\d-]{10})T(\d\d)-(\d\d)-(\d\d)Z/.exec(id) ?? []
  const at = `${date}T${hour}:${minute}:${second}Z`
  // A date that does not exist was written by hand; the folder counts, as the oldest.
  return { kind: kind === 'set-aside' ? 'set-aside' : 'backup', at: Number.isNaN(Date.parse(at)) ? '1970-01-01T00:00:00Z' : at }
}

/** Of two within one second, which came later. */
const numberOf = (id: BackupId): number => Number(/Z-(\d+)$/.exec(id)?.[1] ?? 1)

const sizeOf = (path: string): number | null => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : null
}
