/** P7 by hours of use. */
import { proof } from './proof.ts'
import { proveDays } from './prove-days.ts'

proof('P7 three days of use that pass in a moment: each reminder comes once, and the heap does not grow', { short: 0, full: 72 }, proveDays)
