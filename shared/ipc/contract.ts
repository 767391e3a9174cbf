/**
 * The contract: channel → request schema → reply schema. What is not here cannot be asked.
 * To add a channel: 1. its name in channels.ts  2. its row here  3. its handler in electron/ipc/<feature>.ts  4. use it through renderer/bridge.ts.
 */
import { z } from 'zod'
import { Backup, BackupId, BackupKey, BackupPreview, RestoreKey } from '../backups.ts'
import { CalendarEvent, ChangeSet, ChangeSummary, EntryChange, EventDraft, Scope } from '../calendar.ts'
import { Conversation, Draft, Found, Route, Turn, MAX_MESSAGE, MAX_QUERY, MAX_TITLE } from '../conversation.ts'
import { menuCommands } from '../commands.ts'
import { Amendment, Departure, Receipt, Replay, Seen } from '../departure.ts'
import { Household, Id, StandingRule } from '../household.ts'
import { MAX_FILE } from '../file-limits.ts'
import { Exported, ExportWhat, Imported, MAX_ENTRIES, ReadFile, ReadRows } from '../ical.ts'
import { ModelName, ModelStatus, ModelTest, Pull } from '../models.ts'
import { Problem } from '../problem-schema.ts'
import { Reminder, ReminderAnswer } from '../reminders.ts'
import { Settings, System } from '../settings.ts'
import { Task, TaskDraft, TaskMark } from '../tasks.ts'
import { Instant, Zone } from '../time.ts'
import type { Result } from '../result.ts'
import type { channels, Feature } from './channels.ts'

const nothing = z.null()
const secret = z.string().min(1).max(1000)
const key = z.string().min(1).max(64)

export const VaultState = z.strictObject({ state: z.enum(['none', 'locked', 'open']), /** Where the vault lives, for backups. */ folder: z.string(), /** A problem that must be read before anything else, e.g. a damaged key file. */ problem: Problem.nullable(), /** Whether this computer's login opens it too. */ keychain: z.boolean() })
export type VaultState = z.infer<typeof VaultState>

/** Enough to draw the door: how the vault looks at a glance, and what this computer is set to. What is asked for later counts. */
export interface AtStart { readonly vault: VaultState | null; readonly system: System }

