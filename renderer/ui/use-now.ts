/** The moment, anew while somebody looks: what is overdue and what is today changes by itself. */
import { useEffect, useState } from 'react'
import type { Clock } from '../../shared/time.ts'

const TICK_MS = 20_000

/** Epoch milliseconds, read anew every twenty seconds. */
export const useNow = (clock: Clock): number => {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const timer = setInterval(() => { setNow(clock.now()) }, TICK_MS)
    return () => { clearInterval(timer) }
  }, [clock])
  return now
}
