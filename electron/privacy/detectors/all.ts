/** Every detector, in no particular order: their findings are united. ← ADD A DETECTOR */
import { account } from './account.ts'
import { address } from './address.ts'
import type { Detector } from './detector.ts'
import { email } from './email.ts'
import { network } from './network.ts'
import { number } from './number.ts'
import { url } from './url.ts'

export const detectors: readonly Detector[] = [account, address, email, network, number, url]
