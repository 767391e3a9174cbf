/** What the guided walk along the departure panel says. */
import { figure, translated } from '../../../shared/language.ts'
import { german } from './german.ts'

const english = {
  label: (number: number, all: number): string => `Walk, note ${figure(number)} of ${figure(all)}`,
  counted: (number: number, all: number): string => `${figure(number)} of ${figure(all)}`,
  back: 'Back', next: 'Next', close: 'I see, close the notes', end: 'End the walk', done: 'Done',

  askTitle: 'A question to practise on',
  ask: (question: string): string => `“${question}” It goes to the practice cloud, which is a part of this computer. Nothing leaves before you have seen it.`,
  askIt: 'Ask it',
  /** Names are of the household; without any the question brings its own. */
  question: (names: readonly string[], place: string | null): string =>
    names.length === 0
      ? 'What could we cook for my sister Anna Weber on Saturday? You reach us at 030 123 45 67.'
      : `What could we cook for ${names.join(' and ')} on Saturday${place === null ? '' : `, before we go to ${place}`}?`,

  notes: {
    leaves: { title: 'What would leave', text: 'At the left is what you wrote; it stays. At the right is what would leave, to the last letter. So far nothing has left.' },
    marks: { title: 'What was replaced, and why', text: 'Each marked word was held back and stands at the right as something vaguer. Press one to read why, and to decide otherwise.' },
    select: { title: 'Take out more', text: 'Select any words with the mouse, or with Shift and the arrow keys, or type them under “Redact a phrase…”. The request is made anew, and checked anew.' },
    decide: { title: 'You decide', text: '“Send exactly this” sends these bytes, once. “Answer on this computer” and “Cancel” send nothing. Try what you like: this is practice.' },
  },

  sentTitle: 'Written down',
  sent: 'What left is written into the ledger, byte for byte, before it leaves. Each receipt names the one before, so that none can be changed or taken out unseen.',
  keptTitle: 'Nothing left',
  kept: 'You kept it here, and there is no receipt, because nothing left. What does leave is written into the ledger, byte for byte.',
  waitTitle: 'The panel opens in a moment',
  wait: 'Your words are checked by every layer first.',
  stoppedTitle: 'It did not get as far as the panel',
  stopped: 'The answer below says why. The walk can be taken again from Settings.',
  receipt: 'Show the receipt',
  ledger: 'Show the ledger',

  ledgerTitle: 'The ledger',
  ledgerText: 'Everything that ever left this computer stands here. The walk can be taken again from Settings, or from the list of commands.',
}
export type English = typeof english

export const strings = translated(english, german)
