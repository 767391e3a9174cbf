/** The language Lares speaks: which one, and words written once in each. Words are looked up when they are read, so that a change of language needs no restart. */

/** `pseudo` is English made longer and strange, for tests: what looks plain in it has no translation, what is cut has no room for one. */
export const languages = ['en', 'de', 'pseudo'] as const
export type Language = (typeof languages)[number]

export interface Spoken {
  readonly language: Language
  /** What dates and numbers are written by: a tag of that language, where the computer has one with its region. */
  readonly locale: string
}

let spoken: Spoken = { language: 'en', locale: 'en-GB' }
export const setLanguage = (now: Spoken): void => { spoken = now }
export const language = (): Language => spoken.language
/** For `Intl`. */
export const locale = (): string => spoken.locale

/** What a household chose, on a computer set to this. English is written as in Britain: its days and months are what the words around them expect. */
export const spokenOf = (chosen: 'system' | Language, system: Spoken): Spoken => {
  const language = chosen === 'system' ? system.language : chosen
  return { language, locale: language === 'de' ? (/^de\b/i.test(system.locale) ? system.locale : 'de-DE') : 'en-GB' }
}

/** The language of a locale, of those Lares speaks; English for all others. */
export const languageOfLocale = (tag: string): 'en' | 'de' => (/^de\b/i.test(tag) ? 'de' : 'en')

/** A figure as this language writes it: "1,234.5", "1.234,5". */
export const figure = (value: number, options: Intl.NumberFormatOptions = {}): string => value.toLocaleString(spoken.language === 'de' ? spoken.locale : 'en', options)

/** Words of somebody else, as this language quotes them. */
export const quoted = (words: string): string => (spoken.language === 'de' ? `„${words}“` : `“${words}”`)

/** The shape of words, whatever they are: each string a string, each function with the same arguments. */
export type Wording<Words> =
  Words extends string ? string
    : Words extends (...given: infer Given) => infer Says ? (...given: Given) => Says extends string ? string : Says
      : { readonly [Key in keyof Words]: Wording<Words[Key]> }

/** Words in both languages: a missing one is an error of types. What comes back reads the language each time, also when an object or a function of it was kept; a list is of the moment it was read. */
export const translated = <const Words extends object>(english: Words, german: NoInfer<Wording<Words>>): Wording<Words> => reading(english, german) as Wording<Words>

type Table = Readonly<Record<string, unknown>>
type Says = (...given: unknown[]) => unknown

const reading = (english: object, german: object): object => {
  const kept = new Map<string | symbol, unknown>()
  return new Proxy(english, {
    get: (_, key) => {
      const [ours, theirs] = [(english as Table)[key as string], (german as Table)[key as string]]
      if (typeof ours === 'function' || (typeof ours === 'object' && ours !== null && !Array.isArray(ours))) {
        const known = kept.get(key) ?? (typeof ours === 'function' ? saying(ours as Says, theirs as Says) : reading(ours, theirs as object))
        kept.set(key, known)
        return known
      }
      return spoken.language === 'de' ? theirs : inEnglish(ours)
    },
  })
}

const saying = (english: Says, german: Says): Says => (...given) => (spoken.language === 'de' ? german(...given) : inEnglish(english(...given)))

const inEnglish = (words: unknown): unknown => (spoken.language === 'pseudo' ? strange(words) : words)

const strange = (words: unknown): unknown => (typeof words === 'string' ? pseudo(words) : Array.isArray(words) ? words.map(strange) : words)

const accents: Readonly<Record<string, string>> = {
  a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú', y: 'ý', A: 'Áá', E: 'Éé', I: 'Íí', O: 'Óó', U: 'Úú', c: 'ç', d: 'đ', g: 'ğ', h: 'ħ', j: 'ĵ', k: 'ķ', l: 'ļ', n: 'ñ', r: 'ř', s: 'š', t: 'ť', w: 'ŵ', z: 'ž',
}
/** "⟦Šééťťííñğš⟧": every vowel doubled is about a third more, as German is. Strange already stays as it is, so that words may stand in words; what is filled in later keeps its place. */
export const pseudo = (words: string): string => (words === '' ? words : `⟦${words.replace(/[⟦⟧]/g, '').replace(/\{\w+\}|[a-z]/gi, (letter) => accents[letter] ?? letter)}⟧`)
