/** The German words: every one is there, says something else than the English, is filled with the same, and is set as German is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { glob } from 'node:fs/promises'
import { setLanguage } from '../../shared/language.ts'
import { problem, problemNames, wording } from '../../shared/problems.ts'

/** The keys of this window are those of a computer that is no Mac. */
beforeAll(() => { setLanguage({ language: 'en', locale: 'en-GB' }) })
afterAll(() => { setLanguage({ language: 'en', locale: 'en-GB' }) })

/** Words that are the same in both languages. */
const same = new Set([
  'Lares', 'Chat', 'Text', 'Name', 'Person', 'Baby', 'Auto', 'Terracotta', 'SHA-256', 'Status', 'Downloads', 'Test', 'English', 'Deutsch', 'Ollama', 'OpenAI', 'Azure OpenAI', 'Cloud', 'Tokens', 'Bytes', 'Code',
  'ollama serve', 'OLLAMA_NO_CLOUD=1', '{ "disable_ollama_cloud": true }', '{fix}', 'min', 'kW', 'h', 'Routine', 'Passphrase', 'Alt ↑ ↓', 'Alt ← →', 'T', 'M', 'N', '← →', '1 2 3 4', 'Agenda', '',
  'Mo', 'Di', 'Fr',
])

/** Stands for whatever a sentence is filled with; by its digits it is found again. */
const marks: readonly (readonly unknown[])[] = [
  ['⟪1⟫', '⟪2⟫', '⟪3⟫', '⟪4⟫'], [31, 57, 73, 89], [1, 1, 1, 1], [31, '⟪2⟫', '⟪3⟫', '⟪4⟫'], ['⟪1⟫', 57, 73, 89], [31, 57, '⟪3⟫', '⟪4⟫'], ['⟪1⟫', '⟪2⟫', '⟪3⟫', 89], [31, '⟪2⟫', 73, 89],
  [['⟪1⟫', '⟪2⟫'], '⟪3⟫', '⟪4⟫', 57], [['⟪1⟫', '⟪2⟫'], 57], [31, 57, true], [31, 57, false], ['⟪1⟫', 'one', '⟪3⟫'], ['⟪1⟫', 'all', '⟪3⟫'], ['⟪1⟫', null], [31, null, null], [null, '⟪2⟫', '⟪3⟫', '⟪4⟫'], [0, 0, 0, 0], [[]],
]

interface Said { readonly path: string; readonly text: string }

/** Every string, and what every function says of the marks; a function that cannot say anything of some of them is asked with the others. */
function* said(words: unknown, path: string): Generator<Said> {
  if (typeof words === 'string') yield { path, text: words }
  else if (typeof words === 'function') {
    for (const [index, given] of marks.entries()) {
      let text: unknown
      try { text = (words as (...given: readonly unknown[]) => unknown)(...given) } catch { continue }
      yield* said(text, `${path}(${String(index)})`)
    }
  } else if (typeof words === 'object' && words !== null) for (const [key, value] of Object.entries(words)) yield* said(value, `${path}.${key}`)
}

const root = new URL('../../', import.meta.url)
const files = await Array.fromAsync(glob('{shared,renderer,electron}/**/*strings.ts', { cwd: root }))
const modules = await Promise.all(files.sort().map(async (file) => [file, await import(new URL(file, root).href) as Record<string, unknown>] as const))
const tables = modules.flatMap(([file, module]) => Object.entries(module).filter(([, value]) => typeof value === 'object').map(([name, value]) => [`${file} ${name}`, value] as const))

const inLanguage = (language: 'en' | 'de', words: unknown): ReadonlyMap<string, string> => {
  setLanguage({ language, locale: language === 'de' ? 'de-DE' : 'en-GB' })
  return new Map([...said(words, '')].map(({ path, text }) => [path, text]))
}
/** The marks in a sentence. A figure is one in either way of writing it. */
const filled = (text: string): readonly string[] => [...new Set(text.match(/⟪\d⟫|(?<!\d)(?:31|57|73|89)(?!\d)/g) ?? [])].sort()

test('there are words to look at', () => { expect(tables.length).toBeGreaterThan(15) })

describe.each(tables)('%s', (_, words) => {
  const english = inLanguage('en', words), german = inLanguage('de', words)

  test('has the same sentences in both, and every function could be asked', () => {
    const places = (table: ReadonlyMap<string, string>): string[] => [...new Set([...table.keys()].map((path) => path.replaceAll(/\(\d+\)/g, '()')))].sort()
    expect(places(german)).toEqual(places(english))
  })

  test('says each in German', () => {
    const untranslated = [...english].filter(([path, text]) => !isNonsense(text) && german.get(path) === text && /[a-z]{2}/i.test(text.replaceAll(/⟪\d⟫|\b(?:one|all|kW)\b/g, '')) && !same.has(text) && !same.has(text.replace(/[⟪⟫\d,. ]+$/, '')) && !isFigure(text)).map(([path, text]) => `${path}: ${text}`)
    expect(untranslated).toEqual([])
  })

  test('is filled with the same', () => {
    const lost = [...english].filter(([path, text]) => german.has(path) && !isNonsense(text) && filled(text).join() !== filled(german.get(path) ?? '').join()).map(([path, text]) => `${path}: ${text} / ${german.get(path) ?? ''}`)
    expect(lost).toEqual([])
  })

  test('is set as German is', () => { expect([...german].filter(([path, text]) => isOddly(text, english.get(path) ?? '')).map(([path, text]) => `${path}: ${text}`)).toEqual([]) })
})

/** Said of marks that are no such thing. */
const isNonsense = (text: string): boolean => /NaN|null|undefined|Infinity|⟪(?!\d⟫)/.test(text)

/** Figures with their units, codes, and what is nothing but a name. */
const isFigure = (text: string): boolean => /^[\d\s.,–+·%⟪⟫()[\]-]*(?:k?W|kWh|h|min|s|MB|GB|kB|HTTP|EUR|tokens?)?[\d\s.,–+·%⟪⟫()[\]-]*(?:h|min|s)?[\d\s.,⟪⟫]*$/.test(text)

/** English quotes, straight ones around words, an opening mark without its closing one, a hyphen for a dash. */
const isOddly = (german: string, english: string): boolean =>
  /[“][^„]*”|”|’s\b/.test(german) || (/"/.test(german) && !/"/.test(english)) || (german.match(/„/g) ?? []).length !== (german.match(/“/g) ?? []).length || / - /.test(german)

describe('problems', () => {
  test('are told in German, with the same details, and never in the same words', () => {
    for (const name of problemNames) {
      setLanguage({ language: 'en', locale: 'en-GB' })
      const english = wording(problem(name))
      setLanguage({ language: 'de', locale: 'de-DE' })
      const german = wording(problem(name))
      for (const part of ['says', 'todo'] as const) {
        if (english[part] !== '{fix}') expect(german[part], name).not.toBe(english[part])
        expect(new Set(german[part].match(/\{\w+\}/g)), name).toEqual(new Set(english[part].match(/\{\w+\}/g)))
        expect(isOddly(german[part], english[part]), `${name}: ${german[part]}`).toBe(false)
      }
    }
  })
})
