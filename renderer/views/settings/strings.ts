/** What the settings say: each says what it changes. */
import type { Habits } from '../../../shared/habits.ts'
import { translated } from '../../../shared/language.ts'
import type { Provider, ReminderSettings, Settings } from '../../../shared/settings.ts'
import { german } from './german.ts'

const english = {
  title: 'Settings',
  intro: 'Changes take effect at once and are kept in the vault.',

  changeKeys: 'See and change the keys',
  appearance: 'Appearance',
  appearanceText: 'How Lares looks and speaks on this computer.',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<Settings['theme'], string>,

  language: {
    label: 'Language',
    choices: { system: 'As the system', en: 'English', de: 'Deutsch' } satisfies Record<Settings['language'], string>,
    hint: 'What Lares says. What you write it reads in English and German, whichever is chosen here. What is in the vault stays as you wrote it.',
  },

  times: {
    title: 'Times and weeks',
    text: 'How times and weeks are written in the rooms, in reminders and in notifications.',
    clock: 'Clock',
    clocks: { system: 'As the system', '24': '24 hours', '12': '12 hours' } satisfies Record<Settings['habits']['clock'], string>,
    clockHint: (example: string): string => `Half past nine in the evening is written ${example}. Sentences in a conversation keep the 24-hour clock. You may always type either.`,
    weekStart: 'The week begins on',
    weekStarts: { system: 'As the system', monday: 'Monday', sunday: 'Sunday', saturday: 'Saturday' } satisfies Record<Settings['habits']['weekStart'], string>,
    weekHint: (day: string): string => `${day} is the first day in the calendar and wherever days are chosen. What “next week” means in a sentence stays the same.`,
    weekdays: { monday: 'Monday', sunday: 'Sunday', saturday: 'Saturday' } satisfies Record<Habits['weekStart'], string>,
    zone: 'Time zone of the household',
    zoneHint: 'Every time you see and write is in this zone. What is planned keeps its moment; only the time beside it changes.',
    zoneChanged: (zone: string): string => `Times are now those of ${zone}.`,
  },

  reminders: {
    title: 'Reminders',
    text: 'How Lares reminds you of events and tasks. In this window they stand under the bell in any case.',
    notify: 'Show notifications',
    notifyHint: 'By your desktop, also while you use other programs.',
    says: 'What a notification says',
    texts: { discreet: 'Discreet', full: 'Everything' } satisfies Record<ReminderSettings['text'], string>,
    textHints: {
      discreet: 'Only “A reminder from Lares”. A lock screen shows notifications, and a desktop may keep them outside the vault.',
      full: 'What, when, where, and whose turn. A lock screen shows it, and a desktop may keep it outside the vault.',
    } satisfies Record<ReminderSettings['text'], string>,
    quiet: 'Quiet hours',
    quietHint: 'Reminders wait until they end. Not for a medicine, not if the event begins before they end, and not when you chose “later”.',
    quietFrom: 'From',
    quietTo: 'To',
    timeWrong: 'A time of day, for example 22:00.',
    sameWrong: 'Another time than their beginning.',
  },

  tray: {
    title: 'When the window is closed',
    keep: 'Keep Lares in the tray',
    keepMac: 'Keep Lares in the menu bar',
    hint: 'Closing the window then only hides it: reminders go on, and an open vault stays open until it locks by itself or you lock it. The icon comes once the vault was opened, and says nothing of your household. Starting Lares again brings the window back, too.',
    text: 'Whether Lares ends with its window, or stays for reminders.',
    none: 'This desktop has no tray, so closing the window ends Lares as before.',
  },

  locking: 'Locking',
  lockingText: 'A locked vault is unreadable until its passphrase is typed again.',
  autoLock: 'Lock by itself',
  autoLockHint: 'Counted from the last time you used Lares.',
  autoLockOptions: { '1': 'After 1 minute', '5': 'After 5 minutes', '15': 'After 15 minutes', '60': 'After an hour', '240': 'After 4 hours', '0': 'Never' },
  autoLockOther: (minutes: number): string => `After ${minutes.toLocaleString('en')} minutes`,
  lockNow: 'Lock now',
  lockingLogin: 'A locked vault is unreadable until its passphrase is typed again, or this computer’s login opens it.',

  keychain: {
    title: 'This computer’s login',
    text: 'Another way into the vault, without typing its passphrase.',
    isOff: 'It is off: only the passphrase and the recovery words open the vault. When it is on, whoever is logged in to this computer opens it with one press, also after it was locked. The keychain of your login keeps what is needed. Passphrase and recovery words stay, and backups open with them alone.',
    isOn: 'It is on: whoever is logged in to this computer opens the vault, also after it was locked. Passphrase and recovery words open it as ever.',
    open: 'Unlock with this computer’s login…',
    passphrase: 'Your passphrase, to switch it on',
    on: 'Switch it on',
    switchingOn: 'Switching on…',
    switchedOn: 'This computer’s login opens the vault now.',
    off: 'Switch it off',
    switchedOff: 'Only the passphrase and the recovery words open the vault now.',
  },

  passphrase: 'Passphrase',
  passphraseText: 'A new passphrase opens the same vault. Your recovery words stay as they are.',
  passphraseOpen: 'Change the passphrase…',
  passphraseOld: 'Passphrase until now',
  passphraseNew: 'New passphrase',
  passphraseChange: 'Change it',
  passphraseChanging: 'Changing…',
  passphraseChanged: 'The passphrase was changed.',
  cancel: 'Cancel',

  data: {
    title: 'Your data',
    text: 'What is in the vault is yours, also without Lares.',
    export: 'Export everything…',
    exporting: 'Exporting…',
    exportHint: 'Saves one JSON file that any program can read: the household, events, tasks, conversations, the ledger and the settings, without the keys. The file is not encrypted, so keep it somewhere safe. The calendar alone can be saved as .ics from the Calendar.',
    exported: (file: string): string => `Everything is in ${file}.`,
  },

  erase: {
    title: 'Delete everything',
    text: 'Ends this household on this computer. It cannot be undone.',
    open: 'Delete everything…',
    goes: 'This goes',
    going: ['The vault: household, calendar, tasks, conversations, ledger, settings and stored keys', 'Every backup in the app’s own folder'],
    stays: 'This stays',
    staying: ['Backups, exports and calendar files that you copied elsewhere', 'What you approved and sent to a cloud: ask its provider', 'Models: they belong to Ollama'],
    passphrase: 'Your passphrase, to be sure',
    keep: 'Keep everything',
    delete: 'Delete for good',
    deleting: 'Deleting…',
  },

  engine: 'Understanding',
  engineText: 'Who reads your sentences. Both work on this computer only.',
  engineLabel: 'Reads your sentences',
  engines: { builtin: 'Built-in rules', ollama: 'Ollama' } satisfies Record<Settings['engine'], string>,
  engineHints: {
    builtin: 'Quick, needs nothing, and says when it did not understand. It plans; it does not chat.',
    ollama: 'A language model on this computer. It understands more, takes longer, and falls back to the rules when it fails.',
  } satisfies Record<Settings['engine'], string>,

  cloud: 'Cloud',
  cloudText: 'Who may be asked when you approve it, request by request. Nothing is ever sent without the departure panel.',
  provider: 'Provider',
  providers: { practice: 'Practice cloud', openai: 'OpenAI', azure: 'Azure OpenAI', compatible: 'Another, OpenAI-compatible', none: 'None' } satisfies Record<Provider, string>,
  providerHints: {
    practice: 'Inside this computer. Shows the whole way out and back, without an account.',
    openai: 'Sends approved requests to api.openai.com.',
    azure: 'Sends approved requests to your own Azure resource.',
    compatible: 'Sends approved requests to the address below.',
    none: 'Nothing can leave; “Ask the cloud” will say so.',
  } satisfies Record<Provider, string>,
  cloudAddress: 'Address',
  cloudAddressHints: { azure: 'For example https://name.openai.azure.com', compatible: 'The base address, for example https://example.org/v1' },
  cloudModel: 'Model',
  cloudModelHints: { openai: 'As the provider names it, for example gpt-5.4.', azure: 'The name of your deployment.', compatible: 'As the provider names it.' },
  key: 'Key',
  keyHint: 'Goes into the vault and never comes back to this window.',
  keyStored: 'A key is stored in the vault.',
  keyNone: 'No key is stored yet.',
  keyStore: 'Store the key',
  keyRemove: 'Remove the key',
  keySaved: 'The key is in the vault.',
  keyRemoved: 'The key was removed.',
  prices: {
    title: 'Prices per million tokens (optional)',
    in: 'For what you send',
    out: 'For the answer',
    currency: 'Currency',
    hint: 'As the provider lists them. With them the departure panel and the answers say about what a request costs; they go nowhere.',
    amountWrong: 'A number from 0 to 10,000, for example 2.50.',
    currencyWrong: 'Three letters, for example EUR.',
  },
}
export type English = typeof english

export const strings = translated(english, german)
