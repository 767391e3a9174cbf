/** The life of a vault inside the worker: made, opened, locked; its key wrapped anew. Holds the one open database; the key itself is held by nobody longer than opening takes. */
import { z } from 'zod'
import { BackupId, BackupKey, RestoreKey, type Backup, type BackupPreview } from '../../shared/backups.ts'
import { Instant } from '../../shared/time.ts'
import { makeBackup } from './backups.ts'
import { plantCanaries } from './canaries.ts'
import { createDatabase, openDatabase, type Database, type DatabaseOptions } from './database.ts'
import { moveFile, syncPath } from './durable-file.ts'
import { inspectFolder, prepareFolder, removeKeys, removeLeftovers, unfinishedDatabase, vaultPaths } from './folder.ts'
import { plantHousehold } from './household.ts'
import { KeptSecret, withKeychain, withoutKeychain, writeKeyFile, type ArgonCost, type KeyFile } from './key-file.ts'
import { entropyOf, isWeakPassphrase, newEntropy, newKey, passphraseSecret, recoveryWords, unwrapWithKeychain, unwrapWithPassphrase, unwrapWithRecovery, wrapWithKeychain, wrapWithPassphrase, wrapWithRecovery } from './keys.ts'
import { accept, problemOf, refusal } from './refusal.ts'
import { backupKeys, finishRestore, previewBackup, putInPlace } from './restore.ts'
import { createSecret, wipe, type Secret } from './secret.ts'

export interface SessionOptions extends DatabaseOptions {
  readonly folder: string
  /** What a new passphrase wrap costs; an existing one says its own cost. */
  readonly argon: ArgonCost
}

export interface Session {
  /** The open database, or null while locked. */
  readonly database: () => Database | null
  readonly create: (passphrase: string, createdAt: Instant) => { readonly recoveryWords: readonly string[] }
  readonly unlock: (passphrase: string) => null
  readonly recover: (words: string, newPassphrase: string) => null
  readonly changePassphrase: (old: string, next: string) => null
  /** Adds the wrap by the keychain to the open vault, or replaces it: `secret` is 32 random bytes, `kept` what the keychain made of them. */
  readonly useKeychain: (passphrase: string, secret: string, kept: string) => null
  /** Takes the wrap away again; does nothing where there is none. */
  readonly forgetKeychain: () => null
  /** Opens with the secret that the keychain gave back. */
  readonly unlockWithKeychain: (secret: string) => null
  /** Writes down the same secret as the keychain keeps it now. */
  readonly renewKeychain: (secret: string, kept: string) => null
  /** Of the open vault. */
  readonly backUp: (at: Instant) => Backup
  /** What is in a backup, whether this vault is open or not; changes nothing. */
  readonly previewBackup: (id: BackupId, key: BackupKey) => BackupPreview
  /** Closes the vault, sets it aside, puts the backup in its place and opens it. */
  readonly restoreBackup: (id: BackupId, key: RestoreKey, at: Instant) => null
  /** Folds the log into the database and closes it. Does nothing while locked. */
  readonly lock: () => null
}

const Typed = z.string().max(1000)
const KeychainSecret = z.base64().length(44)

