/** Keeps what is typed in the vault, so that a crash loses no more than the last moment of it. */
import type { Draft } from '../../shared/conversation.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'

interface DraftKeeper {
  /** What the draft is now; saved within `SAVE_WITHIN_MS`, however long the typing goes on. null: of no conversation yet. */
  readonly note: (conversationId: string | null, text: string) => void
  /** Saves at once what is not saved yet. */
  readonly flush: () => void
  /** Lets go of what is not saved yet. */
  readonly forget: () => void
}

interface DraftKeeperDeps {
  readonly save: (draft: Draft) => Promise<Result<null>>
  /** Calls after so many milliseconds; returns what stops it. */
  readonly after: (ms: number, call: () => void) => () => void
  readonly onRefused: (problem: Problem) => void
}

/** In milliseconds. */
export const SAVE_WITHIN_MS = 400

/** Refusals that need no word: by then there is nothing the draft could belong to, or nobody is there. */
const quiet: ReadonlySet<string> = new Set(['vault.not-found', 'vault.locked', 'vault.missing'])

export function createDraftKeeper({ save, after, onRefused }: DraftKeeperDeps): DraftKeeper {
  const unsaved = new Map<string | null, string>()
  let stop: (() => void) | null = null
  const rest = (): void => {
    stop?.()
    stop = null
  }
  const keep = async (draft: Draft): Promise<void> => {
    const saved = await save(draft)
    if (!saved.ok && !quiet.has(saved.problem.name)) onRefused(saved.problem)
  }
  const flush = (): void => {
    rest()
    const drafts = [...unsaved]
    unsaved.clear()
    for (const [conversationId, text] of drafts) void keep({ conversationId, text })
  }
  return {
    note: (conversationId, text) => {
      unsaved.set(conversationId, text)
      stop ??= after(SAVE_WITHIN_MS, flush)
    },
    flush,
    forget: () => {
      rest()
      unsaved.clear()
    },
  }
}
