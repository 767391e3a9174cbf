/** P7 where SQLite itself cannot write. What needs a file system of its own is skipped where none can be mounted. */
import { afterEach, describe } from 'vitest'
import { closeVaults } from '../support/vault.ts'
import { proof } from './proof.ts'
import { canMount, proveFileLimits, proveNoRoom, proveReadOnly } from './prove-disk.ts'

afterEach(closeVaults)

describe.skipIf(process.platform === 'win32')('a disk that says no', () => {
  proof('P7 files that may not grow: nothing acknowledged is lost, nothing refused is there, and it says so', { short: 1, full: 30 }, proveFileLimits)
  proof('P7 files that may only be read are left as they are', { short: 0, full: 1 }, () => proveReadOnly())
})
describe.skipIf(!canMount)('a file system without room', () => {
  proof('P7 no room left: nothing acknowledged is lost, nothing refused is there, and it goes on when there is room', { short: 0, full: 15 }, proveNoRoom)
})
