/** P12 by numbers. */
import { proof } from './proof.ts'
import { proveCut, proveHostileFiles } from './prove-files.ts'

proof('P12 files of other programs, cut anywhere, are read or refused by name', { short: 500, full: 5000 }, proveCut)
proof('P12 files made to hang, to flood or to mislead end in time, by name, and the calendar answers', { short: 0, full: 104 }, proveHostileFiles)
