/** Spanish: regular plurals, feminines, diminutives, adverbs, the simple tenses, and pronouns that hang on verbs. */
import { createLanguage, withoutEndings, type Language } from './language.ts'

const verb = (base: string, tenses: string) => tenses.split(' ').map((ending) => [ending, base] as const)
const endings = [
  ['s', ''], ['es', ''], ['ces', 'z'], ['a', 'o'], ['as', 'o'], ['a', ''], ['as', ''], ['mente', ''], ['amente', 'o'], ['ito', 'o'], ['ita', 'a'], ['itos', 'o'], ['itas', 'a'], ['ísimo', 'o'], ['ísima', 'o'], ['ones', 'ón'], ['anes', 'án'], ['eses', 'és'],
  ...verb('ar', 'o as a amos áis an é aste ó asteis aron aba abas ábamos aban aré arás ará aremos arán aría arías aríamos arían e es emos en ado ada ados adas ando'),
  ...verb('er', 'o es e emos éis en í iste ió imos ieron ía ías íamos ían eré erás erá eremos erán ería erían a as amos an ido ida idos idas iendo'),
  ...verb('ir', 'o es e imos ís en í iste ió ieron ía ías íamos ían iré irás irá iremos irán iría irían a as amos an ido ida idos idas iendo'),
] as const
const clitic = /(?:me|te|se|nos|os|l[aeo]s?){1,2}$/

/** "recogerlo" → "recoger", "dímelo" is listed. */
const withoutPronouns = (word: string): string[] => { const bare = word.replace(clitic, ''); return bare === word || bare.length < 3 ? [] : [bare, bare.normalize('NFD').replace(/\u0301/g, '').normalize('NFC')] }

export const spanish = (words: readonly string[], names: readonly string[]): Language => createLanguage({
  code: 'es', words, names,
  grammar: 'el la los las un una unos unas lo al del de a en con sin por para sobre entre hasta desde hacia y e o u pero si no ni que qué quien quién cual cuál cuando cuándo donde dónde como cómo porque mi mis tu tus su sus nuestro nuestra nuestros nuestras yo tú él ella nosotros ellos ellas usted ustedes me te se le les nos es son era eran soy eres somos está están estoy estamos ha han he hemos había hay ser estar tener tiene tienen tengo puede pueden puedo podemos quiere quiero hace hacer va van voy vamos más menos muy también ya todavía aún solo hoy mañana ayer este esta estos estas ese esa eso esto aquel gracias hola sí favor',
  titles: 'sr sra srta señor señora señorita don doña dr dra doctor doctora profesor profesora profe tía tío tita tito abuela abuelo yaya yayo primo prima padre madre hermano hermana maestro maestra vecino vecina familia',
  bases: (word) => [...withoutEndings(word, endings), ...withoutPronouns(word)],
})
