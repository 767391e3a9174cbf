/** A process of its own that fills a house with planted words, locks it, and writes what its heaps hold: node --expose-gc locked-heap-child.ts RUN FOLDER, and with `all` also those of its other threads, and its own before the lock. */
import { writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import v8 from 'node:v8'
import workerThreads from 'node:worker_threads'
import { plantedWord, type PlantedPlace } from './planted.ts'

const [run = '', folder = '', how] = process.argv.slice(2)
// Longer strings would be cut, and what stands behind the cut not be seen.
v8.setFlagsFromString('--heap-snapshot-string-limit=1000000')

const threads = new Set<workerThreads.Worker>()
workerThreads.Worker = class extends workerThreads.Worker {
  constructor(...given: ConstructorParameters<typeof workerThreads.Worker>) {
    super(...given)
    threads.add(this)
    this.once('exit', () => { threads.delete(this) })
  }
}
syncBuiltinESMExports()
// After that, so that the product starts the threads that are looked into.
const { fillHouse } = await import('./filled-house.ts')

/** What is kept on purpose is what must be found. */
const kept = new Set([plantedWord(run, 'kept on purpose')])
const house = await fillHouse(join(folder, 'vault'), (place: PlantedPlace) => plantedWord(run, place))

async function look(name: string, all: Iterable<workerThreads.Worker>): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) { await setImmediate(); global.gc?.() }
  v8.writeHeapSnapshot(join(folder, `${name}.heapsnapshot`))
  let at = 0
  for (const thread of all) await writeFile(join(folder, `${name}-${String(at += 1)}.heapsnapshot`), await thread.getHeapSnapshot())
}

if (how === 'all') await look('open', [])
await house.lock()
await look('locked', how === 'all' ? threads : [])
process.stdout.write(`${String(kept.size)} kept, ${String(threads.size)} other threads\n`)
process.exit(0)
