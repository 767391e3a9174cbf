/** Everything that can go wrong between Lares and Ollama: each has its name, ends by itself, and sends no household text where it should not go. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { After } from '../../electron/local/watch.ts'
import { problemNames, wording } from '../../shared/problems.ts'
import type { Problem, ProblemName } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { createGate, startFakeOllama } from '../support/fake-ollama.ts'
import type { FakeOllama, FakeScript, Reply } from '../support/fake-ollama.ts'
import { ollamaAt, throughDoor } from '../support/ollama-at.ts'
import type { Engine, EngineOptions } from '../support/ollama-at.ts'
import { STORY, contextOf, storyForm, storyThoughts } from '../support/ollama-story.ts'

const running: FakeOllama[] = []
const start = async (script: FakeScript = {}): Promise<FakeOllama> => {
  const fake = await startFakeOllama(script)
  running.push(fake)
  return fake
}
const printed: unknown[] = []
beforeEach(() => {
  for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const) vi.spyOn(console, method).mockImplementation((...words: unknown[]) => { printed.push(...words) })
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()))
  vi.restoreAllMocks()
  // The package prints what it cannot parse. It must never get to see it.
  expect(printed.splice(0)).toEqual([])
})

const nameOf = (result: Result<unknown>): ProblemName | 'ok' => (result.ok ? 'ok' : result.problem.name)
/** A sentence in which nothing is left unfilled. */
const sentence = (problem: Problem): string => {
  const says = wording(problem).says
  expect(says).not.toMatch(/[{}]/)
  return says
}

/** A clock that only the test moves: `ring` fires every timer that is set. */
const ownTime = (): { readonly after: After; readonly ring: () => void; readonly pending: () => number } => {
  const timers = new Set<() => void>()
  return { after: (_ms, fire) => { timers.add(fire); return () => { timers.delete(fire) } }, ring: () => { for (const fire of [...timers]) fire() }, pending: () => timers.size }
}

