/** Downloads of models against a server that keeps what has arrived: progress, throttled; stopped and resumed; and every way one ends badly. */
import { afterEach, describe, expect, it } from 'vitest'
import { createPulls, type Pulls } from '../../electron/local/pulls.ts'
import type { OllamaLine, PullPart } from '../../electron/local/ollama-door.ts'
import type { After } from '../../electron/local/watch.ts'
import { Pull } from '../../shared/models.ts'
import { problem, wording, type ProblemName } from '../../shared/problems.ts'
import { ok } from '../../shared/result.ts'
import { startFakeOllama, type FakeOllama, type FakeScript } from '../support/fake-ollama.ts'
import { ollamaAt } from '../support/ollama-at.ts'

const GEMMA = { name: 'gemma4:e4b', layers: [{ digest: `sha256:${'a'.repeat(64)}`, size: 9_000 }, { digest: `sha256:${'b'.repeat(64)}`, size: 1_000 }] }
const running: FakeOllama[] = []
afterEach(async () => { await Promise.all(running.splice(0).map((fake) => fake.close())) })

/** A clock that only the test moves. */
const ownTime = (): { readonly after: After; readonly ring: (milliseconds: number) => void } => {
  const timers = new Map<() => void, number>()
  return {
    after: (milliseconds, fire) => { const own = (): void => { timers.delete(own); fire() }; timers.set(own, milliseconds); return () => { timers.delete(own) } },
    ring: (milliseconds) => { for (const [fire, due] of [...timers]) if (due === milliseconds) fire() },
  }
}

interface Stage {
  readonly fake: FakeOllama
  readonly pulls: Pulls
  readonly told: (readonly Pull[])[]
  readonly start: (model?: string) => ReturnType<Pulls['start']>
  /** Resolves once what is told satisfies this. */
  readonly until: (wanted: (pull: Pull | undefined) => boolean) => Promise<Pull>
  readonly time: { now: number; readonly ring: (milliseconds: number) => void }
}

const stage = async (script: FakeScript = {}): Promise<Stage> => {
  const fake = await startFakeOllama({ models: [], library: [GEMMA], deliversOnDemand: true, ...script })
  running.push(fake)
  const { after: held, ring } = ownTime()
  /** News wait for no clock here; every other timer is the test's. */
  const after: After = (milliseconds, fire) => {
    if (milliseconds !== 250) return held(milliseconds, fire)
    const soon = setImmediate(fire)
    return () => { clearImmediate(soon) }
  }
  const time = { now: 1_000_000, ring }
  const told: (readonly Pull[])[] = []
  let heard = Promise.withResolvers<undefined>()
  const pulls = createPulls({ clock: { now: () => time.now }, after, onChange: (all) => { told.push(all); heard.resolve(undefined); heard = Promise.withResolvers() }, onBug: (_code, error) => { throw error } })
  const { door } = ollamaAt(fake, { after })
  return {
    fake, pulls, told, time,
    start: (model = GEMMA.name) => pulls.start(door, model),
    until: async (wanted) => {
      for (;;) {
        const last = told.at(-1)?.[0]
        if (wanted(last)) return Pull.parse(last)
        await heard.promise
      }
    },
  }
}

