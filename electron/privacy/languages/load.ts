/** Loads the languages beside English. ← ADD A LANGUAGE */
import { french } from './french.ts'
import { german } from './german.ts'
import type { Language } from './language.ts'
import { spanish } from './spanish.ts'

/** With a pause after each step. */
export async function loadLanguages(pause: () => Promise<void>): Promise<readonly Language[]> {
  const loaded: Language[] = []
  for (const { make, words, names } of LANGUAGES) {
    const listed = (await words()).default
    await pause()
    const named = (await names()).default
    await pause()
    loaded.push(make(listed, named))
    await pause()
  }
  return loaded
}

interface Source { readonly make: typeof german; readonly words: () => Promise<{ readonly default: Parameters<typeof german>[0] }>; readonly names: () => Promise<{ readonly default: Parameters<typeof german>[1] }> }
const LANGUAGES: readonly Source[] = [
  { make: german, words: () => import('./german-words.json', { with: { type: 'json' } }), names: () => import('./german-names.json', { with: { type: 'json' } }) },
  { make: french, words: () => import('./french-words.json', { with: { type: 'json' } }), names: () => import('./french-names.json', { with: { type: 'json' } }) },
  { make: spanish, words: () => import('./spanish-words.json', { with: { type: 'json' } }), names: () => import('./spanish-names.json', { with: { type: 'json' } }) },
]