export const contract = {
  vault: {
    state: { request: nothing, reply: VaultState },
    create: { request: z.strictObject({ passphrase: secret }), reply: z.strictObject({ recoveryWords: z.array(z.string()) }) },
    unlock: { request: z.strictObject({ passphrase: secret }), reply: nothing },
    /** Opens with the recovery words and sets a new passphrase. */
    recover: { request: z.strictObject({ words: secret, newPassphrase: secret }), reply: nothing },
    lock: { request: nothing, reply: nothing },
    changePassphrase: { request: z.strictObject({ old: secret, next: secret }), reply: nothing },
    /** Deletes the vault and its backups for good. Refused with `vault.wrong-passphrase` before anything is touched. */
    erase: { request: z.strictObject({ passphrase: secret }), reply: nothing },
    /** Whether this computer's keychain would be trusted; refused with why not. */
    checkKeychain: { request: nothing, reply: nothing },
    /** Switches it on: from then on whoever is logged in to this computer opens the vault. */
    useKeychain: { request: z.strictObject({ passphrase: secret }), reply: nothing },
    forgetKeychain: { request: nothing, reply: nothing },
    unlockWithKeychain: { request: nothing, reply: nothing },
  },
  backups: {
    /** Newest first, also while the vault is locked or there is none. */
    list: { request: nothing, reply: z.array(Backup) },
    make: { request: nothing, reply: Backup },
    /** What is in one; changes nothing. */
    preview: { request: z.strictObject({ id: BackupId, key: BackupKey }), reply: BackupPreview },
    /** Puts one in the vault's place and opens it. What stood there is set aside. */
    restore: { request: z.strictObject({ id: BackupId, key: RestoreKey }), reply: nothing },
  },
  data: {
    /** Asks where to, and saves everything as one JSON file; replies with the file's name, null when no place was picked. */
    export: { request: nothing, reply: z.string().nullable() },
  },
  household: {
    read: { request: nothing, reply: Household },
    write: { request: Household, reply: nothing },
    /** Entries that a form added, changed or took out, as one change that can be undone; replies with its id. Refused with `calendar.changed` when one of them is no longer as the form found it. */
    change: { request: z.strictObject({ changes: z.array(EntryChange).min(1).max(200) }), reply: key },
    /** Fills an empty household with the sample one, its tariff and next week's appointments. Refused when there is already something. */
    sample: { request: z.strictObject({ zone: Zone }), reply: Household },
  },
  chat: {
    conversations: { request: nothing, reply: z.array(Conversation) },
    /** The last of a conversation before one (null: the end), back to another at least where one is named, and how many stand before those. */
    turns: { request: z.strictObject({ conversationId: key, before: key.nullable(), until: key.nullable() }), reply: z.strictObject({ turns: z.array(Turn), earlier: z.number().int().min(0) }) },
    start: { request: nothing, reply: Conversation },
    /** Answers at once with the turn as it stands (`thinking`); news follow as it proceeds. */
    send: { request: z.strictObject({ conversationId: key, text: z.string().trim().min(1).max(MAX_MESSAGE), route: Route, /** Whatever cloud is set up, this once the practice cloud is asked. */ practice: z.boolean().optional() }), reply: Turn },
    stop: { request: z.strictObject({ turnId: key }), reply: nothing },
    remove: { request: z.strictObject({ conversationId: key }), reply: nothing },
    /** Its title, and whether it is kept at the top of the list. */
    change: { request: z.strictObject({ conversationId: key, title: z.string().trim().min(1).max(MAX_TITLE), pinned: z.boolean() }), reply: Conversation },
    /** The newest turns in which every word of the query begins a word. */
    search: { request: z.strictObject({ query: z.string().max(MAX_QUERY) }), reply: Found },
    /** What was typed and not sent. An empty text forgets it. */
    drafts: { request: nothing, reply: z.array(Draft) },
    saveDraft: { request: Draft, reply: nothing },
    /** Asks where to, and saves one conversation or (null) all; null when no place was picked. */
    saveFile: { request: z.strictObject({ conversationId: key.nullable(), form: z.enum(['json', 'markdown']) }), reply: z.strictObject({ file: z.string(), conversations: z.number().int() }).nullable() },
    /** Asks for a file saved as JSON and adds what is in it as new conversations, newest first; null when none was picked. */
    openFile: { request: nothing, reply: z.array(Conversation).min(1).nullable() },
  },
  departure: {
    waiting: { request: nothing, reply: Departure.nullable() },
    approve: { request: z.strictObject({ id: key, revision: z.number().int(), sha256: z.string().length(64) }), reply: nothing },
    refuse: { request: z.strictObject({ id: key }), reply: nothing },
    /** Keep it here, and let the computer answer instead. */
    answerHere: { request: z.strictObject({ id: key }), reply: nothing },
    /** Replies with the new revision. */
    amend: { request: z.strictObject({ id: key, revision: z.number().int(), amendment: Amendment }), reply: Departure },
    /** What a standing rule, kept or only thought of, would have changed about past departures. */
    replay: { request: StandingRule.pick({ kind: true, phrase: true }), reply: Replay },
  },
  calendar: {
    between: { request: z.strictObject({ from: Instant, to: Instant }), reply: z.array(CalendarEvent) },
    /** The event that begins the series that a time belongs to, with its rule; null for a single event. */
    series: { request: z.strictObject({ id: Id }), reply: CalendarEvent.nullable() },
    /** With an id an edit, without one a new event. Of a series the times that `scope` says; where start and end of all move, they say by how much. */
    save: { request: z.strictObject({ id: Id.nullable(), event: EventDraft, scope: Scope }), reply: CalendarEvent },
    remove: { request: z.strictObject({ id: Id, scope: Scope }), reply: nothing },
    /** The yes: applies a turn's proposal, without the changes at the positions in `without`. */
    accept: { request: z.strictObject({ turnId: key, without: z.array(z.number().int().min(0).max(99)).max(100) }), reply: Turn },
    /** Changes an event of an open proposal before the yes; `at` is the position of its change. */
    amend: { request: z.strictObject({ turnId: key, at: z.number().int().min(0).max(99), event: EventDraft }), reply: Turn },
    dismiss: { request: z.strictObject({ turnId: key }), reply: Turn },
    /** Undoes the newest change that is not undone, or the given one if nothing later touches the same events. */
    undo: { request: z.strictObject({ changeSetId: key.nullable() }), reply: ChangeSet },
    history: { request: nothing, reply: z.array(ChangeSummary) },
  },
  ics: {
    /** Asks for a calendar file and compares it with the calendar; null when none was picked. */
    open: { request: nothing, reply: ReadFile.nullable() },
    /** The same for one that the system handed over, once; null when there is none. The window never learns where it lies. */
    given: { request: nothing, reply: ReadFile.nullable() },
    /** The same for one that was dropped on the window. One byte too many is let through, so that a file too large is refused by its name. */
    read: { request: z.strictObject({ name: z.string().max(300), bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= MAX_FILE + 1, 'too large') }), reply: ReadFile },
    /** What it would change, part by part. */
    rows: { request: z.strictObject({ id: key, from: z.number().int().min(0).max(MAX_ENTRIES) }), reply: ReadRows },
    stop: { request: nothing, reply: nothing },
    /** Forgets the file that was read. */
    close: { request: nothing, reply: nothing },
    /** The yes: takes these rows as one change. */
    accept: { request: z.strictObject({ id: key, rows: z.array(z.number().int().min(0).max(MAX_ENTRIES)).max(MAX_ENTRIES) }), reply: Imported },
    /** Asks where to, and saves; null when no place was picked. */
    save: { request: ExportWhat, reply: Exported.nullable() },
  },
  tasks: {
    /** All of them, done ones too, in the order they were made. */
    list: { request: nothing, reply: z.array(Task) },
    /** With an id an edit, without one a new task. */
    save: { request: z.strictObject({ id: Id.nullable(), task: TaskDraft }), reply: Task },
    /** All of them at once, so that they also come back at once. */
    remove: { request: z.strictObject({ ids: z.array(Id).min(1).max(1000) }), reply: nothing },
    mark: { request: z.strictObject({ id: Id, mark: TaskMark }), reply: Task },
  },
  reminders: {
    /** What was given and waits for an answer, by when it starts. */
    standing: { request: nothing, reply: z.array(Reminder) },
    answer: { request: z.strictObject({ keys: Reminder.shape.keys, answer: ReminderAnswer }), reply: nothing },
  },
  ledger: {
    list: { request: nothing, reply: z.array(Receipt) },
    /** What every provider was told of every entry of the household, what was told last first; and how many departures are from before that was recorded. */
    seen: { request: nothing, reply: z.strictObject({ seen: z.array(Seen), unrecorded: z.number().int().min(0) }) },
    /** Recomputes the chain. `brokenAt` is the number of the first receipt that does not fit. */
    verify: { request: nothing, reply: z.strictObject({ count: z.number().int(), brokenAt: z.number().int().nullable(), head: z.string() }) },
    /** Saves the head of the chain where the person says; answers with the file's name, null when they say nowhere. Refuses with `ledger.empty` and `ledger.broken`. */
    saveHead: { request: nothing, reply: z.string().nullable() },
    /** Holds the ledger to a head that was saved earlier; null when no file was picked. Refuses with `ledger.no-head`. */
    compareHead: { request: nothing, reply: z.strictObject({ file: z.string(), savedAt: Instant, receipts: z.number().int(), outcome: z.enum(['holds', 'changed', 'cut-off']) }).nullable() },
  },
  models: {
    status: { request: nothing, reply: ModelStatus },
    /** Starts a download, or goes on with one that was stopped; news follow as it proceeds. */
    pull: { request: z.strictObject({ model: ModelName }), reply: Pull },
    stopPull: { request: z.strictObject({ model: ModelName }), reply: nothing },
    /** Forgets a download that was stopped or has failed. */
    dismissPull: { request: z.strictObject({ model: ModelName }), reply: nothing },
    remove: { request: z.strictObject({ model: ModelName }), reply: nothing },
    /** Lets go of the memory a model takes. */
    unload: { request: z.strictObject({ model: ModelName }), reply: nothing },
    /** Asks the model one short question that holds nothing of the household. */
    test: { request: z.strictObject({ model: ModelName }), reply: ModelTest },
    stopTest: { request: nothing, reply: nothing },
  },
  settings: {
    read: { request: nothing, reply: Settings },
    write: { request: Settings, reply: nothing },
    /** What a setting means that is left to this computer. */
    system: { request: nothing, reply: System },
    /** Puts a provider's key into the vault; an empty string removes it. It never comes back out to the window. */
    setKey: { request: z.strictObject({ key: z.string().max(500) }), reply: nothing },
    hasKey: { request: nothing, reply: z.boolean() },
    /** Whether Lares is in the tray now: a desktop may have none. */
    hasTray: { request: nothing, reply: z.boolean() },
  },
} as const satisfies { readonly [F in Feature]: { readonly [C in (typeof channels)[F][number]]: { readonly request: z.ZodType; readonly reply: z.ZodType } } }

