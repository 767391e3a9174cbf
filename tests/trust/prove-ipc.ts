/** P9: nothing but the contract comes in. Handlers here only count, so that one that runs on what it should not is seen. */
import fc from 'fast-check'
import type { AllHandlers, RegisterDeps } from '../../electron/ipc/register.ts'
import { channels, type Feature } from '../../shared/ipc/channels.ts'
import { Problem } from '../../shared/problem-schema.ts'
import { wording } from '../../shared/problems.ts'
import { ok } from '../../shared/result.ts'
import { bad, good, hostile } from './requests.ts'
import { createCounter, type Tally } from './tally.ts'

export type Register = (handlers: AllHandlers, deps: RegisterDeps) => void
type Listener = (event: unknown, ...args: unknown[]) => Promise<unknown>

const PAGE = 'lares://app/index.html'
const senders = { own: { url: PAGE, parent: null }, foreign: { url: 'https://evil.example/', parent: null }, frame: { url: PAGE, parent: { url: PAGE } } } as const
const names = (Object.keys(channels) as Feature[]).flatMap((feature) => channels[feature].map((name) => ({ feature, name, channel: `${feature}.${name}` })))
const requestOf = ({ feature, name }: (typeof names)[number]): unknown => (good[feature] as Readonly<Record<string, unknown>>)[name]

/** As Electron hands it over: a copy, which has no prototype of its own. What cannot be copied never comes, and is tried as it is. */
function asItArrives(value: unknown): unknown {
  try { return structuredClone(value) } catch { return value }
}

/** Every channel takes its good request from its own page only, none of the hostile values from anybody, and of so many generated ones none. */
export async function proveIpc(register: Register, generated: number): Promise<Tally> {
  const { count, tally } = createCounter()
  const listeners = new Map<string, Listener>()
  let handled = 0, used = 0
  const handlers = Object.fromEntries((Object.keys(channels) as Feature[]).map((feature) => [feature, Object.fromEntries(channels[feature].map((name) => [name, () => { handled += 1; return Promise.resolve(ok(null)) }]))])) as unknown as AllHandlers
  register(handlers, { ipcMain: { handle: (channel, listener) => { listeners.set(channel, listener as Listener) } }, isOwnPage: (url) => url === PAGE, onUse: () => { used += 1 }, onBug: () => undefined })

  /** What came back, and whether a handler ran. A rejection is what a window would see as a crash. */
  const ask = async (channel: string, sender: unknown, value: unknown): Promise<{ readonly ran: boolean; readonly problem: string }> => {
    const before = handled + used
    let reply: unknown
    try { reply = await listeners.get(channel)?.({ senderFrame: sender }, asItArrives(value)) } catch { return { ran: handled + used > before, problem: 'thrown' } }
    const { problem } = reply as { readonly problem?: unknown }
    const named = Problem.safeParse(problem)
    return { ran: handled + used > before, problem: named.success && wording(named.data).says !== '' && wording(named.data).todo !== '' ? named.data.name : 'none' }
  }

  for (const one of names) {
    const own = await ask(one.channel, senders.own, requestOf(one))
    count(`${one.channel} does not take its good request: ${own.problem}`, own.ran)
    for (const sender of [senders.foreign, senders.frame, null]) {
      const other = await ask(one.channel, sender, requestOf(one))
      count(`${one.channel} takes a good request from ${sender?.url ?? 'nobody'}`, !other.ran && other.problem === 'ipc.refused')
    }
    for (const [at, value] of hostile.entries()) for (const [who, sender] of Object.entries(senders)) {
      const { ran, problem } = await ask(one.channel, sender, value)
      count(`${one.channel}, hostile value ${String(at)} from ${who}: ${problem}`, !ran && problem === (who === 'own' ? 'input.invalid' : 'ipc.refused'))
    }
  }
  for (const [at, one] of names.entries()) {
    const share = Math.floor(generated / names.length) + Number(at < generated % names.length)
    for (const value of fc.sample(bad(requestOf(one)), { numRuns: share, seed: at + 1 })) {
      const { ran, problem } = await ask(one.channel, senders.own, value)
      count(() => `${one.channel} on ${fc.stringify(value).slice(0, 200)}: ${problem}`, !ran && problem === 'input.invalid')
    }
  }
  return tally()
}
