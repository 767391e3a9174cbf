/** Stage 8 → 9: the cloud's answer in the household's own terms. Still unchecked; shown, never obeyed. */
import { printable } from '../../shared/printable.ts'
import type { Result } from '../../shared/result.ts'
import type { CloudAnswer, Grounded } from '../../shared/stages.ts'
import type { Placeholder } from '../privacy/placeholders.ts'
import { restoreText } from '../privacy/restore.ts'
import { go, orHalt, type Step } from './step.ts'

export interface RestoreDeps { readonly tokens: (conversationId: string) => Promise<Result<ReadonlyMap<string, Placeholder>>> }

export const createRestore = ({ tokens }: RestoreDeps): Step<CloudAnswer, Grounded> => async (answer, walk) => {
  const known = await tokens(walk.message.conversationId)
  if (!known.ok) return orHalt(known)
  const { text, unknown } = restoreText(printable(answer.text), known.value)
  const remarks = unknown.length === 0 ? [] : [`The cloud used names nobody gave it (${[...new Set(unknown)].slice(0, 5).join(', ')}); they were left as they are.`]
  return go({ placements: answer.plan, text, remarks, by: answer.engine } as Partial<Grounded> as Grounded)
}
