/** What the shape of a problem cannot say by itself: which fields contradict each other. */
import { describe, expect, it } from 'vitest'
import { contradiction, PlanningProblem, timesOf, type Job } from '../../shared/planning.ts'

const job = (change: Partial<Job> = {}): Job => ({ id: 'J1', length: 2, kw: 2, contiguous: true, windows: [[0, 8]], ...change })
const problem = (jobs: Job[], change: Partial<PlanningProblem> = {}): PlanningProblem => PlanningProblem.parse({ slots: 8, slotMinutes: 15, jobs, objective: 'earliest', ...change })

describe('a problem that contradicts itself', () => {
  it.each([
    ['a cost without prices', problem([job()], { objective: 'cost', prices: [1, 2] }), 'price'],
    ['self-use without a roof', problem([job()], { objective: 'self-use' }), 'roof'],
    ['a cap for some slots only', problem([job()], { caps: [1] }), 'every slot'],
    ['an order with nobody', problem([job({ after: ['J7'] })]), 'J7'],
    ['a resource that is not there', problem([job({ needs: ['R1'] })]), 'R1'],
    ['a chore that draws power', problem([job({ kind: 'chore' })]), 'power'],
    ['a profile of another length', problem([job({ profile: [2] })]), 'profile'],
    ['a profile with another peak', problem([job({ profile: [1, 1] })]), 'profile'],
    ['a choice for a job that may be split', problem([job({ contiguous: false, oneOf: ['R1'] })], { resources: [{ id: 'R1' }] }), 'split'],
    ['a distance that is too long and too short', problem([job(), job({ id: 'J2', gaps: [{ job: 'J1', min: 3, max: 2 }] })]), 'gap'],
    ['something fixed that could move', problem([job({ fixed: true })]), 'fixed'],
    ['more runs than can be told apart', problem(['J1', 'J2', 'J3'].map((id) => job({ id, length: 1, repeat: { times: 100 } }))), 'runs'],
  ])('%s', (_name, given, says) => { expect(contradiction(given)).toContain(says) })

  it('nothing in one that uses every field as it is meant', () => {
    const jobs = [
      job({ profile: [2, 0.5], forbidden: [[3, 4]], repeat: { within: [[0, 3], [4, 8]] }, needs: ['R1'] }),
      job({ id: 'J2', kw: 0, kind: 'practice', oneOf: ['R1', 'R2'], gaps: [{ job: 'J1', min: 0, max: 3 }] }), job({ id: 'J3', kw: 0, kind: 'appointment', windows: [[2, 4]], fixed: true }),
    ]
    const full = problem(jobs, { objective: 'self-use', capKw: 4, caps: Array<number>(8).fill(5), base: Array<number>(8).fill(0.3), solar: Array<number>(8).fill(1), days: [[0, 4], [4, 8]], resources: [{ id: 'R1', capacity: 2, busy: [[0, 1]], done: 3 }, { id: 'R2' }] })
    expect(contradiction(full)).toBeUndefined()
    expect(full.jobs.map(timesOf)).toEqual([2, 1, 1])
  })
})
