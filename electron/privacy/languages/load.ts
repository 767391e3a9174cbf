/** Loads the languages beside English. ← ADD A LANGUAGE */
import { french } from './french.ts'
import { german } from './german.ts'
import type { Language } from './language.ts'
import { spanish } from './spanish.ts'

export async function loadLanguages(): Promise<readonly Language[]> {
  const [germanWords, germanNames, frenchWords, frenchNames, spanishWords, spanishNames] = await Promise.all([
    import('./german-words.json', { with: { type: 'json' } }), import('./german-names.json', { with: { type: 'json' } }),
    import('./french-words.json', { with: { type: 'json' } }), import('./french-names.json', { with: { type: 'json' } }),
    import('./spanish-words.json', { with: { type: 'json' } }), import('./spanish-names.json', { with: { type: 'json' } }),
  ])
  return [german(germanWords.default, germanNames.default), french(frenchWords.default, frenchNames.default), spanish(spanishWords.default, spanishNames.default)]
}
