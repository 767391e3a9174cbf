/** Conversations in files: saved as JSON, which Lares reads again, or as Markdown for reading. What comes from a file is words that can be read, and nothing that can be done. */
import { z } from 'zod'
import { Conversation, Turn } from '../../shared/conversation.ts'
import { printable } from '../../shared/printable.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { instantToWall, Instant, toInstant, type Clock } from '../../shared/time.ts'
import type { Vault } from '../vault/vault.ts'
import type { Chat } from './chat.ts'
import { inMarkdown, type Told } from './markdown.ts'

/** The largest file of conversations that is read, in bytes. */
export const MAX_CHAT_FILE = 32_000_000
const MB = 1_000_000

const FORMAT = 'lares-conversations'
const VERSION = 1

/** Format 1. Ids are left out: they mean something in one vault only. */
const Saved = z.strictObject({
  format: z.literal(FORMAT), version: z.literal(VERSION), savedAt: Instant,
  conversations: z.array(z.strictObject({ ...Conversation.omit({ id: true }).shape, turns: z.array(Turn.omit({ id: true, conversationId: true })).max(50_000) })).min(1).max(10_000),
})
type Saved = z.infer<typeof Saved>

export interface ConversationFiles {
  /** One conversation, or (null) all, as a file. `chat-file.too-long` when it would be too large to be read back. */
  readonly write: (conversationId: string | null, form: 'json' | 'markdown') => Promise<Result<{ readonly name: string; readonly bytes: Uint8Array; readonly conversations: number }>>
  /**
   * Adds what a JSON file holds as new conversations, all or none, marked as imported. Of proposals, choices and receipts nothing is taken: they belong to the vault they were made in.
   * Hidden characters are taken out. Refuses a file that is not exactly of the format, naming the place and never the value.
   */
  readonly read: (bytes: Uint8Array) => Promise<Result<readonly Conversation[]>>
}

export interface ConversationFilesDeps {
  readonly chat: Pick<Chat, 'conversations' | 'turns'>
  readonly vault: Pick<Vault['chat'], 'add'>
  readonly zone: () => Promise<Result<string>>
  readonly clock: Clock
  readonly newId: () => string
}

export function createConversationFiles({ chat, vault, zone, clock, newId }: ConversationFilesDeps): ConversationFiles {
  const gather = async (conversationId: string | null): Promise<Result<readonly Told[]>> => {
    const list = await chat.conversations()
    if (!list.ok) return list
    const told: Told[] = []
    for (const conversation of list.value.filter(({ id }) => conversationId === null || id === conversationId)) {
      const turns = await chat.turns(conversation.id)
      if (!turns.ok) return turns
      if (turns.value.length > 0) told.push({ conversation, turns: turns.value })
    }
    return told.length === 0 ? fail(problem('chat-file.nothing')) : ok(told)
  }

  return {
    write: async (conversationId, form) => {
      const [told, home] = [await gather(conversationId), await zone()]
      if (!told.ok) return told
      if (!home.ok) return home
      const now = toInstant(clock.now())
      const bytes = new TextEncoder().encode(form === 'markdown' ? inMarkdown(told.value, home.value) : JSON.stringify(savedForm(told.value, now), null, 1))
      if (form === 'json' && bytes.length > MAX_CHAT_FILE) return fail(problem('chat-file.too-long', { limit: MAX_CHAT_FILE / MB }))
      return ok({ name: `lares-conversations-${instantToWall(now, home.value).slice(0, 10)}.${form === 'json' ? 'json' : 'md'}`, bytes, conversations: told.value.length })
    },
    read: async (bytes) => {
      const saved = readSaved(bytes)
      if (!saved.ok) return saved
      const importedAt = toInstant(clock.now())
      const all = saved.value.conversations.map(({ turns, ...conversation }) => {
        const id = newId()
        return { conversation: { ...conversation, id, importedAt }, turns: turns.map((turn) => onlyWords({ ...turn, id: newId(), conversationId: id })) }
      })
      const added = await vault.add(all.map(({ conversation }) => conversation), all.flatMap(({ turns }) => turns))
      return added.ok ? ok(all.map(({ conversation }) => conversation)) : added
    },
  }
}

const savedForm = (told: readonly Told[], savedAt: Instant): Saved => ({
  format: FORMAT, version: VERSION, savedAt,
  conversations: told.map(({ conversation: { id: _id, ...conversation }, turns }) => ({ ...conversation, turns: turns.map(({ id: _turnId, conversationId: _conversationId, ...turn }) => turn) })),
})

function readSaved(bytes: Uint8Array): Result<Saved> {
  if (bytes.length > MAX_CHAT_FILE) return fail(problem('chat-file.too-big', { limit: MAX_CHAT_FILE / MB }))
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value))
  } catch { return fail(problem('chat-file.other')) }
  const head = z.object({ format: z.literal(FORMAT), version: z.number().int() }).safeParse(json)
  if (!head.success) return fail(problem('chat-file.other'))
  if (head.data.version > VERSION) return fail(problem('chat-file.newer', { found: head.data.version, known: VERSION }))
  const saved = Saved.safeParse(json)
  if (saved.success) return ok(saved.data)
  const issue = saved.error.issues[0]
  return fail(problem('chat-file.broken', { what: `${issue?.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' → ') ?? ''} is not as it should be`.trim().slice(0, 200) }))
}

/** What can be read of a turn, without what could be accepted, chosen, undone or gone on with. */
const onlyWords = (turn: Turn): Turn => {
  const { answer } = turn
  const isOver = answer.status === 'done' || answer.status === 'problem' || answer.status === 'stopped'
  return { ...turn, answer: { ...answer, status: isOver ? answer.status : 'stopped', proposal: null, choices: [], provenance: { ...answer.provenance, receiptIds: [] } } }
}
