/**
 * The vault as the rest of main sees it: a typed, asynchronous face of the worker that owns the encrypted database.
 * Every operation answers `vault.locked` while locked, `vault.missing` while there is none, and `input.invalid` to what its schema does not accept. Nothing acknowledged is ever lost; nothing half done is ever seen.
 */
import type { Backup, BackupId, BackupKey, BackupPreview, RestoreKey } from '../../shared/backups.ts'
import type { CalendarEvent, ChangeSet, ChangeSummary, InstanceOf } from '../../shared/calendar.ts'
import type { Conversation, Draft, Found, Turn } from '../../shared/conversation.ts'
import type { Receipt } from '../../shared/departure.ts'
import type { Household } from '../../shared/household.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Task } from '../../shared/tasks.ts'
import type { Instant } from '../../shared/time.ts'
import type { Page, PageOfTurns } from './chat.ts'
import type { KeychainUnlock } from './keychain.ts'
import type { GivenNow, GivenReminder } from './tasks.ts'
import type { Words } from './words.ts'

export interface Vault {
  /** `problem` names what must be mended before the vault can be opened at all. */
  readonly state: () => { readonly state: 'none' | 'locked' | 'open'; readonly folder: string; readonly problem: Problem | null; /** Whether this computer's login opens it too. */ readonly keychain: boolean }
  /** Called after every change of state. Returns the function that stops it. */
  readonly onState: (listener: () => void) => () => void

  /** Makes a new vault and opens it. Refuses when one exists. The recovery words are returned once and never stored. */
  readonly create: (passphrase: string) => Promise<Result<{ readonly recoveryWords: readonly string[] }>>
  readonly unlock: (passphrase: string) => Promise<Result<null>>
  /** Opens with the recovery words and wraps the key anew under a new passphrase. */
  readonly recover: (words: string, newPassphrase: string) => Promise<Result<null>>
  /** Finishes what was asked before, closes, and ends the worker with all it knew. Does nothing while locked. */
  readonly lock: () => Promise<Result<null>>
  readonly changePassphrase: (old: string, next: string) => Promise<Result<null>>
  /** Deletes the open vault and every backup in its folder. A wrong passphrase changes nothing. `vault.not-erased` when files would not go: there is no vault any more, and the next start removes them. */
  readonly erase: (passphrase: string) => Promise<Result<null>>

