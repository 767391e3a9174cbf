/** Handlers of the vault: create, unlock, recover, lock. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Vault } from '../vault/vault.ts'

export const vaultHandlers = (vault: Vault): Handlers<'vault'> => ({
  state: () => Promise.resolve(ok(vault.state())),
  create: async ({ passphrase }) => {
    const created = await vault.create(passphrase)
    return created.ok ? ok({ recoveryWords: [...created.value.recoveryWords] }) : created
  },
  unlock: ({ passphrase }) => vault.unlock(passphrase),
  recover: ({ words, newPassphrase }) => vault.recover(words, newPassphrase),
  lock: () => vault.lock(),
  erase: ({ passphrase }) => vault.erase(passphrase),
  checkKeychain: () => vault.keychain.check(),
  useKeychain: ({ passphrase }) => vault.keychain.use(passphrase),
  forgetKeychain: () => vault.keychain.forget(),
  unlockWithKeychain: () => vault.keychain.unlock(),
  changePassphrase: ({ old, next }) => vault.changePassphrase(old, next),
})
