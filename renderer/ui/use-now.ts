/** The moment, anew while somebody looks: what is overdue and what is today changes by itself. */
import { useEffect, useState } from 'react'
import type { Clock } from '../../shared/time.ts'

/** Epoch milliseconds, read anew every `tickMs`: twenty seconds unless somebody counts along. */
export const useNow = (clock: Clock, tickMs = 20_000): number => {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const timer = setInterval(() => { setNow(clock.now()) }, tickMs)
    return () => { clearInterval(timer) }
  }, [clock, tickMs])
  return now
}
