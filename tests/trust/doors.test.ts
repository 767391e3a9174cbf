/** P3 by a second opinion; and that it sees a file that helps itself. */
import { expect, it } from 'vitest'
import { proof } from './proof.ts'
import { proveDoors } from './prove-doors.ts'

proof('P3 no file of the product imports a power it is no door to', { short: 1, full: 1 }, () => proveDoors())

it.each(["import net from 'node:net'", "export { request } from 'https'", "const { exec } = await import('node:child_process')", "import Engine from 'better-sqlite3-multiple-ciphers'"])('P3: a planted defect is found: %s', async (source) => {
  const { tried, held } = await proveDoors({ 'electron/steps/planted.ts': source })
  expect(tried - held).toBe(1)
})
