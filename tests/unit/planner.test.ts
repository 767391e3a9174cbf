import { afterEach, describe, expect, it } from 'vitest'
import { createPlanner } from '../../electron/planner/create-planner.ts'
import { minimal } from '../../electron/planner/minimal.ts'
import type { Planner } from '../../electron/planner/planner.ts'
import { verifyPlan } from '../../electron/planner/verify.ts'
import type { Job, PlanningProblem } from '../../shared/planning.ts'

const workerUrl = new URL('../../electron/planner/worker.ts', import.meta.url)
const planners: Planner[] = []
afterEach(async () => { for (const planner of planners.splice(0)) await planner.close() })
const planner = (url = workerUrl): Planner => { const made = createPlanner({ workerUrl: url }); planners.push(made); return made }
const never = new AbortController().signal
/** A thread that does this with every problem. */
const script = (then: string): URL => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { ${then} })`)}`)

const job = (id: string, change: Partial<Job> = {}): Job => ({ id, length: 2, kw: 2, contiguous: true, windows: [[0, 8]], ...change })
const problem = (jobs: Job[], change: Partial<PlanningProblem> = {}): PlanningProblem => ({ slots: 8, slotMinutes: 15, jobs, prices: [5, 5, 1, 1, 4, 4, 2, 2], objective: 'cost', ...change })