  /** The other way in: this computer's login. Passphrase and recovery words stay whatever becomes of it. */
  readonly keychain: KeychainUnlock
  readonly backups: {
    /** Newest first, in every state. */
    readonly list: () => Promise<Result<readonly Backup[]>>
    /** Makes one now, and lets go of those older than backup-rotation.ts keeps. */
    readonly make: () => Promise<Result<Backup>>
    /** What is in one, in every state. Refuses with `backup.gone`, `backup.damaged`, `backup.wrong-passphrase`, `backup.wrong-words` or `vault.newer`. */
    readonly preview: (id: BackupId, key: BackupKey) => Promise<Result<BackupPreview>>
    /** Locks, sets the vault here aside among the backups, puts this one in its place and opens it. What `preview` refuses is refused before anything is locked. */
    readonly restore: (id: BackupId, key: RestoreKey) => Promise<Result<null>>
  }
  readonly household: {
    readonly read: () => Promise<Result<Household>>
    /** Replaces the household as a whole, in one transaction. */
    readonly write: (household: Household) => Promise<Result<null>>
  }
  readonly events: {
    /** Every event that overlaps [from, to), by start; of a series the event that begins it, for as long as the series may go on. */
    readonly between: (from: Instant, to: Instant) => Promise<Result<readonly CalendarEvent[]>>
    /** Those that exist, by start. */
    readonly byIds: (ids: readonly string[]) => Promise<Result<readonly CalendarEvent[]>>
    /** The times of these series that are events of their own, by start. */
    readonly ofSeries: (seriesIds: readonly string[]) => Promise<Result<readonly CalendarEvent[]>>
    /** The same without the events: which times of which series. */
    readonly instances: (seriesIds: readonly string[]) => Promise<Result<readonly InstanceOf[]>>
    /** Applies a change set of events, tasks and entries of the household, and remembers it, in one transaction. Refuses with `calendar.changed` when a `before` no longer matches or what is to be added is there already. `undoes` marks that earlier set undone in the same transaction; `calendar.nothing-to-undo` when it already is. */
    readonly apply: (set: ChangeSet, undoes?: string) => Promise<Result<null>>
    /** Newest first, whole: for the export. */
    readonly history: (limit: number) => Promise<Result<readonly ChangeSet[]>>
    /** Newest first, without their changes. */
    readonly summaries: (limit: number) => Promise<Result<readonly ChangeSummary[]>>
    readonly changeSet: (id: string) => Promise<Result<ChangeSet>>
  }
  /** In the order they were made. They change with `events.apply`. */
  readonly tasks: () => Promise<Result<readonly Task[]>>
  /** What events and tasks say: from a position that an earlier answer gave, what came and went; otherwise the first part of everything. */
  readonly words: (since: number | null) => Promise<Result<Words>>
  /** The next part of it, while `more`. */
  readonly moreWords: () => Promise<Result<Words>>
  readonly reminders: {
    /** What is remembered of them; of one not given yet nothing. */
    readonly given: (keys: readonly string[]) => Promise<Result<readonly GivenReminder[]>>
    /** Remembers what is given now and what never will be, and forgets what is old, in one transaction. */
    readonly give: (now: GivenNow) => Promise<Result<null>>
    /** Remembers the answer to them: done with (`again` null), or to come again then, in milliseconds since 1970. */
    readonly answer: (keys: readonly string[], again: number | null) => Promise<Result<null>>
  }
  readonly chat: {
    /** Newest first. */
    readonly conversations: () => Promise<Result<readonly Conversation[]>>
    readonly saveConversation: (conversation: Conversation) => Promise<Result<null>>
    readonly removeConversation: (id: string) => Promise<Result<null>>
    /** All of them: for files. */
    readonly turns: (conversationId: string) => Promise<Result<readonly Turn[]>>
    /** Some of them, and how many stand before. */
    readonly page: (conversationId: string, page: Page) => Promise<Result<PageOfTurns>>
    readonly turn: (id: string) => Promise<Result<Turn>>
    /** Adds or replaces. `vault.not-found` when its conversation was removed meanwhile; the same for `saveTokens`. */
    readonly saveTurn: (turn: Turn) => Promise<Result<null>>
    /** The placeholder tokens of a conversation: token → private value, so that one entity keeps one token. */
    readonly tokens: (conversationId: string) => Promise<Result<ReadonlyMap<string, string>>>
    /** Adds to what is there; a token is never forgotten while its conversation lives. */
    readonly saveTokens: (conversationId: string, tokens: ReadonlyMap<string, string>) => Promise<Result<null>>
    /** Adds conversations with their turns, all or none. Throws when one is there already. */
    readonly add: (conversations: readonly Conversation[], turns: readonly Turn[]) => Promise<Result<null>>
    /** The newest `limit` turns in whose question and answer together every word of the query begins a word; case and accents do not matter. Nothing for a query without words. */
    readonly search: (query: string, limit: number) => Promise<Result<Found>>
    /** What was typed and not sent. */
    readonly drafts: () => Promise<Result<readonly Draft[]>>
    /** An empty one is forgotten. `vault.not-found` when its conversation is gone. */
    readonly saveDraft: (draft: Draft) => Promise<Result<null>>
  }
  readonly receipts: {
    /** Newest first. */
    readonly list: () => Promise<Result<readonly Receipt[]>>
    /** The next `limit` after a number, oldest first: of a long ledger no more is held at once than is looked at. */
    readonly page: (at: { readonly after: number; readonly limit: number }) => Promise<Result<readonly Receipt[]>>
    /** Throws when the receipt does not continue the chain: that is a bug. */
    readonly append: (receipt: Receipt) => Promise<Result<null>>
    /** The last link, or null at the start of the chain. */
    readonly head: () => Promise<Result<Receipt | null>>
    /** Replaces what became known after the bytes left (outcome, status, answer, tokens, hash) of the newest receipt only, once, while it says `interrupted`. Anything else throws. */
    readonly finish: (receipt: Receipt) => Promise<Result<null>>
  }
  readonly settings: { readonly read: () => Promise<Result<Settings>>; readonly write: (settings: Settings) => Promise<Result<null>> }
  readonly secrets: {
    /** A provider's key by name. Only the composition root hands this to the wire. */
    readonly read: (name: string) => Promise<Result<string | null>>
    /** An empty value removes it. */
    readonly write: (name: string, value: string) => Promise<Result<null>>
  }
  /** Values planted so that their appearance anywhere outside proves a leak. */
  readonly canaries: () => Promise<Result<readonly string[]>>
  /** Locks, and stops the worker in every state. */
  readonly close: () => Promise<void>
}
