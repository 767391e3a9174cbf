/** The stations between a composed request and the wire, as short as a test can have them: no panel and no desk, but the same one-time rule. */
import { createHash } from 'node:crypto'
import type { Composed } from '../../electron/cloud/provider.ts'
import type { Tripwire } from '../../electron/cloud/tripwire.ts'
import type { Timer, WireDependencies } from '../../electron/cloud/wire.ts'
import type { PlanningProblem } from '../../shared/planning.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Approved, Sealed } from '../../shared/stages.ts'

export const KEY = 'sk-test-0123456789'

export const sealOf = ({ url, headers, body }: Pick<Composed, 'url' | 'headers' | 'body'>): Sealed => {
  const bytes = new Uint8Array(Buffer.from(body))
  return { url, headers, body: bytes, sha256: createHash('sha256').update(bytes).digest('hex') } as unknown as Sealed
}

export const approvalOf = (sealed: Sealed): Approved => ({ cleared: { sealed }, departureId: 'd1' }) as unknown as Approved

/** Everything a wire needs but its limits, with a desk that honours each approval once. */
export const wireParts = (): Pick<WireDependencies, 'tripwire' | 'spend' | 'secret'> => {
  const spent = new WeakSet<Approved>()
  return {
    tripwire: openDoor,
    spend: (approved) => {
      if (spent.has(approved)) return fail(problem('departure.used'))
      spent.add(approved)
      return ok(approved.cleared.sealed)
    },
    secret: () => Promise.resolve(ok(KEY)),
  }
}

/** A tripwire that is not installed. */
export const openDoor: Pick<Tripwire, 'through'> = { through: (_destination, work) => work() }

/** Timers that go off when a test says so. */
export const handTimer = (): { readonly timer: Timer; readonly fire: (milliseconds: number) => void; readonly waiting: () => number } => {
  const pending = new Map<symbol, { readonly milliseconds: number; readonly fire: () => void }>()
  return {
    timer: (milliseconds, fire) => {
      const id = Symbol('timer')
      pending.set(id, { milliseconds, fire })
      return () => { pending.delete(id) }
    },
    fire: (milliseconds) => { for (const [id, entry] of pending) if (entry.milliseconds === milliseconds) { pending.delete(id); entry.fire() } },
    waiting: () => pending.size,
  }
}

/** The exact bytes that a sealed request must become on the line. */
export const bytesOnTheLine = (sealed: Sealed, key = KEY): Buffer => {
  const { pathname, search } = new URL(sealed.url)
  const lines = sealed.headers.map(([name, value]) => `${name}: ${value.replace('••••••••', key)}\r\n`).join('')
  return Buffer.concat([Buffer.from(`POST ${pathname}${search} HTTP/1.1\r\n${lines}\r\n`), Buffer.from(sealed.body)])
}

/** An evening: a dishwasher and a car. */
export const evening: PlanningProblem = {
  slots: 8,
  slotMinutes: 60,
  jobs: [
    { id: 'J1', length: 2, kw: 1.2, contiguous: true, windows: [[0, 8]] },
    { id: 'J2', length: 3, kw: 7.4, contiguous: false, windows: [[1, 4], [5, 8]], after: ['J1'] },
  ],
  capKw: 11,
  prices: [30, 20, 10, 10, 20, 30, 40, 40],
  objective: 'cost',
}
