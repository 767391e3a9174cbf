/** What the settings say: each says what it changes. */
import type { Provider, Settings } from '../../../shared/settings.ts'

export const strings = {
  title: 'Settings',
  intro: 'Changes take effect at once and are kept in the vault.',

  appearance: 'Appearance',
  appearanceText: 'How Lares looks on this computer.',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<Settings['theme'], string>,

  locking: 'Locking',
  lockingText: 'A locked vault is unreadable until its passphrase is typed again.',
  autoLock: 'Lock by itself',
  autoLockHint: 'Counted from the last time you used Lares.',
  autoLockOptions: { '1': 'After 1 minute', '5': 'After 5 minutes', '15': 'After 15 minutes', '60': 'After an hour', '240': 'After 4 hours', '0': 'Never' },
  autoLockOther: (minutes: number): string => `After ${minutes.toLocaleString('en')} minutes`,
  lockNow: 'Lock now',

  passphrase: 'Passphrase',
  passphraseText: 'A new passphrase opens the same vault. Your recovery words stay as they are.',
  passphraseOpen: 'Change the passphrase…',
  passphraseOld: 'Passphrase until now',
  passphraseNew: 'New passphrase',
  passphraseChange: 'Change it',
  passphraseChanging: 'Changing…',
  passphraseChanged: 'The passphrase was changed.',
  cancel: 'Cancel',

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
}
