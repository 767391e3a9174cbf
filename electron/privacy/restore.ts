/** Puts real names back into a cloud answer: whole tokens, lenient forms only where unique, never inside addresses or code. */
import { bareName, type Placeholder } from './placeholders.ts'

export interface Restored {
  readonly text: string
  /** Look-alike tokens that stand for nothing known; left as they are and reported. */
  readonly unknown: readonly string[]
}

const token = /\[?\b([A-Za-z]+(?:_[A-Za-z]+)*[_ ][A-Z]{1,2}|SLOT_\d{1,4}|J\d{1,3})\b(?:: ?[\p{L} -]{1,30})?\]?/gu
const untouchable = /https?:\/\/\S+|`[^`]*`|!?\[[^\]]*\]\([^)]*\)/g

/**
 * Restores an answer. A token with brackets is replaced when its bare name is known; without brackets only when it is
 * written exactly ("PERSON_A"). An invented token is never replaced by the nearest one.
 */
export function restoreText(answer: string, tokens: ReadonlyMap<string, Placeholder>): Restored {
  const byName = new Map([...tokens].map(([t, placeholder]) => [bareName(t), placeholder.shows]))
  const unknown: string[] = []
  const restore = (text: string): string => text.replace(token, (whole, name: string) => {
    const canonical = name.toUpperCase().replaceAll(' ', '_')
    const bracketed = whole.startsWith('[') && whole.endsWith(']')
    const shows = byName.get(canonical)
    if (shows !== undefined && (bracketed || name === canonical)) return bracketed ? shows : whole.replace(name, shows)
    if (bracketed || /^(?:PERSON|PLACE|SLOT)_/.test(name)) unknown.push(whole)
    return whole
  })
  let text = '', from = 0
  for (const m of answer.matchAll(untouchable)) {
    text += restore(answer.slice(from, m.index)) + m[0]
    from = m.index + m[0].length
  }
  return { text: text + restore(answer.slice(from)), unknown }
}
