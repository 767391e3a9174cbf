/** Reads and writes calendar files in a thread of their own, one for each, ended with its answer, at its deadline, or when somebody stops it. */
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import { problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Task } from '../../../shared/tasks.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Plan, PlannedRow } from './plan-import.ts'
import type { Answer, Order } from './worker.ts'

export interface Stock { readonly household: Pick<Household, 'zone' | 'people' | 'places'>; readonly events: readonly CalendarEvent[]; readonly tasks: readonly Task[]; readonly now: Instant }

export interface FileThread {
  /** As `planImport`, and besides `ics.too-slow` past the deadline, `ics.too-heavy` when its memory is used up, `ics.stopped` by the signal. `file` is given away. */
  readonly read: (file: Uint8Array, stock: Stock, signal: AbortSignal) => Promise<Result<Plan>>
  /** As `writeFile`, with the same refusals. */
  readonly write: (stock: Stock, signal: AbortSignal) => Promise<Result<Uint8Array>>
}

export interface FileThreadDeps { readonly workerUrl: URL; /** From the first order to the last answer. */ readonly limitMs?: number }

const LIMIT_MS = 30_000
/** Sent together, so that passing them on never holds up whoever asked. */
const PART = 200

export function createFileThread({ workerUrl, limitMs = LIMIT_MS }: FileThreadDeps): FileThread {
  const run = async <T>({ household, events, tasks, now }: Stock, order: (names: Pick<Stock, 'household' | 'now'>) => Order, signal: AbortSignal, hear: (answer: Answer) => T | undefined): Promise<Result<T>> => {
    if (signal.aborted) return fail(problem('ics.stopped'))
    const thread = new Worker(workerUrl, { name: 'calendar file', resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 } })
    const answered = new Promise<Result<T>>((resolve, reject) => {
      const deadline = setTimeout(() => { settle(fail(problem('ics.too-slow', { seconds: Math.round(limitMs / 1000) }))) }, limitMs)
      const stop = (): void => { settle(fail(problem('ics.stopped'))) }
      const settle = (result: Result<T> | Error): void => {
        clearTimeout(deadline)
        signal.removeEventListener('abort', stop)
        if (result instanceof Error) reject(result)
        else resolve(result)
      }
      signal.addEventListener('abort', stop)
      thread.on('message', (answer: Answer) => {
        if (answer.kind === 'refused') { settle(fail(answer.problem)); return }
        const value = hear(answer)
        if (value !== undefined) settle(ok(value))
        // What has arrived in one turn of the event loop is taken over in one; so the next part is asked for in the next.
        else void setImmediate().then(() => { thread.postMessage({ kind: 'more' } satisfies Order) })
      })
        .on('error', (error: Error & { readonly code?: string }) => { settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? fail(problem('ics.too-heavy')) : error) })
        .once('exit', () => { settle(fail(problem('ics.too-heavy'))) })
    })
    // Whoever asked hears of a refusal even while parts are still on their way.
    answered.catch(() => undefined)
    const say = (next: Order): void => { thread.postMessage(next, next.kind === 'read' && next.file.buffer instanceof ArrayBuffer && next.file.byteLength === next.file.buffer.byteLength ? [next.file.buffer] : []) }
    const names = { household: { zone: household.zone, people: household.people, places: household.places }, now }
    try {
      for (let at = 0; at < Math.max(events.length, tasks.length); at += PART) {
        say({ kind: 'there', events: events.slice(at, at + PART), tasks: tasks.slice(at, at + PART) })
        await setImmediate()
      }
      say(order(names))
      return await answered
    } finally { await thread.terminate() }
  }

  return {
    read: (file, stock, signal) => {
      const rows: PlannedRow[] = []
      return run<Plan>(stock, (names) => ({ kind: 'read', file, ...names }), signal, (answer) => {
        if (answer.kind === 'rows') rows.push(...answer.rows)
        return answer.kind === 'read' ? { rows, calendar: answer.calendar, unreadable: answer.unreadable } : undefined
      })
    },
    write: (stock, signal) => run(stock, (names) => ({ kind: 'write', ...names }), signal, (answer) => (answer.kind === 'written' ? answer.file : undefined)),
  }
}
