/** Searching a text for a pattern that is kept: `text.matchAll` copies the pattern for every text, which takes longer than most searches. */

/** Every match, as `text.matchAll` gives them. Throws for a pattern that is not global, which would be searched for forever. */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('a pattern searched for everywhere must be global')
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
