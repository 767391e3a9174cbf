/** Handlers of the backups: which there are, a new one, what is in one, and putting one in the vault's place. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Vault } from '../vault/vault.ts'

export const backupHandlers = ({ list, make, preview, restore }: Vault['backups']): Handlers<'backups'> => ({
  list: async () => {
    const all = await list()
    return all.ok ? ok([...all.value]) : all
  },
  make: () => make(),
  preview: ({ id, key }) => preview(id, key),
  restore: ({ id, key }) => restore(id, key),
})