type Contract = typeof contract
export type Requests<F extends Feature, C extends keyof Contract[F]> = Contract[F][C] extends { request: infer S extends z.ZodType } ? z.infer<S> : never
export type Replies<F extends Feature, C extends keyof Contract[F]> = Contract[F][C] extends { reply: infer S extends z.ZodType } ? z.infer<S> : never

/** What main implements: one function per channel; the request has already been checked. */
export type Handlers<F extends Feature> = { readonly [C in keyof Contract[F]]: (request: Requests<F, C>) => Promise<Result<Replies<F, C>>> }
/** What the window sees: the same functions. */
export type Bridge = { readonly [F in Feature]: Handlers<F> }

/** What main tells the window unasked. Stores refetch what the news names. */
export const News = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('vault'), vault: VaultState }),
  z.strictObject({ kind: z.literal('turn'), turn: Turn }),
  z.strictObject({ kind: z.literal('departure'), departure: Departure.nullable() }),
  /** Events or tasks. */
  z.strictObject({ kind: z.literal('calendar') }),
  z.strictObject({ kind: z.literal('household') }),
  /** What was given and waits for an answer. */
  z.strictObject({ kind: z.literal('reminders'), reminders: z.array(Reminder) }),
  /** A notification was clicked: what it reminds of, or null for several. */
  z.strictObject({ kind: z.literal('reminder-opened'), reminder: Reminder.nullable() }),
  z.strictObject({ kind: z.literal('ledger') }),
  z.strictObject({ kind: z.literal('settings'), settings: Settings }),
  /** One was made, or could not be. */
  z.strictObject({ kind: z.literal('backups'), problem: Problem.nullable() }),
  z.strictObject({ kind: z.literal('pulls'), pulls: z.array(Pull) }),
  /** The system handed over a calendar file. */
  z.strictObject({ kind: z.literal('file-given') }),
  /** The menu calls a command. */
  z.strictObject({ kind: z.literal('command'), command: z.enum(menuCommands) }),
])
export type News = z.infer<typeof News>
