/** P1 and P2 at the wire and through the whole house; and that a retry is found. */
import { expect, it } from 'vitest'
import type * as WireFile from '../../electron/cloud/wire.ts'
import { createWire } from '../../electron/cloud/wire.ts'
import { brokenCopy } from './broken-copy.ts'
import { proof } from './proof.ts'
import { proveWalks } from './prove-walks.ts'
import { proveOneRequest, proveReplays } from './prove-wire.ts'

proof('P1 random walks over the five patterns: every request was shown and approved, and sent once', { short: 6, full: 1000 }, proveWalks)
proof('P1 an approval sends once: replays, copies and forgeries are refused', { short: 24, full: 1000 }, (size) => proveReplays(createWire, size))
proof('P2 whatever a cloud does, there is no second request', { short: 16, full: 400 }, (size) => proveOneRequest(createWire, size))

it('P2: a planted defect is found: a retry is switched on', async () => {
  const once = 'return dependencies.tripwire.through(parcel.value.destination, () => transmit(parcel.value, headers.value, signal, dependencies))'
  const copy = brokenCopy('electron/cloud/wire.ts', once, `const first = await dependencies.tripwire.through(parcel.value.destination, () => transmit(parcel.value, headers.value, signal, dependencies))\n    if (first.result.ok) return first\n    ${once}`)
  try {
    const { createWire: broken } = await import(copy.file('electron/cloud/wire.ts')) as typeof WireFile
    const { tried, held } = await proveOneRequest(broken, 8)
    expect(tried - held).toBeGreaterThanOrEqual(6)
  } finally { copy.remove() }
})
