/** P4 and P5 by numbers. That planted bugs are found is tested in tests/properties/privacy.test.ts. */
import { proof } from './proof.ts'
import { proveDisguises, proveLaws } from './prove-privacy.ts'

proof('P4 no private value passes the last check, in any disguise, in sentences by chance', { short: 200, full: 10_000 }, proveDisguises)
proof('P4 nothing private is left in a sanitised text', { short: 100, full: 10_000 }, (size) => proveLaws('P4', size))
proof('P5 the laws of sanitising and restoring', { short: 100, full: 10_000 }, (size) => proveLaws('P5', size))
