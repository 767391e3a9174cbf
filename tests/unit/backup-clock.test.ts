/** When the daily backup is made, and what is said when it cannot be; on a clock of the test's own. */
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createBackupClock } from '../../electron/vault/backup-clock.ts'
import type { Backup } from '../../shared/backups.ts'
import { problem, wording, type Problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { toInstant } from '../../shared/time.ts'

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR, START = Date.UTC(2026, 10, 22, 9)
const backup = (at: number, kind: Backup['kind'] = 'backup'): Backup => ({ id: `${kind}-${toInstant(at).replaceAll(':', '-')}`, kind, at: toInstant(at), bytes: 1 })

function simulate(backups: Backup[] = []) {
  let now = START, state: 'open' | 'locked' = 'open', answer: () => Result<Backup> = () => { const made = backup(now); backups.push(made); return ok(made) }
  const timers = new Map<object, { at: number; call: () => void }>(), made: number[] = [], said: Problem[] = []
  const after = (ms: number, call: () => void): (() => void) => { const id = {}; timers.set(id, { at: now + ms, call }); return () => { timers.delete(id) } }
  const vault = { state: () => ({ state, folder: '', problem: null, keychain: false }), backups: { list: async () => ok(backups), make: async () => answer() } }
  const clock = createBackupClock({ clock: { now: () => now }, after, vault, onMade: () => { made.push(now - START) }, onProblem: (what) => { said.push(what) }, onBug: (_, error) => { throw error } })
  return {
    clock, made, said, timers,
    lock: () => { state = 'locked'; clock.stop() },
    unlock: () => { state = 'open'; clock.look() },
    lockQuietly: () => { state = 'locked' },
    answerWith: (next: () => Result<Backup>) => { const usual = answer; answer = next; return () => { answer = usual } },
    pass: async (ms: number) => {
      for (const end = now + ms; ;) {
        const next = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0]
        if (next === undefined) { now = end; return }
        timers.delete(next[0])
        now = next[1].at
        next[1].call()
        await setImmediate()
      }
    },
  }
}

describe('the daily backup', () => {
  it('is made soon after unlocking, then each day', async () => {
    const s = simulate()
    s.clock.look()
    await s.pass(5000)
    expect(s.made).toEqual([])
    await s.pass(3 * DAY + HOUR)
    expect(s.made.map((at) => Math.round(at / HOUR))).toEqual([0, 24, 48, 72])
  })

  it('waits for a pause while somebody is at work', async () => {
    const s = simulate()
    s.clock.look()
    for (let seconds = 0; seconds < 120; seconds += 5) { s.clock.touch(); await s.pass(5000) }
    expect(s.made).toEqual([])
    await s.pass(20_000)
    expect(s.made).toEqual([135_000])
  })

  it('waits no longer than a quarter of an hour', async () => {
    const s = simulate()
    s.clock.look()
    for (let seconds = 0; seconds < 20 * 60; seconds += 5) { s.clock.touch(); await s.pass(5000) }
    expect(s.made.map((at) => Math.round(at / MINUTE))).toEqual([15])
  })

  it('waits until the last is a day old; what was set aside and what is from the future are none', async () => {
    const recent = simulate([backup(START - 20 * HOUR)])
    recent.clock.look()
    await recent.pass(2 * HOUR)
    expect(recent.made).toEqual([])
    await recent.pass(3 * HOUR)
    expect(recent.made).toHaveLength(1)
    const odd = simulate([backup(START - HOUR, 'set-aside'), backup(START + 400 * DAY)])
    odd.clock.look()
    await odd.pass(MINUTE)
    expect(odd.made).toHaveLength(1)
  })

  it('is never made while locked, and no timer is left', async () => {
    const s = simulate()
    s.clock.look()
    s.lock()
    await s.pass(3 * DAY)
    expect([s.made, s.timers.size]).toEqual([[], 0])
    s.unlock()
    s.lockQuietly()
    await s.pass(3 * DAY)
    expect(s.made).toEqual([])
    s.unlock()
    await s.pass(MINUTE)
    expect(s.made).toHaveLength(1)
  })

  it('that fails is said once, in words, and tried again every hour until it is made; the next failure is said again', async () => {
    const s = simulate()
    let tries = 0
    const mend = s.answerWith(() => { tries += 1; return fail(problem('vault.full')) })
    s.clock.look()
    await s.pass(5.5 * HOUR)
    expect([tries, s.said.map((what) => wording(what).says)]).toEqual([6, ['Today’s backup could not be made: the disk is full.']])
    mend()
    await s.pass(HOUR)
    expect([s.made.length, s.said.length]).toEqual([1, 1])
    s.answerWith(() => fail(problem('vault.unwritable')))
    await s.pass(26 * HOUR)
    expect(s.said.map((what) => what.detail['why'])).toEqual(['the disk is full', 'the folder for backups cannot be written to'])
  })

  it('that the lock came before is no failure', async () => {
    const s = simulate()
    s.answerWith(() => fail(problem('vault.locked')))
    s.clock.look()
    await s.pass(MINUTE)
    expect([s.made, s.said]).toEqual([[], []])
  })
})
