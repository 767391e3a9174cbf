/** Whether the vault's engine writes plain text into files without a name when it sorts more than fits in memory (only where /proc shows them). */
import { closeSync, fstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs'
import type * as Database from '../../electron/vault/database.ts'
import { prepareFolder, vaultPaths } from '../../electron/vault/folder.ts'
import type * as Keys from '../../electron/vault/keys.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import { newFolder } from './vault.ts'

/** Sorts three megabytes with next to no cache, and looks at every nameless file this process has open meanwhile. */
export const spilled = ({ createDatabase, openDatabase, newKey }: Pick<typeof Database, 'createDatabase' | 'openDatabase'> & Pick<typeof Keys, 'newKey'>, temporaryStore: number | null): boolean => {
  const paths = vaultPaths(newFolder()), key = newKey(), options = { migrations, maxPages: null }
  prepareFolder(paths)
  createDatabase(paths.database, key, options, (empty) => {
    const insert = empty.prepare('INSERT INTO canaries (value) VALUES (?)')
    for (let i = 0; i < 3000; i += 1) insert.run(`Sortierwort ${i} ${'x'.repeat(1000)}`)
  })
  const database = openDatabase(paths, key, options)
  try {
    database.pragma('cache_size = 10')
    if (temporaryStore !== null) database.pragma(`temp_store = ${temporaryStore}`)
    for (const _ of database.prepare('SELECT value FROM canaries ORDER BY substr(value, -1000), value DESC').iterate())
      return readdirSync('/proc/self/fd').some((name) => namelessText(`/proc/self/fd/${name}`).includes('Sortierwort'))
    throw new Error('nothing to sort')
  } finally { database.close() }
}

/** What a deleted but still open file holds; nothing for any other. */
function namelessText(path: string): string {
  let target = ''
  try { target = readlinkSync(path) } catch { return '' }
  if (!target.endsWith('(deleted)')) return ''
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(file).size, 1_000_000))
    readSync(file, bytes, 0, bytes.length, 0)
    return bytes.toString('latin1')
  } finally { closeSync(file) }
}
