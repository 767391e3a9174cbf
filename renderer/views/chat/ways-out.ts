/** What can be done next about an answer that did not come: a table, from the problem's name to the buttons that make sense. */
import type { ProblemName } from '../../../shared/problems.ts'
import type { Settings } from '../../../shared/settings.ts'

/** Sending the same message by another route, or going where it can be mended. */
export type WayOut = 'ask-here' | 'ask-cloud' | 'ask-cloud-again' | 'let-ollama-answer' | 'set-up-cloud' | 'cloud-settings' | 'model-settings' | 'household'

const cloudAgain: readonly WayOut[] = ['ask-here', 'ask-cloud-again']
const cloudWrong: readonly WayOut[] = ['ask-here', 'cloud-settings']
const kept: readonly WayOut[] = ['ask-here']
const model: readonly WayOut[] = ['model-settings']
const household: readonly WayOut[] = ['household']

const waysOut: Readonly<Partial<Record<ProblemName, readonly WayOut[]>>> = {
  'understand.no-words': ['ask-cloud', 'let-ollama-answer'],
  'understand.unknown-device': household, 'understand.no-adult': household, 'understand.no-devices': household, 'understand.no-tariff': household,
  'departure.refused': kept, 'departure.expired': kept, 'privacy.detector-failed': kept, 'privacy.not-sealable': kept, 'privacy.too-long': kept, 'privacy.leak': kept,
  'cloud.off': cloudWrong, 'cloud.no-key': cloudWrong, 'cloud.bad-key': cloudWrong, 'cloud.bad-address': cloudWrong, 'cloud.refused-key': cloudWrong, 'cloud.tls': cloudWrong, 'cloud.redirected': cloudWrong,
  'cloud.unreachable': cloudAgain, 'cloud.interrupted': cloudAgain, 'cloud.slow': cloudAgain, 'cloud.busy': cloudAgain, 'cloud.status': cloudAgain, 'cloud.unreadable': cloudAgain, 'cloud.too-big': cloudAgain,
  'cloud.canary': kept, 'cloud.changed': kept,
  'local.unreachable': model, 'local.not-ollama': model, 'local.no-model': model, 'local.cloud-model': model, 'local.not-loopback': model, 'local.out-of-memory': model, 'local.too-old': model, 'local.no-room': model, 'local.odd-form': model, 'local.slow': model, 'local.failed': model,
}

/** In the order in which they are offered; none when only the words themselves can be changed. Without a cloud, one is to be set up before it can be asked. */
export const waysOutOf = (name: ProblemName, provider: Settings['cloud']['provider']): readonly WayOut[] =>
  (waysOut[name] ?? []).map((way) => (way === 'ask-cloud' && provider === 'none' ? 'set-up-cloud' : way))
