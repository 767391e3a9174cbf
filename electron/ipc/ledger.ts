/** Handlers of the ledger: what left, whether its chain is whole, and its head as a file. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import { compareHead, headFile, MAX_HEAD_FILE, readHeadFile } from '../cloud/ledger-head.ts'
import { walkReceipts, type Ledger } from '../cloud/receipts.ts'
import { seenOf } from '../cloud/seen.ts'
import type { Vault } from '../vault/vault.ts'
import type { PickedFiles } from '../window/picked-files.ts'
import { strings } from './strings.ts'

const kind = { name: 'JSON', extensions: ['json'] } as const

export const ledgerHandlers = (receipts: Vault['receipts'], ledger: Ledger, files: PickedFiles, clock: Clock): Handlers<'ledger'> => ({
  list: async () => { const list = await receipts.list(); return list.ok ? ok([...list.value]) : list },
  seen: async () => {
    // What left is most of a receipt, and is not looked at here.
    const told: Parameters<typeof seenOf>[0][number][] = []
    const walked = await walkReceipts(receipts, ({ outcome, provider, practice, told: all, at }) => { told.push({ outcome, provider, practice, at, ...(all === undefined ? {} : { told: all }) }) })
    if (!walked.ok) return walked
    const { seen, unrecorded } = seenOf(told.reverse())
    return ok({ seen: [...seen], unrecorded })
  },
  verify: () => ledger.verify(),
  saveHead: async () => {
    const verified = await ledger.verify()
    if (!verified.ok) return verified
    const { count, brokenAt, head } = verified.value, now = toInstant(clock.now())
    if (brokenAt !== null) return fail(problem('ledger.broken', { number: brokenAt }))
    return count === 0 ? fail(problem('ledger.empty')) : files.save(strings.saveHead, kind, `lares-ledger-head-${now.slice(0, 10)}.json`, headFile(count, head, now))
  },
  compareHead: async () => {
    const picked = await files.pick(strings.savedHead, kind, MAX_HEAD_FILE)
    if (!picked.ok) return picked
    if (picked.value === null) return ok(null)
    const read = readHeadFile(picked.value.bytes)
    if (!read.ok) return read
    const list = await receipts.list()
    return list.ok ? ok({ file: picked.value.name, savedAt: read.value.savedAt, receipts: read.value.receipts, outcome: compareHead(read.value, list.value) }) : list
  },
})
