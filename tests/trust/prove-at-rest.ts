/** P8 after a run of the whole house: what it knows is looked for in its folder, in everything it left in the folder for temporary files, and in what it logged. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse, valueOf } from '../support/house.ts'
import { randomFrom } from '../support/random.ts'
import { filesBelow, isReadable } from '../support/readable.ts'
import { SAYINGS, sendTo, startCloud } from './prove-walks.ts'
import { createCounter, type Tally } from './tally.ts'

/** After so many messages, approved and answered: every known value in every file, while it is open and after it was locked. */
export async function proveAtRest(messages: number): Promise<Tally> {
  const { count, tally } = createCounter()
  const outside = process.env['TMPDIR'], temporary = mkdtempSync(join(tmpdir(), 'lares-temporary-'))
  process.env['TMPDIR'] = temporary
  const cloud = await startCloud(randomFrom(8)), house = await openHouse()
  try {
    await sendTo(house, cloud)
    for (let at = 0; at < messages; at += 1) {
      const [, route, says] = SAYINGS[at % SAYINGS.length] ?? ['', 'here', '']
      await house.say(says, route, house.approve)
    }
    const { people, places, devices, notes } = valueOf(await house.handlers.household.read(null))
    const known = [...people.flatMap(({ name, phone, email }) => [name, phone, email]), ...places.flatMap(({ name, address }) => [name, address]), ...devices.map(({ name }) => name), ...notes.map(({ text }) => text.slice(0, 20)), ...SAYINGS.map(([, , says]) => says.slice(0, 24)), 'sk-walks-0123456789', ...await house.canaries()]
    // Short ones stand in random bytes by chance.
    const words = known.flatMap((word) => (word === undefined || word.length < 6 ? [] : [word]))
    const look = (when: string): void => {
      const files = filesBelow(temporary)
      count('there is no vault to look into', files.some((path) => path.endsWith('vault.db')))
      for (const path of files) { const bytes = readFileSync(path); for (const word of words) count(`${when}: ${path} holds ${word}`, !isReadable(bytes, word)) }
      for (const word of words) count(`${when}: the log holds ${word}`, !house.trips.join('\n').includes(word))
    }
    // Reading the open database's file lets go of its lock; here there is nobody to mind.
    look('open')
    valueOf(await house.handlers.vault.lock(null))
    look('locked')
    return tally()
  } finally {
    if (outside === undefined) delete process.env['TMPDIR']; else process.env['TMPDIR'] = outside
    await house.close()
    await cloud.close()
    rmSync(temporary, { recursive: true, force: true })
  }
}