describe('planning in its own thread', () => {
  it('gives every job its cheapest time, and shares where the cap does not carry both', async () => {
    const p = planner()
    expect(await p.solve(problem([job('J1'), job('J2')]), { limitMs: 5000, signal: never })).toMatchObject({ status: 'optimal', plan: [{ job: 'J1', start: 2 }, { job: 'J2', start: 2 }], objective: 8 })
    expect(await p.solve(problem([job('J1'), job('J2')], { capKw: 3 }), { limitMs: 5000, signal: never })).toMatchObject({ status: 'optimal', objective: 12 })
  })

  it('splits what may be split, and keeps an order', async () => {
    const p = planner()
    expect(await p.solve(problem([job('J1', { contiguous: false, length: 3, windows: [[0, 3], [5, 8]] })]), { limitMs: 5000, signal: never })).toMatchObject({ plan: [{ job: 'J1', start: 2, slots: [2, 6, 7] }] })
    expect(await p.solve(problem([job('J1'), job('J2', { after: ['J1'] })]), { limitMs: 5000, signal: never })).toMatchObject({ status: 'optimal', plan: [{ start: 2 }, { start: 6 }] })
  })

  it.each([
    ['no window', [job('J1', { windows: [] })], {}, { kind: 'no-window', job: 'J1' }],
    ['too short', [job('J1', { windows: [[0, 1], [4, 5]] })], {}, { kind: 'too-short', longest: 1, needed: 2 }],
    ['over the cap alone', [job('J1')], { capKw: 1 }, { kind: 'cap', kw: 2, capKw: 1 }],
    ['only these two together', [job('J1', { windows: [[0, 2]] }), job('J2', { windows: [[0, 3]] }), job('J3', { kw: 0.5 })], { capKw: 3 }, { kind: 'together', jobs: ['J1', 'J2'] }],
  ] as const)('says the smallest reason why nothing fits: %s', async (_name, jobs, change, why) => {
    expect(await planner().solve(problem([...jobs], change), { limitMs: 5000, signal: never })).toMatchObject({ status: 'infeasible', why })
  })

  it('stops when told to, and works again afterwards', async () => {
    const p = planner(), stop = new AbortController()
    const hard = problem(Array.from({ length: 20 }, (_, i) => job(`J${i + 1}`, { length: 5 + (i % 7), kw: 1 + (i % 5) * 0.7, windows: [[0, 96]] })), { slots: 96, capKw: 6, prices: Array.from({ length: 96 }, (_, i) => (i * 7919) % 101) })
    const pending = p.solve(hard, { limitMs: 60_000, signal: stop.signal })
    stop.abort()
    expect(await pending).toMatchObject({ status: 'timeout' })
    expect(await p.solve(problem([job('J1')]), { limitMs: 5000, signal: never })).toMatchObject({ status: 'optimal' })
  })

  it('past its limit hands over the best it has, which fits, with its distance', async () => {
    const hard = problem(Array.from({ length: 24 }, (_, i) => job(`J${i + 1}`, { length: 5 + (i % 7), kw: 1 + (i % 5) * 0.7, windows: [[0, 120]] })), { slots: 120, capKw: 6, prices: Array.from({ length: 120 }, (_, i) => (i * 7919) % 101) })
    const patient = createPlanner({ workerUrl, graceMs: 120_000 }) // however busy the machine is, the search ends by itself
    planners.push(patient)
    const found = await patient.solve(hard, { limitMs: 300, signal: never })
    if (found.status !== 'timeout' || found.plan === undefined) throw new Error(found.status)
    expect(verifyPlan(hard, found.plan, undefined).ok).toBe(true)
    expect(found.gap).toBeGreaterThan(0)
    expect(found.gap).toBeLessThan(1)
  })

  it('a problem that is aborted before its turn is answered at once, and closing answers all', async () => {
    const p = planner(script('setInterval(() => undefined, 1000)')), stop = new AbortController()
    const first = p.solve(problem([job('J1')]), { limitMs: 60_000, signal: never })
    const second = p.solve(problem([job('J1')]), { limitMs: 60_000, signal: stop.signal })
    const third = p.solve(problem([job('J1')]), { limitMs: 60_000, signal: never })
    stop.abort()
    expect(await second).toMatchObject({ status: 'timeout', plan: undefined })
    await p.close()
    expect(await Promise.all([first, third])).toMatchObject([{ status: 'timeout' }, { status: 'timeout' }])
    expect(await p.solve(problem([job('J1')]), { limitMs: 60_000, signal: never })).toMatchObject({ status: 'timeout' })
  })

  const found = { status: 'timeout', plan: [{ job: 'J1', start: 6 }], objective: 8, gap: undefined }
  const tell = `parentPort.postMessage({ kind: 'incumbent', solved: ${JSON.stringify(found)} });`

  it('a thread that finds a plan and then dies has still found it', async () => {
    expect(await planner(script(`${tell} setTimeout(() => { process.exit(3) })`)).solve(problem([job('J1')]), { limitMs: 60_000, signal: never })).toEqual(found)
  })

  it('a thread that finds a plan and then never ends is ended when told to, and has still found it', async () => {
    const stop = new AbortController(), channel = new BroadcastChannel('planner test: found')
    channel.onmessage = () => { stop.abort() }
    const answer = await planner(script(`${tell} new BroadcastChannel('planner test: found').postMessage(0); for (;;);`)).solve(problem([job('J1')]), { limitMs: 60_000, signal: stop.signal })
    channel.close()
    expect(answer).toEqual(found)
  })

  it('tells of what it has found while it goes on', async () => {
    const heard: unknown[] = [], hard = problem(Array.from({ length: 12 }, (_, i) => job(`J${i + 1}`, { length: 5 + (i % 7), kw: 1 + (i % 5) * 0.7, windows: [[0, 96]] })), { slots: 96, capKw: 6, prices: Array.from({ length: 96 }, (_, i) => (i * 7919) % 101) })
    const solved = await planner().solve(hard, { limitMs: 300, signal: never, onProgress: (soFar) => { heard.push(soFar) } })
    expect(heard.length).toBeGreaterThan(1)
    expect(heard).toEqual(heard.map(() => expect.objectContaining({ status: 'timeout' }) as unknown))
    const objectives = heard.map((soFar) => (soFar as { objective: number }).objective)
    expect(objectives).toEqual(objectives.toSorted((a, b) => b - a))
    expect(solved.status !== 'infeasible' && (solved.objective ?? Infinity) <= Math.min(...objectives)).toBe(true)
  })

  it('a thread that overruns its limit is ended', async () => {
    const p = createPlanner({ workerUrl: script('for (;;);'), graceMs: 0 })
    planners.push(p)
    expect(await p.solve(problem([job('J1')]), { limitMs: 0, signal: never })).toMatchObject({ status: 'timeout', plan: undefined })
  })

  it('a thread that dies is no plan, not a hang', async () => {
    expect(await planner(script('process.exit(3)')).solve(problem([job('J1')]), { limitMs: 5000, signal: never })).toMatchObject({ status: 'timeout', plan: undefined })
  })
})

