/** What the calendar says, in German. */
import type { Scope } from '../../../shared/calendar.ts'
import type { Wording } from '../../../shared/language.ts'
import { dayInWords, rangeInWords, weekdayInWords } from '../../ui/dates.ts'
import { keysInGerman, plain } from '../../ui/keys.ts'
import { clockTime } from '../../ui/when.ts'
import { addDays } from './event-times.ts'
import type { English } from './strings.ts'

export const german: Wording<English> = {
  calendar: 'Kalender',
  looks: { label: 'Ansicht', day: 'Tag', week: 'Woche', month: 'Monat', agenda: 'Liste' },
  today: 'Heute',
  earlier: { day: 'Voriger Tag', week: 'Vorige Woche', month: 'Voriger Monat', agenda: 'Früher' },
  later: { day: 'Nächster Tag', week: 'Nächste Woche', month: 'Nächster Monat', agenda: 'Später' },
  create: 'Neuer Termin',
  filter: 'Nur zeigen',
  devices: 'Geräte',
  allDay: 'ganztägig',
  hours: 'Stunden',
  events: 'Termine',
  close: 'Schließen',
  more: (count) => `${String(count)} mehr`,
  nothing: { day: 'An diesem Tag ist nichts geplant. Frag Lares, oder drücke N.', week: 'In dieser Woche ist nichts geplant. Frag Lares, oder drücke N.', month: 'In diesem Monat ist nichts geplant. Frag Lares, oder drücke N.', agenda: 'In diesen vier Wochen ist nichts geplant. Frag Lares, oder drücke N.' },
  hidden: (count) => `Bei dieser Auswahl ist nichts zu sehen; ${count === 1 ? 'ein anderer Termin ist' : `${String(count)} andere Termine sind`} verborgen.`,
  openDay: (day) => `${day} zeigen`,
  eventKeys: 'Eingabe öffnet. M verschiebt. Alt mit einer Pfeiltaste rückt um eine Viertelstunde oder einen Tag. Entf löscht.',

  undo: 'Rückgängig',
  history: {
    open: 'Änderungen',
    title: 'Änderungen am Kalender',
    empty: 'Noch keine Änderungen. Was du oder Lares hier ändern, lässt sich in dieser Liste rückgängig machen.',
    undone: 'rückgängig gemacht',
    undoOne: (label) => `„${label}“ rückgängig machen`,
    byHand: 'von Hand',
    byPlan: 'aus einem Plan',
  },
  keys: {
    open: 'Tastatur',
    title: 'Tastatur',
    rows: [
      ['T', 'heute'], ['← →', 'früher, später'], ['1 2 3 4', 'Tag, Woche, Monat, Liste'], ['N', 'neuer Termin'],
      ['Eingabe', 'den gewählten Termin öffnen'], ['M', 'ihn in einem Dialog verschieben'], ['Alt ↑ ↓', 'ihn um 15 Minuten rücken'], ['Alt ← →', 'ihn um einen Tag rücken'], ['Entf', 'ihn löschen'],
      [keysInGerman(plain('z')), 'die letzte Änderung zurücknehmen'],
    ],
  },

  added: (title) => `„${title}“ hinzugefügt.`,
  changed: (title, scope) => `${which(title, scope)} geändert.`,
  moved: (title, scope, when) => `${which(title, scope)} verschoben${scope === 'one' ? `: ${when}` : ''}.`,
  deleted: (title, scope) => `${which(title, scope)} gelöscht.`,
  allDayMoves: 'Ein ganztägiger Termin rückt um Tage: Alt mit ← oder →.',

  when: (shown, zone) => {
    if (shown.allDay) {
      const last = addDays(shown.end, -1)
      return last === shown.start ? `${weekdayInWords(shown.start)}, ganztägig` : `${rangeInWords(shown.start, last)}, ganztägig`
    }
    const [first, second] = [dayInWords(shown.start, zone), dayInWords(shown.end, zone)]
    return first === second ? `${first}, ${clockTime(shown.start, zone)} – ${clockTime(shown.end, zone)}` : `${first}, ${clockTime(shown.start, zone)} – ${second}, ${clockTime(shown.end, zone)}`
  },
  deviceRun: (device) => `Lauf: ${device}`,
  someDevice: 'Lauf eines Geräts',
  repeats: 'wiederholt sich',
  withPeople: (names) => `mit ${names.join(', ')}`,
  at: (place) => `Ort: ${place}`,
  takes: (device) => `nimmt ${device} mit`,

  form: {
    newTitle: 'Neuer Termin',
    editTitle: 'Termin',
    name: 'Titel',
    namePlaceholder: 'Zahnarzt, Fußball, Besuch von Oma …',
    allDay: 'Ganztägig',
    startDate: 'Beginnt am',
    startTime: 'Beginn',
    endDate: 'Endet am',
    lastDay: 'Letzter Tag',
    endTime: 'Ende',
    people: 'Personen',
    nobody: 'Trag die Personen deines Haushalts unter Haushalt ein, dann kannst du sie hier wählen.',
    place: 'Ort',
    noPlace: 'Kein Ort',
    device: 'Gerät',
    noDevice: 'Kein Gerät',
    deviceRun: 'Ein Lauf des Geräts.',
    deviceTaken: 'Es wird mitgenommen: Mit Personen oder einem Ort ist das kein Lauf.',
    note: 'Notiz',
    zone: (zone) => `Alle Zeiten gelten in der Zone ${zone.replaceAll('_', ' ')}.`,
    save: 'Speichern',
    add: 'Termin hinzufügen',
    cancel: 'Abbrechen',
    remove: 'Löschen',
    move: 'Verschieben…',
    noTitle: 'Gib dem Termin einen Titel.',
    longTitle: 'Der Titel muss unter 300 Zeichen bleiben.',
    longNote: 'Die Notiz muss unter 4000 Zeichen bleiben.',
    noDate: 'Wähle ein Datum.',
    noTime: 'Gib eine Uhrzeit an, zum Beispiel 14:30.',
    endFirst: 'Wähle ein Ende nach dem Anfang.',
    lastDayFirst: 'Der letzte Tag liegt vor dem ersten. Wähle einen späteren.',
    skipped: (time, instead) => `In dieser Nacht werden die Uhren vorgestellt; ${time} gibt es nicht. Lares nimmt ${instead}.`,
    twice: (time) => `In dieser Nacht werden die Uhren zurückgestellt; ${time} gibt es zweimal. Lares nimmt das erste Mal.`,
    free: 'Belegt niemandes Zeit',
    freeHint: 'Für Geburtstage und Feiertage: Geplant wird, als gäbe es ihn nicht.',
    reminders: 'Erinnerungen',
    otherReminder: 'Eine andere Erinnerung',
    reminderNumber: 'Wie lange vorher',
    reminderUnit: 'Einheit',
    reminderUnits: { minutes: 'Minuten', hours: 'Stunden', days: 'Tage', weeks: 'Wochen' },
    addReminder: 'Hinzufügen',
    badReminder: 'Gib eine ganze Zahl an, insgesamt höchstens vier Wochen.',
    fullReminders: 'Zehn Erinnerungen sind genug für einen Termin.',
    repeat: {
      label: 'Wiederholt sich',
      every: { never: 'Nie', daily: 'Täglich', weekly: 'Wöchentlich', monthly: 'Monatlich', yearly: 'Jährlich', kept: 'Nach eigener Regel' },
      interval: 'Alle',
      units: { daily: ['Tag', 'Tage'], weekly: ['Woche', 'Wochen'], monthly: ['Monat', 'Monate'], yearly: ['Jahr', 'Jahre'] },
      weekdays: 'An diesen Tagen',
      by: 'Am',
      ends: 'Endet',
      endings: { never: 'Nie', until: 'An einem Tag', count: 'Nach einigen Malen' },
      until: 'Letzter Tag',
      count: 'Wie oft',
      times: 'Mal',
      badInterval: 'Gib eine ganze Zahl von 1 bis 999 an.',
      badCount: 'Gib eine ganze Zahl von 1 bis 9999 an.',
      noWeekday: 'Wähle mindestens einen Tag.',
      untilFirst: 'Das ist vor dem Anfang. Wähle einen späteren Tag.',
      isKept: 'Es bleibt, wie es ist, solange du nichts anderes wählst.',
    },
  },
  scope: {
    titles: { change: 'Welche Male ändern?', move: 'Welche Male verschieben?', remove: 'Welche Male löschen?' },
    text: (title) => `„${title}“ findet mehrmals statt.`,
    ruleText: (title) => `Wie sich „${title}“ wiederholt, ist geändert; ein einzelnes Mal kann nicht gemeint sein.`,
    one: 'Nur dieses',
    following: 'Dieses und spätere',
    all: 'Alle',
  },
  move: {
    title: (name) => `„${name}“ verschieben`,
    now: 'Jetzt',
    then: 'Dann',
    dayEarlier: 'Einen Tag früher', dayLater: 'Einen Tag später', weekEarlier: 'Eine Woche früher', weekLater: 'Eine Woche später', earlier: '15 Minuten früher', later: '15 Minuten später',
    confirm: 'Verschieben',
  },
}

/** „Fußball“, or which times of it. */
const which = (title: string, scope: Scope): string => (scope === 'one' ? `„${title}“` : scope === 'all' ? `Alle Male von „${title}“` : `Dieses und spätere Male von „${title}“`)
