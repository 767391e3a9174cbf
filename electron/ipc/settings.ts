/** Handlers of the settings, the provider's key (write-only) and the local models' state. */
import type { Handlers, ModelStatus } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Vault } from '../vault/vault.ts'

export interface SettingsDeps {
  readonly vault: Pick<Vault, 'settings' | 'secrets'>
  readonly onChange: (settings: Settings) => void
  readonly ollamaStatus: () => Promise<Result<ModelStatus>>
}

/** One key per provider, so that switching back and forth loses none. */
export const keyName = (provider: Settings['cloud']['provider']): string => `cloud-key-${provider}`

export const settingsHandlers = ({ vault, onChange }: SettingsDeps): Handlers<'settings'> => ({
  read: () => vault.settings.read(),
  write: async (settings) => {
    const written = await vault.settings.write(settings)
    if (written.ok) onChange(settings)
    return written
  },
  setKey: async ({ key }) => {
    const settings = await vault.settings.read()
    return settings.ok ? vault.secrets.write(keyName(settings.value.cloud.provider), key.trim()) : settings
  },
  hasKey: async () => {
    const settings = await vault.settings.read()
    if (!settings.ok) return settings
    const key = await vault.secrets.read(keyName(settings.value.cloud.provider))
    return key.ok ? ok(key.value !== null && key.value !== '') : key
  },
})

export const modelHandlers = ({ ollamaStatus }: SettingsDeps): Handlers<'models'> => ({ status: ollamaStatus })
