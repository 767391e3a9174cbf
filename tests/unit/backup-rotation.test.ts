/** Which backups are kept: seven daily, four weekly, twelve monthly. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outdated } from '../../electron/vault/backup-rotation.ts'
import { toInstant } from '../../shared/time.ts'

const DAY = 86_400_000
const backup = (at: number): { at: string } => ({ at: toInstant(at) })
const days = (kept: readonly { at: string }[]): string[] => kept.map(({ at }) => at.slice(0, 10)).reverse()
/** What is left of a backup a day, each with its rotation, as it happens. */
const lived = (from: number, count: number, every = DAY): { at: string }[] => {
  let kept: { at: string }[] = []
  for (let number = 0; number < count; number += 1) {
    kept.push(backup(from + number * every))
    const old = new Set(outdated(kept))
    kept = kept.filter((one) => !old.has(one))
  }
  return kept
}

describe('backups', () => {
  it('of a year, one a day: seven days, the Sundays before them, and the last day of each month', () => {
    expect(days(lived(Date.UTC(2025, 10, 1, 9), 387))).toEqual([
      '2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16', '2026-11-15', '2026-11-08', '2026-11-01',
      '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31',
    ])
  })

  it('of one day: the newest, and of two within one second the later', () => {
    const [first, second, third] = [backup(Date.UTC(2026, 10, 22, 9)), backup(Date.UTC(2026, 10, 22, 9)), backup(Date.UTC(2026, 10, 22, 8))]
    expect(outdated([third, first, second])).toEqual([third, first])
  })

  it('that pause for months are not thinned out by time alone', () => {
    const kept = [0, 1, 2, 3, 4, 5, 6].map((number) => backup(Date.UTC(2024, number, 5)))
    expect(outdated([...kept, backup(Date.UTC(2026, 10, 22))])).toEqual([])
  })

  it('are never more than 23, the newest is always among them, and what is outdated once stays so', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 900 * 24 }), { minLength: 1, maxLength: 200 }), (hours) => {
      const all = hours.map((hour) => backup(Date.UTC(2024, 0, 1) + hour * 3_600_000)), old = new Set(outdated(all)), kept = all.filter((one) => !old.has(one))
      expect(kept.length).toBeLessThanOrEqual(23)
      expect(kept.map(({ at }) => at)).toContain(all.map(({ at }) => at).sort().at(-1))
      expect(outdated(kept)).toEqual([])
    }), { numRuns: 200 })
  })
})
