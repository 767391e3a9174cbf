/** Backups as the window knows them: which there are, what opens one, and what is in it. */
import { z } from 'zod'
import { Instant } from './time.ts'

const secret = z.string().min(1).max(1000)

/** The name of its folder: what it is, and when it was made (UTC). Nothing else names a backup, so that no other place can be asked for. */
export const BackupId = z.string().regex(/^(?:backup|set-aside)-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-\d{1,3})?$/)
export type BackupId = z.infer<typeof BackupId>

export const Backup = z.strictObject({
  id: BackupId,
  /** `set-aside`: the vault that stood here before something was restored. */
  kind: z.enum(['backup', 'set-aside']),
  at: Instant,
  bytes: z.number().int().min(0),
})
export type Backup = z.infer<typeof Backup>

/** What opens a backup: the passphrase the vault had when it was made, or its recovery words. */
export const BackupKey = z.union([z.strictObject({ passphrase: secret }), z.strictObject({ words: secret })])
export type BackupKey = z.infer<typeof BackupKey>

/** The same for putting it in place: with the words a new passphrase is set. */
export const RestoreKey = z.union([z.strictObject({ passphrase: secret }), z.strictObject({ words: secret, newPassphrase: secret })])
export type RestoreKey = z.infer<typeof RestoreKey>

const count = z.number().int().min(0)
/** How much is in a backup. `lastChange`: when something last changed in it, as far as it says so; null in an empty one. */
export const BackupPreview = z.strictObject({ people: count, events: count, tasks: count, conversations: count, receipts: count, lastChange: Instant.nullable() })
export type BackupPreview = z.infer<typeof BackupPreview>
