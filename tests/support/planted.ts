/** Words that nobody would write and no program holds: planted in every kind of place, to see where they can still be found. Made anew each time they are needed, so that whoever plants them need not keep them. */
import { createHash } from 'node:crypto'

const CONSONANTS = 'bdfgklmnprstvz', VOWELS = 'aeiou'

/** Fourteen letters, the first a capital; the same for the same place and run. */
export function plantedWord(run: string, place: string): string {
  const bytes = createHash('sha256').update(`${run}/${place}`).digest()
  const letters = Array.from({ length: 14 }, (_, at) => { const from = at % 2 === 0 ? CONSONANTS : VOWELS; return from[(bytes[at] ?? 0) % from.length] ?? '' }).join('')
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}

/** The places, each a kind of thing that a household writes somewhere. */
export const PLACES = [
  'household name', 'person', 'alias of a person', 'telephone', 'e-mail', 'note of a person', 'place', 'alias of a place', 'address', 'note of a place', 'device', 'alias of a device', 'tariff', 'routine', 'alias of a routine', 'phrase to forbid', 'phrase to let go', 'title of a note', 'text of a note',
  'event', 'note of an event', 'event of a series', 'task', 'list of a task', 'line of a checklist', 'note of a task',
  'question', 'plan', 'letter', 'note by chat', 'title of a conversation', 'draft', 'search', 'redacted at the desk', 'waiting at the desk', 'never answered',
  'name of a file', 'event of a file', 'unreadable in a file', 'key of a cloud', 'address of a cloud', 'model', 'passphrase', 'new passphrase', 'replayed rule',
] as const
export type PlantedPlace = (typeof PLACES)[number]
