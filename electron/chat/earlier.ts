/** What was said earlier in a conversation, for messages that lean on it: "why not this evening?", "no, at five", "remind me an hour before". */
import type { Turn } from '../../shared/conversation.ts'
import type { LastArranged } from '../../shared/stages.ts'
import type { Instant } from '../../shared/time.ts'
import type { Vault } from '../vault/vault.ts'

export interface Earlier {
  /** The newest message that devices were planned for; undefined when there is none. */
  readonly lastPlanned: (conversationId: string, before: string) => Promise<string | undefined>
  /** The newest turn whose proposal waits or was accepted; undefined when there is none. */
  readonly lastArranged: (conversationId: string, before: string) => Promise<(LastArranged & { readonly text: string; readonly at: Instant }) | undefined>
}

/** Nobody means what lies further back. */
const LOOK_BACK = 200

export function createEarlier(chat: Pick<Vault['chat'], 'page'>): Earlier {
  /** The last before the turn of that id; none when they cannot be read. */
  const turnsBefore = async (conversationId: string, id: string): Promise<readonly Turn[]> => {
    const page = await chat.page(conversationId, { before: id, until: null, limit: LOOK_BACK })
    return page.ok ? page.value.turns : []
  }
  return {
    lastPlanned: async (conversationId, before) => (await turnsBefore(conversationId, before)).findLast(({ answer }) => answer.runs.length > 0)?.text,
    lastArranged: async (conversationId, before) => {
      for (const { id, text, at, answer: { proposal } } of (await turnsBefore(conversationId, before)).toReversed()) {
        if (proposal?.status === 'open' || proposal?.status === 'accepted') return { turnId: id, text, at, changes: proposal.changes, status: proposal.status }
      }
      return undefined
    },
  }
}