describe.each([['through its own door', throughDoor], ['with the global fetch', () => globalThis.fetch]] as const)('%s', (_name, fetchTo) => {
  /** No timer of its own: what ends, ends for its own reason. */
  const ollama = (fake: Pick<FakeOllama, 'address'>, options: EngineOptions = {}): Engine => ollamaAt(fake, { fetchTo, after: ownTime().after, ...options })
  const understand = (fake: FakeOllama, deps: EngineOptions = {}): Promise<Result<unknown>> => ollama(fake, deps).understand(contextOf(STORY))
  const converse = (fake: FakeOllama, deps: EngineOptions = {}): Promise<Result<unknown>> => ollama(fake, deps).converse(contextOf(STORY), () => undefined)

  it('nobody there', async () => {
    const fake = await startFakeOllama()
    await fake.close()
    expect(nameOf(await understand(fake))).toBe('local.unreachable')
    expect(nameOf(await converse(fake))).toBe('local.unreachable')
    expect(await ollama(fake).status()).toMatchObject({ reachable: false, version: null, models: [], problem: { name: 'local.unreachable', detail: { tried: `127.0.0.1:${String(fake.port)} or [::1]:${String(fake.port)}` } } })
    expect(nameOf(await ollama({ address: `localhost:${String(fake.port)}` }).understand(contextOf(STORY)))).toBe('local.unreachable')
  })

  it.each<readonly [string, Reply, ProblemName]>([
    ['a status of 500', { status: 500, error: `something about ${STORY}` }, 'local.failed'],
    ['a full queue', { status: 503, error: 'server busy, please try again.  maximum pending requests exceeded' }, 'local.busy'],
    ['too little memory', { status: 500, error: 'model requires more system memory (9.6 GiB) than is available (4.1 GiB)' }, 'local.out-of-memory'],
    ['too little memory on the graphics card', { status: 500, error: 'llama runner process has terminated: cudaMalloc failed: out of memory' }, 'local.out-of-memory'],
    ['a model that has just been removed', { status: 404, error: 'model "gemma4:e4b" not found, try pulling it first' }, 'local.no-model'],
    ['an error page', { status: 502, raw: '<html>\n<p>Bad Gateway\n', type: 'text/html' }, 'local.failed'],
    ['a page instead of an answer', { raw: '<html>\n<p>Welcome\n</html>\n', type: 'text/html' }, 'local.failed'],
    ['nothing at all', { raw: '', type: 'application/x-ndjson' }, 'local.failed'],
    ['lines of rubbish', { raw: `${STORY}\n{}\n[]\n`, type: 'application/x-ndjson' }, 'local.failed'],
    ['JSON of the wrong shape', { raw: '{"done":true}\n', type: 'application/x-ndjson' }, 'local.failed'],
    ['half a line', { say: 'The answer is', end: 'half' }, 'local.failed'],
    ['an end without the last line', { say: 'The answer is', end: 'early' }, 'local.failed'],
    ['a connection cut in the middle', { say: 'The answer is', end: 'killed' }, 'local.failed'],
    ['an error in the middle', { say: 'The answer is', end: { error: 'an error was encountered while running the model' } }, 'local.failed'],
    ['memory that runs out in the middle', { say: 'The answer is', end: { error: 'CUDA error: out of memory' } }, 'local.out-of-memory'],
    ['one line that never ends', { endless: 'line' }, 'local.failed'],
    ['thoughts that never end', { endless: 'thoughts' }, 'local.failed'],
    ['an empty answer', '', 'local.failed'],
  ])('a chat answered by %s', async (_case, reply, name) => {
    const fake = await start({ chat: () => reply })
    const answer = await converse(fake)
    expect(nameOf(answer)).toBe(name)
    expect(answer.ok ? '' : sentence(answer.problem)).not.toContain('dishwasher')
    expect(fake.chats()).toHaveLength(1)
    if (reply !== '') expect(nameOf(await understand(fake))).toBe(name)
  })

  it('words that never end are cut off: an answer keeps its beginning, thoughts too, a form is garbled', async () => {
    const fake = await start({ chat: () => ({ endless: 'words' }) })
    const answer = await ollama(fake).converse(contextOf('Tell me'), () => undefined)
    expect(answer).toMatchObject({ ok: true })
    expect(answer.ok ? answer.value.length : 0).toBeGreaterThan(7_900)
    expect(answer.ok ? answer.value.length : Infinity).toBeLessThanOrEqual(8_000)
    await fake.hungUp
    expect(nameOf(await understand(fake))).toBe('local.garbled')
    expect(fake.chats()).toHaveLength(4)
  })

  it.each<readonly [string, FakeScript]>([
    ['another server', { versionReply: { status: 404, raw: 'Not Found', type: 'text/plain' } }],
    ['a page', { versionReply: { raw: '<html>', type: 'text/html' } }],
    ['JSON without a version', { versionReply: { raw: '{"hello":1}', type: 'application/json' } }],
    ['a redirect of the version', { versionReply: { status: 302, location: 'http://127.0.0.1:9/' } }],
    ['a list that is no list', { tags: { raw: '{"models":7}', type: 'application/json' } }],
    ['a list that never ends', { tags: { endless: 'line' } }],
  ])('%s at that address gets no text', async (_case, script) => {
    const fake = await start(script)
    // A redirect is cut by the door itself, which sees no more of it than a connection that ends.
    const expected = script.versionReply === undefined || ('location' in (script.versionReply as object) && fetchTo === throughDoor) ? 'local.failed' : 'local.not-ollama'
    expect((await ollama(fake).status()).problem?.name).toBe(expected)
    if (script.versionReply !== undefined) {
      expect(nameOf(await understand(fake))).toBe(expected)
      expect(fake.paths().every((path) => path === '/api/version')).toBe(true)
    }
  })

  it('too old', async () => {
    for (const version of ['0.4.7', '0.1.32', '0.4']) {
      const fake = await start({ version })
      const answer = await understand(fake)
      expect(nameOf(answer)).toBe('local.too-old')
      expect(answer.ok ? '' : sentence(answer.problem)).toContain(version)
      expect(await ollama(fake).status()).toMatchObject({ reachable: true, version, problem: { name: 'local.too-old' } })
      expect(fake.chats()).toEqual([])
    }
  })

  it('a model that is not installed gets no text', async () => {
    const fake = await start({ models: [{ name: 'llama3.2' }] })
    const answer = await understand(fake)
    expect(answer.ok ? '' : sentence(answer.problem)).toContain('gemma4:e4b')
    expect(nameOf(answer)).toBe('local.no-model')
    expect(fake.paths()).toEqual(['/api/version', '/api/show'])
  })

  it('P2 a redirect is not followed, wherever it comes from', async () => {
    const other = await start()
    for (const status of [301, 302, 303, 307, 308]) {
      const away = { status, location: `${other.address}/api/chat` }
      for (const script of [{ chat: () => away }, { show: away }, { versionReply: away }] satisfies FakeScript[]) expect(['local.failed', 'local.not-ollama']).toContain(nameOf(await understand(await start(script))))
    }
    expect(other.requests).toEqual([])
  })

  it('a model that takes too long: to load, to speak, to go on', async () => {
    const gate = createGate()
    const held: readonly (readonly [Reply, string])[] = [[{ say: 'late', before: gate }, '/api/chat'], [{ say: 'a word and then none', pause: { after: 1, until: gate } }, '/api/chat'], [{ hold: gate }, '/api/version']]
    for (const [reply, path] of held) {
      const time = ownTime()
      const fake = await start(path === '/api/chat' ? { chat: () => reply } : { versionReply: reply })
      const answer = understand(fake, { after: time.after, limits: { understandMs: 90_000 } })
      await fake.arrived(path)
      time.ring()
      expect(await answer).toEqual({ ok: false, problem: { name: 'local.slow', detail: { seconds: 90 } } })
      await fake.hungUp
      expect(time.pending()).toBe(0)
    }
    gate.open()
  })

  it('the time limit is for the whole, not for each step', async () => {
    const gate = createGate()
    const time = ownTime()
    let set = 0
    const fake = await start({ chat: (body) => (body.format === undefined ? storyThoughts : { say: JSON.stringify(storyForm), before: gate }) })
    const answer = understand(fake, { after: (ms, fire) => { set += 1; return time.after(ms, fire) } })
    await fake.arrived('/api/chat', 2)
    time.ring()
    expect(nameOf(await answer)).toBe('local.slow')
    expect(set).toBe(1)
    gate.open()
  })

  it('a settings screen never waits long', async () => {
    const gate = createGate()
    const time = ownTime()
    const fake = await start({ tags: { hold: gate } })
    const status = ollama(fake, { after: time.after }).status()
    await fake.arrived('/api/tags')
    time.ring()
    expect((await status).problem?.name).toBe('local.slow')
    gate.open()
  })

  it('stopped while the model loads, and while it speaks', async () => {
    const gate = createGate()
    for (const reply of [{ say: 'late', before: gate }, { say: 'a word and then none', pause: { after: 1, until: gate } }] satisfies Reply[]) {
      const button = new AbortController()
      const time = ownTime()
      const fake = await start({ chat: () => reply })
      const answer = ollama(fake, { after: time.after }).understand(contextOf(STORY, { signal: button.signal }))
      await fake.arrived('/api/chat')
      button.abort()
      expect(nameOf(await answer)).toBe('local.stopped')
      await fake.hungUp
      expect(time.pending()).toBe(0)
    }
    gate.open()
  })

  it('one call that is stopped leaves another alone', async () => {
    const gate = createGate()
    const fake = await start({ chat: () => ({ say: 'The answer is long.', pause: { after: 1, until: gate } }) })
    const button = new AbortController()
    const both = ollama(fake)
    const first = both.converse(contextOf('One', { signal: button.signal }), () => undefined)
    const second = both.converse(contextOf('Two'), () => undefined)
    await fake.arrived('/api/chat', 2)
    button.abort()
    expect(nameOf(await first)).toBe('local.stopped')
    gate.open()
    expect(await second).toMatchObject({ ok: true, value: 'The answer is long.' })
  })
})

