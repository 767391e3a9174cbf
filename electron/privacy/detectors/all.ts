/** Every detector. Their findings are united; where two find the very same span, the one listed first names it. ← ADD A DETECTOR */
import { account } from './account.ts'
import { ageOf } from './age.ts'
import { amount } from './amount.ts'
import { birth } from './birth.ts'
import type { Detector } from './detector.ts'
import { email } from './email.ts'
import { labelled } from './labelled.ts'
import { nationalId } from './national-id.ts'
import { network } from './network.ts'
import { number } from './number.ts'
import { phone } from './phone.ts'
import { postcode } from './postcode.ts'
import { spoken } from './spoken.ts'
import { street } from './street.ts'
import { url } from './url.ts'

export const detectors: readonly Detector[] = [account, ageOf, amount, birth, email, labelled, nationalId, network, phone, postcode, spoken, street, url, number]
