/** What the shell says, in German. */
import type { Wording } from '../../../shared/language.ts'
import type { English } from './strings.ts'

export const german: Wording<English> = {
  app: 'Lares',
  skip: 'Zur Seite springen',
  setup: 'Erste Schritte',
  navigation: 'Räume',
  views: { today: 'Heute', chat: 'Chat', calendar: 'Kalender', tasks: 'Aufgaben', household: 'Haushalt', ledger: 'Ausgangsbuch', settings: 'Einstellungen' },
  lock: 'Abschließen',
  lockTitle: (keys) => `Tresor abschließen${keys}`,
  palette: { title: 'Alle Befehle', field: 'Einen Befehl finden', placeholder: 'Was möchtest du tun?', list: 'Befehle', nothing: (keys) => `So heißt kein Befehl. Ein Satz gehört in den Chat${keys}.` },
  commands: {
    go: (room) => `Gehe zu ${room}`,
    write: 'An Lares schreiben', newConversation: 'Neues Gespräch', search: 'Gespräche durchsuchen', newEvent: 'Neuer Termin', newTask: 'Neue Aufgabe', undo: 'Letzte Änderung rückgängig machen',
    theme: 'Farben: hell, dunkel oder wie das System', shortcuts: 'Alle Tasten zeigen', setup: 'Erste Schritte, einer nach dem anderen', walk: 'Rundgang durch die Ausgangsprüfung', lock: 'Tresor abschließen',
  },
  themes: { system: 'Hell oder dunkel wie das System.', light: 'Das Fenster ist hell.', dark: 'Das Fenster ist dunkel.' },
  shortcuts: { title: 'Tasten', everywhere: 'Überall', calendar: 'Im Kalender', chat: 'In einem Gespräch', stepping: 'Von Antwort zu Antwort' },
  keys: {
    change: (command) => `Andere Tasten für „${command}“`,
    reset: (command) => `Die üblichen Tasten für „${command}“`,
    resetAll: 'Die üblichen Tasten für alles',
    recording: (command) => `Neue Tasten für „${command}“`,
    press: 'Drücke die neuen Tasten. Escape: so lassen; Rücktaste: keine.',
    none: 'keine Tasten',
    reserved: (keys) => `${keys} wird beim Schreiben oder vom Fenster gebraucht. Wähle andere.`,
    taken: (keys, command) => `${keys} steht schon für „${command}“. Wähle andere, oder ändere zuerst jene.`,
  },
  broken: 'Diese Seite ist stehen geblieben.',
  brokenTodo: 'Nichts ging verloren. Öffne sie noch einmal; passiert es wieder, melde bitte, was du getan hast.',
  reopen: 'Noch einmal öffnen',
}
