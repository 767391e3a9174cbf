/** What the departure panel says. */
import type { Occasion, OutlineShape } from '../../../shared/ask.ts'
import type { Amendment, Layer } from '../../../shared/departure.ts'
import type { StandingRule } from '../../../shared/household.ts'
import { translated } from '../../../shared/language.ts'
import { smallMoney } from '../../ui/money.ts'
import { german } from './german.ts'
import type { Tally } from './tally.ts'

const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`
/** A sentence as the end of another one. */
const within = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, '')

/** By whom things stay, with their number. */
const stayBy = {
  vault: (things) => `${things.toLocaleString('en')} from your vault`,
  detector: (things) => counted(things, 'looks private', 'look private'),
  time: (things) => counted(things, 'tells when', 'tell when'),
  'unknown-word': (things) => counted(things, 'uncommon word', 'uncommon words'),
  model: (things) => `${things.toLocaleString('en')} could point to you`,
  you: (things) => `${things.toLocaleString('en')} changed by you`,
  rule: (things) => `${things.toLocaleString('en')} by a rule of yours`,
} satisfies Record<Layer, (things: number) => string>

const occasions = { birthday: 'a birthday', party: 'a party', move: 'a move', holiday: 'a holiday', visit: 'a visit', feast: 'a feast', other: 'something else' } satisfies Record<Occasion, string>

const stay = (things: number): string => `${counted(things, 'thing stays', 'things stay')} here:`

const english = {
  title: 'This would leave your house',
  blockedTitle: 'Stopped at the gate',
  announce: 'Something wants to leave. Nothing has left yet.',
  to: 'To',
  practice: 'practice, inside this computer',
  size: 'Size',
  bytes: (count: number): string => `${count.toLocaleString('en')} bytes`,
  tokens: (count: number): string => `about ${count.toLocaleString('en')} tokens`,

  cost: 'Cost',
  costSays: (amount: number, currency: string): string => `about ${smallMoney(amount, currency)}, and the answer on top`,

  tabs: 'How to look at it',
  inWords: 'In words',
  exactBytes: 'Exact bytes',

  wrote: 'What you wrote',
  draft: 'Your draft, as it was made here',
  draftIntro: 'On the left is your draft, on the right what would leave of it.',
  stays: 'stays here',
  outgoing: 'What would leave',
  leaves: 'leaves',
  nothingWritten: 'None of your words. Only the puzzle below would leave.',
  onlyShape: 'None of your words. Only the shape below would leave.',
  hint: 'Press a marked word for the reason and what you can do about it. Select text to take it out: with the mouse, or with Shift and the arrow keys, then Enter.',
  stay,
  stayBy,
  stayInAll: (tallies: readonly Tally[]): string => tallies.length === 0 ? '' : `${stay(tallies.reduce((sum, { things }) => sum + things, 0))} ${tallies.map(({ layer, things }) => stayBy[layer](things)).join(', ')}.`,
  exceptions: 'Leaves as you wrote it:',
  byRule: 'by a rule of yours',
  byYou: 'because you said so',
  releasedNow: (phrase: string): string => `You let “${phrase}” leave as written, in this departure only.`,
  unplaced: 'The marks could not be matched to this text, so it is shown as it stands.',

  staysAs: (original: string, token: string, layer: string): string => `“${original}” stays here; ${token} leaves instead. ${layer}.`,
  standsFor: (token: string, original: string, layer: string): string => `${token} leaves instead of “${original}”. ${layer}.`,
  layers: { vault: 'In your vault', detector: 'Looks private', time: 'Tells when', 'unknown-word': 'Not a common word', model: 'Could point to you', you: 'Your own change', rule: 'A rule of yours' } satisfies Record<Layer, string>,
  about: (original: string): string => `About “${original}”`,
  staysAndLeaves: 'stays here. Instead leaves',
  never: 'This never leaves.',
  thisTime: 'This time',
  fromNowOn: 'From now on',
  unredact: 'Put it back',
  release: 'Let it leave as written',
  vaguer: 'Let something vaguer leave instead…',
  always: 'Always let this leave',
  forbid: 'Always keep this here',
  removeRule: 'Remove this rule',
  ruleSince: (phrase: string, kind: StandingRule['kind'], since: string): string => `“${phrase}” ${kind === 'release' ? 'may leave' : 'never leaves'}: your rule since ${since}.`,

  releaseSure: (original: string): string => `“${original}” would leave exactly as you wrote it.`,
  releaseYes: 'Let it leave',
  releaseNo: 'Keep it here',
  releaseKnownYes: 'Let it leave all the same',
  alwaysSure: (original: string): string => `“${original}” would leave as written from now on, in everything you approve, until you remove the rule.`,
  alwaysYes: 'Always let it leave',
  alwaysKnownYes: 'Always, all the same',
  knownTitle: 'This is in your vault',
  knownBy: (original: string, kind: string, provider: string): string => {
    const who = `${provider}, and whoever gets to see what it keeps, could`
    if (kind === 'person') return `${who} recognise “${original}” by it: who this is, and who lives with them.`
    if (kind === 'place' || kind.endsWith('address') && !kind.startsWith('e-mail')) return `${who} tell by it where you live or where you go.`
    if (kind === 'phone' || kind.startsWith('e-mail')) return `${who} tell by it who this is, and reach them.`
    return `${who} recognise your household by it.`
  },

  vaguerLabel: (original: string): string => `What leaves instead of “${original}”`,
  vaguerHint: 'It is checked like everything else, and you see it before it leaves.',
  vaguerOffers: 'Suggestions',
  vaguerYes: 'Let this leave instead',
  vaguerEmpty: 'Write something, or take one of the suggestions.',
  vaguerSame: (original: string): string => `That still says “${original}”.`,

  redact: 'Redact',
  redactLabel: (phrase: string): string => `Redact “${phrase}”`,
  neverAgain: 'Never let this leave',
  neverAgainLabel: (phrase: string): string => `Never let this leave: “${phrase}”`,
  selectionLabel: (phrase: string): string => `Selected: “${phrase}”`,
  redactPhrase: 'Redact a phrase…',
  phrase: 'Phrase to take out',
  phraseHint: 'It is taken out wherever it stands in the text on the left.',
  phraseMissing: 'That does not stand in the text on the left.',
  phraseGone: 'That does not leave already.',
  phraseShort: 'A rule needs a phrase of 2 to 200 characters.',
  takeOut: 'Take it out',
  withhold: 'Send without my words',

  did: (amendment: Amendment): string => {
    switch (amendment.kind) {
      case 'redact': return `“${amendment.phrase}” stays here now.`
      case 'unredact': return `“${amendment.phrase}” is as it was before your change.`
      case 'release': return `“${amendment.phrase}” would leave as written.`
      case 'change': return `“${amendment.into}” would leave instead of “${amendment.phrase}”.`
      case 'words': return amendment.withhold ? 'None of your words would leave.' : 'Your words would leave too.'
      case 'again': return 'Looked at again.'
    }
  },
  ruleKept: {
    release: (phrase: string): string => `“${phrase}” may leave from now on.`,
    forbid: (phrase: string): string => `“${phrase}” never leaves from now on.`,
  } satisfies Record<StandingRule['kind'], (phrase: string) => string>,
  ruleRemoved: (phrase: string): string => `The rule about “${phrase}” is gone.`,
  ruleUndone: (phrase: string): string => `The rule about “${phrase}” was taken back.`,

  puzzle: 'A puzzle in numbers',
  puzzleSays: (slots: number, minutes: number): string => `${slots.toLocaleString('en')} slots of ${minutes.toLocaleString('en')} minutes from a hidden start`,
  job: (length: number, kw: number, isWhole: boolean): string => `${length.toLocaleString('en')} slots at ${kw.toLocaleString('en')} kW${isWhole ? ', in one piece' : ', may be split'}`,
  windows: (windows: readonly (readonly [number, number])[]): string => windows.length === 0 ? 'no window' : `in ${windows.map(([from, to]) => `${from.toLocaleString('en')}–${to.toLocaleString('en')}`).join(', ')}`,
  prices: 'How dear each slot is, in bare numbers',
  cap: (kw: number): string => `at most ${kw.toLocaleString('en')} kW at once`,

  shape: 'The shape of it',
  shapeSays: ({ occasion, daysAhead, lasts, adults, children, guests, minutesPerDay }: OutlineShape): readonly { readonly label: string; readonly says: string; readonly why: string }[] => [
    { label: 'What it is', says: occasions[occasion], why: 'So that the steps fit.' },
    { label: 'Until then', says: counted(daysAhead, 'day', 'days'), why: 'So that nothing is late. The date stays here.' },
    { label: 'How long', says: counted(lasts, 'day', 'days'), why: 'So that the steps fit.' },
    { label: 'Who lives here', says: `${counted(adults, 'adult', 'adults')}, ${children === 0 ? 'no children' : counted(children, 'child', 'children')}`, why: 'So that the work fits. Nobody is named.' },
    { label: 'Who comes', says: guests === null ? 'not said' : counted(guests, 'guest', 'guests'), why: 'So that the amounts fit.' },
    { label: 'Time for it', says: `${counted(minutesPerDay, 'minute', 'minutes')} a day`, why: 'So that no step is too large.' },
  ],

  kept: 'This stays here too',
  notNeeded: (count: number): string => count === 1 ? '1 fact was not needed and does not leave' : `${count.toLocaleString('en')} facts were not needed and do not leave`,
  facts: 'What leaves about your home, and why',
  factColumns: { label: 'About', leaves: 'What leaves', why: 'Why' },
  guesses: 'What could still be guessed',
  guessesHint: 'From what would leave as it stands. Press a word to take it out.',
  takeOutGuess: (word: string, says: string): string => `Take out “${word}”: ${within(says)}`,
  rest: 'What else stands in the request',
  restHint: 'The same for everybody: instructions and settings, written by Lares.',
  instructions: 'Instructions',

  hits: 'The last check found something private in the outgoing bytes, so they may not leave.',
  hitsTodo: 'Take out what is marked, send without your words, or answer on this computer.',
  hit: (kind: string, disguise: string): string => disguise === 'plain' || disguise === '' ? `a ${kind}` : `a ${kind}, ${disguise}`,
  where: { body: 'in the body', header: 'in a header', url: 'in the address' },
  showBytes: 'Show it in the bytes',

  request: 'The request, byte for byte',
  body: 'Body',
  padding: (count: number): string => ` + ${count.toLocaleString('en')} spaces of padding, so that the length tells nothing`,
  copyBody: 'Copy the body',
  copied: 'The body was copied, padding included.',
  sha: 'SHA-256',
  shaHint: 'Computed by this window from the body above; what is sent must have the same.',
  secret: 'Dots stand for your key.',

  send: 'Send exactly this',
  here: 'Answer on this computer',
  cancel: 'Cancel',
  sending: 'Sending…',
  ready: 'You can decide now.',
  changed: 'Changed.',
  wouldLeave: (bytes: number): string => `${bytes.toLocaleString('en')} bytes would leave now.`,
  escape: 'Press Escape again to cancel. Nothing will leave.',
  undecided: 'Nothing has left yet.',
  expires: (seconds: number): string => `Withdrawn in ${seconds.toLocaleString('en')} s unless you decide.`,
  expiresSoon: 'Less than a minute is left to decide; then this is withdrawn and nothing leaves.',
}
export type English = typeof english

export const strings = translated(english, german)
