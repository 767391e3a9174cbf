/** P8 on disk; and that it is found when sorting may spill. */
import { existsSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import type * as DatabaseFile from '../../electron/vault/database.ts'
import type * as KeysFile from '../../electron/vault/keys.ts'
import { spilled } from '../support/spilled.ts'
import { closeVaults } from '../support/vault.ts'
import { brokenCopy } from './broken-copy.ts'
import { proof } from './proof.ts'
import { proveAtRest } from './prove-at-rest.ts'

afterEach(closeVaults)

proof('P8 nothing the house knows can be read in its folder, in temporary files or in its log after a run', { short: 2, full: 60 }, proveAtRest)

it.runIf(existsSync('/proc/self/fd'))('P8: a planted defect is found: where SQLite keeps what it sorts is left to it', async () => {
  const copy = brokenCopy('electron/vault/database.ts', "    database.pragma('temp_store = 2')\n", '')
  try {
    const { createDatabase, openDatabase } = await import(copy.file('electron/vault/database.ts')) as typeof DatabaseFile
    const { newKey } = await import(copy.file('electron/vault/keys.ts')) as typeof KeysFile
    expect(spilled({ createDatabase, openDatabase, newKey }, null)).toBe(true)
  } finally { copy.remove() }
})
