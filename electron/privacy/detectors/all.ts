/** Every detector, in no particular order: their findings are united. ← ADD A DETECTOR */
import { account } from './account.ts'
import { birth } from './birth.ts'
import type { Detector } from './detector.ts'
import { email } from './email.ts'
import { labelled } from './labelled.ts'
import { nationalId } from './national-id.ts'
import { network } from './network.ts'
import { number } from './number.ts'
import { postcode } from './postcode.ts'
import { spoken } from './spoken.ts'
import { street } from './street.ts'
import { url } from './url.ts'

export const detectors: readonly Detector[] = [account, birth, email, labelled, nationalId, network, number, postcode, spoken, street, url]
