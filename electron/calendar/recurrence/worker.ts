/** The thread in which recurrence sets are worked out: it can be ended at any moment, and nothing is lost with it. */
import '../../cloud/no-network.ts'
import { parentPort } from 'node:worker_threads'
import type { Result } from '../../../shared/result.ts'
import { expand, type Occurrences, type Series } from './expand.ts'

/** Worked out in this order, each answered by a message of its own. */
export type Task = readonly Series[]
/** Once `ready`, then the answers in the order of the tasks. */
export type Answer = 'ready' | Result<Occurrences>

const say = (answer: Answer): void => { parentPort?.postMessage(answer) }

parentPort?.on('message', (task: Task) => { for (const series of task) say(expand(series)) })
// The runtime loads its time zones with the first use of one; better now than when somebody waits.
expand({ dtstart: '2026-01-01T09:00', tz: 'Europe/Berlin', rrule: 'FREQ=DAILY;COUNT=1' })
say('ready')
