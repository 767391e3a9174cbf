/** What somebody could still guess from what leaves: said plainly, because nothing that leaves says nothing. */
import type { PlanningProblem } from '../../shared/planning.ts'

const telling: readonly { readonly pattern: RegExp; readonly says: (word: string) => string }[] = [
  { pattern: /\b(school|kindergarten|nursery|homework|teacher|lesson)\b/i, says: (w) => `“${w}”: that there are children.` },
  { pattern: /\b(baby|nap|naps|toddler|pram)\b/i, says: (w) => `“${w}”: that there is a small child.` },
  { pattern: /\b(shift|shifts|work|office|commute)\b/i, says: (w) => `“${w}”: that somebody works away from home at that time.` },
  { pattern: /\b(doctor|dentist|clinic|hospital|medicine|therapy|surgery|pregnan\w*|ill|sick)\b/i, says: (w) => `“${w}”: something about somebody’s health.` },
  { pattern: /\b(holiday|holidays|away|trip|travel\w*)\b/i, says: (w) => `“${w}”: that the house may be empty.` },
  { pattern: /\b(dog|cat|pet|puppy|kitten)\b/i, says: (w) => `“${w}”: that there is an animal.` },
  { pattern: /\b(church|mosque|synagogue|temple|prayer|party|union)\b/i, says: (w) => `“${w}”: something about belief or belonging.` },
  { pattern: /\b(breakfast|sleep|sleeps|sleeping|bedtime)\b/i, says: (w) => `“${w}”: something about your daily rhythm.` },
  { pattern: /\b(he|his|him|she|her|hers)\b/i, says: (w) => `“${w}”: whether somebody is a man or a woman.` },
]

/** `words` is the outgoing text, or null when only the problem leaves. */
export function guesses(words: string | null, problem: PlanningProblem | null): string[] {
  const fromWords = words === null ? [] : telling.flatMap(({ pattern, says }) => { const found = pattern.exec(words)?.[1]; return found === undefined ? [] : [says(found)] })
  return [
    ...fromWords,
    ...(problem?.prices === undefined ? [] : ['The shape of the price curve: somebody who knows the market could guess the day.']),
    ...(problem === null ? [] : ['The lengths and powers of the jobs: what kind of appliances they may be.']),
  ]
}
