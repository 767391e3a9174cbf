/** P7 against a disk that decays: a flipped bit or a cut file is refused with a sentence and what to do, left as it is, and opens again once it is put back. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wording } from '../../shared/problems.ts'
import { randomFrom } from '../support/random.ts'
import { adding, event, freshVault, outcome, passphrase, value } from '../support/vault.ts'
import { createCounter, type Tally } from './tally.ts'

/** So many flips of one bit anywhere in a vault's database, and 15 cuts for every hundred of them; after every hundred the whole file is put back and opens. */
export async function proveDamage(flips: number): Promise<Tally> {
  const { count, tally } = createCounter(), random = randomFrom(4711)
  const { vault, folder } = await freshVault(), database = join(folder, 'vault.db')
  for (let set = 0; set < 4; set += 1) value(await vault.events.apply(adding(`c${String(set)}`, ...Array.from({ length: 40 }, (_, at) => event(`e${String(set)}-${String(at)}`, { note: 'x'.repeat(900) })))))
  await vault.lock()
  const whole = readFileSync(database)

  const isRefused = async (what: string, bytes: Buffer): Promise<void> => {
    const opened = await vault.unlock(passphrase)
    const says = opened.ok ? '' : wording(opened.problem).says, todo = opened.ok ? '' : wording(opened.problem).todo
    count(`${what}: ${outcome(opened)}`, outcome(opened) === 'vault.damaged' && says !== '' && todo.includes('backup') && readFileSync(database).equals(bytes))
    if (opened.ok) await vault.lock()
  }
  const opensAgain = async (): Promise<void> => {
    writeFileSync(database, whole)
    count('the whole file, put back, does not open', outcome(await vault.unlock(passphrase)) === 'ok' && value(await vault.events.history(10)).length === 4)
    await vault.lock()
  }

  const cuts = Math.ceil(flips * 0.15)
  for (let at = 0; at < flips; at += 1) {
    const bytes = Buffer.from(whole), offset = random(bytes.length)
    bytes[offset] = (bytes[offset] ?? 0) ^ (1 << random(8))
    writeFileSync(database, bytes)
    await isRefused(`byte ${String(offset)}`, bytes)
    if (at % 100 === 99) await opensAgain()
  }
  for (let at = 0; at < cuts; at += 1) {
    const length = random(whole.length)
    writeFileSync(database, whole)
    truncateSync(database, length)
    await isRefused(`cut to ${String(length)} bytes`, whole.subarray(0, length))
  }
  await opensAgain()
  return tally()
}
