/** P6 by numbers. */
import { proof } from './proof.ts'
import { proveAlone } from './prove-alone.ts'

proof('P6 no cloud and no model: sayings in households by chance all end well, and no socket is opened', { short: 15, full: 300 }, proveAlone)
