/** P10: what a cloud or a calendar holds may be as long as it likes; the answer is cut, is kept, and the next message is answered. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openHouse, valueOf, type House } from '../support/house.ts'
import { answerWith, chatCompletion, startRecordingCloud, type RecordingCloud } from '../support/recording-cloud.ts'

let house: House, cloud: RecordingCloud, answer = ''
beforeAll(async () => {
  house = await openHouse()
  cloud = await startRecordingCloud({ behave: (socket, request) => { answerWith(200, chatCompletion(answer))(socket, request) } })
  await house.settings((s) => ({ ...s, cloud: { provider: 'compatible', address: `http://127.0.0.1:${String(cloud.port)}/v1`, model: 'm'.repeat(120), prices: null } }))
  valueOf(await house.handlers.settings.setKey({ key: 'test-key' }))
}, 60_000)
afterEach(async () => {
  // Whatever happened: what the chat shows is what was kept, and the house goes on.
  expect(house.trips).toEqual([])
  expect((await house.say('Run the dishwasher tonight', 'here')).answer.status).toBe('done')
  expect((await house.turns()).map(({ answer: { status } }) => status)).toEqual(['done', 'done'])
  await house.begin()
})
afterAll(async () => { await house.close(); await cloud.close() })

const LETTER = 'Write a letter to Dr. Okafor that the old garden gate is broken and that our neighbour was so kind to look after it'

it.each([
  { name: 'names it invented', says: 'What could we cook for Emma?', writes: Array.from({ length: 6 }, (_, i) => `[${'X'.repeat(56)}_${'ABCDEF'.charAt(i)}:${'y'.repeat(38)}]`).join(' '), check: /^The cloud used names nobody gave it .{300,}…$/ },
  { name: 'tokens that grow when they become names', says: 'Who could look after Ruth Adler’s sister in the afternoon?', writes: '[PERSON_A] '.repeat(1800), check: null },
  { name: 'figures in a letter', says: LETTER, writes: JSON.stringify({ edits: [{ find: 'Kind regards', replace: '1'.repeat(1900) }] }), check: /^The cloud’s letter says “1{300,}…$/ },
  { name: 'edits of a letter', says: LETTER, writes: JSON.stringify({ edits: ['old', 'garden', 'gate', 'broken', 'neighbour', 'kind', 'look', 'after', 'Dear', 'regards', 'that our', 'was'].map((find) => ({ find, replace: 'word '.repeat(399) })) }), check: null },
])('$name', async ({ says, writes, check }) => {
  answer = writes
  const { answer: kept } = await house.say(says, 'cloud', house.approve)
  expect(kept.status).toBe('done')
  expect(kept.text.length).toBeLessThanOrEqual(20_000)
  expect(kept.provenance.bytesLeft).toBeGreaterThan(0)
  if (check !== null) expect(kept.provenance.checks).toContainEqual(expect.stringMatching(check))
  if (writes.includes('word word')) expect(kept.text).toMatch(/The rest was too long and was left out\.\)$/)
})

it('the title of an event that is in the way', async () => {
  const event = valueOf(await house.handlers.calendar.save({ id: null, event: { title: `${'𝔗'.repeat(149)}!!`, start: '2026-11-22T17:30:00Z', end: '2026-11-22T18:30:00Z', zone: 'Europe/Berlin', allDay: false, people: [], deviceId: 'dishwasher' }, scope: 'one' }))
  answer = '{"plan":[],"binding":[]}'
  const labels: string[] = []
  const { answer: kept } = await house.say('Run the dishwasher tonight', 'cloud', async (departure) => { labels.push(...departure.facts.map(({ label }) => label)); await house.approve(departure) })
  valueOf(await house.handlers.calendar.remove({ id: event.id, scope: 'one' }))
  expect(kept.status).toBe('done')
  expect(labels).toContain(`${'𝔗'.repeat(99)}…`)
})
