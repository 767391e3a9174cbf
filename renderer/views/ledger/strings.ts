/** What the ledger says. */
import type { How, Receipt } from '../../../shared/departure.ts'
import { figure, translated } from '../../../shared/language.ts'
import { german } from './german.ts'

const english = {
  title: 'Ledger',
  subtitle: 'Everything that ever left this computer, byte for byte, for good.',
  search: 'Search',
  searchHint: 'Word, provider, date',
  list: 'Receipts',
  found: (count: number, all: number): string => {
    if (count < all) return `${count} of ${all} receipts`
    return all === 1 ? 'One receipt' : `${all} receipts`
  },
  nothingFound: 'Nothing that left matches this.',
  showAll: 'Show all',
  emptyTitle: 'Nothing has ever left this computer.',
  empty: 'When you send something to a cloud, its receipt stays here: the exact bytes, where they went, and what came back. Questions answered on this computer leave no receipt, because nothing left.',
  filter: {
    title: (set: number): string => (set === 0 ? 'Filters' : `Filters (${set})`),
    entry: 'About',
    anything: 'Anyone and anything',
    provider: 'Sent to',
    anyone: 'Anyone',
    outcome: 'What became of it',
    any: 'Anything',
    from: 'From',
    to: 'To',
    turned: 'This day is before the first.',
    since: (day: string): string => `since ${day}`,
    until: (day: string): string => `until ${day}`,
    clear: 'Clear filters',
    unrecorded: (count: number): string => `${count === 1 ? 'One receipt does' : `${figure(count)} receipts do`} not say whom it was about, and ${count === 1 ? 'is' : 'are'} left out here.`,
  },
  tabs: { label: 'Parts of the ledger', receipts: 'Receipts', seen: 'What providers have seen' },
  seen: {
    says: 'By entry of your household, over all receipts. The names stand here for you; a provider saw only what stands beside them.',
    nothing: 'Nothing yet that tells of an entry of your household.',
    unrecorded: (count: number): string => `${count === 1 ? 'One receipt is' : `${figure(count)} receipts are`} from before Lares noted what each departure told; open ${count === 1 ? 'it' : 'them'} to read the bytes.`,
    provider: 'Provider',
    table: (provider: string): string => `What ${provider} has seen`,
    columns: ['About', 'Seen', 'Departures', 'First', 'Last'],
    others: 'Not in your household',
    gone: (list: string): string => `A deleted entry${list === '' ? '' : ` (${list})`}`,
    as: (kind: string, how: How, times: number): string => {
      if (kind === 'redacted') return `words you took out${times === 1 ? '' : `, ${figure(times)} times`}`
      const vaguer = kind === 'device' || kind === 'prices' ? 'as bare numbers' : 'as something vaguer'
      return `${kind} ${{ tokenised: 'as a token', generalised: vaguer, shifted: 'as a shifted time', reworded: 'in your vaguer words', released: 'as it is written' }[how]}${times === 1 ? '' : `, ${figure(times)} times`}`
    },
    show: (name: string): string => `Receipts about ${name}`,
    times: figure,
  },
  practice: 'practice',
  patterns: { 'sanitize-and-solve': 'Sanitize-and-Solve', 'answered-here': 'Answered here' } as Readonly<Record<string, string>>,
  bytes: (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'byte' : 'bytes'}`,
  outcomes: { sent: 'sent, answered', interrupted: 'sent, no answer', 'not-sent': 'nothing left' } satisfies Record<Receipt['outcome'], string>,
  sentWith: (status: number): string => `sent, HTTP ${status}`,
  outcomeSays: {
    sent: 'These bytes left, and the answer below came back.',
    interrupted: 'The connection broke. These bytes left, or may have; no usable answer came.',
    'not-sent': 'It was approved, but the connection could not be made. Nothing left.',
  } satisfies Record<Receipt['outcome'], string>,

  verify: 'Verify the chain',
  checking: 'Checking every receipt…',
  holds: (count: number): string => (count === 1 ? 'The one receipt is as it was written.' : `All ${count} receipts are as they were written, and none is missing between them.`),
  holdsNone: 'There is no receipt to check yet.',
  breaks: (number: number): string => `The chain breaks at receipt ${number}: it, or what stood before it, was changed after it was written.`,
  breaksTodo: 'Do not rely on this ledger from there on. A backup of the vault may hold the receipts as they were.',
  head: 'Newest hash',
  headHint: 'Note it down, or save it: it proves later that no newer receipt was cut off.',
  heads: {
    menu: 'The head of the chain',
    save: 'Save the head…',
    compare: 'Compare with a saved head…',
    saved: (file: string): string => `Saved in “${file}”. Keep it on another computer or on paper.`,
    outcome: {
      'holds': (count: number, day: string): string => `${count === 1 ? 'The receipt' : `All ${count.toLocaleString('en-GB')} receipts`} of ${day} ${count === 1 ? 'is' : 'are'} still as ${count === 1 ? 'it was' : 'they were'}, and none was cut off.`,
      'changed': (count: number, day: string): string => `The first ${count.toLocaleString('en-GB')} receipts are not those of ${day}: at least one was changed.`,
      'cut-off': (count: number, day: string): string => `There were ${count.toLocaleString('en-GB')} receipts on ${day}; there are fewer now.`,
    },
  },
  totals: {
    line: (requests: number, bytes: number): string => `In all: ${requests === 1 ? 'one request' : `${requests.toLocaleString('en-GB')} requests`}, ${bytes.toLocaleString('en-GB')} bytes`,
    columns: ['To', 'Requests', 'Bytes', 'Tokens', 'Phrases that stayed', 'Last'],
  },

  receipt: (number: number): string => `Receipt ${number}`,
  conversation: 'Open the conversation',
  facts: { when: 'When', to: 'To', model: 'Model', pattern: 'Pattern', status: 'Status', tokens: 'Tokens', replaced: 'Replaced', why: 'Outcome' },
  status: (status: number): string => `HTTP ${status}`,
  noStatus: 'none',
  tokens: (sent: number | null, received: number | null): string => `${sent ?? '–'} sent, ${received ?? '–'} received`,
  replaced: (count: number): string => (count === 1 ? 'one private phrase' : `${count} private phrases`),
  left: 'What left',
  address: 'Address and headers',
  secret: 'Dots stand for the key, which the ledger never holds.',
  body: 'Body',
  padding: (count: number): string => `⟨${count.toLocaleString('en-GB')} spaces of padding⟩`,
  sha: 'SHA-256 of the body',
  came: 'What came back',
  cameHint: 'As it came, before anything was read from it.',
  cameNothing: 'No answer came.',
  chain: 'Chain',
  hash: 'Hash of this receipt',
  previous: 'Hash of the one before',
  first: 'This is the first receipt; there is none before it.',
}
export type English = typeof english

export const strings = translated(english, german)
