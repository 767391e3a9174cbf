/** P2 by the ways out of the process; and that a power taken of Electron is found. */
import { expect, it } from 'vitest'
import { proof } from './proof.ts'
import { proveElectron, proveWaysOut } from './prove-ways-out.ts'

proof('P2 fourteen ways out of the process are refused in every environment, each of which leads out without the tripwire', { short: 0, full: 7 }, proveWaysOut)
proof('P2 nothing is taken of Electron that reaches out', { short: 1, full: 1 }, () => proveElectron())

it.each(["import { net } from 'electron'", "import * as everything from 'electron'", "import { app, net as other } from 'electron/main'", 'await session.defaultSession.fetch(url)'])('P2: a planted defect is found: %s', async (source) => {
  const { tried, held } = await proveElectron({ 'electron/steps/planted.ts': source })
  expect(tried - held).toBeGreaterThanOrEqual(1)
})
