/** What the kit itself says. */
import { translated } from '../../shared/language.ts'
import { german } from './german.ts'
import { keysInEnglish, plain } from './keys.ts'

const english = {
  show: 'Show what I type',
  hide: 'Hide what I type',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading…',
  tryAgain: 'Try again',
  choose: 'Choose…',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: `It could not be copied. Select the text and press ${keysInEnglish(plain('c'))}.`,
  more: 'More actions',
  news: 'Short news',
  markdown: {
    picture: (alt: string): string => alt === '' ? 'A picture, not loaded:' : `A picture, not loaded (${alt}):`,
    copyAddress: 'Copy the address', copyCode: 'Copy', code: 'Code', table: 'Table', ticked: 'Done:', unticked: 'To do:',
  },
  takeAway: (word: string): string => `Take “${word}” away`,
}
export type English = typeof english

export const strings = translated(english, german)
