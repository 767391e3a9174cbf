/** A vault with one conversation that is long, and one that has nothing in it yet. */
import { createVault } from '../../electron/vault/connection.ts'
import type { Turn } from '../../shared/conversation.ts'
import { toInstant } from '../../shared/time.ts'
import { randomFrom } from './random.ts'
import { cheap, value, workerUrl } from './vault.ts'

const SENTENCE = 'The swimming lesson is moved to Friday because the hall is being cleaned. '

/** Turn number n, from 1, asks about number n; the conversation is called “A long one”. */
export async function makeLongChat(folder: string, passphrase: string, messages: number, now: number): Promise<void> {
  const vault = createVault({ folder, workerUrl, clock: { now: () => now }, engine: { argon: cheap } }), random = randomFrom(messages)
  value(await vault.create(passphrase))
  value(await vault.chat.add([{ id: 'long', title: 'A long one', startedAt: toInstant(now - 1e10), lastAt: toInstant(now) }, { id: 'short', title: 'A short one', startedAt: toInstant(now), lastAt: toInstant(now + 1000) }], []))
  const turnOf = (n: number): Turn => ({
    id: `t${String(n)}`, conversationId: 'long', at: toInstant(now - (messages - n) * 60_000), text: `What about number ${String(n)}? ${SENTENCE.repeat(random(3))}`, route: 'auto',
    answer: { status: 'done', text: `${SENTENCE.repeat(1 + random(8))}\n\n- one\n- **two**`, readings: [], unread: [], choices: [], runs: [], others: [], proposal: null, problem: null, provenance: { pattern: 'answered-here', direction: 'here', trigger: 'always', purpose: 'privacy', why: 'it could', engines: ['gemma4:e4b'], bytesLeft: 0, receiptIds: [], checks: [], tokens: null, cost: null, milliseconds: 3 } },
  })
  for (let from = 0; from < messages; from += 2500) value(await vault.chat.add([], Array.from({ length: Math.min(2500, messages - from) }, (_, i) => turnOf(from + i + 1))))
  await vault.close()
}
