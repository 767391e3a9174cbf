/** The names of every channel between window and main, and nothing else, so that the preload can be built from it without a schema library. */
export const channels = {
  vault: ['state', 'create', 'unlock', 'recover', 'lock', 'changePassphrase', 'erase', 'checkKeychain', 'useKeychain', 'forgetKeychain', 'unlockWithKeychain'],
  backups: ['list', 'make', 'preview', 'restore'],
  data: ['export'],
  household: ['read', 'write', 'change', 'sample'],
  chat: ['conversations', 'turns', 'start', 'send', 'stop', 'remove', 'change', 'search', 'drafts', 'saveDraft', 'saveFile', 'openFile'],
  departure: ['waiting', 'approve', 'refuse', 'answerHere', 'amend', 'replay'],
  calendar: ['between', 'series', 'save', 'remove', 'accept', 'amend', 'dismiss', 'undo', 'history'],
  ics: ['open', 'given', 'read', 'rows', 'stop', 'close', 'accept', 'save'],
  tasks: ['list', 'save', 'remove', 'mark'],
  reminders: ['standing', 'answer'],
  ledger: ['list', 'seen', 'verify', 'saveHead', 'compareHead'],
  models: ['status', 'pull', 'stopPull', 'dismissPull', 'remove', 'unload', 'test', 'stopTest'],
  settings: ['read', 'write', 'system', 'setKey', 'hasKey', 'hasTray'],
} as const

/** The one channel on which main speaks first. */
export const NEWS = 'lares.news'

export type Feature = keyof typeof channels

/** The argument by which main tells the page what it need not ask for: an `AtStart`, as JSON in an URI component. */
export const AT_START = '--lares-start='
