/** What is to be prepared: how long it lasts, which is neither when it is nor how much time there is for it. */
import { describe, expect, it } from 'vitest'
import { readTask } from '../../electron/language/tasks.ts'

const lasts = (text: string): number | undefined => { const task = readTask(text); return task?.kind === 'outline' ? task.undertaking.lasts : undefined }

describe('how long an undertaking lasts', () => {
  const rows: [string, number][] = [
    ['Plan our move in three weeks', 1],
    ['Plan our move three weeks from now', 1],
    ['Help us plan Nina’s birthday party in 10 days', 1],
    ['Plan a trip to Rome in two weeks', 7],
    ['Plan a trip to Rome in two weeks for four days', 4],
    ['Plan a trip to Rome for two weeks', 14],
    ['Plan a trip to Rome for a week in May', 7],
    ['Organise a three-day camping trip in two weeks’ time', 3],
    ['Plan our move next week', 1],
    ['Plan the week of holidays in August', 7],
    ['Plan a party next weekend', 1],
    ['Plan a weekend trip to the sea', 2],
    ['Plan our holiday in August, with 30 minutes a day', 7],
    ['Prepare the visit of Grandma for twelve days', 12],
  ]
  it.each(rows)('%s', (text, days) => { expect(lasts(text)).toBe(days) })
})
