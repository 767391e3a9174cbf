/** What is said about backups. */
import type { Backup } from '../../../shared/backups.ts'
import { figure, translated } from '../../../shared/language.ts'
import { german } from './german.ts'

const counted = (count: number, one: string, several: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : several}`

const english = {
  restoreTitle: 'Restore a backup',
  choose: 'Which one?',
  restoreText: 'You see what is in it before anything changes.',
  list: 'Backups, newest first',
  kinds: { 'backup': 'Backup', 'set-aside': 'Set aside before a restore' } satisfies Record<Backup['kind'], string>,
  noneTitle: 'There is no backup here yet',
  place: (folder: string): string => `To restore one from another computer, copy its folder, whose name begins with “backup-”, into ${folder}.`,
  lookAgain: 'Look again',
  back: 'Back',

  openTitle: (when: string): string => `Backup of ${when}`,
  openText: 'It opens with the passphrase the vault had then, or with its recovery words.',
  passphrase: 'Passphrase of then',
  words: 'Recovery words',
  useWords: 'Use the recovery words',
  usePassphrase: 'Use the passphrase',
  look: 'Look inside',
  looking: 'Looking…',

  inside: 'What is in it',
  counts: {
    people: (count: number): string => counted(count, 'person', 'people'),
    events: (count: number): string => counted(count, 'event', 'events'),
    tasks: (count: number): string => counted(count, 'task', 'tasks'),
    conversations: (count: number): string => counted(count, 'conversation', 'conversations'),
    receipts: (count: number): string => counted(count, 'receipt', 'receipts'),
  },
  lastChange: (when: string): string => `Last change: ${when}`,
  noChange: 'Nothing was ever changed in it.',
  effect: 'Everything becomes as it was then: the household, the calendar, the conversations, the ledger and the settings. The vault as it is now is set aside and stays in the list of backups.',
  effectEmpty: 'It becomes the vault of this computer.',
  newPassphrase: 'New passphrase',
  restore: 'Restore this backup',
  restoring: 'Restoring…',
  restored: (when: string): string => `The backup of ${when} was restored.`,

  section: 'Backups',
  sectionText: 'Encrypted copies of the vault, made once a day while it is open. Kept are the last of each of 7 days, 4 weeks and 12 months.',
  kept: (count: number, size: string): string => `${counted(count, 'backup', 'backups')}, ${size} together.`,
  newest: (when: string): string => `The newest is of ${when}.`,
  none: 'There is no backup yet.',
  where: (folder: string): string => `They are in ${folder}. They do not help when this disk fails: copy that folder elsewhere now and then. Any of them opens on another computer with your recovery words.`,
  make: 'Back up now',
  makeHint: 'Makes one at once. Of several on one day the last is kept.',
  making: 'Making a backup…',
  made: 'The backup was made.',
  restoreOpen: 'Restore a backup…',
  restoreHint: 'Replaces what is in the vault by what was in it then.',
}
export type English = typeof english

export const strings = translated(english, german)

/** "12.4 MB" */
export const sizeInWords = (bytes: number): string => `${figure(Math.max(bytes, 100_000) / 1_000_000, { maximumFractionDigits: 1 })} MB`

/** Where backups are, in the way this system writes paths. */
export const backupFolder = (vaultFolder: string): string => `${vaultFolder}${vaultFolder.includes('\\') ? '\\' : '/'}backups`
