/** What the chat says. */
import type { Answer, PatternName, Route } from '../../../shared/conversation.ts'
import { translated } from '../../../shared/language.ts'
import { keysInEnglish, plain } from '../../ui/keys.ts'
import { money, smallMoney } from '../../ui/money.ts'
import { german } from './german.ts'
import type { WayOut } from './ways-out.ts'

const english = {
  newTitle: 'New conversation',
  list: 'Conversations',
  startNew: 'New conversation',
  more: (title: string): string => `More about “${title}”`,
  remove: 'Delete…',
  removeTitle: 'Delete this conversation?',
  removeText: (title: string): string => `“${title}” and its answers are deleted from the vault. What it put into the calendar stays, and so do its receipts in the ledger.`,
  removeConfirm: 'Delete',
  removed: 'Conversation deleted.',
  rename: { action: 'Rename…', title: 'Rename this conversation', label: 'Title', save: 'Rename', cancel: 'Cancel' },
  pin: 'Keep at the top',
  unpin: 'No longer keep at the top',
  pinned: 'Kept at the top',
  imported: 'imported',
  search: {
    label: 'Search all conversations',
    placeholder: `Search (${keysInEnglish(plain('f'))})`,
    clear: 'Empty the search',
    results: 'What was found',
    count: (total: number, shown: number): string => total === 0 ? 'Nothing found.' : total > shown ? `The newest ${shown.toLocaleString('en')} of ${total.toLocaleString('en')}. One more word makes it fewer.` : total === 1 ? 'Found once.' : `Found ${total.toLocaleString('en')} times.`,
    hint: 'Every word has to begin a word of the question or its answer. Capitals and accents do not matter.',
    where: (title: string, day: string): string => `${title}, ${day}`,
  },
  importedFrom: (day: string): string => `Imported from a file, ${day}. Where its answers came from is the file’s word; its plans can be read, not accepted.`,
  files: {
    menu: 'Files of conversations',
    import: 'Import conversations…',
    allJson: 'Save all as JSON…',
    allMarkdown: 'Save all as Markdown…',
    save: 'Save as',
    json: 'JSON, to import again…',
    markdown: 'Markdown, to read…',
    saved: (count: number, file: string): string => `Saved ${count === 1 ? 'one conversation' : `${count.toLocaleString('en')} conversations`} in “${file}”.`,
    added: (count: number): string => count === 1 ? 'Imported one conversation.' : `Imported ${count.toLocaleString('en')} conversations.`,
  },
  actions: {
    group: 'With this answer',
    copy: 'Copy the answer',
    quote: 'Quote the answer',
    again: 'Ask again',
    edit: 'Ask in other words',
    reword: 'Your question in other words',
    rewordHint: 'It is asked as a new question at the end. This one and its answer stay as they are.',
    ask: 'Ask this',
    cancel: 'Cancel',
  },
  listEmpty: 'Your conversations will be listed here.',
  thread: 'Conversation',

  emptyTitle: 'What should happen at home?',
  emptyText: 'Write it as you would say it. Lares works on this computer and asks before anything leaves it.',
  /** `day` is one some weeks ahead, so that there is something to prepare. */
  examples: {
    plan: (): string => 'Run the dishwasher and charge the car tonight as cheaply as possible, done by 7 tomorrow.',
    prepare: (day: string): string => `Plan a birthday party with 8 children on ${day}.`,
    write: (): string => 'Write to the school that we have to leave early on Friday because of the dentist.',
    ask: (): string => 'What should I pack for a weekend by the sea with two children?',
  },
  does: { plan: 'Run things', prepare: 'Prepare', write: 'Write', ask: 'Ask' },
  examplesLabel: 'For example',
  emptyHouse: 'Lares does not know your household yet, so it has nothing to plan with.',
  takeSample: 'Take the sample household',
  enterOwn: 'Enter my own',
  tell: 'Tell it in chat',
  sampleTaken: 'The sample household has moved in.',

  composer: 'Your message',
  placeholder: 'Something to run, prepare, write or ask',
  keys: 'Enter sends, Shift+Enter starts a new line.',
  send: 'Send',
  stop: 'Stop',
  queued: { queue: 'Send next', title: 'Your next message', says: 'Goes when the answer is there.', edit: 'Change the next message', drop: 'Take the next message away' },
  tooLong: (found: number, limit: number): string => `${found.toLocaleString('en')} of at most ${limit.toLocaleString('en')} characters. Shorten it, or send it in parts.`,
  route: 'Where the answer comes from',
  routes: { auto: 'Auto', here: 'On this computer', cloud: 'Ask the cloud', check: 'Cross-check' } satisfies Record<Route, string>,
  routeHints: {
    auto: 'Lares answers here whenever it can, and asks you before anything leaves.',
    here: 'Nothing leaves this computer.',
    cloud: 'You see every byte first, and nothing leaves without your yes.',
    check: 'Two answers that do not know of each other; the cloud’s only after your yes.',
  } satisfies Record<Route, string>,

  readings: 'How I read it',
  from: (phrase: string): string => `from “${phrase}”`,
  unread: 'Not understood',
  you: 'You',
  answer: 'Lares',
  status: {
    thinking: 'Thinking, on this computer…',
    waiting: 'Waiting at the gate for your decision.',
    sending: 'Sent. Waiting for the answer…',
    done: 'The answer is here.',
    problem: 'That did not work out.',
    stopped: 'Stopped. Nothing was changed.',
  },
  choices: 'Answer with one of these',

  runs: 'The plan',
  columns: { what: 'What', when: 'When', energy: 'Energy', cost: 'Cost' },
  total: 'Together',
  kwh: (value: number): string => `${value.toLocaleString('en', { maximumFractionDigits: 1 })} kWh`,
  money,
  noPrice: 'no price',

  letter: {
    letter: 'The letter',
    draft: 'The draft, as it was made here',
    unchanged: 'The letter, just as it was drafted here',
    look: 'How to look at the letter',
    looks: { letter: 'The letter', changes: 'Show what was changed', draft: 'Show the draft' },
    copyLetter: 'Copy the letter',
    copyDraft: 'Copy the draft',
  },

  opinions: {
    title: 'Two answers',
    here: 'This computer',
    by: (who: string): string => `The answer of ${who}`,
    counts: 'this one counts',
    agree: 'They agree: code found nothing that differs.',
    differ: 'What differs',
    wordsHint: 'Code compares figures only. Whether the words agree is for you to judge.',
  },

  ways: {
    'ask-here': 'Answer on this computer',
    'ask-cloud': 'Ask the cloud',
    'ask-cloud-again': 'Ask the cloud again',
    'let-ollama-answer': 'Let Ollama answer',
    'set-up-cloud': 'Set up a cloud',
    'cloud-settings': 'Look at the cloud settings',
    'model-settings': 'Look at the settings of Ollama',
    household: 'Go to Household',
  } satisfies Record<WayOut, string>,

  /** "412 + 96 tokens, about €0.002" */
  used: (tokens: NonNullable<Answer['provenance']['tokens']>, cost: Answer['provenance']['cost']): string => `${tokens.in.toLocaleString('en')} + ${tokens.out.toLocaleString('en')} tokens${cost === null ? '' : `, about ${smallMoney(cost.amount, cost.currency)}`}`,
  bytesLeft: (bytes: number): string => bytes === 0 ? '0 bytes left' : `${bytes.toLocaleString('en')} bytes left`,
  receipt: 'Receipt',
  receiptNumber: (index: number): string => `Receipt ${index.toLocaleString('en')}`,
  seconds: (milliseconds: number): string => milliseconds < 100 ? 'at once' : `${(milliseconds / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} s`,
  details: 'How this was answered',
  patterns: { 'answered-here': 'Answered here', 'sanitize-and-solve': 'Sanitize-and-Solve', 'plan-then-ground': 'Plan-then-Ground', 'escalate-on-hard': 'Escalate-on-Hard', 'draft-then-refine': 'Draft-then-Refine', 'cross-check': 'Cross-Check' } satisfies Record<PatternName, string>,
  facts: { pattern: 'Pattern', why: 'Why', direction: 'Who acts first', trigger: 'When', purpose: 'What for', engines: 'Who worked', checks: 'Checked', time: 'Time' },
}
export type English = typeof english

export const strings = translated(english, german)
