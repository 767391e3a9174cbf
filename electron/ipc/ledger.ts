/** Handlers of the ledger: what left, and whether its chain is whole. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Ledger } from '../cloud/receipts.ts'
import type { Vault } from '../vault/vault.ts'

export const ledgerHandlers = (receipts: Vault['receipts'], ledger: Ledger): Handlers<'ledger'> => ({
  list: async () => { const list = await receipts.list(); return list.ok ? ok([...list.value]) : list },
  verify: () => ledger.verify(),
})
