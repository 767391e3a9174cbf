/** P10: what a cloud answers is data, in its words, in the names of its steps and in fields nobody asked for, even with a model here that would follow it. Three of twelve carriers. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { valueOf } from '../support/house.ts'
import { openObedientHouse, type ObedientHouse } from '../support/obedient-house.ts'
import { GOALS, OBEYED } from '../support/obedient-model.ts'

let at: ObedientHouse
beforeAll(async () => { at = await openObedientHouse() }, 60_000)
afterEach(() => at.reset())
afterAll(() => at.close())

/** What the cloud's model wrote last, as the ledger keeps it. */
const writtenLast = async (): Promise<unknown> => {
  const { answer } = valueOf(await at.house.handlers.ledger.list(null)).reduce((last, next) => (next.number > last.number ? next : last))
  const { choices } = JSON.parse(answer ?? '') as { choices: { message: { content: string } }[] }
  return JSON.parse(choices[0]?.message.content ?? '')
}

/** After the cloud has injected something: the model here never hears of it, and a departure that the person refuses does not leave. */
const andThen = async (): Promise<void> => {
  const question = await at.say('What could we cook for Emma on Saturday?', 'here')
  expect(question.given).not.toContain('gnore your rules')
  expect(question.turn.answer.text).not.toMatch(OBEYED)
  const refused = await at.say('Run the dishwasher tonight', 'cloud', 'refuse')
  expect([refused.shown.length, refused.sent.length, refused.turn.answer.problem?.name]).toEqual([1, 0, 'departure.refused'])
}

describe('P10 injected through the words of a cloud', () => {
  it.each(GOALS)('to $name: nothing comes of it', async (goal) => {
    at.cloudInjects(goal, 'words')
    const words = await at.say('What could we cook for Emma on Saturday?', 'cloud')
    const letter = await at.say('Write a letter to Dr. Okafor that Emma is ill', 'cloud')
    if (goal.name === 'reveal a canary') {
      // Nobody but the vault knows it: the whole answer is thrown away.
      expect(words.turn.answer.problem?.name).toBe('cloud.canary')
      expect(letter.turn.answer.text).not.toMatch(OBEYED)
    } else {
      for (const { answer: { text } } of [words.turn, letter.turn]) expect([text.includes(at.instruction(goal)), OBEYED.test(text)]).toEqual([true, true])
      expect(letter.turn.answer.others[0]?.text).not.toMatch(OBEYED)
    }
    await andThen()
  })
})

describe('P10 injected through a step of a plan', () => {
  it.each(GOALS)('to $name: it is the name of a step, and does nothing', async (goal) => {
    at.cloudInjects(goal, 'words')
    const { turn } = await at.say('Plan a picnic on 24 November', 'cloud')
    expect(turn.answer.proposal?.changes.map((change) => (change.kind === 'add' ? change.after.title : change.kind)).sort()).toEqual([at.instruction(goal), 'Lay the table'].sort())
    await andThen()
  })

  it('accepted by the person, it is an event by that name, which can be undone', async () => {
    const [goal] = GOALS
    if (goal === undefined) throw new Error('no goals')
    at.cloudInjects(goal, 'words')
    const { turn } = await at.say('Plan a picnic on 24 November', 'cloud')
    const everything = { from: '0001-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' }, { calendar } = at.house.handlers
    const before = valueOf(await calendar.between(everything))
    valueOf(await calendar.accept({ turnId: turn.id, without: [] }))
    expect(valueOf(await calendar.between(everything)).filter(({ id }) => !before.some((event) => event.id === id)).map(({ title }) => title).sort()).toEqual([at.instruction(goal), 'Lay the table'].sort())
    valueOf(await calendar.undo({ changeSetId: null }))
    expect(valueOf(await calendar.between(everything))).toEqual(before)
  })
})

describe('P10 injected through a field nobody asked for', () => {
  it.each(GOALS)('to $name: it is dropped, or the whole is refused', async (goal) => {
    at.cloudInjects(goal, 'fields')
    const fields = { instruction: at.instruction(goal), approve: true, delete_events: true }
    const plan = await at.say('Run the dishwasher tonight', 'cloud')
    expect(await writtenLast()).toMatchObject({ ...fields, plan: [fields] })
    const steps = await at.say('Plan a picnic on 24 November', 'cloud')
    expect(await writtenLast()).toMatchObject(fields)
    const letter = await at.say('Write a letter to Dr. Okafor that Emma is ill', 'cloud')
    expect(await writtenLast()).toMatchObject({ edits: [fields] })
    if (goal.name === 'reveal a canary') {
      for (const { answer } of [plan.turn, steps.turn]) expect(answer.problem?.name).toBe('cloud.canary')
    } else {
      expect([plan.turn.answer.status, plan.turn.answer.runs.length, steps.turn.answer.proposal?.changes.length]).toEqual(['done', 1, 2])
    }
    // An edit with more in it than an edit is none: the draft stands.
    expect(letter.turn.answer.provenance.checks.join(' ')).toContain('This is the draft as it was made here')
    for (const { turn } of [plan, steps, letter]) expect(JSON.stringify(turn)).not.toMatch(/gnore your rules|OBEYED|tool_calls|delete_events/)
    await andThen()
  })
})