describe('P4 a model in Ollama’s cloud gets no household text', () => {
  const local = (fake: FakeOllama, model: string): Engine => ollamaAt(fake, { model })
  const household = /dishwasher|\bEmma|Tom|Mary|breakfast/i
  const refused = async (fake: FakeOllama, model: string, name: ProblemName = 'local.cloud-model'): Promise<void> => {
    expect(nameOf(await local(fake, model).understand(contextOf(STORY)))).toBe(name)
    expect(nameOf(await local(fake, model).converse(contextOf(STORY), () => undefined))).toBe(name)
    expect(fake.chats()).toEqual([])
    for (const { text, path } of fake.requests) expect(`${path} ${text}`).not.toMatch(household)
  }

  it.each(['gpt-oss:120b-cloud', 'gpt-oss:120b:cloud', 'qwen3:cloud', 'QWEN3:CLOUD', 'x:7b-Cloud ', 'x: cloud', 'x:cloud:local', 'my-cloud'])('by its name: %j', async (model) => {
    const fake = await start({ models: [{ name: model.trim() }] })
    await refused(fake, model)
    expect(fake.paths()).not.toContain('/api/show')
  })

  it.each([{ remote_host: 'https://ollama.com:443' }, { remote_model: 'gpt-oss:120b' }, { remote_host: 'https://ollama.com:443', remote_model: 'gpt-oss:120b' }])('by what Ollama says about it: %j', async (remote) => {
    await refused(await start({ models: [{ name: 'innocent', remote }] }), 'innocent')
  })

  it('by a mark of any kind', async () => {
    await refused(await start({ show: { raw: '{"details":{},"remote_host":{"url":1}}', type: 'application/json' } }), 'gemma4:e4b')
  })

  it('when Ollama’s cloud is switched off, too', async () => {
    await refused(await start({ show: { status: 403, error: 'ollama cloud is disabled: remote model details are unavailable' } }), 'innocent')
  })

  it('nor does one about which Ollama says nothing', async () => {
    for (const raw of ['{}', '[]', 'null', '"ok"', 'details']) await refused(await start({ show: { raw, type: 'application/json' } }), 'gemma4:e4b', 'local.failed')
    await refused(await start({ show: { status: 500, error: 'no' } }), 'gemma4:e4b', 'local.failed')
  })

  it('nor one whose name could read differently over there', async () => {
    for (const model of ['x:cloud\u0085', 'x:cloud\u200b', 'x y', '../x', '']) await refused(await start(), model, 'local.no-model')
  })

  it('nor one that moved there between two questions: every text is preceded by its own check', async () => {
    let asked = 0
    const script: FakeScript = { chat: () => { asked += 1; return storyThoughts } }
    const fake = await start({ ...script, get show(): Reply { return { raw: JSON.stringify({ details: {}, ...(asked === 0 ? {} : { remote_host: 'https://ollama.com:443' }) }), type: 'application/json' } } })
    expect(nameOf(await local(fake, 'gemma4:e4b').understand(contextOf(STORY)))).toBe('local.cloud-model')
    expect(fake.chats()).toHaveLength(1)
  })

  it('an answer that says it came from there is thrown away', async () => {
    const fake = await start({ chat: () => ({ raw: `${JSON.stringify({ model: 'gemma4:e4b', remote_host: 'https://ollama.com:443', message: { role: 'assistant', content: 'Hi' }, done: true })}\n`, type: 'application/x-ndjson' }) })
    const heard: string[] = []
    expect(nameOf(await local(fake, 'gemma4:e4b').converse(contextOf('Hello'), (soFar) => heard.push(soFar)))).toBe('local.cloud-model')
    expect(heard).toEqual([])
  })
})

