/** The backups as the window knows them. They can be listed while the vault is locked: their dates and sizes are no secret of the household. */
import { create } from 'zustand'
import type { Backup, BackupId, RestoreKey } from '../../shared/backups.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge.ts'

interface BackupsState {
  /** Newest first; null until the first answer. */
  readonly backups: readonly Backup[] | null
  readonly problem: Problem | null
  readonly isMaking: boolean
  readonly load: () => Promise<void>
  readonly make: () => Promise<Result<Backup>>
  readonly restore: (id: BackupId, key: RestoreKey) => Promise<Result<null>>
}

export const useBackups = create<BackupsState>((set, get) => ({
  backups: null,
  problem: null,
  isMaking: false,
  load: async () => {
    const listed = await bridge.backups.list(null)
    set(listed.ok ? { backups: listed.value, problem: null } : { problem: listed.problem })
  },
  make: async () => {
    set({ isMaking: true })
    const made = await bridge.backups.make(null)
    set({ isMaking: false })
    await get().load()
    return made
  },
  restore: async (id, key) => {
    const restored = await bridge.backups.restore({ id, key })
    await get().load()
    return restored
  },
}))
