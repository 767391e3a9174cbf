/** kill -9, again and again, while the vault is saving as fast as it can. */
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, expect, it } from 'vitest'
import { closeVaults, eventsOf, freshVault, passphrase, startChild, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

it('P7 killed fifteen times while saving: everything acknowledged is there, and no half of anything', async () => {
  const { vault, folder } = await freshVault()
  await vault.close()
  const sets = new Set<string>(), turns = new Set<string>()
  for (let run = 0; run < 15; run += 1) {
    const child = startChild('save', folder, { env: { RUN: String(run) } })
    const closed = once(child, 'close')
    let rounds = 0
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('turn ')) sets.add(line)
      else {
        turns.add(line.slice(5))
        rounds += 1
        // It is about to save the next change set. What is still read after the signal was acknowledged before it.
        if (rounds === 1 + (run * 3) % 7) child.kill('SIGKILL')
      }
    }
    expect(await closed).toEqual([null, 'SIGKILL'])

    const again = vaultIn(folder)
    value(await again.unlock(passphrase))
    const history = value(await again.events.history(10_000)).map((set) => set.id)
    const events = new Set(value(await again.events.between('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).map((event) => event.id))
    const saved = new Set(value(await again.chat.turns('talk')).map((turn) => turn.id))
    expect([...sets].filter((name) => !history.includes(name))).toEqual([])
    expect([...turns].filter((name) => !saved.has(name))).toEqual([])
    // Each remembered change set is there whole, and no event without its set.
    expect([...events].sort()).toEqual(history.flatMap((name) => eventsOf(name).map((event) => event.id)).sort())
    await again.close()
  }
  expect(sets.size).toBeGreaterThan(40)
}, 240_000)
