/** What was changed in a letter, passage by passage. */
import { diffWordsWithSpace } from 'diff'

interface LetterChange { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/**
 * In order. What is not added is the text before, what is not removed the text after, letter by letter. Changed words with nothing
 * but a space between them are one passage, so that "i has" → "I have" is read as one change and not as two.
 */
export const letterChanges = (before: string, after: string): readonly LetterChange[] => {
  const changes: LetterChange[] = []
  let removed = '', added = ''
  const close = (): void => {
    if (removed !== '') changes.push({ kind: 'removed', text: removed })
    if (added !== '') changes.push({ kind: 'added', text: added })
    removed = added = ''
  }
  const parts = diffWordsWithSpace(before, after)
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1]
    const isBetween = removed !== '' && added !== '' && /^ +$/.test(part.value) && (next?.removed === true || next?.added === true)
    if (part.removed || isBetween) removed += part.value
    if (part.added || isBetween) added += part.value
    if (part.added || part.removed || isBetween) continue
    close()
    changes.push({ kind: 'same', text: part.value })
  }
  close()
  return changes
}
