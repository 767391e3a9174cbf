/** The ledger at rest: a chain that only grows. Links are made elsewhere; here nothing is taken that does not continue the chain. */
import { Receipt } from '../../shared/departure.ts'
import { accept, stored } from './refusal.ts'
import { transaction, type Database } from './database.ts'

/** Newest first. */
export const listReceipts = (database: Database): readonly Receipt[] => database.prepare<[], string>('SELECT body FROM receipts ORDER BY number DESC').pluck().all().map(receiptOf)

/** The next `limit` after a number, oldest first. */
export const pageOfReceipts = (database: Database, { after, limit }: { readonly after: number; readonly limit: number }): readonly Receipt[] =>
  database.prepare<[number, number], string>('SELECT body FROM receipts WHERE number > ? ORDER BY number LIMIT ?').pluck().all(after, limit).map(receiptOf)

/** The last link, or null at the start of the chain. */
export const headReceipt = (database: Database): Receipt | null => {
  const body = database.prepare<[], string>('SELECT body FROM receipts ORDER BY number DESC LIMIT 1').pluck().get()
  return body === undefined ? null : receiptOf(body)
}

/** Adds the next link. Throws when its number or previous hash does not follow the head: that is a bug. */
export const appendReceipt = (database: Database, input: Receipt): null => {
  const receipt = accept(Receipt, input)
  return transaction(database, () => {
    const head = headReceipt(database)
    if (receipt.number !== (head?.number ?? 0) + 1) throw new Error('a receipt does not have the next number')
    if (head !== null && receipt.previous !== head.hash) throw new Error('a receipt does not continue the chain')
    database.prepare('INSERT INTO receipts (number, id, body) VALUES (?, ?, ?)').run(receipt.number, receipt.id, JSON.stringify(receipt))
    return null
  })
}

/** Replaces what became known after the bytes left: outcome, status, answer, tokens, hash. Throws for any but the newest receipt, for one already finished, and when anything else differs: those are bugs. */
export const finishReceipt = (database: Database, input: Receipt): null => {
  const receipt = accept(Receipt, input)
  return transaction(database, () => {
    const head = headReceipt(database)
    if (head?.number !== receipt.number) throw new Error('only the newest receipt can be finished')
    if (head.outcome !== 'interrupted') throw new Error('a receipt can be finished only once')
    if (lasting(head) !== lasting(receipt)) throw new Error('a receipt keeps what was known before the bytes left')
    database.prepare('UPDATE receipts SET body = ? WHERE number = ?').run(JSON.stringify(receipt), receipt.number)
    return null
  })
}

const lasting = (receipt: Receipt): string => JSON.stringify({ ...receipt, outcome: null, status: null, answer: null, tokensIn: null, tokensOut: null, hash: null })

const receiptOf = (body: string): Receipt => stored(Receipt, 'receipts', body)
