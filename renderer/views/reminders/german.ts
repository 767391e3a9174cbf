/** What the reminders say, in German. */
import type { Wording } from '../../../shared/language.ts'
import type { English } from './strings.ts'

export const german: Wording<English> = {
  title: 'Erinnerungen',
  wait: (count) => (count === 1 ? '1 wartet' : `${count} warten`),
  empty: 'Nichts wartet. Erinnerungen an Termine und Aufgaben stehen hier, bis du antwortest.',
  arrived: (titles) => `Erinnerung: ${titles.join('; ')}`,
  open: (title) => `${title}: im Kalender zeigen`,
  medicine: 'Medikament',
  turn: (name) => `${name} ist dran`,
  done: 'Erledigt',
  doneOf: (title) => `Erledigt: ${title}`,
  wasDone: (title) => `Erledigt: „${title}“`,
  later: 'Später',
  laterOf: (title) => `Später: ${title}`,
  snoozes: { '10-minutes': 'In 10 Minuten', '1-hour': 'In einer Stunde', 'tomorrow': 'Morgen um 9' },
  dismiss: (title) => `${title} ausblenden`,
}
