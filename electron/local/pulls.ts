/** Downloads of models under way: what has arrived of each, stopped and resumed by the person, told to the window a few times a second. */
import { fullName } from '../../shared/models.ts'
import type { Pull } from '../../shared/models.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Clock } from '../../shared/time.ts'
import { cloudModel } from './explain.ts'
import { isCloudName, isLibraryName } from './model-name.ts'
import type { OllamaDoor, PullPart } from './ollama-door.ts'
import type { After } from './watch.ts'

/** A download may take hours; it may not stand still for longer than this. Checking what arrived says nothing for minutes. */
const STANDSTILL_MS = 600_000
const NEWS_MS = 250
/** Before that a speed says little. */
const SPEED_AFTER_MS = 2_000

export interface PullsDeps {
  readonly clock: Clock
  readonly after: After
  /** Called at once for a change of phase, at most every quarter of a second while bytes arrive. */
  readonly onChange: (pulls: readonly Pull[]) => void
  readonly onBug: (code: string, error: unknown) => void
}

export interface Pulls {
  readonly list: () => readonly Pull[]
  /**
   * Starts, or goes on where it was stopped: Ollama keeps what has arrived until it is restarted. One that is under way is left alone.
   * Refuses a model of Ollama's cloud (`local.cloud-model`) and a name that leads to another server (`local.bad-name`).
   */
  readonly start: (door: OllamaDoor, model: string) => Result<Pull>
  readonly stop: (model: string) => void
  /** Forgets one that was stopped or failed. */
  readonly dismiss: (model: string) => void
  readonly stopAll: () => void
}

interface Entry { pull: Pull; readonly abort: AbortController }

export const createPulls = ({ clock, after, onChange, onBug }: PullsDeps): Pulls => {
  const entries = new Map<string, Entry>()
  const list = (): readonly Pull[] => [...entries.values()].map(({ pull }) => pull)
  const isOver = ({ phase }: Pull): boolean => phase === 'done' || phase === 'stopped' || phase === 'failed'

  let resting: (() => void) | undefined
  let isStale = false
  const tell = (): void => {
    resting?.()
    isStale = false
    resting = after(NEWS_MS, () => {
      resting = undefined
      if (isStale) tell()
    })
    onChange(list())
  }

  const run = async (door: OllamaDoor, entry: Entry): Promise<void> => {
    const layers = new Map<string, { readonly total: number; readonly completed: number }>()
    let first: { readonly at: number; readonly bytes: number } | undefined
    const hear = ({ status, digest, total, completed }: PullPart): void => {
      const before = entry.pull.phase
      if (digest !== undefined && total !== undefined) layers.set(digest, { total, completed: Math.min(completed ?? 0, total) })
      const [totalBytes, completedBytes] = [...layers.values()].reduce(([all, done], layer) => [all + layer.total, done + layer.completed], [0, 0])
      const now = clock.now()
      if (totalBytes > 0) first ??= { at: now, bytes: completedBytes }
      const elapsed = first === undefined ? 0 : now - first.at
      const gained = first === undefined ? 0 : completedBytes - first.bytes
      const phase = digest !== undefined ? 'downloading' : /^(verifying|writing|removing)/.test(status) ? 'verifying' : before
      entry.pull = { ...entry.pull, phase, totalBytes, completedBytes, secondsLeft: elapsed < SPEED_AFTER_MS || gained <= 0 ? null : Math.ceil(((totalBytes - completedBytes) * elapsed) / gained / 1000) }
      isStale = true
      if (phase !== before || resting === undefined) tell()
    }
    const result = await door.during({ signal: entry.abort.signal, limitMs: STANDSTILL_MS }, (line) => line.pull(entry.pull.model, hear))
    const phase = result.ok ? 'done' : result.problem.name === 'local.stopped' ? 'stopped' : 'failed'
    entry.pull = { ...entry.pull, phase, secondsLeft: null, problem: result.ok || phase === 'stopped' ? null : result.problem }
    tell()
    if (phase === 'done') entries.delete(fullName(entry.pull.model))
  }

  return {
    list,
    start: (door, model) => {
      if (isCloudName(model)) return fail(cloudModel(model))
      if (!isLibraryName(model)) return fail(problem('local.bad-name'))
      const before = entries.get(fullName(model))
      if (before !== undefined && !isOver(before.pull)) return ok(before.pull)
      const entry: Entry = { pull: { model, phase: 'starting', completedBytes: before?.pull.completedBytes ?? 0, totalBytes: before?.pull.totalBytes ?? 0, secondsLeft: null, problem: null }, abort: new AbortController() }
      entries.set(fullName(model), entry)
      tell()
      run(door, entry).catch((error: unknown) => { onBug('models.pull', error) })
      return ok(entry.pull)
    },
    stop: (model) => { entries.get(fullName(model))?.abort.abort() },
    dismiss: (model) => {
      const entry = entries.get(fullName(model))
      if (entry === undefined || !isOver(entry.pull)) return
      entries.delete(fullName(model))
      tell()
    },
    stopAll: () => { for (const { abort } of entries.values()) abort.abort() },
  }
}
