/** P1 and P2 at the wire: real seals, checks and approvals, a server that keeps every byte, and whoever tries to send a second time. */
import { compatibleProvider } from '../../electron/cloud/providers/compatible.ts'
import { createDesk, type Desk } from '../../electron/approval/desk.ts'
import { wireLimits, type Wire, type WireDependencies } from '../../electron/cloud/wire.ts'
import { isCleared, leakCheck } from '../../electron/privacy/leak-check.ts'
import { seal } from '../../electron/privacy/seal.ts'
import type { Departure } from '../../shared/departure.ts'
import { ok } from '../../shared/result.ts'
import type { Approved, Cleared } from '../../shared/stages.ts'
import { startBadCloud, type Fault } from '../support/bad-cloud.ts'
import { bytesOnTheLine, evening, KEY, openDoor } from '../support/departing.ts'
import { valueOf } from '../support/house.ts'
import { startRecordingCloud } from '../support/recording-cloud.ts'
import { createCounter, type Tally } from './tally.ts'

export type CreateWire = (dependencies: WireDependencies) => Wire

const never = new AbortController().signal
const openDesk = (): Desk => createDesk({ clock: { now: () => 0 }, after: () => () => undefined, isCleared, onChange: () => undefined })
const wireAt = (createWire: CreateWire, desk: Desk): Wire => createWire({ tripwire: openDoor, spend: desk.spend, secret: () => Promise.resolve(ok(KEY)), limits: wireLimits })

/** Sealed and cleared by the product's own code. The words differ from round to round, so that no two requests are the same. */
async function cleared(base: string, round: number): Promise<Cleared> {
  const provider = valueOf(compatibleProvider({ address: base, model: 'm' }))
  const compose = (words: string): ReturnType<typeof provider.compose> => provider.compose({ kind: 'solve', words, problem: evening })
  const checked = valueOf(leakCheck(valueOf(seal(valueOf(await compose(`run [J1] ${String(round)}`)))), { body: valueOf(await compose('')).body }, []))
  if ('hits' in checked) throw new Error('nothing is forbidden here')
  return checked
}

async function approvedAt(desk: Desk, given: Cleared, id: string): Promise<Approved> {
  const presented = desk.present({ id, revision: 1, expiresAt: '2026-11-22T16:55:00Z' } as Departure, given, never)
  valueOf(desk.approve({ id, revision: 1, sha256: given.sealed.sha256 }))
  const decision = await presented
  if (decision.kind !== 'approved') throw new Error(decision.kind)
  return decision.approved
}

/** Each approval sends its bytes once. What was used, copied, forged or approved at another desk sends nothing. */
export async function proveReplays(createWire: CreateWire, replays: number): Promise<Tally> {
  const { count, tally } = createCounter()
  const cloud = await startRecordingCloud(), base = `http://127.0.0.1:${String(cloud.port)}/v1`
  const desk = openDesk(), wire = wireAt(createWire, desk)
  const another = async (approved: Approved, round: number): Promise<readonly [what: string, approved: Approved]> => {
    switch (round % 4) {
      case 0: return ['a copy of one', { ...approved }]
      case 1: return ['one forged for the same bytes', { cleared: approved.cleared, departureId: `d${String(round + 1)}` } as Approved]
      case 2: return ['one of another desk', await approvedAt(openDesk(), approved.cleared, 'd')]
      default: return ['one used before', approved]
    }
  }
  try {
    for (let round = 0; round < replays; round += 1) {
      const given = await cleared(base, round), approved = await approvedAt(desk, given, `d${String(round)}`)
      const sent = await wire.send(approved, never), seen = cloud.requests[round]
      count(`round ${String(round)}: the bytes are not those approved`, sent.result.ok && seen?.raw.equals(bytesOnTheLine(given.sealed)) === true)
      const [what, again] = await another(approved, round)
      const { left, result } = await wire.send(again, never)
      count(`round ${String(round)}: ${what} is sent`, !left && !result.ok && (result.problem.name === 'departure.used' || result.problem.name === 'departure.stale') && cloud.requests.length === round + 1 && cloud.connections() === round + 1)
    }
    return tally()
  } finally { await cloud.close() }
}

/** Those that need no timer. */
const FAULTS: readonly Fault[] = ['500', '429', '307', '308', 'reset-before', 'reset-after', 'truncated', 'html']

/** Whatever a cloud does, one approval is one request and one connection, and nothing reaches the address a redirect names. */
export async function proveOneRequest(createWire: CreateWire, rounds: number): Promise<Tally> {
  const { count, tally } = createCounter()
  for (const fault of FAULTS) {
    for (let round = 0; round < Math.ceil(rounds / FAULTS.length); round += 1) {
      const cloud = await startBadCloud(fault), desk = openDesk()
      try {
        const given = await cleared(cloud.base, round)
        await wireAt(createWire, desk).send(await approvedAt(desk, given, 'd'), never)
        const reached = fault === 'reset-before' ? 0 : 1
        count(`${fault}: ${String(cloud.requests())} requests`, cloud.requests() === reached && cloud.bytes() === reached * bytesOnTheLine(given.sealed).length && cloud.astray() === 0)
      } finally { await cloud.close() }
    }
  }
  return tally()
}
