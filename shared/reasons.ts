/** The half sentences that stand inside a problem's sentence: why, and what. A problem is kept with them in English; what is shown is in the language of the window. */
import { engineName } from './engines.ts'
import { language } from './language.ts'

/** `{}` stands for what was filled in, which may be such a half sentence again. */
const german: readonly (readonly [english: string, german: string])[] = [
  // What a cloud wrote.
  ['it is not a plan in the agreed form', 'sie ist kein Plan in der vereinbarten Form'],
  ['it places more jobs than there are', 'sie plant mehr ein, als es gibt'],
  ['it is empty', 'sie ist leer'],
  ['it is too long', 'zu lang'],
  ['it is not an outline in the agreed form', 'sie ist kein Ablauf in der vereinbarten Form'],
  ['it names a step twice', 'sie nennt einen Schritt zweimal'],
  ['it names no steps', 'sie nennt keine Schritte'],
  ['a step of it has no name', 'ein Schritt darin hat keinen Namen'],
  ['it is not a list of edits in the agreed form', 'sie ist keine Liste von Änderungen in der vereinbarten Form'],
  ['it changes a passage that does not stand in the draft, or not once', 'sie ändert eine Stelle, die im Entwurf nicht steht, oder nicht genau einmal'],
  ['it came with status {}', 'sie kam mit Status {}'], ['it is not JSON', 'sie ist kein JSON'], ['it is compressed, although that was not asked for', 'sie ist gepackt, obwohl das nicht verlangt war'], ['it is incomplete or not a chat completion', 'sie ist unvollständig oder keine Chat-Antwort'],
  ['it was cut off for length', 'sie wurde abgeschnitten, weil sie zu lang war'], ['the provider’s filter held it back', 'der Filter des Anbieters hielt sie zurück'], ['the model refused to answer', 'das Modell wollte nicht antworten'],
  ['two of its edits overlap', 'zwei ihrer Änderungen überschneiden sich'],
  ['the cloud', 'der Cloud'],
  // A local model.
  ['it failed in the middle of its answer', 'mitten in der Antwort'],
  ['status {}', 'Status {}'],
  ['what arrived was damaged', 'was ankam, war beschädigt'],
  ['Ollama stopped it', 'Ollama hielt es an'],
  ['leak check', 'letzte Prüfung'], ['sanitising', 'Ersetzen'], ['replaying a rule', 'Nachspielen einer Regel'],
  // Input.
  ['there is no visible text in the message', 'in der Nachricht steht nichts Sichtbares'],
  ['there is no visible text in the title', 'im Titel steht nichts Sichtbares'],
  ['nothing of the proposal is chosen', 'vom Vorschlag ist nichts ausgewählt'],
  ['there is no such event in the proposal', 'diesen Termin gibt es im Vorschlag nicht'],
  ['value', 'Wert'],
  ['the household already has entries', 'im Haushalt steht schon etwas'],
  ['the household would contradict itself', 'der Haushalt würde sich selbst widersprechen'],
  ['changes (an edit keeps the list and the id)', 'Änderungen (Liste und Kennung bleiben dabei gleich)'],
  ['changes (an edit keeps the id)', 'Änderungen (die Kennung bleibt dabei gleich)'],
  ['changes (the house itself can only be changed)', 'Änderungen (das Haus selbst lässt sich nur ändern)'],
  ['only a task can be done', 'nur eine Aufgabe kann erledigt sein'],
  ['what comes back needs a day on which it is first due', 'was wiederkommt, braucht einen Tag, an dem es zuerst fällig ist'],
  ['it is done already', 'es ist schon erledigt'],
  ['only what comes back can be skipped', 'nur was wiederkommt, lässt sich überspringen'],
  ['it is not done for good', 'es ist nicht endgültig erledigt'],
  ['that time is over', 'diese Zeit ist vorbei'],
  ['only people who take turns can swap', 'tauschen können nur die, die sich abwechseln'],
  ['it is their turn already', 'sie sind schon an der Reihe'],
  ['there is no such item', 'diesen Punkt gibt es nicht'],
  ['“{}” is there by now', '„{}“ steht inzwischen dort'],
  ['{} is not as it should be', '{} ist nicht, wie es sein soll'],
  // How something repeats (RFC 5545).
  ['it never takes place', 'es findet nie statt'],
  ['too many single dates', 'zu viele einzelne Tage'],
  ['the window', 'der Zeitraum'], ['the limit', 'die Grenze'],
  ['its rule gives too many times to look at', 'die Regel ergibt zu viele Male'],
  ['its thread ended', 'der Rechenvorgang endete'],
  ['a part that the standard does not know', 'ein Teil, den der Standard nicht kennt'],
  ['{} stands there twice', '{} steht zweimal da'],
  ['COUNT together with UNTIL', 'COUNT zusammen mit UNTIL'], ['BYMONTHDAY with WEEKLY', 'BYMONTHDAY mit WEEKLY'], ['BYSETPOS alone', 'BYSETPOS allein'],
  ['BYWEEKNO with {}', 'BYWEEKNO mit {}'], ['BYYEARDAY with {}', 'BYYEARDAY mit {}'], ['a numbered BYDAY with {}', 'ein BYDAY mit Zahl zusammen mit {}'],
  ['{} with a date', '{} mit einem Datum'],
  ['it repeats on certain days, and the new day does not fit them', 'es wiederholt sich an bestimmten Tagen, und der neue Tag passt nicht dazu'],
  ['it takes place more than {} times a day', 'es findet mehr als {}-mal am Tag statt'],
  // Calendar files.
  ['one entry with more than {} changed times', 'ein Eintrag mit mehr als {} geänderten Malen'],
  ['it is one time of a task that repeats', 'es ist ein Mal einer Aufgabe, die sich wiederholt'],
  ['it repeats by more than a rule', 'es wiederholt sich nach mehr als einer Regel'], ['it repeats by more than one rule', 'es wiederholt sich nach mehr als einer Regel'],
  ['it repeats, and does not say from when', 'es wiederholt sich und sagt nicht, ab wann'],
  ['its rule says what no rule may: {}', 'die Regel sagt, was keine darf: {}'],
  ['Lares has events and tasks, and this is a {}', 'Lares kennt Termine und Aufgaben, und das ist ein {}'],
  ['the series it is a time of cannot be read', 'die Reihe, zu der es gehört, ist nicht lesbar'],
  ['another entry of the file is the same time of its series', 'ein anderer Eintrag der Datei ist dasselbe Mal seiner Reihe'],
  ['it is an older version of another entry in the file', 'es ist eine ältere Fassung eines anderen Eintrags der Datei'],
  ['{} is no date or time', '{} ist kein Datum und keine Zeit'],
  ['{} is in a time zone that cannot be found ({})', '{} ist in einer Zeitzone, die nicht zu finden ist ({})'],
  ['its start ({})', 'der Anfang ({})'], ['its end ({})', 'das Ende ({})'], ['the time it is due ({})', 'die Fälligkeit ({})'], ['the time it was done ({})', 'die Zeit, zu der es erledigt war ({})'],
  ['a time left out ({})', 'ein ausgelassenes Mal ({})'], ['an added time ({})', 'ein hinzugefügtes Mal ({})'], ['the time of its series ({})', 'das Mal der Reihe ({})'], ['a time ({})', 'eine Zeit ({})'],
  ['a time out of all range', 'eine Zeit außerhalb jedes Bereichs'],
  ['the time on {}: {}', 'das Mal am {}: {}'],
  ['it is called off, and is not in your calendar', 'es ist abgesagt und steht nicht in deinem Kalender'],
  ['a date or a text in it is beyond what the calendar holds', 'ein Datum oder ein Text darin ist mehr, als der Kalender fasst'],
  ['there is more in it than the calendar keeps with an entry', 'darin ist mehr, als der Kalender zu einem Eintrag behält'],
  ['{} days after it is done', '{} Tage nach dem Erledigen'],
  ['it has no DTSTART', 'es hat keinen Anfang (DTSTART)'],
  ['it ends before it begins', 'es endet, bevor es anfängt'],
  ['it leaves out times by a rule (EXRULE)', 'es lässt Male nach einer Regel aus (EXRULE)'],
  ['it has more than {} single dates', 'es hat mehr als {} einzelne Tage'],
  ['it changes all later times of its series at once (RANGE)', 'es ändert alle späteren Male seiner Reihe zugleich (RANGE)'],
]

/** Made when it is first looked for: most windows never need it. */
let patterns: readonly { readonly means: RegExp; readonly says: string }[] | undefined

/** A kept half sentence as it is shown. What is none comes back as it is. */
export const reasonWords = (kept: string): string => {
  if (language() !== 'de') return kept
  patterns ??= german.map(([english, says]) => ({ means: new RegExp(`^${english.split('{}').map(RegExp.escape).join('(.+)')}$`, 's'), says }))
  for (const { means, says } of patterns) {
    const filled = means.exec(kept)?.slice(1)
    if (filled !== undefined) return says.replaceAll('{}', () => reasonWords(filled.shift() ?? ''))
  }
  return kept
}

/** A detail of a problem as it stands in its sentence. */
export const detailWords = (key: string, value: string | number): string => (typeof value === 'number' ? String(value) : key === 'provider' ? engineName(reasonWords(value)) : reasons.has(key) ? reasonWords(value) : value)

const reasons: ReadonlySet<string> = new Set(['why', 'what', 'status', 'check'])