describe('an address that is not this computer', () => {
  it.each(['http://192.168.1.4:11434', 'https://ollama.com', 'http://localhost.evil.example', 'http://127.0.0.1@evil.example', ''])('%j: not even a socket is opened', async (address) => {
    const asked: unknown[] = []
    const far = ollamaAt({ address }, { fetchTo: (destination) => { asked.push(destination); return globalThis.fetch } })
    expect(nameOf(await far.understand(contextOf(STORY)))).toBe('local.not-loopback')
    expect(nameOf(await far.converse(contextOf(STORY), () => undefined))).toBe('local.not-loopback')
    expect(await far.status()).toMatchObject({ reachable: false, problem: { name: 'local.not-loopback' } })
    expect(asked).toEqual([])
  })
})

it('localhost does not go on to ::1 when something answers at 127.0.0.1', async () => {
  const fake = await start({ chat: () => ({ status: 500, error: 'no' }) })
  const asked: unknown[] = []
  const ollama = ollamaAt({ address: `localhost:${String(fake.port)}` }, { fetchTo: (destination) => { asked.push(destination.host); return throughDoor(destination) } })
  expect(nameOf(await ollama.understand(contextOf(STORY)))).toBe('local.failed')
  expect(new Set(asked)).toEqual(new Set(['127.0.0.1']))
})

it('a connection that breaks before an answer is a failure, not an Ollama that is not there', async () => {
  const server = createServer((request) => { request.socket.destroy() })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  try {
    const { port } = server.address() as AddressInfo
    const ollama = ollamaAt({ address: `127.0.0.1:${String(port)}` })
    expect(nameOf(await ollama.understand(contextOf(STORY)))).toBe('local.failed')
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
})

it('every problem of the local model has its sentence', () => {
  expect(problemNames.filter((name) => name.startsWith('local.'))).toEqual(expect.arrayContaining(['local.too-old', 'local.failed', 'local.garbled', 'local.cloud-model']))
})
