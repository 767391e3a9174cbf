/** What the guided walk says, in German. */
import { figure, type Wording } from '../../../shared/language.ts'
import type { English } from './strings.ts'

export const german: Wording<English> = {
  label: (number, all) => `Rundgang, Hinweis ${figure(number)} von ${figure(all)}`,
  counted: (number, all) => `${figure(number)} von ${figure(all)}`,
  back: 'Zurück', next: 'Weiter', close: 'Verstanden, Hinweise schließen', end: 'Rundgang beenden', done: 'Fertig',

  askTitle: 'Eine Frage zum Üben',
  ask: (question) => `„${question}“ Sie geht an die Übungs-Cloud, einen Teil dieses Computers. Nichts geht hinaus, bevor du es gesehen hast.`,
  askIt: 'Stellen',
  question: (names, place) =>
    names.length === 0
      ? 'Was können wir am Samstag für meine Schwester Anna Weber kochen? Du erreichst uns unter 030 123 45 67.'
      : `Was können wir am Samstag für ${names.join(' und ')} kochen${place === null ? '' : `, bevor wir zu ${place} gehen`}?`,

  notes: {
    leaves: { title: 'Was hinausginge', text: 'Links steht, was du geschrieben hast; es bleibt. Rechts steht, was hinausginge, bis auf den letzten Buchstaben. Noch ist nichts hinausgegangen.' },
    marks: { title: 'Was ersetzt wurde, und warum', text: 'Jedes markierte Wort wurde zurückgehalten und steht rechts als etwas Ungenaueres. Drücke auf eines, um den Grund zu lesen und anders zu entscheiden.' },
    select: { title: 'Mehr herausnehmen', text: 'Wähle Wörter mit der Maus oder mit Umschalt und den Pfeiltasten, oder tippe sie über den Knopf ein, der hier umrandet ist. Die Anfrage wird neu gemacht und neu geprüft.' },
    decide: { title: 'Du entscheidest', text: 'Der rechte Knopf sendet genau diese Bytes, einmal. Die beiden anderen senden nichts. Probiere, was du willst: Das hier ist eine Übung.' },
  },

  sentTitle: 'Aufgeschrieben',
  sent: 'Was hinausgeht, steht Byte für Byte im Ausgangsbuch, bevor es hinausgeht. Jeder Beleg nennt den vorigen, so dass sich keiner unbemerkt ändern oder herausnehmen lässt.',
  keptTitle: 'Nichts ging hinaus',
  kept: 'Du hast es hier behalten, und es gibt keinen Beleg, weil nichts hinausging. Was hinausgeht, steht Byte für Byte im Ausgangsbuch.',
  waitTitle: 'Das Fenster öffnet sich gleich',
  wait: 'Zuerst prüfen alle Schichten deine Worte.',
  stoppedTitle: 'Es kam nicht bis zur Ausgangsprüfung',
  stopped: 'Die Antwort unten sagt, warum. Den Rundgang kannst du unter Einstellungen noch einmal machen.',
  receipt: 'Beleg zeigen',
  ledger: 'Ausgangsbuch zeigen',

  ledgerTitle: 'Das Ausgangsbuch',
  ledgerText: 'Alles, was je diesen Computer verlassen hat, steht hier. Den Rundgang kannst du unter Einstellungen oder in der Befehlsliste noch einmal machen.',
}
