/** P7 on the real vault in processes of its own; and that a missing fsync is found. */
import { afterEach, expect, it } from 'vitest'
import { closeVaults } from '../support/vault.ts'
import { brokenCopy } from './broken-copy.ts'
import { proof } from './proof.ts'
import { FAILURES, proveChange, proveCreate, proveKills, proveTornLog } from './prove-crash.ts'
import { proveDamage } from './prove-damage.ts'
import { proveExchanged, proveRolledBack } from './prove-exchanged.ts'

afterEach(closeVaults)

proof('P7 killed while saving: everything acknowledged is there, and no half of anything', { short: 4, full: 1000 }, proveKills)
proof('P7 a log cut anywhere: the first of the changes are there, each whole', { short: 5, full: 50 }, proveTornLog)
const failing = 'with a power cut, a torn write, a kill, an I/O error, no space, no permission'
proof(`P7 every step on disk of a new passphrase ${failing}: the old one or the new one opens`, { short: 1, full: FAILURES.length }, (size) => proveChange(FAILURES.slice(0, size)))
// The kills alone are among tests/faults; the rest takes a process for each step.
proof(`P7 every step on disk of a new vault ${failing}: it is there whole, or can be made`, { short: 0, full: FAILURES.length }, (size) => proveCreate(FAILURES.slice(0, size)))
proof('P7 flipped bits and cuts are refused by name and left as they are', { short: 40, full: 2000 }, proveDamage)
proof('P7 files of another vault and pages out of place are refused by name, and a backup comes back with the recovery words alone', { short: 5, full: 100 }, proveExchanged)
proof('P7 a vault from before opens whole as it was then, by the passphrase of its key file, and a saved head of the ledger tells', { short: 2, full: 10 }, proveRolledBack)

it('P7: a planted defect is found: the key file is not synced before it replaces the old one', async () => {
  const copy = brokenCopy('electron/vault/durable-file.ts', '      fsyncSync(file)\n    } finally { closeSync(file) }\n    renameSync', '    } finally { closeSync(file) }\n    renameSync')
  try {
    const { tried, held, failures } = await proveChange(['power-cut'], copy.file('tests/support/vault-child.ts'))
    expect(tried - held).toBeGreaterThan(0)
    expect(failures.join('\n')).toMatch(/change, power-cut at step \d+: said SIGKILL, then opens: nothing/)
  } finally { copy.remove() }
})
