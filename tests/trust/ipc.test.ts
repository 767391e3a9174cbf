/** P9 over every channel; and that a missing check of the sender is found. */
import { expect, it } from 'vitest'
import type * as Register from '../../electron/ipc/register.ts'
import { registerIpc } from '../../electron/ipc/register.ts'
import { brokenCopy } from './broken-copy.ts'
import { proof } from './proof.ts'
import { proveIpc } from './prove-ipc.ts'
import { hostile } from './requests.ts'

proof('P9 no handler runs on bad input, from whomever: sixty hostile values for every channel, and generated ones', { short: 1000, full: 10_000 }, (size) => proveIpc(registerIpc, size))

it('P9: there are sixty hostile values', () => { expect(hostile).toHaveLength(60) })

it('P9: a planted defect is found: nobody looks who asks', async () => {
  const copy = brokenCopy('electron/ipc/register.ts', 'frame === null || frame.parent !== null || !isOwnPage(frame.url) || ', '')
  try {
    const { registerIpc: broken } = await import(copy.file('electron/ipc/register.ts')) as typeof Register
    const { tried, held } = await proveIpc(broken, 0)
    expect(tried - held).toBeGreaterThan(50 * 60)
  } finally { copy.remove() }
})
