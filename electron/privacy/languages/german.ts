/** German: nouns have capitals, so a capital tells little; what is also a name counts as one unless an article stands before it. */
import { createLanguage, withoutEndings, type Language } from './language.ts'

const endings = [
  ['s', ''], ['es', ''], ['n', ''], ['en', ''], ['e', ''], ['er', ''], ['em', ''], ['ern', ''], ['nen', ''], ['innen', ''], ['in', ''],
  ['e', 'en'], ['st', 'en'], ['t', 'en'], ['te', 'en'], ['test', 'en'], ['ten', 'en'], ['tet', 'en'], ['end', 'en'], ['ende', 'en'], ['enden', 'en'], ['et', 'en'], ['est', 'en'], ['ete', 'en'], ['eten', 'en'],
  ['ste', ''], ['sten', ''], ['ster', ''], ['stes', ''], ['ere', ''], ['eren', ''], ['erer', ''], ['eres', ''], ['es', 'e'], ['en', 'e'], ['er', 'e'],
] as const

/** "gekocht" from "kochen". */
const participle = (word: string): string[] => { const stem = /^ge(\p{L}{3,})t(?:e|en|er|es|em)?$/u.exec(word)?.[1]; return stem === undefined ? [] : [`${stem}en`, `${stem}n`] }

/** What the names of streets and places end in: no compound ends so. */
const placeEndings = /(?:straße|strasse|gasse|weg|allee|platz|ring|damm|ufer|hof|höfe|burg|berg|dorf|heim|hausen|bach|feld|tal|stadt|furt|brunn|kirch|kirchen|wald|see|brück|brücke|hafen|mann|müller|meier|maier|bauer|hagen|leben|rode|stedt|büttel|park|markt|tor|stein)(?:en|e|s|n)?$/
const LEAST_PART = 4

/** "Klassenfahrtgeld", "Strom-s-zähler": two words, with or without what joins them. */
function halves(word: string): (readonly [string, string])[] {
  if (word.length < 2 * LEAST_PART || placeEndings.test(word)) return []
  return Array.from({ length: word.length - 2 * LEAST_PART + 1 }, (_, i) => LEAST_PART + i).flatMap((at) => {
    const first = word.slice(0, at), second = word.slice(at)
    const joint = /(?:es|en|s|n|er)$/.exec(first)?.[0] ?? ''
    return [[first, second] as const, ...(joint === '' || first.length - joint.length < LEAST_PART ? [] : [[first.slice(0, -joint.length), second] as const])]
  })
}

export const german = (words: readonly string[], names: readonly string[]): Language => createLanguage({
  code: 'de', words, names, halves,
  grammar: 'der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer euer eure ich du er sie es wir mich mir dich dir ihn ihm uns euch sich und oder aber denn weil dass wenn ob als wie wo wer was wann warum wieso welche welcher welches nicht nur noch schon auch sehr mehr bitte danke ja nein ist sind war waren bin bist seid hat haben habe hast hatte hatten wird werden wurde kann können könnte könntest muss müssen soll sollen sollte will wollen möchte darf dürfen mag zu zum zur im am beim vom ins ans aufs in an auf aus bei mit nach seit von vor für gegen ohne um über unter zwischen bis heute morgen gestern jetzt dann dort hier da',
  titles: 'herr herrn frau fräulein dr doktor prof professor tante onkel oma opa omi opi cousin cousine schwester bruder pfarrer pastor trainer trainerin meister lehrer lehrerin nachbar nachbarin patentante patenonkel familie kita kindergarten krippe schule grundschule praxis apotheke bäckerei konditorei metzgerei café restaurant gasthaus hotel firma verein',
  beforeNouns: 'der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen meinem meiner dein deine deinen deinem sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer euer eure zum zur im am beim vom ins ans aufs jede jeden jedem jeder jedes diese diesen diesem dieser dieses welche welcher welches viel viele mehr wenig zwei drei vier fünf sechs',
  bases: (word) => [...withoutEndings(word, endings), ...participle(word)],
})
