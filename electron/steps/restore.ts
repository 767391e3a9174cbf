/** Stage 8 → 9: the cloud's answer in the household's own terms. Still unchecked; shown, never obeyed. */
import type { Edit } from '../../shared/ask.ts'
import { quoted } from '../../shared/language.ts'
import { printable } from '../../shared/printable.ts'
import type { Result } from '../../shared/result.ts'
import type { CloudAnswer, Grounded } from '../../shared/stages.ts'
import type { Placeholder } from '../privacy/placeholders.ts'
import { restoreText } from '../privacy/restore.ts'
import { grounded } from './ground.ts'
import { strings } from './remark-strings.ts'
import { go, orHalt, type Step } from './step.ts'

export interface RestoreDeps { readonly tokens: (conversationId: string) => Promise<Result<ReadonlyMap<string, Placeholder>>> }

/** A refined letter is the sanitised draft with the edits in it, restored; the draft itself stands beside it. Of tokens lost or invented the remarks tell. */
export const createRestore = ({ tokens }: RestoreDeps): Step<CloudAnswer, Grounded> => async (answer, walk) => {
  const known = await tokens(walk.message.conversationId)
  if (!known.ok) return orHalt(known)
  const { asked } = answer
  const isLetter = asked.kind === 'refine'
  const sanitised = isLetter ? edited(asked.draft, answer.edits ?? []) : answer.text
  const needed = isLetter ? [...known.value.keys()].filter((token) => asked.draft.includes(token)) : undefined
  const { text, unknown, missing = [] } = restoreText(printable(sanitised), known.value, needed)
  const shown = (list: readonly string[]): string => [...new Set(list)].slice(0, 5).join(', ')
  const lost = missing.flatMap((token) => known.value.get(token)?.shows ?? [])
  const remarks = [
    ...(unknown.length === 0 ? [] : [strings.unknownNames(shown(unknown))]),
    ...(lost.length === 0 ? [] : [strings.lostWords(shown(lost.map(quoted)))]),
  ]
  if (!isLetter) return go(grounded({ placements: answer.plan, text, remarks, by: answer.engine }))
  const draft = walk.draft ?? ''
  const strange = addedFacts(draft, text)
  return go(grounded({
    text, by: answer.engine, others: [{ by: strings.yourDraft, text: draft, placements: null }],
    remarks: [...remarks, ...(strange.length === 0 ? [] : [strings.addedFacts(shown(strange.map(quoted)))]), ...(answer.edits?.length === 0 ? [strings.unchanged] : [])],
  }))
}

/** The draft with each edit in its one place. */
function edited(draft: string, edits: readonly Edit[]): string {
  const places = edits.map(({ find, replace }) => ({ at: draft.indexOf(find), find, replace })).sort((a, b) => b.at - a.at)
  return places.reduce((text, { at, find, replace }) => text.slice(0, at) + replace + text.slice(at + find.length), draft)
}

/** Figures of the refined letter that the draft does not have: a cloud may polish words, not facts. */
const addedFacts = (draft: string, letter: string): string[] => {
  const figures = (text: string): string[] => text.match(/\d+(?:[.,:/]\d+)*/g) ?? []
  const known = new Set(figures(draft))
  return figures(letter).filter((figure) => !known.has(figure))
}
