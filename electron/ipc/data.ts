/** Handler of the household's own data: everything as one file in an open format. */
import type { Turn, Conversation } from '../../shared/conversation.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { ALWAYS, toInstant, type Clock } from '../../shared/time.ts'
import type { Vault } from '../vault/vault.ts'
import type { PickedFiles } from '../window/picked-files.ts'
import { strings } from './strings.ts'

export interface DataDeps {
  readonly vault: Pick<Vault, 'household' | 'events' | 'tasks' | 'chat' | 'receipts' | 'settings'>
  readonly files: Pick<PickedFiles, 'save'>
  readonly clock: Clock
}

/** As many change sets as the vault gives at once. */
const CHANGES = 10_000

/**
 * Saves one JSON file (RFC 8259, UTF-8): `format` and `version` of the file, `exportedAt`, then what the vault holds, each entry as its schema in
 * shared/ has it. Of the changes the newest 10,000. Left out are the cloud's keys, and what only Lares itself needs: the tokens of conversations, and which reminders were given.
 */
export const dataHandlers = ({ vault, files, clock }: DataDeps): Handlers<'data'> => ({
  export: async () => {
    const [household, events, tasks, changes, conversations, receipts, settings] = await Promise.all([
      vault.household.read(), vault.events.between(...ALWAYS), vault.tasks(), vault.events.history(CHANGES), talks(vault.chat), vault.receipts.list(), vault.settings.read(),
    ])
    if (!household.ok) return household
    if (!events.ok) return events
    if (!tasks.ok) return tasks
    if (!changes.ok) return changes
    if (!conversations.ok) return conversations
    if (!receipts.ok) return receipts
    if (!settings.ok) return settings
    const exportedAt = toInstant(clock.now())
    const everything = { format: 'lares-export', version: 1, exportedAt, household: household.value, events: events.value, tasks: tasks.value, conversations: conversations.value, receipts: receipts.value, changes: changes.value, settings: settings.value }
    return files.save(strings.exportAll, { name: 'JSON', extensions: ['json'] }, `lares-${exportedAt.slice(0, 10)}.json`, new TextEncoder().encode(`${JSON.stringify(everything, null, 2)}\n`))
  },
})

const talks = async (chat: Vault['chat']): Promise<Result<readonly (Conversation & { readonly turns: readonly Turn[] })[]>> => {
  const conversations = await chat.conversations()
  if (!conversations.ok) return conversations
  const all: (Conversation & { readonly turns: readonly Turn[] })[] = []
  for (const conversation of conversations.value) {
    const turns = await chat.turns(conversation.id)
    if (!turns.ok) return turns
    all.push({ ...conversation, turns: turns.value })
  }
  return ok(all)
}
