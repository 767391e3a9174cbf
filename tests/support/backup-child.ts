/** A process that does one thing with backups, without a thread, and can be killed at any step of it: node backup-child.ts (backup|restore) FOLDER. It prints `ok` when that is done. */
import { listBackups } from '../../electron/vault/backup-list.ts'
import { vaultPaths } from '../../electron/vault/folder.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import { createSession } from '../../electron/vault/session.ts'

const [command, folder = ''] = process.argv.slice(2)
const session = createSession({ folder, argon: { memoryKib: 64, passes: 1, lanes: 1 }, migrations, maxPages: null })
const passphrase = process.env['PASSPHRASE'] ?? ''
if (command === 'backup') {
  session.unlock(passphrase)
  session.backUp('2026-11-22T12:00:00Z')
} else session.restoreBackup(listBackups(vaultPaths(folder)).at(-1)?.id ?? '', { passphrase }, '2026-11-22T12:00:00Z')
process.stdout.write('ok\n')
