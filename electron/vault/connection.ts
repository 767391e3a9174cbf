/** The vault of vault.ts over its worker: starts the worker when it is needed, hands questions to it one by one, and ends it at every lock. The engine is never loaded here. */
import { Worker } from 'node:worker_threads'
import type { Backup, BackupId, BackupKey, BackupPreview, RestoreKey } from '../../shared/backups.ts'
import type { Keychain } from '../../shared/keychain.ts'
import { problem, type Problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import { listBackups } from './backup-list.ts'
import { eraseFolder, finishErase, isErasing } from './erase.ts'
import { inspectFolder, vaultPaths } from './folder.ts'
import { productionCost } from './key-file.ts'
import { createKeychainUnlock } from './keychain.ts'
import { migrations } from './migrations/index.ts'
import type { Asks, Question, Reply } from './protocol.ts'
import { problemOf } from './refusal.ts'
import { runtimeProblem } from './runtime.ts'
import type { SessionOptions } from './session.ts'
import type { Vault } from './vault.ts'

export interface VaultDeps {
  /** Where the vault lives; made, with mode 0700, when a vault is created. */
  readonly folder: string
  /** The worker's script: the built one in the app, electron/vault/worker.ts itself in tests. */
  readonly workerUrl: URL
  readonly clock: Clock
  /** Of this computer's login; absent = there is none. */
  readonly keychain?: Keychain
  /** For tests: cheaper keys, other formats, a small disk. */
  readonly engine?: Partial<Omit<SessionOptions, 'folder'>>
}

interface Waiting { readonly resolve: (result: Result<unknown>) => void; readonly reject: (bug: Error) => void }

/** A vault over a folder, whatever lies in it; looking at it changes nothing, but a deletion that was decided is finished. `state()` is right from the start. */
export const createVault = ({ folder, workerUrl, clock, keychain, engine = {} }: VaultDeps): Vault => {
  const options: SessionOptions = { argon: productionCost, migrations, maxPages: null, ...engine, folder }
  const listeners = new Set<() => void>()
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0
  let state: 'none' | 'locked' | 'open' = 'none'
  let obstacle: Problem | null = null
  /** What the keychain keeps for the key file that lies there. */
  let kept: string | null = null
  let lifecycle: Promise<unknown> = Promise.resolve()
  /** How many locks were asked for and are not done: from the asking on, nothing new is taken. */
  let locking = 0
  /** How many locks were ever asked for. */
  let locks = 0

  const become = (next: typeof state, nextObstacle: Problem | null): void => {
    const found = inspectFolder(vaultPaths(folder)), nowKept = ('keys' in found ? found.keys.wraps.keychain?.kept : undefined) ?? null
    if (next === state && JSON.stringify(nextObstacle) === JSON.stringify(obstacle) && nowKept === kept) return
    state = next
    obstacle = nextObstacle
    kept = nowKept
    for (const listener of [...listeners]) listener()
  }

  const look = (): void => {
    const found = inspectFolder(vaultPaths(folder))
    become(found.state, runtimeProblem() ?? found.problem)
  }

  /** Forgets the worker; whoever still waits for it gets this answer. */
  const dismiss = (answer: Problem): void => {
    worker = null
    for (const { resolve } of waiting.values()) resolve(fail(answer))
    waiting.clear()
  }

  const start = (): Worker => {
    const started = new Worker(workerUrl, { workerData: options, name: 'vault', resourceLimits: { maxYoungGenerationSizeMb: 16 } })
    let spoke = false
    const ended = (error: Error | null): void => {
      if (worker !== started) return
      // A worker that never came up is a fault of the build, not of the moment.
      if (error !== null && !spoke) for (const { reject } of waiting.values()) reject(error)
      dismiss(problem('vault.stopped'))
      look()
    }
    started.on('message', (reply: Reply) => {
      spoke = true
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('result' in reply) asked?.resolve(reply.result)
      else asked?.reject(new Error(`in the vault's worker: ${reply.bug}`))
    })
    started.on('error', (error: Error) => { ended(error) })
    started.on('exit', () => { ended(null) })
    return started
  }

  const post = <N extends keyof Asks>(name: N, given: Asks[N]['given']): Promise<Result<Asks[N]['answer']>> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      lastId += 1
      const question: Question = { id: lastId, name, given }
      waiting.set(lastId, { resolve: resolve as Waiting['resolve'], reject })
      worker.postMessage(question)
    })

  /** An operation on an open vault. */
  const ask = async <N extends keyof Asks>(name: N, ...given: Asks[N]['given']): Promise<Result<Asks[N]['answer']>> =>
    state === 'open' && locking === 0 ? await post(name, given) : fail(problem(state === 'none' ? 'vault.missing' : 'vault.locked'))

  /** Creating, opening and locking happen one after another, and each decides the state before the next begins. */
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const result = lifecycle.then(step)
    // Not what it answered: a list of words would be kept here until the next step.
    lifecycle = result.then(() => undefined, () => undefined)
    return result
  }

  const opening = <N extends 'create' | 'unlock' | 'recover' | 'unlockWithKeychain'>(name: N, given: Asks[N]['given']): Promise<Result<Asks[N]['answer']>> =>
    inTurn(async () => {
      const unfit = runtimeProblem()
      if (unfit !== null) return fail(unfit)
      const result = await post(name, given)
      if (result.ok) become('open', null)
      else if (state !== 'open') settle(result.problem)
      return result
    })

  /** After a refusal: what has to be mended stays visible; otherwise the folder tells. */
  const settle = (refused: Problem): void => {
    if (mending.has(refused.name)) become('locked', refused)
    else if (!attempts.has(refused.name)) look()
  }

  const lock = (): Promise<Result<null>> => {
    locking += 1
    locks += 1
    return inTurn(endWorker)
  }

  const endWorker = async (): Promise<Result<null>> => {
    const ending = worker
    try {
      return ending === null ? ok(null) : await post('lock', [])
    } finally {
      locking -= 1
      if (ending !== null && ending === worker) {
        // With the worker go its heap, the engine's copy of the key, and every page it had read.
        dismiss(problem('vault.locked'))
        look()
        await ending.terminate()
      }
    }
  }

  /** Writes the key file of the open vault, and looks what it says now. */
  const rewriting = <N extends 'useKeychain' | 'forgetKeychain' | 'renewKeychain'>(name: N, ...given: Asks[N]['given']): Promise<Result<Asks[N]['answer']>> => inTurn(async () => {
    const written = await ask(name, ...given)
    become(state, obstacle)
    return written
  })

  const list = (): Promise<Result<readonly Backup[]>> => {
    try { return Promise.resolve(ok(listBackups(vaultPaths(folder)))) } catch (error) {
      const found = problemOf(error)
      if (found === null) throw error
      return Promise.resolve(fail(found))
    }
  }

  const preview = async (id: BackupId, key: BackupKey): Promise<Result<BackupPreview>> => {
    const unfit = runtimeProblem()
    return unfit === null ? await post('previewBackup', [id, key]) : fail(unfit)
  }

  /** Everything that knows the vault of before learns that it was locked. */
  const restore = (id: BackupId, key: RestoreKey): Promise<Result<null>> => inTurn(async () => {
    const found = await preview(id, 'words' in key ? { words: key.words } : key)
    if (!found.ok) return found
    locking += 1
    await endWorker()
    const restored = await post('restoreBackup', [id, key, toInstant(clock.now())])
    if (restored.ok) become('open', null)
    else look()
    return restored
  })

  /** The passphrase is tried on the open vault; then everything that knows it learns that it was locked. */
  const erase = (passphrase: string): Promise<Result<null>> => inTurn(async () => {
    if (state !== 'open') return fail(problem(state === 'none' ? 'vault.missing' : 'vault.locked'))
    const known = await post('unlock', [passphrase])
    if (!known.ok) return known
    locking += 1
    await endWorker()
    return removeAll()
  })

  const removeAll = (): Result<null> => {
    try {
      eraseFolder(folder)
      return ok(null)
    } catch (error) {
      const found = problemOf(error)
      if (found === null) throw error
      return fail(isErasing(folder) ? problem('vault.not-erased') : found)
    } finally { look() }
  }

  // A file that still will not go is tried again at the next start; the vault that may be here by now is none of its business.
  try { finishErase(folder) } catch (error) { if (problemOf(error) === null) throw error }
  look()
  return {
    state: () => ({ state, folder, problem: obstacle, keychain: kept !== null }),
    onState: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    create: (passphrase) => opening('create', [passphrase, toInstant(clock.now())]),
    unlock: (passphrase) => opening('unlock', [passphrase]),
    recover: (words, newPassphrase) => opening('recover', [words, newPassphrase]),
    lock,
    changePassphrase: (old, next) => inTurn(() => ask('changePassphrase', old, next)),
    erase,
    keychain: createKeychainUnlock({
      keychain, kept: () => kept, locks: () => locks,
      use: (passphrase, secret, made) => rewriting('useKeychain', passphrase, secret, made),
      forget: () => rewriting('forgetKeychain'),
      unlock: (secret) => opening('unlockWithKeychain', [secret]),
      renew: (secret, made) => rewriting('renewKeychain', secret, made),
    }),
    backups: { list, make: () => ask('backUp', toInstant(clock.now())), preview: (id, key) => inTurn(() => preview(id, key)), restore },
    household: { read: () => ask('household.read'), write: (household) => ask('household.write', household) },
    events: {
      between: (from, to) => ask('events.between', from, to),
      byIds: (ids) => ask('events.byIds', ids),
      ofSeries: (seriesIds) => ask('events.ofSeries', seriesIds),
      instances: (seriesIds) => ask('events.instances', seriesIds),
      apply: (set, undoes) => ask('events.apply', set, undoes),
      history: (limit) => ask('events.history', limit),
      summaries: (limit) => ask('events.summaries', limit),
      changeSet: (id) => ask('events.changeSet', id),
    },
    tasks: () => ask('tasks.list'),
    words: (since) => ask('words', since),
    moreWords: () => ask('moreWords'),
    reminders: { given: (keys) => ask('reminders.given', keys), give: (now) => ask('reminders.give', now), answer: (keys, again) => ask('reminders.answer', keys, again) },
    chat: {
      conversations: () => ask('chat.conversations'),
      saveConversation: (conversation) => ask('chat.saveConversation', conversation),
      removeConversation: (id) => ask('chat.removeConversation', id),
      turns: (conversationId) => ask('chat.turns', conversationId),
      page: (conversationId, page) => ask('chat.page', conversationId, page),
      turn: (id) => ask('chat.turn', id),
      saveTurn: (turn) => ask('chat.saveTurn', turn),
      tokens: (conversationId) => ask('chat.tokens', conversationId),
      saveTokens: (conversationId, tokens) => ask('chat.saveTokens', conversationId, tokens),
      add: (conversations, turns) => ask('chat.add', conversations, turns),
      search: (query, limit) => ask('chat.search', query, limit),
      drafts: () => ask('chat.drafts'),
      saveDraft: (draft) => ask('chat.saveDraft', draft),
    },
    receipts: { list: () => ask('receipts.list'), page: (at) => ask('receipts.page', at), append: (receipt) => ask('receipts.append', receipt), head: () => ask('receipts.head'), finish: (receipt) => ask('receipts.finish', receipt) },
    settings: { read: () => ask('settings.read'), write: (settings) => ask('settings.write', settings) },
    secrets: { read: (name) => ask('secrets.read', name), write: (name, value) => ask('secrets.write', name, value) },
    canaries: () => ask('canaries'),
    close: async () => { await lock() },
  }
}

/** Refusals that will be repeated until something in the folder is mended. */
const mending: ReadonlySet<string> = new Set(['vault.damaged', 'vault.keys-damaged', 'vault.newer'])
/** Refusals of what was typed; they say nothing new about the vault. */
const attempts: ReadonlySet<string> = new Set(['vault.wrong-passphrase', 'vault.wrong-words', 'vault.weak-passphrase', 'keychain.off', 'keychain.refused', 'input.invalid'])
