/** Asking why not, and what would help when nothing fits: proven by the planner, in the household's own words, in the whole house. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wording } from '../../shared/problems.ts'
import { openHouse, type House } from '../support/house.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(async () => { await house.close() })

const ask = async (plan: string, question: string): Promise<string> => { await house.say(plan, 'here'); const { answer } = await house.say(question, 'auto'); expect(answer.provenance).toMatchObject({ pattern: 'answered-here', bytesLeft: 0 }); return answer.text !== '' ? answer.text : answer.problem === null ? '' : wording(answer.problem).says }

describe('why not then?', () => {
  it('what forbids it is named', async () => {
    expect(await ask('Run the dishwasher tonight as cheaply as possible', 'Why not at 20:00?')).toBe('20:00: Dishwasher has no free time at all in that stretch.')
  })
  it('what it would cost is said, with the plan it would be', async () => {
    expect(await ask('Charge the car tonight as cheaply as possible', 'Why not this evening?')).toMatch(/It is possible, but it would cost €\d+\.\d\d more\. Electric car: Sunday/)
  })
  it('of several devices it asks which, and without a time when', async () => {
    await house.say('Run the dishwasher and charge the car tonight as cheaply as possible', 'here')
    expect((await house.say('Why not tonight?', 'auto')).answer).toMatchObject({ text: 'Which one do you mean?', choices: ['Dishwasher', 'Electric car'] })
    expect((await house.say('Why not the car?', 'auto')).answer.text).toBe('Why not when? Name a day or a time.')
  })
  it('never writes', async () => { expect((await house.say('Why not tomorrow with the car?', 'auto')).answer.proposal).toBeNull() })
})

describe('when nothing fits', () => {
  it('the smallest things that would help are offered, ranked', async () => {
    const { answer } = await house.say('Run the dishwasher between 20:00 and 20:30 tonight', 'here')
    expect(answer.problem?.name).toBe('plan.infeasible')
    const { says, todo } = wording(answer.problem ?? { name: 'internal', detail: {} })
    expect(says).toMatch(/Dishwasher/)
    expect(todo).toMatch(/(?:This would help|Any of these would help): .*(?:later|all the same|leave out)/)
  })
})
