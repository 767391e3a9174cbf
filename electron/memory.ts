/** Memory that nothing uses any more is given back when nobody waits, not only when it runs short. */
import { Session } from 'node:inspector/promises'
import process from 'node:process'

/**
 * Collects the garbage of this thread and lets go of what it filled: after unlocking that is a third of what a large household takes, after
 * locking it is what was readable. Stops the thread for a fifth of a second at most, so it is for moments when nobody waits; unless it is
 * `always`, only where the heap has grown by half since the last time. The session is within the process: it opens no port.
 */
export async function collectGarbage(always = false): Promise<void> {
  if (!always && process.memoryUsage().heapTotal < 1.5 * kept) return
  const session = new Session()
  session.connect()
  try { await session.post('HeapProfiler.collectGarbage') } finally { session.disconnect() }
  kept = process.memoryUsage().heapTotal
}
let kept = 0