describe('P11 the verifier names what is wrong', () => {
  const base = problem([job('J1'), job('J2', { contiguous: false, after: ['J1'] })], { capKw: 3 })
  const faults = (plan: Parameters<typeof verifyPlan>[1]): string[] => { const v = verifyPlan(base, plan, undefined); return v.ok ? [] : v.faults.map((f) => f.kind) }
  it.each([
    ['a forgotten job', [{ job: 'J1', start: 0 }], 'missing'],
    ['an invented job', [{ job: 'J1', start: 0 }, { job: 'J2', start: 2 }, { job: 'J9', start: 0 }], 'unknown'],
    ['a job twice', [{ job: 'J1', start: 0 }, { job: 'J1', start: 4 }, { job: 'J2', start: 6 }], 'twice'],
    ['outside its window', [{ job: 'J1', start: 7 }, { job: 'J2', start: 2 }], 'outside-window'],
    ['the wrong length', [{ job: 'J1', start: 0 }, { job: 'J2', start: 2, slots: [2] }], 'wrong-length'],
    ['the same slot twice', [{ job: 'J1', start: 0 }, { job: 'J2', start: 2, slots: [2, 2] }], 'wrong-length'],
    ['an interrupted run', [{ job: 'J1', start: 0, slots: [0, 3] }, { job: 'J2', start: 5 }], 'not-contiguous'],
    ['too early', [{ job: 'J1', start: 4 }, { job: 'J2', start: 2 }], 'too-early'],
    ['too early by one slot', [{ job: 'J1', start: 4 }, { job: 'J2', start: 5 }], 'too-early'],
  ] as [string, Parameters<typeof verifyPlan>[1], string][])('%s', (_name, plan, kind) => { expect(faults(plan)).toContain(kind) })
  it('nothing about a plan in which one job starts as the other ends', () => { expect(faults([{ job: 'J1', start: 4 }, { job: 'J2', start: 6 }])).toEqual([]) })
  it('over the cap', () => {
    const v = verifyPlan(problem([job('J1'), job('J2')], { capKw: 3 }), [{ job: 'J1', start: 0 }, { job: 'J2', start: 1 }], undefined)
    expect(v).toMatchObject({ ok: false, faults: [{ kind: 'over-cap', slot: 1, kw: 4, capKw: 3 }] })
  })
  const R: PlanningProblem['resources'] = [{ id: 'R1', busy: [[0, 2]] }, { id: 'R2' }]
  it.each([
    ['in forbidden hours', job('J1', { forbidden: [[2, 3]] }), [{ job: 'J1', start: 1 }], 'forbidden'],
    ['a fixed job moved', job('J1', { windows: [[2, 4]], fixed: true }), [{ job: 'J1', start: 3 }], 'outside-window'],
    ['too near to its last time', job('J1', { repeat: { times: 2, apart: 2 } }), [{ job: 'J1', start: 0 }, { job: 'J1', start: 3 }], 'too-close'],
    ['twice in one range', job('J1', { repeat: { within: [[0, 4], [4, 8]] } }), [{ job: 'J1', start: 0 }, { job: 'J1', start: 2 }], 'too-close'],
    ['once too rarely', job('J1', { repeat: { times: 2 } }), [{ job: 'J1', start: 0 }], 'missing'],
    ['once too often', job('J1', { repeat: { times: 2 } }), [{ job: 'J1', start: 0 }, { job: 'J1', start: 2 }, { job: 'J1', start: 4 }], 'twice'],
    ['while who it needs is busy', job('J1', { needs: ['R1'] }), [{ job: 'J1', start: 1 }], 'resource-taken'],
    ['with nobody chosen', job('J1', { oneOf: ['R1', 'R2'] }), [{ job: 'J1', start: 4 }], 'wrong-resource'],
    ['with somebody it may not have', job('J1', { oneOf: ['R2'] }), [{ job: 'J1', start: 4, with: 'R1' }], 'wrong-resource'],
    ['with somebody where nobody is asked for', job('J1'), [{ job: 'J1', start: 4, with: 'R1' }], 'wrong-resource'],
  ] as [string, Job, Parameters<typeof verifyPlan>[1], string][])('%s', (_name, one, plan, kind) => {
    const v = verifyPlan(problem([one], { resources: R }), plan, undefined)
    expect(v.ok ? [] : v.faults.map((fault) => fault.kind)).toContain(kind)
  })
  it.each([['too soon', 3, 'too-early'], ['too late', 6, 'too-late']] as const)('a distance that is not kept: %s', (_name, start, kind) => {
    const v = verifyPlan(problem([job('J1'), job('J2', { gaps: [{ job: 'J1', min: 2, max: 3 }] })]), [{ job: 'J1', start: 0 }, { job: 'J2', start }], undefined)
    expect(v.ok ? [] : v.faults.map((fault) => fault.kind)).toEqual([kind])
  })
  it('the cap of a slot, with the base load, and power slot by slot', () => {
    const shaped = problem([job('J1', { kw: 3, profile: [3, 0.5] })], { caps: [9, 9, 3, 9, 9, 9, 9, 9], base: [0, 0, 0.2, 0, 0, 0, 0, 0] })
    expect(verifyPlan(shaped, [{ job: 'J1', start: 2 }], undefined)).toEqual({ ok: false, faults: [{ kind: 'over-cap', slot: 2, kw: 3.2, capKw: 3 }] })
    expect(verifyPlan(shaped, [{ job: 'J1', start: 1 }], undefined)).toEqual({ ok: true, objective: 15.5, gap: 0 })
  })
  it('measures the distance to the optimum', () => {
    expect(verifyPlan(problem([job('J1')]), [{ job: 'J1', start: 6 }], 4)).toEqual({ ok: true, objective: 8, gap: 1 })
  })
})