describe('a download', () => {
  it('sums its layers, ends done, and is then no longer in the list', async () => {
    const { fake, start, until, pulls } = await stage()
    expect(start()).toMatchObject({ ok: true, value: { phase: 'starting', completedBytes: 0 } })
    fake.deliver(4_500)
    expect(await until((pull) => pull?.completedBytes === 4_500)).toMatchObject({ phase: 'downloading', totalBytes: 9_000, problem: null })
    fake.deliver(5_000)
    expect(await until((pull) => pull?.completedBytes === 9_500)).toMatchObject({ phase: 'downloading', totalBytes: 10_000 })
    fake.deliver(500)
    expect(await until((pull) => pull?.phase === 'done')).toMatchObject({ completedBytes: 10_000, totalBytes: 10_000 })
    await until((pull) => pull?.phase === 'done')
    expect(pulls.list()).toEqual([])
    expect(JSON.parse(fake.requests.find(({ path }) => path === '/api/pull')?.text ?? '')).toEqual({ name: 'gemma4:e4b', stream: true })
  })

  it('stops, keeps what has arrived, and goes on where it was', async () => {
    const { fake, start, until, pulls } = await stage()
    start()
    fake.deliver(4_500)
    await until((pull) => pull?.completedBytes === 4_500)
    pulls.stop('GEMMA4:E4B')
    expect(await until((pull) => pull?.phase === 'stopped')).toMatchObject({ completedBytes: 4_500, problem: null })
    await fake.hungUp
    expect(start()).toMatchObject({ ok: true, value: { phase: 'starting', completedBytes: 4_500, totalBytes: 9_000 } })
    // The first thing told after that is what is there already.
    expect(await until((pull) => pull?.phase === 'downloading')).toMatchObject({ completedBytes: 4_500 })
    fake.deliver(5_500)
    await until((pull) => pull?.phase === 'done')
    expect(fake.paths().filter((path) => path === '/api/pull')).toHaveLength(2)
  })

  it('that is under way is not started twice, and cannot be forgotten', async () => {
    const { fake, start, until, pulls } = await stage()
    start()
    await fake.arrived('/api/pull')
    start('gemma4:E4B')
    pulls.dismiss(GEMMA.name)
    expect(pulls.list()).toHaveLength(1)
    fake.deliver(10_000)
    await until((pull) => pull?.phase === 'done')
    expect(fake.paths().filter((path) => path === '/api/pull')).toHaveLength(1)
  })

  it('tells the window at most every quarter of a second while bytes arrive, a change of phase at once, and never withholds the last', async () => {
    const { after, ring } = ownTime()
    const told: string[] = []
    let hear: ((part: PullPart) => void) | undefined
    const end = Promise.withResolvers<undefined>()
    // A line that says what the test says, when the test says it.
    const line = { pull: async (_model: string, onProgress: (part: PullPart) => void) => { hear = onProgress; await end.promise; return ok(null) } } as Partial<OllamaLine> as OllamaLine
    const pulls = createPulls({ clock: { now: () => 0 }, after, onChange: ([pull]) => { told.push(`${pull?.phase ?? ''} ${pull?.completedBytes ?? ''}`) }, onBug: () => undefined })
    pulls.start({ during: (_wait, work) => work(line), elsewhere: () => Promise.resolve(null) }, GEMMA.name)
    const arrive = (completed: number): void => { hear?.({ status: 'pulling', digest: 'a', total: 100, completed }) }
    for (const completed of [1, 2, 3]) arrive(completed)
    expect(told).toEqual(['starting 0', 'downloading 1'])
    ring(250)
    expect(told.slice(2)).toEqual(['downloading 3'])
    ring(250)
    expect(told).toHaveLength(3)
    arrive(50)
    arrive(100)
    hear?.({ status: 'verifying sha256 digest' })
    expect(told.slice(3)).toEqual(['downloading 50', 'verifying 100'])
    end.resolve(undefined)
    await new Promise((resolve) => { setImmediate(resolve) })
    expect(told.slice(5)).toEqual(['done 100'])
  })

  it('estimates the rest from the speed so far, once there is one', async () => {
    const { fake, start, until, time } = await stage()
    start()
    fake.deliver(1)
    expect((await until((pull) => pull?.completedBytes === 1)).secondsLeft).toBeNull()
    time.now += 10_000
    fake.deliver(2_999)
    // 3,000 bytes in 10 s; 6,000 of those known are missing.
    expect((await until((pull) => pull?.completedBytes === 3_000)).secondsLeft).toBe(20)
  })

  it('that stands still is given up', async () => {
    const { fake, start, until, time } = await stage()
    start()
    fake.deliver(100)
    await until((pull) => pull?.completedBytes === 100)
    time.ring(600_000)
    expect(await until((pull) => pull?.phase === 'failed')).toMatchObject({ problem: { name: 'local.slow' } })
  })

  it.each<readonly [string, FakeScript, ProblemName]>([
    ['no such model', { library: [] }, 'local.not-in-library'],
    ['a model for a newer Ollama', { pull: { raw: `${JSON.stringify({ status: 'pulling manifest' })}\n${JSON.stringify({ error: 'pull model manifest: 412: \n\nThe model you are attempting to pull requires a newer version of Ollama.' })}\n`, type: 'application/x-ndjson' } }, 'local.needs-newer'],
    ['no internet', { pull: { status: 500, error: 'pull model manifest: Get "https://registry.ollama.ai/v2/library/gemma4/manifests/e4b": dial tcp: lookup registry.ollama.ai: no such host' } }, 'local.library-unreachable'],
    ['a full disk', { deliversOnDemand: false, pullEnd: { error: 'write /home/somebody/.ollama/models/blobs/sha256-a-partial: no space left on device' } }, 'local.disk-full'],
    ['damaged bytes', { deliversOnDemand: false, pullEnd: { error: 'digest mismatch, file must be downloaded again: want sha256:a, got sha256:b' } }, 'local.pull-failed'],
    ['an Ollama that is stopped meanwhile', { deliversOnDemand: false, pullEnd: 'killed' }, 'local.pull-failed'],
    ['an Ollama that is too old', { version: '0.4.7' }, 'local.too-old'],
    ['an answer that is none', { pull: { raw: '<html>', type: 'text/html' } }, 'local.pull-failed'],
    ['a line that never ends', { pull: { endless: 'line' } }, 'local.pull-failed'],
  ])('fails with its own sentence: %s', async (_case, script, name) => {
    const { start, until, pulls } = await stage(script)
    start()
    const failed = await until((pull) => pull?.phase === 'failed')
    expect(failed.problem?.name).toBe(name)
    const { says, todo } = wording(failed.problem ?? problem('internal'))
    expect(`${says} ${todo}`).not.toMatch(/[{}]|somebody|registry\.ollama\.ai/)
    pulls.dismiss(GEMMA.name)
    expect(pulls.list()).toEqual([])
  })

  it.each([['gpt-oss:120b-cloud', 'local.cloud-model'], ['qwen3:cloud', 'local.cloud-model'], ['evil.example/x/y', 'local.bad-name'], ['http://evil.example/x', 'local.bad-name'], ['127.0.0.1:5000/x/y', 'local.bad-name'], ['a b', 'local.bad-name'], ['../x', 'local.bad-name']] as const)('of %j is refused before Ollama hears of it', async (model, name) => {
    const { start, fake, pulls } = await stage()
    expect(start(model)).toMatchObject({ ok: false, problem: { name } })
    expect(pulls.list()).toEqual([])
    expect(fake.requests).toEqual([])
  })

  it.each(['gemma4', 'gemma4:e4b', 'someone/model:7b', 'hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M'])('of %j is asked for', async (model) => {
    const { start, until, fake } = await stage({ library: [] })
    expect(start(model).ok).toBe(true)
    await until((pull) => pull?.phase === 'failed')
    expect(fake.paths()).toEqual(['/api/version', '/api/pull'])
  })
})
