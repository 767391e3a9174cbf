/** French: regular plurals, feminines, adverbs and the simple tenses; elided words stand by themselves. */
import { createLanguage, withoutEndings, type Language } from './language.ts'

const verb = (base: string, tenses: string) => tenses.split(' ').map((ending) => [ending, base] as const)
const endings = [
  ['s', ''], ['x', ''], ['e', ''], ['es', ''], ['ment', ''], ['ement', ''], ['ment', 'e'], ['aux', 'al'], ['ales', 'al'], ['ives', 'if'], ['ive', 'if'], ['euse', 'eux'], ['euses', 'eux'], ['trice', 'teur'], ['trices', 'teur'], ['ère', 'er'], ['ères', 'er'], ['elle', 'el'], ['elles', 'el'], ['enne', 'en'], ['ennes', 'en'],
  ...verb('er', 'e es ons ez ent ai as a âmes èrent ais ait ions iez aient erai eras era erons erez eront erais erait erions eriez eraient é ée és ées ant'),
  ...verb('ir', 'is it issons issez issent issais issait issaient i ie ies irai iras ira irons irez iront irais irait iraient isse issant'),
  ...verb('re', 's ons ez ent ais ait ions iez aient rai ras ra rons rez ront rais rait raient u ue us ues ant'),
] as const

export const french = (words: readonly string[], names: readonly string[]): Language => createLanguage({
  code: 'fr', words, names,
  grammar: 'le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se moi toi lui eux l d j m t s n c qu y en et ou mais donc or ni car que qui quoi dont où quand comment pourquoi si ne pas plus très bien aussi encore déjà avec sans pour par dans sur sous chez entre vers est sont suis es sommes êtes était étaient a ai as avons avez ont avait peut peux pouvez peuvent faut doit dois va vais vas allons allez vont fait faire être avoir merci bonjour oui non aujourd hui demain hier ce soir',
  titles: 'm mme mlle mr monsieur madame mademoiselle dr docteur professeur maître tante tatie tata oncle tonton mamie papi papy mémé pépé cousin cousine sœur frère père mère coach nounou voisin voisine famille',
  bases: (word) => withoutEndings(word, endings),
})