export const createSession = (options: SessionOptions): Session => {
  const paths = vaultPaths(options.folder)
  let database: Database | null = null

  const open = (key: Secret): null => {
    if (database === null) {
      const opened = openDatabase(paths, key, options)
      try { removeLeftovers(paths) } catch (error) {
        opened.close()
        throw error
      }
      database = opened
    }
    return null
  }

  /** Does something with the key, and wipes it whatever happens. */
  const withKey = <T>(key: Secret, work: (key: Secret) => T): T => {
    try { return work(key) } finally { wipe(key) }
  }

  const keyByPassphrase = (keys: KeyFile, passphrase: string): Secret => {
    const key = withKey(passphraseSecret(accept(Typed, passphrase)), (typed) => unwrapWithPassphrase(keys.wraps.passphrase, keys.vaultId, typed))
    if (key === null) throw refusal('vault.wrong-passphrase')
    return key
  }

  const keyByWords = (keys: KeyFile, words: string): Secret => {
    const entropy = entropyOf(accept(Typed, words))
    const key = entropy === null ? null : withKey(entropy, (typed) => unwrapWithRecovery(keys.wraps.recovery, keys.vaultId, typed))
    if (key === null) throw refusal('vault.wrong-words')
    return key
  }

  /** Whatever a keychain gave back: what is no secret of ours opens nothing. */
  const keyByKeychain = (keys: KeyFile, given: string): Secret => {
    const { keychain } = keys.wraps
    if (keychain === undefined) throw refusal('keychain.off')
    const read = KeychainSecret.safeParse(given)
    const key = read.success ? withKey(secretOf(read.data), (secret) => unwrapWithKeychain(keychain, keys.vaultId, secret)) : null
    if (key === null) throw refusal('keychain.refused')
    return key
  }
  /** More than fits is no answer of a keychain. */
  const keepable = (kept: string): string => {
    if (!KeptSecret.safeParse(kept).success) throw refusal('keychain.refused')
    return kept
  }
  const secretOf = (base64: string): Secret => createSecret(Buffer.from(base64, 'base64'))

  const rewrapped = (keys: KeyFile, key: Secret, passphrase: string): KeyFile =>
    ({ ...keys, wraps: { ...keys.wraps, passphrase: withKey(passphraseSecret(passphrase), (typed) => wrapWithPassphrase(key, keys.vaultId, typed, options.argon)) } })
  const rewrap = (keys: KeyFile, key: Secret, passphrase: string): void => { writeKeyFile(paths.keys, rewrapped(keys, key, passphrase)) }

  /** The key of a backup. That it does not open is said of the backup. */
  const keyOfBackup = (keys: KeyFile, typed: BackupKey): Secret => {
    try { return 'words' in typed ? keyByWords(keys, typed.words) : keyByPassphrase(keys, typed.passphrase) } catch (error) {
      const name = problemOf(error)?.name
      throw name === 'vault.wrong-words' ? refusal('backup.wrong-words') : name === 'vault.wrong-passphrase' ? refusal('backup.wrong-passphrase') : error
    }
  }

  const readKeys = (): KeyFile => {
    finishRestore(paths)
    const found = inspectFolder(paths)
    if (found.state === 'none') throw refusal('vault.missing')
    if (found.problem !== null) throw refusal(found.problem.name, found.problem.detail)
    return found.keys
  }

  const strong = (passphrase: string): string => {
    if (isWeakPassphrase(accept(Typed, passphrase))) throw refusal('vault.weak-passphrase')
    return passphrase
  }

  /** In the order that folder.ts explains. A vault that could not be opened at once is taken back: nobody has seen its recovery words. */
  const make = (key: Secret, entropy: Secret, passphrase: string, createdAt: Instant): void => {
    const vaultId = crypto.randomUUID()
    const unfinished = unfinishedDatabase(paths, vaultId)
    const passphraseWrap = withKey(passphraseSecret(passphrase), (typed) => wrapWithPassphrase(key, vaultId, typed, options.argon))
    const keys: KeyFile = { format: 1, vaultId, createdAt: accept(Instant, createdAt), wraps: { passphrase: passphraseWrap, recovery: wrapWithRecovery(key, vaultId, entropy) } }
    let done: 'nothing' | 'keys' | 'all' = 'nothing'
    try {
      createDatabase(unfinished, key, options, (empty) => {
        plantHousehold(empty)
        plantCanaries(empty)
      })
      if (inspectFolder(paths).state !== 'none') throw refusal('vault.exists')
      // From here on there may be a key file, also where writing it says that it failed.
      done = 'keys'
      writeKeyFile(paths.keys, keys)
      moveFile(unfinished, paths.database)
      done = 'all'
      syncPath(paths.folder)
      open(key)
    } catch (error) {
      lock()
      if (done === 'all') moveFile(paths.database, unfinished)
      if (done !== 'nothing') removeKeys(paths)
      removeLeftovers(paths)
      throw error
    }
  }

  return {
    database: () => database,

    create: (passphrase, createdAt) => {
      if (inspectFolder(paths).state !== 'none') throw refusal('vault.exists')
      strong(passphrase)
      prepareFolder(paths)
      removeKeys(paths)
      removeLeftovers(paths)
      return withKey(newKey(), (key) => withKey(newEntropy(), (entropy) => {
        make(key, entropy, passphrase, createdAt)
        return { recoveryWords: recoveryWords(entropy) }
      }))
    },

    unlock: (passphrase) => withKey(keyByPassphrase(readKeys(), passphrase), open),

    recover: (words, newPassphrase) => {
      strong(newPassphrase)
      const keys = readKeys()
      return withKey(keyByWords(keys, words), (key) => {
        const wasOpen = database !== null
        open(key)
        try { rewrap(keys, key, newPassphrase) } catch (error) {
          if (!wasOpen) lock()
          throw error
        }
        return null
      })
    },

    changePassphrase: (old, next) => {
      if (database === null) throw refusal('vault.locked')
      strong(next)
      const keys = readKeys()
      withKey(keyByPassphrase(keys, old), (key) => { rewrap(keys, key, next) })
      return null
    },

    useKeychain: (passphrase, given, kept) => {
      if (database === null) throw refusal('vault.locked')
      const keys = readKeys()
      withKey(keyByPassphrase(keys, passphrase), (key) => withKey(secretOf(accept(KeychainSecret, given)), (secret) => {
        writeKeyFile(paths.keys, withKeychain(keys, wrapWithKeychain(key, keys.vaultId, secret, keepable(kept))))
      }))
      return null
    },

    forgetKeychain: () => {
      if (database === null) throw refusal('vault.locked')
      const keys = readKeys()
      if (keys.wraps.keychain !== undefined) writeKeyFile(paths.keys, withoutKeychain(keys))
      return null
    },

    unlockWithKeychain: (given) => withKey(keyByKeychain(readKeys(), given), open),

    renewKeychain: (given, kept) => {
      if (database === null) throw refusal('vault.locked')
      const keys = readKeys()
      withKey(keyByKeychain(keys, given), (key) => withKey(secretOf(given), (secret) => {
        writeKeyFile(paths.keys, withKeychain(keys, wrapWithKeychain(key, keys.vaultId, secret, keepable(kept))))
      }))
      return null
    },

    backUp: (at) => {
      if (database === null) throw refusal('vault.locked')
      return makeBackup(database, paths, withoutKeychain(readKeys()), accept(Instant, at))
    },

    previewBackup: (id, key) => {
      finishRestore(paths)
      const chosen = accept(BackupId, id), typed = accept(BackupKey, key)
      return withKey(keyOfBackup(backupKeys(paths, chosen), typed), (opened) => previewBackup(paths, chosen, opened, options))
    },

    restoreBackup: (id, key, at) => {
      const chosen = accept(BackupId, id), typed = accept(RestoreKey, key), newPassphrase = 'words' in typed ? strong(typed.newPassphrase) : null
      prepareFolder(paths)
      finishRestore(paths)
      const keys = withoutKeychain(backupKeys(paths, chosen))
      return withKey(keyOfBackup(keys, 'words' in typed ? { words: typed.words } : typed), (opened) => {
        lock()
        putInPlace(paths, chosen, newPassphrase === null ? keys : rewrapped(keys, opened, newPassphrase), opened, options, accept(Instant, at))
        return open(opened)
      })
    },

    lock,
  }

  function lock(): null {
    database?.close()
    database = null
    return null
  }
}
