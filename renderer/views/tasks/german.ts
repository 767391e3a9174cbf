/** What the tasks say, in German. */
import type { Wording } from '../../../shared/language.ts'
import { hoursInWords } from '../../ui/hours.ts'
import { ruleInWords } from '../../ui/rule-words.ts'
import type { English } from './strings.ts'

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${String(n)} ${many}`)
const units = { DAILY: ['Tag', 'Tage'], WEEKLY: ['Woche', 'Wochen'], MONTHLY: ['Monat', 'Monate'], YEARLY: ['Jahr', 'Jahre'] } as const

export const german: Wording<English> = {
  tasks: 'Aufgaben',
  dueToday: (n) => (n === 0 ? 'Heute ist nichts fällig.' : `${count(n, 'Aufgabe ist', 'Aufgaben sind')} heute fällig.`),
  create: 'Neue Aufgabe',
  parts: 'Teile der Aufgaben',
  part: { due: 'Fällig', lists: 'Listen', fairness: 'Gerecht' },
  undo: 'Rückgängig',
  cancel: 'Abbrechen',

  filter: 'Nur zeigen',
  group: { overdue: 'Überfällig', today: 'Heute', soon: 'In den nächsten sieben Tagen', later: 'Später', someday: 'Irgendwann' },
  counted: (n) => count(n, 'Aufgabe', 'Aufgaben'),
  doneLately: (n) => `Zuletzt erledigt (${String(n)})`,
  nobodysTasks: 'Für diese Auswahl ist nichts da. Nimm sie oben weg, um die Aufgaben aller zu sehen.',
  emptyTitle: 'Nichts zu tun',
  empty: 'Trag ein, was zu tun ist: jeden Donnerstag der Müll, reihum; die Pflanzen, drei Tage nach dem letzten Gießen; ein Brief, einmal. Lares merkt sich, wer dran ist.',

  somebody: 'jemand, der nicht mehr da ist',
  markDone: (title, by) => (by === null ? `Erledigt: ${title}` : `Erledigt: ${title}, von ${by}`),
  more: (title) => `Mehr zu ${title}`,
  open: (title) => `${title} bearbeiten`,
  turn: (name) => `${name} ist dran`,
  minutes: hoursInWords,
  checklist: (done, all) => `Checkliste, ${String(done)} von ${String(all)} erledigt`,
  medicine: 'Medikament',
  nags: (minutes) => `erinnert alle ${hoursInWords(minutes)}, bis es erledigt ist`,
  snoozed: (until) => `ruht bis ${until}`,
  moved: (from) => `verschoben von ${from}`,
  onList: (list) => `auf ${list}`,
  repeats: (repeats, zone) =>
    repeats.from === 'done' ? `${count(repeats.days, 'Tag', 'Tage')}, nachdem es erledigt ist` : ruleInWords(repeats.rrule, repeats.since, zone)?.replace(/^[JA]/, (letter) => letter.toLowerCase()) ?? 'wiederholt sich nach eigener Regel',

  menu: {
    doneBy: 'Erledigt von', nobody: 'Niemand Bestimmtes', skip: 'Dieses Mal auslassen', snooze: 'Ruhen lassen', move: 'Verschieben…', moveOnce: 'Dieses Mal verschieben…', swap: 'Tauschen mit', edit: 'Bearbeiten…', remove: 'Löschen',
    hour: '1 Stunde', evening: (time) => `Heute Abend, ${time}`, tomorrow: (time) => `Morgen, ${time}`, own: 'Eine andere Zeit…',
  },
  reopen: (title) => `Doch nicht erledigt: ${title}`,
  reopenShort: 'Doch nicht erledigt',

  said: {
    next: (who, when) => ` Als Nächstes: ${who === null ? '' : `${who}, `}${when}.`,
    done: (title) => `Erledigt: „${title}“.`,
    skipped: (title) => `„${title}“ dieses Mal ausgelassen.`,
    snoozed: (title, until) => `„${title}“ ruht bis ${until}.`,
    moved: (title, when) => `„${title}“ verschoben: ${when}.`,
    swapped: (title, who) => `${who} übernimmt dieses Mal „${title}“.`,
    opened: (title) => `„${title}“ ist wieder zu tun.`,
    added: (title) => `„${title}“ hinzugefügt.`,
    changed: (title) => `„${title}“ geändert.`,
    removed: (title) => `„${title}“ gelöscht.`,
    cleared: (n, list) => `${count(n, 'abgehakten Eintrag', 'abgehakte Einträge')} von ${list} entfernt.`,
    ticked: (what, left) => `${what} abgehakt. ${left === 0 ? 'Nichts ist übrig.' : `Noch ${String(left)}.`}`,
    unticked: (what, left) => `${what} ist wieder zu tun. Noch ${String(left)}.`,
    put: (title, list) => `${title} steht auf ${list}.`,
    there: (title, list) => `${title} steht schon auf ${list}.`,
  },

  lists: {
    all: 'Listen', add: 'Neue Liste', left: (n) => `${String(n)} zu tun`,
    quick: (list) => `Auf ${list} setzen`, quickHint: 'Drücke nach jedem Eingabe.', quickPlaceholder: 'Milch',
    clear: (n) => `Abgehakte entfernen (${String(n)})`,
    emptyTitle: (list) => `Auf ${list} steht noch nichts`, empty: 'Schreib oben, was gebraucht wird, und drücke Eingabe. Hake ab, was du hast; entferne die abgehakten, wenn du durch bist.',
    newTitle: 'Neue Liste', name: 'Name der Liste', namePlaceholder: 'Packen, Apotheke, Geburtstag …', noName: 'Gib der Liste einen Namen.', longName: 'Der Name muss unter 120 Zeichen bleiben.', create: 'Liste hinzufügen',
  },

  fairness: {
    title: 'Wer wie viel gab, in den letzten vier Wochen',
    line: 'Nach den Minuten, die jede Hausarbeit braucht. Wo „Gerecht“ gilt, ist als Nächstes dran, wer am wenigsten gab.',
    person: 'Person', given: 'Zeit gegeben', times: 'Hausarbeiten', share: 'Anteil', nobody: 'Niemand Bestimmtes',
    history: 'Hausarbeit für Hausarbeit', last: (who, when) => `zuletzt: ${who}, ${when}`, skipped: 'ausgelassen', dueWas: (when) => `war fällig ${when}`, neverDone: 'noch nie erledigt',
    emptyTitle: 'Noch nichts erledigt', empty: 'Wenn jemand eine Hausarbeit abhakt, zeigt diese Seite, wer wie viel Zeit gab, damit es gerecht weitergeht.',
    shared: (n) => `Die letzten ${String(n)} Male`,
  },

  form: {
    newTitle: 'Neue Aufgabe', editTitle: 'Aufgabe', title: 'Was zu tun ist', titlePlaceholder: 'Müll raus, Pflanzen gießen, Brief einwerfen …',
    list: 'Liste', noList: 'Keine Liste: Hausarbeit oder Erledigung',
    effort: 'Es dauert', minutes: 'min',
    when: 'Wann', whens: { none: 'Irgendwann', day: 'An einem Tag', time: 'Zu einer Zeit' }, date: 'Tag', time: 'Zeit',
    repeats: 'Kommt wieder', repeat: { never: 'Nie', due: 'Nach dem Kalender', done: 'Nach dem Erledigen', own: 'Nach eigener Regel' },
    repeatHints: { never: '', due: 'An seinen Tagen, egal, wann es zuletzt erledigt war.', done: 'Gezählt ab dem Tag, an dem es zuletzt erledigt oder ausgelassen wurde.', own: 'Bleibt, wie es gesagt wurde.' },
    every: 'Alle', unit: 'Einheit', unitOf: (unit, every) => units[unit][every.trim() === '1' ? 0 : 1], after: 'Tage danach',
    people: 'Für', noPeople: 'Trag die Personen deines Haushalts unter Haushalt ein, dann könnt ihr euch Aufgaben teilen.',
    order: (names) => `In der Reihenfolge, in der sie dran sind: ${names.join(', ')}. Nimm jemanden heraus und wieder hinein, um ihn ans Ende zu setzen.`,
    rotation: 'Wer dran ist', rotations: { together: 'Alle', fixed: 'Reihum', fair: 'Gerecht', random: 'Ausgelost' },
    rotationHints: { together: 'Es ist für alle zusammen.', fixed: 'Einer nach dem anderen.', fair: 'Wer in vier Wochen am wenigsten Zeit gab.', random: 'Ausgelost, nie zweimal nacheinander dieselbe Person.' },
    turn: 'Wer als Nächstes dran ist',
    moreFields: 'Checkliste, Erinnerungen, Medikament, Notiz',
    checklist: 'Checkliste', checklistHint: 'Ein Schritt je Zeile. Sie beginnt von vorn, wenn die Aufgabe wiederkommt.',
    reminders: 'Erinnerungen', whenDue: 'Wenn es fällig ist',
    remindersNeedDay: 'Eine Erinnerung braucht einen Tag.',
    nag: 'Noch einmal erinnern', nags: (minutes) => (minutes === 0 ? 'Nein' : `Alle ${hoursInWords(minutes)}, bis es erledigt ist`),
    medicine: 'Es ist ein Medikament', medicineHint: 'Seine Zeit verschiebt kein Plan, und es erinnert auch in der Ruhezeit.',
    note: 'Notiz', save: 'Speichern', add: 'Aufgabe hinzufügen', remove: 'Löschen',
    errors: {
      title: 'Sag, was zu tun ist, in höchstens 300 Zeichen.', date: 'Wähle einen Tag.', dateNeeded: 'Was wiederkommt, braucht einen ersten Tag.', time: 'Gib eine Uhrzeit an, zum Beispiel 18:30.', every: 'Gib eine ganze Zahl von 1 bis 99 an.', days: 'Gib ganze Tage an, von 1 bis 3660.',
      effort: 'Gib ganze Minuten an, von 1 bis 1440.', checklist: 'Höchstens 100 Schritte mit je höchstens 300 Zeichen.', note: 'Die Notiz muss unter 4000 Zeichen bleiben.',
    },
  },
  when: { snooze: (title) => `„${title}“ ruhen lassen`, move: (title) => `„${title}“ verschieben`, moveHint: 'Nur dieses Mal; die nächsten bleiben, wo sie sind.', date: 'Tag', time: 'Zeit', confirmSnooze: 'Ruhen lassen', confirmMove: 'Verschieben' },
}
