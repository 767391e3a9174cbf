/** In which of the grammar's languages a message is written: told by its small words. A tie is English. */

const german = new Set('der die das den dem des ein eine einen einem einer und oder nicht ist sind war wird werden wir ihr ich mich mir dich dir uns euch am im zum zur vom beim um bis ab seit von mit für auf aus bei nach vor über unter zwischen wer was wann wo wie warum welche welcher heute morgen übermorgen gestern jeden jede jedes nächste nächsten nächster kommenden bitte kann kannst könnte verschiebe verschieb lösche lösch sag streiche erinnere erinner trag trage setze zeig zeige hat haben montag dienstag mittwoch donnerstag freitag samstag sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags januar februar märz mai juni juli oktober dezember uhr halb viertel woche wochen tag tage stunde stunden minuten abend nachmittag früh kein keine nie immer alle außer ohne noch auch nur steht an dran nein nee quatsch doch lieber mein meine meinen meinem meiner unser unsere unseren unserem unserer seinen ihren zwei drei vier fünf sechs sieben acht neun zehn elf zwölf termin geburtstag heiligabend silvester weihnachten ostern pfingsten einkaufsliste'.split(' '))
const english = new Set('the a an and or not is are was will we you i me us at on in to from by with for of about until since before after between who what when where how why which today tomorrow tonight yesterday every next this please can could would move cancel delete remind add put show has have had monday tuesday wednesday thursday friday saturday sunday january february march may june july october december o\'clock half quarter past week weeks day days hour hours minutes evening afternoon morning no never always all except without only also it its it\'s make our my your they their he she him her his them there that that\'s yes okay ok so but if then new let need want get do does did too take been being its'.split(' '))

/** As a tag. A household in America writes the month first; any other English does not. */
export function languageTagOf(text: string, zone: string): 'en-US' | 'en-GB' | 'de' {
  const language = languageOf(text)
  return language === 'de' ? language : /^(?:America|US)\//.test(zone) ? 'en-US' : 'en-GB'
}

function languageOf(text: string): 'en' | 'de' {
  // In "11am" and "I am" stands no German word.
  const words = text.toLowerCase().replace(/\d\s*(?:am|pm|a\.m\.|p\.m\.)(?!\p{L})|\bi am\b|\bam i\b/gu, ' ').match(/[\p{L}']+/gu) ?? []
  const count = (own: ReadonlySet<string>, other: ReadonlySet<string>): number => words.filter((word) => own.has(word) && !other.has(word)).length
  // "Samstagvormittag", "reservieren".
  const marks = (/[äöüß]/i.test(text) ? 1 : 0) + words.filter((word) => !german.has(word) && /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|ieren$/.test(word)).length
  return count(german, english) + marks > count(english, german) ? 'de' : 'en'
}
