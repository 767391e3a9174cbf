/** A medicine and a plan in the same house: no plan proposes to move it, accepted or not, whatever else is planned around its time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Task } from '../../shared/tasks.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'
import { chore } from '../support/chores.ts'
import { STORY } from '../support/person.ts'

let house: House
beforeEach(async () => { house = await openHouse() })
afterEach(async () => { await house.close() })

/** At nine in the evening, in the middle of what the story plans. */
const { id: _, ...tablet } = chore({ title: 'Blood pressure tablet', people: ['tom'], medicine: true, due: { at: '2026-11-22T20:00:00Z', zone: 'Europe/Berlin', allDay: false }, repeats: { from: 'due', rrule: 'FREQ=DAILY', since: '2026-11-22T20:00:00Z' } })

describe('P11 a medicine is never moved by a plan', () => {
  it.each([STORY, 'Plan Emma’s birthday on 12 December with 8 children'])('%s', async (text) => {
    valueOf(await house.handlers.tasks.save({ id: null, task: tablet }))
    const before: readonly Task[] = valueOf(await house.handlers.tasks.list(null))
    const turn = await house.say(text, 'here')
    const changes = turn.answer.proposal?.changes ?? []
    expect(changes.length).toBeGreaterThan(0)
    // What is planned is new in the calendar; there is no change of a task to say yes to.
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['add']))
    valueOf(await house.handlers.calendar.accept({ turnId: turn.id, without: [] }))
    expect(valueOf(await house.handlers.tasks.list(null))).toEqual(before)
  })
})
