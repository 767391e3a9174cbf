/** Run on its own, in an environment a test has poisoned: composes one ask for the address given, sends it once, and prints what became of it. */
import { compatibleProvider } from '../../electron/cloud/providers/compatible.ts'
import { installTripwire } from '../../electron/cloud/tripwire.ts'
import { createWire, wireLimits } from '../../electron/cloud/wire.ts'
import { approvalOf, evening, sealOf, wireParts } from './departing.ts'

const tripwire = installTripwire({ onTrip: (what) => { process.stdout.write(`tripped: ${what}\n`) } })
const provider = compatibleProvider({ address: process.argv[2] ?? '', model: 'm' })
if (!provider.ok) throw new Error(provider.problem.name)
const ask = { kind: 'solve', words: 'Is it [PERSON_A]?', problem: evening } as const
const composed = await provider.value.compose(ask)
if (!composed.ok) throw new Error(composed.problem.name)
const sealed = sealOf(composed.value)
const outcome = await createWire({ ...wireParts(), tripwire, limits: wireLimits }).send(approvalOf(sealed), new AbortController().signal)
const read = outcome.result.ok ? await provider.value.read({ kind: 'answer', words: 'Is it [PERSON_A]?' }, outcome.result.value) : null
process.stdout.write(`${JSON.stringify({ left: outcome.left, problem: outcome.result.ok ? null : outcome.result.problem.name, sha256: sealed.sha256, read: read?.ok === true ? read.value.text : null })}\n`)
