/** P11 by numbers. */
import { proof } from './proof.ts'
import { provePlans, proveYes } from './prove-yes.ts'

proof('P11 nothing is written before the yes, only what was shown by it, late and false answers are refused, and all is as it was once taken back', { short: 12, full: 300 }, proveYes)
proof('P11 a plan that a cloud spoiled never is what is proposed', { short: 0, full: 105 }, provePlans)
