/** Restoring a backup, from the door: fetched when it is asked for, because the door itself is to open at once. */
import { lazy } from 'react'

export const RestorePage = lazy(async () => ({ default: (await import('./restore-backup.tsx')).RestorePage }))
