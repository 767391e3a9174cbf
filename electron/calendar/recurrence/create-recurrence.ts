/** Recurrence sets from a thread of their own: batched, remembered, and given up by name when one takes too long. */
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { problem, type Problem } from '../../../shared/problems.ts'
import { fail, type Result } from '../../../shared/result.ts'
import type { Occurrences, Series } from './expand.ts'
import type { Answer, Task } from './worker.ts'

export interface Recurrence {
  /**
   * As `expand` in expand.ts, and besides `calendar.rule-too-slow` for a series that took longer than the
   * limit, and `calendar.rule-too-much` for one at which the thread ended, as it does when its memory is used up. What is asked for in
   * one turn of the event loop travels together. The same question is answered from memory, with the same object. Rejects only when
   * the thread cannot run at all, or after `close`.
   */
  readonly expand: (series: Series) => Promise<Result<Occurrences>>
  /** Lets go of every answer, and of the thread while nobody waits for it: when the vault locks. */
  readonly forget: () => void
  /** Ends the thread. */
  readonly close: () => Promise<void>
}

export interface RecurrenceDeps {
  readonly workerUrl: URL
  /** For one series. */
  readonly limitMs?: number
  /** For the thread to begin. */
  readonly startMs?: number
}

const LIMIT_MS = 250
const START_MS = 20_000
/** A computer that is busy elsewhere gives the thread no time; then the rule is not slow, and gets its time again, so often at most. */
const PATIENCE = 8
/** Microseconds of the processor, for each millisecond of the limit, below which the thread cannot have had its time. */
const STARVED = 750
/** Sent together, so that passing them on never holds up whoever asked. */
const BATCH = 250
/** Occurrences remembered, in all: a year of 2,000 weekly series. The longest unused go first. */
const MAX_REMEMBERED = 100_000

interface Waiting { readonly key: string; readonly series: Series; readonly answer: (result: Result<Occurrences>) => void; readonly fail: (error: Error) => void }

/** One thread, begun with the first question and begun again after it had to be ended; the others in the queue do not notice. */
export function createRecurrence({ workerUrl, limitMs = LIMIT_MS, startMs = START_MS }: RecurrenceDeps): Recurrence {
  const memory = createMemory()
  const waiting: Waiting[] = []
  let worker: Worker | undefined
  let ready = false, closed = false, scheduled = false
  /** How many of `waiting`, from its front, the thread has. */
  let sent = 0
  let overrun: NodeJS.Timeout | undefined

  const send = (): void => {
    scheduled = false
    const [head] = waiting
    if (head === undefined || sent > 0) return
    worker ??= start()
    if (!ready) return
    const task: Task = waiting.slice(0, BATCH).map(({ series }) => series)
    sent = task.length
    watch()
    worker.postMessage(task)
  }

  const watch = (since = process.cpuUsage(), turns = PATIENCE): void => {
    clearTimeout(overrun)
    const [head] = waiting
    if (head === undefined) return
    const look = (): void => {
      if (waiting[0] !== head) return
      const { user, system } = process.cpuUsage(since)
      if (ready && turns > 1 && user + system < limitMs * STARVED) watch(since, turns - 1)
      else giveUp(problem('calendar.rule-too-slow', { limit: limitMs }))
    }
    // Looks after the messages that are already there: while this thread was busy, an answer may have come in time.
    overrun = setTimeout(() => { setImmediate(look) }, ready ? limitMs : startMs)
  }

  const hear = (answer: Answer): void => {
    if (answer === 'ready') { ready = true; send(); return }
    const turn = waiting.shift()
    sent--
    if (turn !== undefined) { memory.keep(turn.key, answer); turn.answer(answer) }
    if (sent > 0) watch()
    else { clearTimeout(overrun); send() }
  }

  const start = (): Worker => {
    const thread = new Worker(workerUrl, { name: 'recurrence', resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 64 } })
    thread.unref()
    watch()
    return thread.on('message', (answer: Answer) => { if (worker === thread) hear(answer) })
      // An error is followed by the exit, which says the same.
      .on('error', () => undefined)
      .once('exit', () => { if (worker === thread) giveUp(problem('calendar.rule-too-much', { what: 'its thread ended' })) })
  }

  /** Ends the thread, and with it the series it was at; the rest is asked again of a new one. */
  const giveUp = (why: Problem): void => {
    const began = ready
    void end()
    if (!began) { for (const turn of waiting.splice(0)) turn.fail(new Error('the recurrence thread does not start')); return }
    waiting.shift()?.answer(fail(why))
    send()
  }

  const end = async (): Promise<void> => {
    const ending = worker
    worker = undefined
    ready = false
    sent = 0
    clearTimeout(overrun)
    await ending?.terminate()
  }

  return {
    expand: (series) => {
      const key = keyOf(series), known = memory.recall(key)
      if (known !== undefined) return Promise.resolve(known)
      if (closed) return Promise.reject(new Error('closed'))
      return new Promise((resolve, reject) => {
        waiting.push({ key, series, answer: resolve, fail: reject })
        if (!scheduled) { scheduled = true; queueMicrotask(send) }
      })
    },
    forget: () => {
      memory.clear()
      if (waiting.length === 0) void end()
    },
    close: async () => {
      closed = true
      await end()
      for (const turn of waiting.splice(0)) turn.fail(new Error('closed'))
    },
  }
}

const keyOf = ({ dtstart, tz, rrule, exdate, rdate, from, to, limit }: Series): string => JSON.stringify([dtstart, tz, rrule, exdate, rdate, from, to, limit])

interface Memory {
  readonly recall: (key: string) => Result<Occurrences> | undefined
  readonly keep: (key: string, result: Result<Occurrences>) => void
  readonly clear: () => void
}

/** What depends on nothing but the question is the same for ever; a thread that was given up is not remembered. */
function createMemory(): Memory {
  const results = new Map<string, Result<Occurrences>>()
  let size = 0
  const sizeOf = (result: Result<Occurrences>): number => 1 + (result.ok ? result.value.occurrences.length : 0)
  return {
    recall: (key) => {
      const result = results.get(key)
      if (result !== undefined) { results.delete(key); results.set(key, result) }
      return result
    },
    keep: (key, result) => {
      if (results.has(key)) return
      results.set(key, result)
      size += sizeOf(result)
      for (const [oldest, gone] of results) {
        if (size <= MAX_REMEMBERED) break
        results.delete(oldest)
        size -= sizeOf(gone)
      }
    },
    clear: () => { results.clear(); size = 0 },
  }
}
