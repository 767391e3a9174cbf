/** What a proposal says, in German. */
import type { Wording } from '../../../shared/language.ts'
import { hoursInWords } from '../../ui/hours.ts'
import type { English } from './strings.ts'

const dayNames = { mo: 'Mo', tu: 'Di', we: 'Mi', th: 'Do', fr: 'Fr', sa: 'Sa', su: 'So' } as const

export const german: Wording<English> = {
  states: {
    calendar: { open: 'In deinen Kalender eintragen?', accepted: 'In deinem Kalender', dismissed: 'Beiseitegelegt. Nichts kam in den Kalender.', undone: 'Wieder aus deinem Kalender genommen.' },
    other: { open: 'Diese Änderungen machen?', accepted: 'Erledigt', dismissed: 'Beiseitegelegt. Nichts wurde geändert.', undone: 'Rückgängig gemacht.' },
  },
  accept: 'Annehmen',
  acceptSome: (chosen, all) => `${chosen} von ${all} annehmen`,
  nothingChosen: 'Wähle mindestens eines davon, oder lege es beiseite.',
  dismiss: 'Jetzt nicht',
  undo: 'Rückgängig',
  show: 'Im Kalender zeigen',
  include: (title) => `„${title}“ mitnehmen`,
  amend: (title) => `„${title}“ vorher bearbeiten`,
  amendConfirm: 'Vorschlag ändern',
  amended: (title) => `„${title}“ im Vorschlag geändert. Noch steht nichts im Kalender.`,
  whatItWas: 'Worum es ging',
  add: 'Neu',
  edit: 'Geändert',
  remove: 'Entfernt',
  was: 'vorher',
  nothing: 'nichts',
  somebody: 'Jemand',
  unknown: 'Nicht mehr im Haushalt',
  shares: 'Wer wie viel übernimmt',
  share: (things, minutes) => `${things === 1 ? '1 Sache' : `${things} Sachen`}, ${hoursInWords(minutes)}`,

  kinds: { task: 'Zu erledigen', chore: 'Hausarbeit', oneTime: 'Nur dieses Mal', people: 'Person', places: 'Ort', devices: 'Gerät', tariffs: 'Stromtarif', house: 'Das Haus', routines: 'Routine', notes: 'Notiz', rules: 'Dauerregel' },
  lines: {
    title: 'Titel', who: 'Wer', where: 'Wo', device: 'Gerät', repeats: 'Wiederholt sich', reminders: 'Erinnerungen', free: 'Zeit', isFree: 'belegt niemandes Zeit', note: 'Notiz', leftOut: 'Ausgelassen', putBack: 'Wieder dabei',
    turn: 'Als Nächstes dran', effort: 'Dauert', checklist: 'Checkliste', nag: 'Bis es erledigt ist', medicine: 'Medikament', isMedicine: 'seine Zeiten werden nie verschoben', done: 'Stand', isDone: 'erledigt', ownRule: 'Nach eigener Regel',
    role: 'Rolle', aliases: 'Auch genannt', born: 'Geboren', phone: 'Telefon', email: 'E-Mail', address: 'Adresse', days: 'Tage', time: 'Zeit', quiet: 'Ruhe', isQuiet: 'nichts Lautes darf laufen', rule: 'Heißt', text: 'Text', power: 'Leistung', run: 'Ein Lauf', currency: 'Währung', cap: 'Hausanschluss', zone: 'Zeitzone',
    addedTo: (label) => `${label}, dazu`,
  },
  roles: { adult: 'Erwachsen', child: 'Kind', baby: 'Baby', pet: 'Haustier', helper: 'Hilfe', other: 'Andere' },
  ruleKinds: { release: 'das darf so hinaus, wie es dasteht', forbid: 'das geht nie hinaus' },
  rotations: {
    together: (names) => names,
    fixed: (names) => `Reihum: ${names}`,
    fair: (names) => `Wer bisher am wenigsten Zeit gab: ${names}`,
    random: (names) => `Ausgelost: ${names}`,
  },
  due: (moment) => `fällig ${moment}`,
  afterDone: (days) => (days === 1 ? 'Am Tag, nachdem es zuletzt erledigt war' : `${days} Tage, nachdem es zuletzt erledigt war`),
  minutes: (minutes) => hoursInWords(minutes),
  nag: (minutes) => `wieder alle ${hoursInWords(minutes)}`,
  days: (days) => (days.length === 7 ? 'jeden Tag' : days.map((day) => dayNames[day]).join(', ')),
}
