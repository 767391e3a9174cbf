/** What the kit itself says. */
import { keysInWords, plain } from './keys.ts'

export const strings = {
  show: 'Show what I type',
  hide: 'Hide what I type',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading…',
  tryAgain: 'Try again',
  choose: 'Choose…',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: `It could not be copied. Select the text and press ${keysInWords(plain('c'))}.`,
  more: 'More actions',
  takeAway: (word: string): string => `Take “${word}” away`,
}
