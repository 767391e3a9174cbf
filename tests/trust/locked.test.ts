/** P8 while the vault is locked; and that it is found when something keeps what it was told. */
import { expect, it } from 'vitest'
import { brokenCopy } from './broken-copy.ts'
import { proof } from './proof.ts'
import { proveForgotten, proveLockedChannels } from './prove-locked.ts'

const isFull = process.env['LARES_TRUST'] === 'full'

proof('P8 locked, no channel tells anything of the household', { short: 1, full: 1 }, () => proveLockedChannels())
proof('P8 locked, nothing that the household wrote is left in any heap of the process', { short: 1, full: 2 }, (size) => proveForgotten(size, isFull))

it.runIf(isFull)('P8: a planted defect is found: a queue keeps what its last step answered', async () => {
  const copy = brokenCopy('electron/steps/knowledge.ts', 'turn = result.then(() => undefined, () => undefined)', 'turn = result.catch(() => undefined)')
  try {
    const { tried, held } = await proveForgotten(1, false, copy.file('tests/support/locked-heap-child.ts'))
    expect(tried - held).toBeGreaterThan(10)
  } finally { copy.remove() }
})
