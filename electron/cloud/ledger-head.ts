/** The head of the ledger as a file of its own: kept elsewhere, it proves later that no receipt was changed or cut off. */
import { z } from 'zod'
import type { Receipt } from '../../shared/departure.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/time.ts'
import { verifyChain } from './receipts.ts'

/** A head is a few hundred bytes; a larger file is none. */
export const MAX_HEAD_FILE = 4096

const HeadFile = z.object({ format: z.literal('lares-ledger-head'), version: z.literal(1), savedAt: Instant, receipts: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) })
type HeadFile = z.infer<typeof HeadFile>

/** One JSON file (RFC 8259, UTF-8). `hash` is that of the last of so many `receipts`: SHA-256 over the hash before it and the receipt as canonical JSON (RFC 8785). */
export const headFile = (receipts: number, hash: string, savedAt: Instant): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ format: 'lares-ledger-head', version: 1, savedAt, receipts, hash, about: 'The head of a Lares ledger. In Lares: Ledger, Compare with a saved head.' } satisfies HeadFile & { about: string }, null, 2)}\n`)

/** Refuses with `ledger.no-head` what is no such file. */
export function readHeadFile(bytes: Uint8Array): Result<HeadFile> {
  if (bytes.byteLength > MAX_HEAD_FILE) return fail(problem('ledger.no-head'))
  try {
    const read = HeadFile.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return read.success ? ok(read.data) : fail(problem('ledger.no-head'))
  } catch { return fail(problem('ledger.no-head')) }
}

/** `holds`: every receipt up to the head is as it was when the head was saved. `changed`: not so. `cut-off`: there are fewer receipts than there were. */
export type HeadComparison = 'holds' | 'changed' | 'cut-off'

/** A chain that breaks before the head holds nothing. */
export function compareHead({ receipts: count, hash }: Pick<HeadFile, 'receipts' | 'hash'>, receipts: readonly Receipt[]): HeadComparison {
  const upToHead = receipts.filter(({ number }) => number <= count), { brokenAt, head } = verifyChain(upToHead)
  return upToHead.length < count ? 'cut-off' : brokenAt === null && head === hash ? 'holds' : 'changed'
}
