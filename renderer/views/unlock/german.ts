/** What the door says, in German. */
import type { Wording } from '../../../shared/language.ts'
import type { English } from './strings.ts'

export const german: Wording<English> = {
  title: 'Willkommen zu Hause',
  text: 'Dein Tresor ist zu. Seine Passphrase öffnet ihn.',
  textWithLogin: 'Dein Tresor ist zu. Die Anmeldung dieses Computers öffnet ihn, oder seine Passphrase.',
  withLogin: 'Mit diesem Computer öffnen',
  asking: 'Der Schlüsselbund wird gefragt…',
  or: 'oder',
  passphrase: 'Passphrase',
  unlock: 'Öffnen',
  unlocking: 'Wird geöffnet…',
  useWords: 'Mit den Wiederherstellungswörtern öffnen',
  usePassphrase: 'Mit der Passphrase öffnen',
  recoverTitle: 'Mit Wiederherstellungswörtern öffnen',
  recoverText: 'Tippe die Wörter von deinem Zettel der Reihe nach ab, mit Leerzeichen dazwischen, und wähle eine neue Passphrase.',
  words: 'Wiederherstellungswörter',
  newPassphrase: 'Neue Passphrase',
  recover: 'Tresor öffnen',
  restore: 'Sicherung zurückholen…',
  blockedTitle: 'Der Tresor lässt sich noch nicht öffnen',
  folder: (folder) => `Der Tresor liegt in ${folder}.`,
}
