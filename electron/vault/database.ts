/**
 * DOOR to the vault engine: the only file that loads it. SQLite, encrypted page by page (SQLCipher 4 layout, so that other tools can open it with the key).
 *
 * While a database is open nothing in this process may open its file in another way: closing any descriptor of it would drop SQLite's lock (POSIX).
 * Hence backups are made by SQLite itself.
 */
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Engine from 'better-sqlite3-multiple-ciphers'
import { moveFile, syncPath, UNFINISHED } from './durable-file.ts'
import type { VaultPaths } from './folder.ts'
import { isAuthentic } from './page-check.ts'
import { problemOf, refusal } from './refusal.ts'
import { reveal, type Secret } from './secret.ts'

export type Database = Engine.Database

export interface DatabaseOptions {
  /** The steps of the format, in order. */
  readonly migrations: readonly string[]
  /** The largest size in pages of 4 KiB; null for no limit. */
  readonly maxPages: number | null
  /** Up to this size in bytes the engine reads a database through whenever it is opened. Above, every page is authenticated then, which takes a third of the time, and each backup is read through. */
  readonly readThrough?: number
}

const READ_THROUGH = 16 * 1024 * 1024

/** Makes a complete database at `path`, which must not exist: mode 0600, in the newest format, filled, closed and synced. */
export const createDatabase = (path: string, key: Secret, options: DatabaseOptions, fill: (database: Database) => void): void => {
  closeSync(openSync(path, 'wx', 0o600))
  const database = openForWriting(path, key, options)
  try {
    transaction(database, () => {
      for (const step of options.migrations) database.exec(step)
      database.pragma(`user_version = ${options.migrations.length}`)
      fill(database)
    })
  } finally { database.close() }
  syncPath(path)
}

/**
 * Opens the vault's database for this process alone and brings it to the newest format, with a backup before each step.
 * Refuses with `vault.damaged`, `vault.newer` or `vault.in-use`; the database and its log then are as they were, to the byte.
 * The key is known to be right, so a file that it does not open is damaged.
 */
export const openDatabase = (paths: VaultPaths, key: Secret, options: DatabaseOptions): Database => {
  const isChecked = statSync(paths.database).size > (options.readThrough ?? READ_THROUGH) && !isHeld(paths.database) && isAuthentic(paths.database, key)
  readDatabase(paths.database, key, options.migrations.length, () => undefined, isChecked)
  const database = openForWriting(paths.database, key, options)
  try {
    // The lock is ours now, and in exclusive mode the index of the log lives in memory: the one that `readDatabase` left is of no use.
    rmSync(`${paths.database}-shm`, { force: true })
    for (let format = formatOf(database); format < options.migrations.length; format += 1) {
      backUp(database, paths, key, options, format)
      transaction(database, () => {
        database.exec(options.migrations[format] ?? '')
        database.pragma(`user_version = ${format + 1}`)
      })
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Runs `work` in one transaction: all of it lasts, or, when it throws, none. */
export const transaction = <T>(database: Database, work: () => T): T => {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Looks at a database through a connection that cannot write, so that a refused file is untouched, even its log. Refuses as `openDatabase` does. `isChecked`: every page is known to be authentic. */
export const readDatabase = <T>(path: string, key: Secret, known: number, look: (database: Database) => T, isChecked = false): T => {
  const database = connect(path, key, true)
  try {
    const found = formatOf(database)
    if (found > known) throw refusal('vault.newer', { found, known })
    // A vault is born with a format; 0 is an empty file, which opens with any key.
    if (found < 1 || !(isChecked || isSound(database))) throw refusal('vault.damaged')
    return look(database)
  } finally { database.close() }
}

/** Copies an open database to `path`, under the same key: complete, read through, mode 0600 and synced. Refuses with `vault.damaged` when what was written cannot be read. */
export const copyDatabase = (database: Database, path: string): void => {
  database.prepare('VACUUM INTO ?').run(path)
  chmodSync(path, 0o600)
  // Attached without a key, it is read with the key of the open one.
  database.prepare('ATTACH ? AS copy').run(path)
  try {
    if (database.pragma('copy.quick_check(1)', { simple: true }) !== 'ok') throw refusal('vault.damaged')
  } finally { database.exec('DETACH copy') }
  syncPath(path)
}

/** Whether a process has this database open for itself. Needs no key: the lock is asked for before anything is read. */
export const isHeld = (path: string): boolean => {
  try {
    const database = new Engine(path, { readonly: true, fileMustExist: true, timeout: 0 })
    try { formatOf(database) } finally { database.close() }
    return false
  } catch (error) { return problemOf(error)?.name === 'vault.in-use' }
}

const openForWriting = (path: string, key: Secret, options: DatabaseOptions): Database => {
  const database = connect(path, key, false)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('fullfsync = ON')
    database.pragma('foreign_keys = ON')
    if (options.maxPages !== null) database.pragma(`max_page_count = ${options.maxPages}`)
    // Takes the lock, and finds out now rather than at the first change whether anything can be written.
    transaction(database, () => undefined)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Sorting and temporary tables stay in memory: SQLite would otherwise spill them to disk in plain text. */
const connect = (path: string, key: Secret, readonly: boolean): Database => {
  const database = new Engine(path, { readonly, fileMustExist: true, timeout: 0 })
  try {
    database.pragma("cipher = 'sqlcipher'")
    database.pragma('legacy = 4')
    const raw = rawKey(reveal(key))
    try { database.key(raw) } finally { raw.fill(0) }
    database.pragma('temp_store = 2')
    database.pragma('trusted_schema = OFF')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** `x'…'` in lower-case hexadecimal, which tells the cipher to take the bytes as they are; built without making a string of them. */
const rawKey = (key: Buffer): Buffer => {
  const digits = Buffer.from('0123456789abcdef')
  const text = Buffer.alloc(key.length * 2 + 3, "x'")
  key.forEach((byte, index) => {
    text[2 + index * 2] = digits[byte >> 4] ?? 0
    text[3 + index * 2] = digits[byte & 15] ?? 0
  })
  text[text.length - 1] = 0x27
  return text
}

/** Reads, and so authenticates, every page in use. */
const isSound = (database: Database): boolean => database.pragma('quick_check(1)', { simple: true }) === 'ok'

const formatOf = (database: Database): number => Number(database.pragma('user_version', { simple: true }))

/** One copy per format, under the same key; the newest attempt replaces an older one. It is opened, switched to a log and read through before it counts. */
const backUp = (database: Database, paths: VaultPaths, key: Secret, options: DatabaseOptions, format: number): void => {
  mkdirSync(paths.backups, { recursive: true, mode: 0o700 })
  const target = join(paths.backups, `vault-format-${format}.db`)
  const unfinished = `${target}${UNFINISHED}copy`
  rmSync(unfinished, { force: true })
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
    chmodSync(unfinished, 0o600)
    const copy = openForWriting(unfinished, key, options)
    try {
      if (!isSound(copy)) throw refusal('vault.damaged')
    } finally { copy.close() }
    syncPath(unfinished)
    moveFile(unfinished, target)
    syncPath(paths.backups)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}
