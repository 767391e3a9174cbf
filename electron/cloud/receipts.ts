/** The ledger of what left: a receipt is written before the first byte leaves and completed when it is known what came of it. */
import { createHash } from 'node:crypto'
import type { Receipt } from '../../shared/departure.ts'
import { ok, type Result } from '../../shared/result.ts'
import { toInstant, type Clock } from '../../shared/time.ts'

/** What is known before the bytes leave. */
export type DepartureDetails = Pick<Receipt, 'conversationId' | 'turnId' | 'provider' | 'practice' | 'model' | 'pattern' | 'request' | 'replaced' | 'told'>
/** What became known afterwards. `answer` is the body as it came; at most 64 KiB of it are kept. */
export type Arrival = Pick<Receipt, 'outcome' | 'status' | 'tokensIn' | 'tokensOut'> & { readonly answer: Uint8Array | null }

export interface Ledger {
  /**
   * Adds a link that says `interrupted`, which is the truth until something better is known: a crash leaves it so. Nothing may be sent
   * when it fails. Departures go one at a time: a second `open` waits until the first has been closed, because a link may change only
   * while nothing is chained to it. Every receipt that was opened must be closed, whatever happened.
   */
  readonly open: (details: DepartureDetails) => Promise<Result<Receipt>>
  /** Completes an opened receipt. When the vault refuses, the receipt stays `interrupted` and the next departure may go on. Throws for a receipt that is not open. */
  readonly close: (receipt: Receipt, arrival: Arrival) => Promise<Result<Receipt>>
  /** Recomputes the chain of all receipts in the vault. */
  readonly verify: () => Promise<Result<Verification>>
}

/** `brokenAt` is the number of the first receipt that does not fit; `head` the hash of the last one. A chain cannot show that its newest links were cut off: compare `head` with one noted earlier. */
export interface Verification { readonly count: number; readonly brokenAt: number | null; readonly head: string }

/** What the ledger needs of the vault. */
export interface ReceiptStore {
  /** The next `limit` after a number, oldest first. */
  readonly page: (at: { readonly after: number; readonly limit: number }) => Promise<Result<readonly Receipt[]>>
  readonly head: () => Promise<Result<Receipt | null>>
  readonly append: (receipt: Receipt) => Promise<Result<null>>
  readonly finish: (receipt: Receipt) => Promise<Result<null>>
}

export const createLedger = ({ receipts, clock, newId }: { readonly receipts: ReceiptStore; readonly clock: Clock; readonly newId: () => string }): Ledger => {
  let free: Promise<void> = Promise.resolve()
  let current: { readonly id: string; readonly release: () => void } | null = null

  return {
    open: async (details) => {
      const before = free
      const turn = Promise.withResolvers<undefined>()
      free = turn.promise
      await before
      const written = await write(receipts, (head) => seal({
        ...details,
        id: newId(),
        number: (head?.number ?? 0) + 1,
        at: toInstant(clock.now()),
        outcome: 'interrupted',
        status: null,
        answer: null,
        tokensIn: null,
        tokensOut: null,
        previous: head?.hash ?? GENESIS,
      })).catch((bug: unknown) => { turn.resolve(undefined); throw bug })
      if (written.ok) current = { id: written.value.id, release: () => { turn.resolve(undefined) } }
      else turn.resolve(undefined)
      return written
    },
    close: async (receipt, { answer, ...arrival }) => {
      const open = current
      if (open?.id !== receipt.id) throw new Error('this receipt is not open')
      current = null
      try {
        const finished = seal({ ...receipt, ...arrival, answer: answer === null ? null : decode(answer) })
        const written = await receipts.finish(finished)
        return written.ok ? ok(finished) : written
      } finally {
        open.release()
      }
    },
    verify: async () => {
      const chain = createChain(), walked = await walkReceipts(receipts, chain.add)
      return walked.ok ? ok(chain.verification()) : walked
    },
  }
}

/** Every receipt, oldest first, a page at a time. */
export async function walkReceipts(receipts: Pick<ReceiptStore, 'page'>, see: (receipt: Receipt) => void): Promise<Result<null>> {
  for (let after = 0; ;) {
    const page = await receipts.page({ after, limit: PAGE })
    if (!page.ok) return page
    for (const receipt of page.value) see(receipt)
    after = page.value.at(-1)?.number ?? after
    if (page.value.length < PAGE) return ok(null)
  }
}

/** The chain on its own, for receipts in any order. */
export const verifyChain = (receipts: readonly Receipt[]): Verification => {
  const chain = createChain()
  for (const receipt of receipts.toSorted((a, b) => a.number - b.number)) chain.add(receipt)
  return chain.verification()
}

/** A chain that is told link by link, in order. The first link hangs on 64 zeros and has number 1. */
function createChain(): { readonly add: (receipt: Receipt) => void; readonly verification: () => Verification } {
  let count = 0, head = GENESIS, brokenAt: number | null = null
  return {
    add: (receipt) => {
      count += 1
      if (brokenAt === null && (receipt.number !== count || receipt.previous !== head || receipt.hash !== hashOf(receipt))) brokenAt = receipt.number
      head = receipt.hash
    },
    verification: () => ({ count, brokenAt, head }),
  }
}

/** JSON in one way only: keys in code-unit order at every depth, no white space, absent fields left out (RFC 8785 for what a receipt holds). */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) =>
  typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part)

const GENESIS = '0'.repeat(64)
const KEPT_BYTES = 64 * 1024
const PAGE = 200

const write = async (receipts: ReceiptStore, make: (head: Receipt | null) => Receipt): Promise<Result<Receipt>> => {
  const head = await receipts.head()
  if (!head.ok) return head
  const receipt = make(head.value)
  const written = await receipts.append(receipt)
  return written.ok ? ok(receipt) : written
}

const seal = (receipt: Omit<Receipt, 'hash'>): Receipt => ({ ...receipt, hash: hashOf(receipt) })

const hashOf = (receipt: Omit<Receipt, 'hash'>): string => createHash('sha256').update(receipt.previous).update(canonicalJson({ ...receipt, hash: undefined })).digest('hex')

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, KEPT_BYTES))
