/** What the ledger says, in German. */
import { figure, type Wording } from '../../../shared/language.ts'
import { kindInGerman } from '../../../shared/private-kinds.ts'
import type { English } from './strings.ts'

export const german: Wording<English> = {
  title: 'Ausgangsbuch',
  subtitle: 'Alles, was diesen Computer je verlassen hat, Byte für Byte, auf Dauer.',
  search: 'Suchen',
  searchHint: 'Wort, Anbieter, Datum',
  list: 'Belege',
  found: (count, all) => {
    if (count < all) return `${figure(count)} von ${figure(all)} Belegen`
    return all === 1 ? 'Ein Beleg' : `${figure(all)} Belege`
  },
  nothingFound: 'Nichts, was hinausging, passt dazu.',
  showAll: 'Alle zeigen',
  emptyTitle: 'Noch nie hat etwas diesen Computer verlassen.',
  empty: 'Wenn du etwas an eine Cloud sendest, bleibt hier der Beleg: die genauen Bytes, wohin sie gingen und was zurückkam. Fragen, die auf diesem Computer beantwortet werden, hinterlassen keinen Beleg, weil nichts hinausging.',
  filter: {
    title: (set) => (set === 0 ? 'Filter' : `Filter (${figure(set)})`),
    entry: 'Über',
    anything: 'Alle und alles',
    provider: 'Gesendet an',
    anyone: 'Alle',
    outcome: 'Was daraus wurde',
    any: 'Alles',
    from: 'Von',
    to: 'Bis',
    turned: 'Dieser Tag liegt vor dem ersten.',
    since: (day) => `ab ${day}`,
    until: (day) => `bis ${day}`,
    clear: 'Filter aufheben',
    unrecorded: (count) => (count === 1 ? 'Ein Beleg sagt nicht, um wen es ging, und fehlt hier.' : `${figure(count)} Belege sagen nicht, um wen es ging, und fehlen hier.`),
  },
  tabs: { label: 'Teile des Ausgangsbuchs', receipts: 'Belege', seen: 'Was Anbieter gesehen haben' },
  seen: {
    says: 'Nach Einträgen eures Haushalts, über alle Belege. Die Namen stehen hier für dich; ein Anbieter sah bloß, was daneben steht.',
    nothing: 'Noch nichts, was von einem Eintrag eures Haushalts erzählt.',
    unrecorded: (count) => (count === 1 ? 'Ein Beleg ist aus der Zeit, bevor Lares vermerkt hat, was hinausging; öffne ihn, um die Bytes zu lesen.' : `${figure(count)} Belege sind aus der Zeit, bevor Lares vermerkt hat, was hinausging; öffne sie, um die Bytes zu lesen.`),
    provider: 'Anbieter',
    table: (provider) => `Was ${provider} gesehen hat`,
    columns: ['Über', 'Gesehen', 'Sendungen', 'Zuerst', 'Zuletzt'],
    others: 'Nicht in eurem Haushalt',
    gone: (list) => `Ein gelöschter Eintrag${list === '' ? '' : ` (${kindInGerman(list)})`}`,
    as: (kind, how, times) => {
      const often = times === 1 ? '' : `, ${figure(times)}-mal`
      if (kind === 'redacted') return `Worte, die du herausgenommen hast${often}`
      const vaguer = kind === 'device' || kind === 'prices' ? 'als bloße Zahlen' : 'als etwas Ungenaueres'
      return `${kindInGerman(kind)} ${{ tokenised: 'als Platzhalter', generalised: vaguer, shifted: 'als verschobene Zeit', reworded: 'in deinen ungenaueren Worten', released: 'wie geschrieben' }[how]}${often}`
    },
    show: (name) => `Belege über ${name}`,
    times: figure,
  },
  practice: 'Übung',
  patterns: { 'answered-here': 'Hier beantwortet', 'sanitize-and-solve': 'Schwärzen und lösen', 'Sanitize-and-Solve': 'Schwärzen und lösen', 'Plan-then-Ground': 'Planen und einsetzen', 'Escalate-on-Hard': 'Bei Schwerem nachfragen', 'Draft-then-Refine': 'Entwerfen und verfeinern', 'Cross-Check': 'Gegenprüfen' },
  bytes: (count) => `${figure(count)} ${count === 1 ? 'Byte' : 'Bytes'}`,
  outcomes: { sent: 'gesendet, beantwortet', interrupted: 'gesendet, keine Antwort', 'not-sent': 'nichts ging hinaus' },
  sentWith: (status) => `gesendet, HTTP ${status}`,
  outcomeSays: {
    sent: 'Diese Bytes gingen hinaus, und die Antwort unten kam zurück.',
    interrupted: 'Die Verbindung brach ab. Diese Bytes gingen hinaus, oder vielleicht; eine brauchbare Antwort kam nicht.',
    'not-sent': 'Es war freigegeben, aber die Verbindung kam nicht zustande. Nichts ging hinaus.',
  },

  verify: 'Kette prüfen',
  checking: 'Jeder Beleg wird geprüft…',
  holds: (count) => (count === 1 ? 'Der eine Beleg ist, wie er geschrieben wurde.' : `Alle ${figure(count)} Belege sind, wie sie geschrieben wurden, und keiner dazwischen fehlt.`),
  holdsNone: 'Noch gibt es keinen Beleg zu prüfen.',
  breaks: (number) => `Die Kette bricht bei Beleg ${number}: Er, oder was vor ihm stand, wurde nachträglich geändert.`,
  breaksTodo: 'Verlass dich von dort an nicht auf dieses Ausgangsbuch. Eine Sicherung des Tresors hat die Belege vielleicht noch, wie sie waren.',
  head: 'Neueste Prüfsumme',
  headHint: 'Schreib sie auf, oder speichere sie: So lässt sich später zeigen, dass kein neuerer Beleg abgeschnitten wurde.',
  heads: {
    menu: 'Die Spitze der Kette',
    save: 'Spitze speichern…',
    compare: 'Mit einer gespeicherten Spitze vergleichen…',
    saved: (file) => `In „${file}“ gespeichert. Bewahre sie auf einem anderen Computer oder auf Papier auf.`,
    outcome: {
      'holds': (count, day) => count === 1 ? `Der Beleg vom ${day} ist noch, wie er war, und nicht abgeschnitten.` : `Alle ${figure(count)} Belege vom ${day} sind noch, wie sie waren, und keiner wurde abgeschnitten.`,
      'changed': (count, day) => `Die ersten ${figure(count)} Belege sind nicht die vom ${day}: Mindestens einer wurde geändert.`,
      'cut-off': (count, day) => `Am ${day} waren es ${figure(count)} Belege; jetzt sind es weniger.`,
    },
  },
  totals: {
    line: (requests, bytes) => `Insgesamt: ${requests === 1 ? 'eine Anfrage' : `${figure(requests)} Anfragen`}, ${figure(bytes)} Bytes`,
    columns: ['An', 'Anfragen', 'Bytes', 'Tokens', 'Stellen, die hierblieben', 'Zuletzt'],
  },

  receipt: (number) => `Beleg ${number}`,
  conversation: 'Gespräch öffnen',
  facts: { when: 'Wann', to: 'An', model: 'Modell', pattern: 'Muster', status: 'Status', tokens: 'Tokens', replaced: 'Ersetzt', why: 'Ergebnis' },
  status: (status) => `HTTP ${status}`,
  noStatus: 'keiner',
  tokens: (sent, received) => `${sent ?? '–'} gesendet, ${received ?? '–'} empfangen`,
  replaced: (count) => (count === 1 ? 'eine private Stelle' : `${count} private Stellen`),
  left: 'Was hinausging',
  address: 'Adresse und Kopfzeilen',
  secret: 'Punkte stehen für den Schlüssel, den das Ausgangsbuch nie enthält.',
  body: 'Inhalt',
  padding: (count) => `⟨${figure(count)} Leerzeichen zum Auffüllen⟩`,
  sha: 'SHA-256 des Inhalts',
  came: 'Was zurückkam',
  cameHint: 'Wie es kam, bevor etwas daraus gelesen wurde.',
  cameNothing: 'Es kam keine Antwort.',
  chain: 'Kette',
  hash: 'Prüfsumme dieses Belegs',
  previous: 'Prüfsumme des vorigen',
  first: 'Das ist der erste Beleg; davor gibt es keinen.',
}
