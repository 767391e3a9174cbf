/** What a message in German wants written, or prepared. As tasks.ts for English. */
import type { Occasion } from '../../shared/ask.ts'
import type { TaskWords } from '../../shared/stages.ts'

const opening = '(?:bitte |kannst du |könntest du |würdest du |hilf mir,? |ich (?:möchte|will|muss|brauche) |wir (?:müssen|wollen|brauchen) |lass uns |mal |mir |uns )*'
const forms = 'brief|e-?mail|mail|nachricht|sms|notiz|antwort|beschwerde|entschuldigung|karte|kündigung|einladung|zeilen?'
const article = '(?:(?:einen|eine|ein|den|die|das|ein paar) )?(?:(?:kurze|freundliche|höfliche|förmliche|nette|schnelle)[nrs]? )*'
const matter = '(?:dass|weil|wegen|über|ob|damit|um|und)'
/** "Schreib einen Brief an Frau Krause, dass Emma krank ist"; also with the verb behind: "Kannst du einen Brief an Frau Krause schreiben, dass …". */
const writing = new RegExp(`^\\s*${opening}(?:schreibe?|verfasse?|entwirf|formuliere?|sende?|schicke?) ${opening}${article}(${forms})(?!\\p{L})(?: (?:an|für) (.+?))?(?:[,:]? (?=${matter}(?!\\p{L}))|[:,] ?|$)(.*)$`, 'isu')
const writingLast = new RegExp(`^\\s*${opening}${article}(${forms}) (?:(?:an|für) (.+?) )?(?:zu )?(?:schreiben|verfassen|entwerfen|formulieren|schicken|senden)(?!\\p{L})[,:]? ?(.*)$`, 'isu')
const writingTo = new RegExp(`^\\s*${opening}schreibe? ${opening}(?:an )?((?!(?:auf|mir|uns|dir)(?!\\p{L}))[^,]+?),? (dass|weil|wegen|ob) (.+)$`, 'isu')
const preparing = new RegExp(`^\\s*${opening}(?:plane?|organisiere?|bereite?|richte|hilf (?:mir|uns)(?:,| beim?| bei der| bei den| mit)?|hilfst du (?:mir|uns)(?:,| beim?| bei der| mit)?) (.+)$`, 'isu')
const preparingLast = new RegExp(`^\\s*${opening}(.+?) (?:zu )?(?:planen|organisieren|vorbereiten|vorzubereiten)[.!?]*$`, 'isu')

const kinds: readonly (readonly [pattern: RegExp, occasion: Occasion, lasts: number])[] = [
  [/geburtstag/i, 'birthday', 1], [/umzug|umzuziehen|umziehen/i, 'move', 1], [/urlaub|ferien|(?<!\p{L})reise|kurztrip|städtetrip|zelten|camping|flitterwochen|ausflug/iu, 'holiday', 7],
  [/besuch (?:von|der|des|bei uns)|(?<!\p{L})gäste(?!\p{L})|übernachtung|pyjamaparty|schwiegereltern/iu, 'visit', 2], [/weihnacht|ostern|silvester|heiligabend|zuckerfest|opferfest|chanukka|diwali|taufe|kommunion|konfirmation|hochzeit|jahrestag|advent/i, 'feast', 1],
  [/party|(?<!\p{L})feier|fest(?!\p{L})|grillen|grillabend|picknick|einweihung|sommerfest/iu, 'party', 1],
]

const numbers: Readonly<Record<string, number>> = { ein: 1, eine: 1, einen: 1, einem: 1, einer: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12, vierzehn: 14, zwanzig: 20 }
const count = `${Object.keys(numbers).join('|')}|\\d{1,3}`
const numberOf = (written: string): number => numbers[written.toLowerCase()] ?? Number(written)
/** When it is, and how much time there is: what is left says how long it lasts. */
const when = new RegExp(`(?<!\\p{L})(?:in|binnen) (?:etwa |rund |den nächsten )?(?:${count}) (?:tagen?|wochen?|nächten?)(?!\\p{L})|(?<!\\p{L})(?:${count}) (?:tage?|wochen?|nächte?) (?:vor|nach|vorher|davor|danach|später)(?!\\p{L})|(?:nächste|diese|kommende|letzte|folgende|jede|pro|in der)[rn]? woche(?!\\p{L})|(?:minuten?|stunden?|mal) (?:am|pro|jeden|in der) (?:tag|woche)(?!\\p{L})`, 'giu')
const days = new RegExp(`(?<!\\p{L})(${count})[ -]?(tagen?|tägige[nrs]?|wochen?|wöchige[nrs]?|nächten?)(?!\\p{L})|(wochenend)|(?<!\\p{L})(woche)(?!\\p{L})`, 'iu')