describe('minimal disclosure', () => {
  const fixed = problem([job('J1', { windows: [[0, 1], [3, 6]] })], { capKw: 11 })
  it('says what it left out', () => {
    const { problem: least, dropped } = minimal(fixed)
    expect(least).toEqual({ slots: 6, slotMinutes: 15, objective: 'cost', jobs: [job('J1', { windows: [[3, 6]] })], prices: [0, 0, 0, 0, 1, 1] })
    expect(dropped).toEqual(['Free times in which nothing could run', 'The hours after the last possible moment', 'What your connection carries', 'Prices of hours in which nothing can run', 'How high prices are: only how far they lie apart'])
  })
  it('sends only the order of prices where the best times follow from it', () => {
    const prices = [50, 31, 10, 12, 90, 70, 80, 80]
    const alone = minimal(problem([job('J1')], { prices }))
    expect(alone.problem.prices).toEqual([3, 2, 0, 1, 6, 4, 5, 5])
    expect(alone.dropped).toContain('How far prices lie apart: only which hour is dearer')
    // By ranks a run at 2 would cost as much as one at 5; by price it does not.
    expect(minimal(problem([job('J1')], { prices: [9, 9, 1, 8, 9, 3, 4, 9] })).problem.prices).toEqual([8, 8, 0, 7, 8, 2, 3, 8])
    // Two jobs that are in each other's way: how far prices lie apart decides who goes first.
    expect(minimal(problem([job('J1'), job('J2', { kw: 3 })], { prices, capKw: 4 })).problem.prices).toEqual([40, 21, 0, 2, 80, 60, 70, 70])
  })
  it('sends no prices at all when they are the same at all times it could run', () => {
    const { problem: least, dropped } = minimal(problem([job('J1', { windows: [[0, 2], [4, 6]] })], { prices: [4, 4, 9, 9, 4, 4, 9, 9] }))
    expect(least).toEqual({ slots: 6, slotMinutes: 15, objective: 'earliest', jobs: [job('J1', { windows: [[0, 2], [4, 6]] })] })
    expect(dropped).toContain('Your prices, which are the same at all times')
  })
  it('sends an order only where the free times do not keep it already', () => {
    const order = (windows: [number, number][]): string[] | undefined => minimal(problem([job('J1', { windows: [[0, 4]] }), job('J2', { windows, after: ['J1'] })])).problem.jobs[1]?.after
    expect(order([[4, 8]])).toBeUndefined()
    expect(order([[2, 8]])).toEqual(['J1'])
  })
  it('leaves whole prices that would no longer fit as they are', () => {
    expect(minimal(problem([job('J1')], { prices: [-10000, 3, 5, 7, 11, 13, 17, 10000] })).problem.prices).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    const clash = problem([job('J1'), job('J2')], { capKw: 3, prices: [-10000, 3, 5, 7, 11, 13, 17, 10000] })
    expect(minimal(clash).problem.prices).toEqual(clash.prices)
  })
})
