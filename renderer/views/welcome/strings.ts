/** What the welcome says. */
import { translated } from '../../../shared/language.ts'
import { german } from './german.ts'

const english = {
  app: 'Lares',
  tagline: 'A household assistant that stays at home.',
  promises: [
    'It knows your people, devices and calendar, and keeps them encrypted on this computer.',
    'When a cloud could help, you see every byte first, and nothing leaves without your yes.',
    'It plans and proposes; only you change the calendar, and every change can be undone.',
  ],
  steps: ['Passphrase', 'Recovery words', 'Household'],

  restore: 'Restore a backup instead…',

  createTitle: 'Make a vault for your household',
  createText: 'One passphrase opens it. Nobody can reset it for you, so choose one you will remember.',
  passphrase: 'Passphrase',
  passphraseHint: 'At least 10 characters. Four unrelated words are easy to remember and hard to guess.',
  again: 'The same once more',
  differs: 'The two are not the same.',
  create: 'Create the vault',
  creating: 'Creating the vault…',
  folder: (folder: string): string => `It will be kept in ${folder}.`,
  strength: 'Strength',
  strengths: { short: 'Too short', guessable: 'Easy to guess', fair: 'Good', strong: 'Strong' },

  wordsTitle: 'Your recovery words',
  wordsText: 'If you forget the passphrase, these words open the vault, and nothing else does. They are shown this once and stored nowhere. Write them on paper, in order.',
  wordsList: 'Recovery words, in order',
  written: 'I wrote them down',
  next: 'Continue',
  checkTitle: 'Two of them, to be sure',
  checkText: 'Look at your paper.',
  word: (position: number): string => `Word ${position.toLocaleString('en')}`,
  wordWrong: (position: number): string => `That is not word ${position.toLocaleString('en')}. Look at your paper again.`,
  back: 'Show the words again',
  confirm: 'They match, continue',

  houseTitle: 'Who lives here?',
  houseText: 'Lares plans with what it knows about your home. You can change all of it later.',
  guided: 'Enter your own, step by step',
  guidedText: 'People, places and devices on two short pages; each step can be skipped and gone on with later.',
  told: 'Tell it in chat',
  toldText: '“I’m Ada, my husband is Tom, and we have a dishwasher”: a sentence or two is enough to begin.',
  sample: 'Take the sample household',
  sampleText: 'A family with a dishwasher, a car and a tariff that changes by the hour. Good for trying things out.',
  empty: 'Start with an empty one',
  emptyText: 'Look around first, and fill in what you like, when you like.',
}
export type English = typeof english

export const strings = translated(english, german)