/** Undefined when the message is neither. */
export function readGermanTask(text: string): TaskWords | undefined {
  // "Schreib eine Notiz zu Emmas Klavier: …" belongs to what is in the calendar.
  if (/^\s*(?:bitte )?schreibe? (?:bitte )?(?:eine |die )?notiz (?:zu|zum|zur|bei|beim) /i.test(text)) return undefined
  const letter = writing.exec(text) ?? writingLast.exec(text)
  if (letter !== null) {
    const [, form = '', to, about = ''] = letter
    return { kind: 'write', letter: { language: 'de', form: /brief|mail|beschwerde|kündigung|entschuldigung/i.test(form) ? 'letter' : 'message', to: recipient(to), about: about.trim() === '' ? text.trim() : about.trim() } }
  }
  const direct = writingTo.exec(text)
  const [, whom, by] = new RegExp(`^(.+?) ${article}(${forms})$`, 'iu').exec(direct?.[1] ?? '') ?? []
  if (direct !== null) return { kind: 'write', letter: { language: 'de', form: by === undefined || /brief|mail|beschwerde|kündigung|entschuldigung/i.test(by) ? 'letter' : 'message', to: recipient(whom ?? direct[1]), about: `${direct[2] ?? ''} ${direct[3] ?? ''}`.trim() } }
  const [, what] = preparing.exec(text) ?? preparingLast.exec(text) ?? []
  const found = what === undefined ? undefined : kinds.find(([pattern]) => pattern.test(what))
  if (what === undefined || found === undefined) return undefined
  const [, occasion, usual] = found
  const guests = new RegExp(`(?<!\\p{L})(${count}) (?:\\p{L}+ )?(?:gästen?|leuten?|kindern?|freunden?|freundinnen|personen|erwachsenen?)(?!\\p{L})`, 'iu').exec(what)?.[1]
  const minutes = /(\d{1,3}) minuten (?:am|pro|jeden) tag/i.exec(what)?.[1]
  return { kind: 'outline', undertaking: { occasion, title: titleOf(what), guests: guests === undefined ? null : numberOf(guests), lasts: lengthOf(what, usual), minutesPerDay: Math.min(480, Math.max(15, Number(minutes ?? 60))) } }
}

const recipient = (to: string | undefined): string | null => { const name = to?.trim().replace(/^(?:an|für) /i, '') ?? ''; return name === '' || name.length > 120 ? null : name }

/** In days. At a weekend nothing lasts longer than that, and a party no longer than usual. */
function lengthOf(text: string, usual: number): number {
  const [, written, unit, weekend, week] = days.exec(text.replace(when, ' ')) ?? []
  if (weekend !== undefined) return Math.min(2, usual)
  if (week !== undefined) return 7
  if (written === undefined || unit === undefined) return usual
  return Math.min(30, Math.max(1, numberOf(written) * (/^w/i.test(unit) ? 7 : 1)))
}

/** "Emmas Geburtstag am 12. Dezember mit acht Kindern" → "Emmas Geburtstag". */
const titleOf = (what: string): string => {
  const title = (what.replace(/ (?:zu )?(?:planen|organisieren|vorbereiten|vorzubereiten|vor|aus)[.!?]*$/i, '').split(/[,.;:!?\n]| (?:am|im|in|um|an|zu|bei|für|mit|ab|vom|von \d|nächste\p{L}*|diese\p{L}*|kommende\p{L}*|bis|vor|nach|heute|morgen|übermorgen) /iu, 1)[0] ?? what).trim().replace(/^(?:der|die|das|den|dem|ein|eine|einen|einem|unser\p{L}*|mein\p{L}*) /iu, '')
  return `${title.charAt(0).toUpperCase()}${title.slice(1, 80)}`
}
