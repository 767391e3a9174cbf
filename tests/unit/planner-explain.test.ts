import { describe, expect, it } from 'vitest'
import { bindings, whyNot } from '../../electron/planner/explain.ts'
import type { Job, Placement, PlanningProblem } from '../../shared/planning.ts'

const job = (id: string, change: Partial<Job> = {}): Job => ({ id, length: 2, kw: 2, contiguous: true, windows: [[0, 8]], ...change })
const problem = (jobs: Job[], change: Partial<PlanningProblem> = {}): PlanningProblem => ({ slots: 8, slotMinutes: 15, jobs, prices: [5, 5, 1, 1, 4, 4, 2, 2], objective: 'cost', ...change })
const at = (...starts: number[]): Placement[] => starts.map((start, i) => ({ job: `J${i + 1}`, start }))

describe('what decides a plan', () => {
  it('a window: the cheapest time lies outside it', () => {
    expect(bindings(problem([job('J1', { windows: [[4, 8]] })]), at(6))).toEqual([{ job: 'J1', start: 2, gain: 4, by: 'outside-window', obstacles: [{ kind: 'outside-window', slot: 2 }] }])
  })
  it('the cap: something else runs at the cheapest time', () => {
    expect(bindings(problem([job('J1'), job('J2')], { capKw: 3 }), at(2, 6))).toEqual([{ job: 'J2', start: 2, gain: 4, by: 'over-cap', obstacles: [{ kind: 'over-cap', slot: 2, kw: 4, capKw: 3, beside: ['J1'] }] }])
  })
  it('the order: it has to wait, or something waits for it', () => {
    expect(bindings(problem([job('J1'), job('J2', { after: ['J1'] })]), at(2, 6))).toEqual([{ job: 'J2', start: 2, gain: 4, by: 'waits-for', obstacles: [{ kind: 'waits-for', job: 'J1' }] }])
    expect(bindings(problem([job('J1'), job('J2', { after: ['J1'], windows: [[2, 4]] })]), at(0, 2))).toContainEqual({ job: 'J1', start: 2, gain: 16, by: 'waited-for', obstacles: [{ kind: 'waited-for', job: 'J2' }] })
  })
  it('nothing, when every job has its own best time', () => {
    expect(bindings(problem([job('J1'), job('J2')]), at(2, 2))).toEqual([])
    expect(bindings(problem([job('J1')], { objective: 'earliest' }), at(0))).toEqual([])
  })
})

describe('why a job does not run at another time', () => {
  const both = problem([job('J1'), job('J2', { windows: [[0, 4], [4, 7]], after: ['J1'] })], { capKw: 3 })
  it('names every limit in the way', () => {
    expect(whyNot(both, at(0, 2), 'J2', 1)).toEqual({ obstacles: [{ kind: 'waits-for', job: 'J1' }, { kind: 'over-cap', slot: 1, kw: 4, capKw: 3, beside: ['J1'] }], more: 8 })
    expect(whyNot(both, at(0, 2), 'J2', 7).obstacles).toEqual([{ kind: 'outside-window', slot: 7 }])
    expect(whyNot(both, at(0, 2), 'J2', 3).obstacles).toEqual([{ kind: 'outside-window', slot: 4 }])
  })
  it('or what it would cost', () => {
    expect(whyNot(both, at(0, 2), 'J2', 4)).toEqual({ obstacles: [], more: 12 })
    expect(whyNot({ ...both, objective: 'earliest' }, at(0, 2), 'J2', 4)).toEqual({ obstacles: [], more: 2 })
  })
  it('reads the slots of a split job', () => {
    const split = problem([job('J1', { contiguous: false }), job('J2')], { capKw: 3 })
    expect(whyNot(split, [{ job: 'J1', start: 2, slots: [2, 7] }, { job: 'J2', start: 3 }], 'J2', 6).obstacles).toEqual([{ kind: 'over-cap', slot: 7, kw: 4, capKw: 3, beside: ['J1'] }])
  })
  const house = problem([job('J1', { kw: 0, kind: 'chore', needs: ['R1'], forbidden: [[6, 7]] }), job('J2', { kw: 0, needs: ['R1'], windows: [[4, 6]], fixed: true }), job('J3', { gaps: [{ job: 'J1', max: 2 }] })], { resources: [{ id: 'R1', busy: [[2, 3]] }] })
  it('people, quiet hours and distances too', () => {
    expect(whyNot(house, at(0, 4, 2), 'J1', 1).obstacles).toEqual([{ kind: 'waited-for', job: 'J3' }, { kind: 'resource-taken', resource: 'R1', slot: 2, beside: [] }])
    expect(whyNot(house, at(0, 4, 2), 'J1', 5).obstacles).toEqual([{ kind: 'forbidden', slot: 6 }, { kind: 'waited-for', job: 'J3' }, { kind: 'resource-taken', resource: 'R1', slot: 5, beside: ['J2'] }])
    expect(whyNot(house, at(0, 4, 2), 'J3', 5).obstacles).toEqual([{ kind: 'too-far-from', job: 'J1' }])
  })
  it('what is fixed is fixed, whatever else there may be', () => { expect(whyNot(house, at(0, 4, 2), 'J2', 6).obstacles).toEqual([{ kind: 'fixed' }]) })
  it('throws for a job that is not there', () => { expect(() => whyNot(both, at(0, 2), 'J9', 0)).toThrow(RangeError) })
})
