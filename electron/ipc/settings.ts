/** Handlers of the settings and the provider's key (write-only). */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Settings, System } from '../../shared/settings.ts'
import { OPENAI_BASE } from '../cloud/providers/openai.ts'
import type { Vault } from '../vault/vault.ts'

export interface SettingsDeps {
  readonly vault: Pick<Vault, 'settings' | 'secrets'>
  readonly system: System
  readonly onChange: (settings: Settings) => void
  readonly hasTray: () => boolean
}

/** The address a key is entered for, and the only one it is ever sent to; null while there is none. */
export function keyOrigin({ provider, address }: Settings['cloud']): string | null {
  if (provider === 'openai') return new URL(OPENAI_BASE).origin
  return (provider === 'azure' || provider === 'compatible') && URL.canParse(address) ? new URL(address).origin : null
}
export const keyName = (origin: string): string => `cloud-key ${origin}`

export const settingsHandlers = ({ vault, system, onChange, hasTray }: SettingsDeps): Handlers<'settings'> => ({
  read: () => vault.settings.read(),
  write: async (settings) => {
    const written = await vault.settings.write(settings)
    if (written.ok) onChange(settings)
    return written
  },
  system: () => Promise.resolve(ok(system)),
  hasTray: () => Promise.resolve(ok(hasTray())),
  setKey: async ({ key }) => {
    const settings = await vault.settings.read()
    if (!settings.ok) return settings
    const origin = keyOrigin(settings.value.cloud)
    return origin === null ? fail(problem('cloud.bad-address')) : vault.secrets.write(keyName(origin), key.trim())
  },
  hasKey: async () => {
    const settings = await vault.settings.read()
    if (!settings.ok) return settings
    const origin = keyOrigin(settings.value.cloud)
    if (origin === null) return ok(false)
    const key = await vault.secrets.read(keyName(origin))
    return key.ok ? ok(key.value !== null && key.value !== '') : key
  },
})
