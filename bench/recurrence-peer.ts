/** The thread in which bench/recurrence.ts runs another recurrence library, so that one that hangs can be ended. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

export interface PeerTask { readonly dtstart: string; readonly tz?: string; readonly rrule: string; readonly from?: string; readonly to: string; readonly limit: number }

/** What is used of the libraries. */
interface RruleTemporal { readonly RRuleTemporal: new (options: { rruleString: string; maxIterations: number }) => { all: (each: (date: { toInstant: () => { toString: () => string }; epochMilliseconds: number }, index: number) => boolean) => unknown; between: (from: Date, to: Date, inclusive: boolean) => readonly { toInstant: () => { toString: () => string } }[] } }
interface Rrule { readonly default: { rrulestr: (text: string) => { all: (each: (date: Date, index: number) => boolean) => Date[]; between: (from: Date, to: Date, inclusive: boolean) => Date[] } } }

const require = createRequire(new URL('./peers/package.json', import.meta.url))
const load = async (name: string): Promise<unknown> => import(pathToFileURL(require.resolve(name)).href)
const written = ({ dtstart, tz, rrule }: PeerTask): string => `DTSTART${tz === undefined ? '' : `;TZID=${tz}`}:${dtstart.replace(/[-:]/g, '')}\nRRULE:${rrule}`
const short = (instant: string): string => instant.replace('.000Z', 'Z')

const expand = workerData === 'rrule-temporal' ? await rruleTemporal() : await rrule()

async function rruleTemporal(): Promise<(task: PeerTask) => string[]> {
  await load('temporal-polyfill/global')
  const { RRuleTemporal } = await load('rrule-temporal') as RruleTemporal
  return (task) => {
    const rule = new RRuleTemporal({ rruleString: written(task), maxIterations: 1e6 }), found: string[] = [], end = Date.parse(task.to)
    if (task.from !== undefined) return rule.between(new Date(task.from), new Date(task.to), true).map((date) => short(date.toInstant().toString()))
    rule.all((date) => {
      if (date.epochMilliseconds >= end || found.length >= task.limit) return false
      found.push(short(date.toInstant().toString()))
      return true
    })
    return found
  }
}

async function rrule(): Promise<(task: PeerTask) => string[]> {
  const { default: { rrulestr } } = await load('rrule') as Rrule
  return (task) => {
    const rule = rrulestr(written(task)), end = new Date(task.to), found: string[] = []
    if (task.from !== undefined) return rule.between(new Date(task.from), end, true).map((date) => short(date.toISOString()))
    rule.all((date) => {
      if (date >= end || found.length >= task.limit) return false
      found.push(short(date.toISOString()))
      return true
    })
    return found
  }
}

parentPort?.on('message', (task: PeerTask) => {
  try { parentPort?.postMessage(expand(task)) } catch (error) { parentPort?.postMessage(String(error)) }
})
parentPort?.postMessage('ready')
