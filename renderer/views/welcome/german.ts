/** What the welcome says, in German. */
import { figure, type Wording } from '../../../shared/language.ts'
import type { English } from './strings.ts'

export const german: Wording<English> = {
  app: 'Lares',
  tagline: 'Ein Haushaltsassistent, der zu Hause bleibt.',
  promises: [
    'Er kennt deine Leute, Geräte und Termine und bewahrt sie verschlüsselt auf diesem Computer auf.',
    'Kann eine Cloud helfen, siehst du zuerst jedes Byte, und nichts geht ohne dein Ja.',
    'Er plant und schlägt vor; den Kalender änderst nur du, und jede Änderung lässt sich zurücknehmen.',
  ],
  steps: ['Passphrase', 'Wiederherstellungswörter', 'Haushalt'],

  restore: 'Stattdessen eine Sicherung zurückholen…',

  createTitle: 'Ein Tresor für deinen Haushalt',
  createText: 'Eine Passphrase öffnet ihn. Niemand kann sie für dich zurücksetzen; wähle eine, die du dir merkst.',
  passphrase: 'Passphrase',
  passphraseHint: 'Mindestens 10 Zeichen. Vier Wörter, die nichts miteinander zu tun haben, merkt man sich leicht und errät sie schwer.',
  again: 'Noch einmal dieselbe',
  differs: 'Die beiden sind nicht gleich.',
  create: 'Tresor anlegen',
  creating: 'Tresor wird angelegt…',
  folder: (folder) => `Er liegt dann in ${folder}.`,
  strength: 'Stärke',
  strengths: { short: 'Zu kurz', guessable: 'Leicht erraten', fair: 'Gut', strong: 'Stark' },

  wordsTitle: 'Deine Wiederherstellungswörter',
  wordsText: 'Vergisst du die Passphrase, öffnen diese Wörter den Tresor, und sonst nichts. Du siehst sie nur dieses eine Mal, und nirgends sind sie gespeichert. Schreib sie auf Papier, der Reihe nach.',
  wordsList: 'Wiederherstellungswörter, der Reihe nach',
  written: 'Ich habe sie aufgeschrieben',
  next: 'Weiter',
  checkTitle: 'Zwei davon, um sicher zu sein',
  checkText: 'Schau auf deinen Zettel.',
  word: (position) => `Wort ${figure(position)}`,
  wordWrong: (position) => `Das ist nicht Wort ${figure(position)}. Schau noch einmal auf deinen Zettel.`,
  back: 'Wörter noch einmal zeigen',
  confirm: 'Sie stimmen, weiter',

  houseTitle: 'Wer wohnt hier?',
  houseText: 'Lares plant mit dem, was es über dein Zuhause weiß. Du kannst alles später ändern.',
  told: 'Im Chat erzählen',
  toldText: '„Ich bin Ada, mein Mann heißt Tom, und wir haben eine Spülmaschine“: ein, zwei Sätze genügen für den Anfang.',
  sample: 'Den Beispielhaushalt nehmen',
  sampleText: 'Eine Familie mit Spülmaschine, Auto und einem Stromtarif, der sich stündlich ändert. Gut zum Ausprobieren.',
  empty: 'Mit einem leeren beginnen',
  guided: 'Eigenes eingeben, Schritt für Schritt',
  guidedText: 'Menschen, Orte und Geräte auf zwei kurzen Seiten; jeder Schritt kann übersprungen und später fortgesetzt werden.',
  emptyText: 'Gib deine eigenen Leute, Geräte und Preise ein.',
}
