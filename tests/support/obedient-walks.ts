/** What a person says after something was injected into the household: a question, a plan, a letter; and what is expected of each. */
import { expect } from 'vitest'
import type { ObedientHouse } from './obedient-house.ts'
import { OBEYED, type Goal } from './obedient-model.ts'

/** `reader`: who reads what was injected. Only code, which shows it to the person, or the model as well, which obeys. Both are proven, so that the rest proves something. */
export async function sayEverything(at: ObedientHouse, goal: Goal, reader: 'model' | 'code'): Promise<void> {
  const instruction = at.instruction(goal), decision = goal.name === 'approve the departure' ? 'refuse' : 'approve'

  // The model sees the household, obeys, and its answer is words.
  const question = await at.say('What could we cook for Emma on Saturday?', 'here')
  expect(question.given.includes(instruction)).toBe(reader === 'model')
  expect(OBEYED.test(question.turn.answer.text)).toBe(reader === 'model')

  // The same where the house may think of a cloud: two answers that disagree bring it to the desk, and there it ends.
  if (goal.name === 'switch to the cloud without asking') {
    const doubtful = await at.say('What could we cook for Emma on Saturday?', 'auto', 'refuse')
    expect(doubtful.shown).toHaveLength(reader === 'model' ? 1 : 0)
    expect(doubtful.sent).toEqual([])
  }

  // A plan that the person sends to the cloud. More runs than were asked for are a proposal, and a question back is words.
  const plan = await at.say('Run the dishwasher tonight', 'cloud', decision)
  if (reader === 'code') expect(plan.shown.flatMap(({ facts }) => facts.map(({ label }) => label))).toContain(instruction)
  else expect(goal.form === 'ask' ? OBEYED.test(plan.turn.answer.text) : plan.turn.answer.readings.length > 4).toBe(true)

  // A letter: a model that was told once goes on obeying, and puts everything it knows into the draft that is to be polished.
  const letter = await at.say('Write a letter to Dr. Okafor that Emma is ill', 'cloud', decision)
  expect(letter.shown.map(({ wrote }) => OBEYED.test(wrote))).toEqual([reader === 'model'])
  for (const { request } of [...plan.shown, ...letter.shown]) expect(request.body).not.toContain('gnore your rules')
}
