/** What the door says. */
import { translated } from '../../../shared/language.ts'
import { german } from './german.ts'

const english = {
  title: 'Welcome home',
  text: 'Your vault is locked. Its passphrase opens it.',
  textWithLogin: 'Your vault is locked. This computer’s login opens it, or its passphrase.',
  withLogin: 'Unlock with this computer',
  asking: 'Asking the keychain…',
  or: 'or',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  useWords: 'Use my recovery words',
  usePassphrase: 'Use my passphrase',
  recoverTitle: 'Open with recovery words',
  recoverText: 'Type the words from your paper in order, with spaces between them, and choose a new passphrase.',
  words: 'Recovery words',
  newPassphrase: 'New passphrase',
  recover: 'Open the vault',
  restore: 'Restore a backup…',
  blockedTitle: 'The vault cannot be opened yet',
  folder: (folder: string): string => `The vault is in ${folder}.`,
}
export type English = typeof english

export const strings = translated(english, german)
