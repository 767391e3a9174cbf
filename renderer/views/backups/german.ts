/** What is said about backups, in German. */
import { figure, type Wording } from '../../../shared/language.ts'
import type { English } from './strings.ts'

const counted = (count: number, one: string, several: string): string => `${figure(count)} ${count === 1 ? one : several}`

export const german: Wording<English> = {
  restoreTitle: 'Eine Sicherung zurückholen',
  choose: 'Welche?',
  restoreText: 'Du siehst, was darin ist, bevor sich etwas ändert.',
  list: 'Sicherungen, neueste zuerst',
  kinds: { 'backup': 'Sicherung', 'set-aside': 'Vor einem Zurückholen beiseitegelegt' },
  noneTitle: 'Hier ist noch keine Sicherung',
  place: (folder) => `Um eine von einem anderen Computer zurückzuholen, kopiere ihren Ordner, dessen Name mit „backup-“ beginnt, nach ${folder}.`,
  lookAgain: 'Noch einmal nachsehen',
  back: 'Zurück',

  openTitle: (when) => `Sicherung vom ${when}`,
  openText: 'Sie öffnet sich mit der Passphrase, die der Tresor damals hatte, oder mit seinen Wiederherstellungswörtern.',
  passphrase: 'Passphrase von damals',
  words: 'Wiederherstellungswörter',
  useWords: 'Mit den Wiederherstellungswörtern',
  usePassphrase: 'Mit der Passphrase',
  look: 'Hineinsehen',
  looking: 'Sieht nach…',

  inside: 'Was darin ist',
  counts: {
    people: (count) => counted(count, 'Person', 'Personen'),
    events: (count) => counted(count, 'Termin', 'Termine'),
    tasks: (count) => counted(count, 'Aufgabe', 'Aufgaben'),
    conversations: (count) => counted(count, 'Gespräch', 'Gespräche'),
    receipts: (count) => counted(count, 'Beleg', 'Belege'),
  },
  lastChange: (when) => `Letzte Änderung: ${when}`,
  noChange: 'Darin wurde nie etwas geändert.',
  effect: 'Alles wird, wie es damals war: Haushalt, Kalender, Gespräche, Ausgangsbuch und Einstellungen. Der Tresor, wie er jetzt ist, wird beiseitegelegt und bleibt in der Liste der Sicherungen.',
  effectEmpty: 'Sie wird der Tresor dieses Computers.',
  newPassphrase: 'Neue Passphrase',
  restore: 'Diese Sicherung zurückholen',
  restoring: 'Wird zurückgeholt…',
  restored: (when) => `Die Sicherung vom ${when} wurde zurückgeholt.`,

  section: 'Sicherungen',
  sectionText: 'Verschlüsselte Kopien des Tresors, einmal am Tag gemacht, während er offen ist. Es bleiben die letzten von 7 Tagen, 4 Wochen und 12 Monaten.',
  kept: (count, size) => `${counted(count, 'Sicherung', 'Sicherungen')}, zusammen ${size}.`,
  newest: (when) => `Die neueste ist vom ${when}.`,
  none: 'Noch gibt es keine Sicherung.',
  where: (folder) => `Sie liegen in ${folder}. Fällt diese Festplatte aus, helfen sie nicht: Kopiere den Ordner ab und zu woandershin. Jede davon öffnet sich auf einem anderen Computer mit deinen Wiederherstellungswörtern.`,
  make: 'Jetzt sichern',
  makeHint: 'Macht sofort eine. Von mehreren an einem Tag bleibt die letzte.',
  making: 'Sicherung wird gemacht…',
  made: 'Die Sicherung ist gemacht.',
  restoreOpen: 'Eine Sicherung zurückholen…',
  restoreHint: 'Ersetzt, was im Tresor ist, durch das, was damals darin war.',
}
