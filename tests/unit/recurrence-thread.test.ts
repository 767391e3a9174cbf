/** The thread around the recurrence engine: together, remembered, given up by name, begun again. */
import { afterEach, describe, expect, it } from 'vitest'
import { createRecurrence, type Recurrence, type RecurrenceDeps } from '../../electron/calendar/recurrence/create-recurrence.ts'

const workerUrl = new URL('../../electron/calendar/recurrence/worker.ts', import.meta.url)
const made: Recurrence[] = []
afterEach(async () => { for (const one of made.splice(0)) await one.close() })
const recurrence = (deps: Partial<RecurrenceDeps> = {}): Recurrence => { const one = createRecurrence({ workerUrl, limitMs: 60_000, ...deps }); made.push(one); return one }

/** A thread that answers each series with its own DTSTART and the number of series it has answered, but does `then` with those of 1 January. */
const script = (then: string): URL => new URL(`data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads'
  let answered = 0
  parentPort.on('message', (task) => { for (const { dtstart } of task) { if (dtstart.endsWith('01-01')) { ${then} } parentPort.postMessage({ ok: true, value: { occurrences: [dtstart, String(++answered)], more: false } }) } })
  parentPort.postMessage('ready')
`)}`)
const days = (...dates: string[]): { readonly dtstart: string }[] => dates.map((dtstart) => ({ dtstart }))
const given = (result: Awaited<ReturnType<Recurrence['expand']>>): readonly string[] | string => (result.ok ? result.value.occurrences : result.problem.name)

describe('recurrence in its own thread', () => {
  it('answers many at once, each with its own', async () => {
    const one = recurrence()
    const results = await Promise.all(Array.from({ length: 600 }, (_, i) => one.expand({ dtstart: '2026-01-01', rrule: `FREQ=DAILY;COUNT=${1 + (i % 7)}`, from: `2026-01-0${1 + (i % 5)}` })))
    results.forEach((result, i) => { expect(given(result)).toHaveLength(Math.max(0, 1 + (i % 7) - (i % 5))) })
  })

  it('remembers an answer, and forgets the longest unused when there are too many', async () => {
    const one = recurrence({ workerUrl: script('') })
    const [first] = await Promise.all(days('2026-02-01', '2026-02-02').map(one.expand))
    expect(await one.expand({ dtstart: '2026-02-01' })).toBe(first)
    expect(given(await one.expand({ dtstart: '2026-02-01', tz: 'UTC' }))).toEqual(['2026-02-01', '3'])
    for (let i = 0; i < 40; i++) await Promise.all(Array.from({ length: 1000 }, (_, n) => one.expand({ dtstart: `2026-02-01 ${i * 1000 + n}` })))
    expect(given(await one.expand({ dtstart: '2026-02-01' }))).toEqual(['2026-02-01', '40004'])
  })

  it('lets go of its answers and of its thread when it is told to forget, and goes on with a new one', async () => {
    const one = recurrence({ workerUrl: script('') })
    const [first] = await Promise.all(days('2026-02-01', '2026-02-02').map(one.expand))
    one.forget()
    const again = await one.expand({ dtstart: '2026-02-01' })
    expect([given(again), again === first]).toEqual([['2026-02-01', '1'], false])
  })

  it('forgets while somebody waits, who is answered all the same', async () => {
    const one = recurrence({ workerUrl: script('') }), asked = one.expand({ dtstart: '2026-02-01' })
    one.forget()
    expect(given(await asked)).toEqual(['2026-02-01', '1'])
  })

  it('gives up the one that hangs, by name, and answers those behind it from a new thread', async () => {
    const one = recurrence({ workerUrl: script('for (;;);'), limitMs: 300 })
    const results = await Promise.all(days('2026-02-01', '2026-01-01', '2026-03-01', '2026-04-01').map(one.expand))
    expect(results.map(given)).toEqual([['2026-02-01', '1'], 'calendar.rule-too-slow', ['2026-03-01', '1'], ['2026-04-01', '2']])
    expect(results[1]).toMatchObject({ problem: { detail: { limit: 300 } } })
  })

  it('gives up one that waits without working, too', async () => {
    const one = recurrence({ workerUrl: script('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'), limitMs: 40 })
    expect((await Promise.all(days('2026-01-01').map(one.expand))).map(given)).toEqual(['calendar.rule-too-slow'])
  })

  it.each([['ends itself', 'process.exit(1)'], ['crashes', 'throw new Error("a bug")'], ['eats all memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(answered))']])('a thread that %s costs one answer', async (_name, then) => {
    const one = recurrence({ workerUrl: script(then) })
    expect((await Promise.all(days('2026-01-01', '2026-02-01').map(one.expand))).map(given)).toEqual(['calendar.rule-too-much', ['2026-02-01', '1']])
  })

  it('does not remember what was given up', async () => {
    const one = recurrence({ workerUrl: script('process.exit(1)') })
    const [first, second] = [await one.expand({ dtstart: '2026-01-01' }), await one.expand({ dtstart: '2026-01-01' })]
    expect([given(first), given(second)]).toEqual(['calendar.rule-too-much', 'calendar.rule-too-much'])
    expect(second).not.toBe(first)
  })

  it('says so when the thread cannot begin, or never is ready', async () => {
    const missing = recurrence({ workerUrl: new URL('no-such-worker.ts', import.meta.url) })
    const settled = await Promise.allSettled(days('2026-01-01', '2026-01-02').map(missing.expand))
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const mute = recurrence({ workerUrl: new URL('data:text/javascript,setInterval(() => {}, 1000)'), startMs: 50 })
    await expect(mute.expand({ dtstart: '2026-01-01' })).rejects.toThrow('does not start')
  })

  it('after closing, waiting ones and new ones are told', async () => {
    const one = recurrence({ workerUrl: script('for (;;);') })
    const pending = expect(one.expand({ dtstart: '2026-01-01' })).rejects.toThrow('closed')
    await one.close()
    await pending
    await expect(one.expand({ dtstart: '2026-01-02' })).rejects.toThrow('closed')
  })
})
