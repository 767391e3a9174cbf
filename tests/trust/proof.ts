/** A proof of a promise as a test: `npm test` runs its short size, `npm run trust` its full one, and prints what it counted. */
import { expect, it } from 'vitest'
import type { Tally } from './tally.ts'

declare module 'vitest' {
  interface TaskMeta { tally?: Tally }
}

/** Registers a test that passes when every attempt held, and there were attempts. The title begins with the promise. What is of size 0 is skipped. */
export function proof(title: `P${number} ${string}`, size: { readonly short: number; readonly full: number }, prove: (size: number) => Promise<Tally>): void {
  const isFull = process.env['LARES_TRUST'] === 'full'
  it.skipIf(!isFull && size.short === 0)(title, async ({ task }) => {
    const tally = await prove(isFull ? size.full : size.short)
    task.meta.tally = tally
    expect(tally.failures).toEqual([])
    expect(tally.held).toBe(tally.tried)
    expect(tally.tried).toBeGreaterThan(0)
  }, isFull ? 15 * 60_000 : 60_000)
}
