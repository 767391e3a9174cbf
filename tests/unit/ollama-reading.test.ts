/** The parts of the local model that need no server: addresses, phrases, forms, numbers left over, and the two-step question. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { askJson, tokensFor } from '../../electron/local/ask-json.ts'
import type { Exchange } from '../../electron/local/ask-json.ts'
import { baseOf, loopbackDestinations } from '../../electron/local/loopback.ts'
import type { PlanForm } from '../../electron/local/plan-form.ts'
import { mostRelevant } from '../../electron/local/prompts/data.ts'
import { readPlanForm } from '../../electron/local/read-plan-form.ts'
import { findPhrase } from '../../electron/local/readings.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { PlanRequest } from '../../shared/understanding.ts'
import { contextOf, emptyForm, emptyLoad, household } from '../support/ollama-story.ts'

describe('loopbackDestinations', () => {
  it.each([
    ['http://127.0.0.1:11434', ['http://127.0.0.1:11434', 'http://[::1]:11434']],
    ['127.0.0.1', ['http://127.0.0.1:11434', 'http://[::1]:11434']],
    ['127.255.0.9:80', ['http://127.255.0.9:80']],
    ['http://[::1]:8080/', ['http://[::1]:8080', 'http://127.0.0.1:8080']],
    [' HTTP://LOCALHOST ', ['http://127.0.0.1:11434', 'http://[::1]:11434']],
  ])('accepts %s', (address, bases) => {
    const found = loopbackDestinations(address)
    expect(found.ok ? found.value.map(baseOf) : found).toEqual(bases)
  })

  it.each([
    '', 'https://127.0.0.1:11434', 'http://ollama.com', 'http://128.0.0.1', 'http://127.0.0.1.nip.io', 'http://127.0.0.256', 'http://127.1', 'http://2130706433', 'http://0x7f.0.0.1',
    'http://0.0.0.0:11434', 'http://localhost.example.org', 'http://user@127.0.0.1', 'http://127.0.0.1@evil.example', 'http://127.0.0.1:11434/api', 'http://127.0.0.1?x', 'http://127.0.0.1#x',
    'http://127.0.0.1:0', 'http://127.0.0.1:65536', 'http://[::ffff:127.0.0.1]', 'http://[::2]', '::1', 'ftp://127.0.0.1', 'http://127.0.0.1\\@evil.example', 'http://127.0.0.1:1:2', 'http://192.168.1.4:11434',
  ])('refuses %j', (address) => {
    expect(loopbackDestinations(address)).toEqual(fail(problem('local.not-loopback')))
  })
})

describe('findPhrase', () => {
  it.each([
    ['Run the  dishwasher\nnow', '"run the dishwasher"', 'Run the  dishwasher'],
    ['before Emma’s breakfast', "Emma's breakfast.", 'Emma’s breakfast'],
    ['a <b> c', '‹b›', '<b>'],
    ['prune, then run', 'run', 'run'],
    ['今夜食洗機を回して', '食洗機を回して', '食洗機を回して'],
    ['what (exactly)?', '(exactly)', '(exactly)'],
  ])('finds in %j the phrase %j', (text, phrase, found) => {
    const span = findPhrase(text, phrase)
    expect(span === undefined ? undefined : text.slice(span.start, span.end)).toBe(found)
  })

  it.each([['Run the dishwasher', 'run a dishwasher'], ['Run', ''], ['Run', ' … '], ['Run the dishwasher', 'dishwasher the Run'], ['aaa', 'a.a']])('does not find in %j the phrase %j', (text, phrase) => {
    expect(findPhrase(text, phrase)).toBeUndefined()
  })
})

describe('readPlanForm', () => {
  const plan = (text: string, form: Partial<PlanForm>): PlanRequest => {
    const read = readPlanForm({ ...emptyForm, ...form }, contextOf(text))
    if (!read.ok || !read.answer.ok || read.answer.value.intent !== 'plan') throw new Error(JSON.stringify(read))
    return read.answer.value
  }
  const car = { ...emptyLoad, device: 'car', quote: 'car' }
  const dishwasher = { ...emptyLoad, device: 'dishwasher', quote: 'dishwasher' }

  it('a stretch that has begun starts now; one without an end lasts until the last deadline, or a day', () => {
    expect(plan('car', { from: '2026-11-22 12:00', loads: [car] }).horizon).toEqual(['2026-11-22T17:45', '2026-11-23T17:45'])
    expect(plan('car by 9', { until: '2026-11-23 07:00', loads: [{ ...car, done_by: '2026-11-23T09:00:00' }] }).horizon).toEqual(['2026-11-22T17:45', '2026-11-23T09:00'])
    expect(plan('car tomorrow', { from: '2026-11-23 00:00', until: '2026-11-24 00:00', loads: [car] }).horizon).toEqual(['2026-11-23T00:00', '2026-11-24T00:00'])
  })

  it('ranges, lengths, order, quiet and earliest', () => {
    const text = 'dishwasher between 9 and 11 pm for 30 minutes, then car as soon as possible; quiet from 6 to 8:30 pm'
    const read = plan(text, {
      objective: 'earliest',
      loads: [{ ...dishwasher, between_from: '2026-11-22 21:00', between_to: '2026-11-22 23:00', minutes: 30 }, { ...car, after: 'dishwasher', not_before: '2026-11-22 10:00' }],
      quiet: [{ from: '2026-11-22 18:00', to: '2026-11-22 20:30', quote: 'quiet from 6 to 8:30 pm' }],
    })
    expect(read).toMatchObject({ objective: 'earliest', loads: [{ deviceId: 'dishwasher', between: ['2026-11-22T21:00', '2026-11-22T23:00'], minutes: 30 }, { deviceId: 'car' }], order: [['dishwasher', 'car']], quiet: [['2026-11-22T18:00', '2026-11-22T20:30']], unread: [] })
    expect(read.loads[1]).not.toHaveProperty('notBefore')
    expect(read.readings.map(({ says }) => says)).toEqual(['Dishwasher: one run', 'Dishwasher: 30 minutes', 'Dishwasher: between Sun 21:00 and Sun 23:00', 'Car: one run', 'Car: after Dishwasher', 'Quiet from Sun 18:00 to Sun 20:30', 'As early as possible', 'From Sun 17:45 to Sun 23:00'])
  })

  it.each([
    ['car by 7', '2026-11-23 07:00', []],
    ['car by 7 pm', '2026-11-22 19:00', []],
    ['car by 7 am', '2026-11-22 19:00', ['by 7 am']],
    ['car by 7:30', '2026-11-23 07:00', ['by 7:30']],
    ['car by 19.30', '2026-11-22 19:30', []],
    ['car in 3 hours', '2026-11-22 20:45', []],
    ['car in 45 min', '2026-11-22 18:30', []],
    ['car on 2026-11-23', '2026-11-23 12:00', []],
    ['car on the 23rd', '2026-11-23 12:00', []],
    ['car before 2 guests come, by 7', '2026-11-23 07:00', ['before 2']],
    ['car by 45', '2026-11-22 21:00', ['by 45']],
  ])('%j with done by %s leaves unread %j', (text, doneBy, unread) => {
    expect(plan(text, { loads: [{ ...car, done_by: doneBy }] }).unread.map((left) => left.text)).toEqual(unread)
  })

  it('a number inside a name that the household knows is no number', () => {
    const read = readPlanForm({ ...emptyForm, loads: [car] }, contextOf('charge the EV 3 for Unit 7', { household: { ...household, devices: household.devices.map((device) => ({ ...device, aliases: ['EV 3', 'Unit 7'] })) } }))
    expect(read).toMatchObject({ ok: false })
    const again = readPlanForm({ ...emptyForm, loads: [{ ...car, quote: 'EV 3' }] }, contextOf('charge the EV 3 for Unit 7', { household: { ...household, devices: household.devices.map((device) => ({ ...device, aliases: ['EV 3', 'Unit 7'] })) } }))
    expect(again).toMatchObject({ ok: true, answer: { ok: true, value: { unread: [] } } })
  })

  it('a time in the hour that the clocks skip is compared as it will happen', () => {
    // 28 March 2027, Berlin: 02:00–03:00 does not exist; 02:30 happens at 03:30.
    const read = readPlanForm({ ...emptyForm, loads: [{ ...car, between_from: '2027-03-28 02:30', between_to: '2027-03-28 03:15' }] }, contextOf('car', { now: '2027-03-27T20:00:00Z' }))
    expect(read).toMatchObject({ ok: false, complaint: 'loads[0]: 2027-03-28 02:30 is not before 2027-03-28 03:15.' })
  })
})

describe('askJson', () => {
  const question = { system: 's', data: 'd', think: 't', fill: 'f', form: z.strictObject({ n: z.number() }), read: ({ n }: { n: number }) => (n > 0 ? { ok: true as const, answer: ok(n) } : { ok: false as const, complaint: `n: ${n} is not above 0` }) }
  const script = (...answers: string[]) => {
    const exchanges: Exchange[] = []
    return { exchanges, say: (exchange: Exchange) => { exchanges.push(exchange); return Promise.resolve(ok(answers[exchanges.length - 1] ?? '')) } }
  }

  it('thinks, then fills in', async () => {
    const { say, exchanges } = script('hm', '{"n":3}')
    expect(await askJson(say, question)).toEqual(ok(3))
    expect(exchanges.map(({ format }) => format)).toEqual([undefined, { type: 'object', properties: { n: { type: 'number' } }, required: ['n'], additionalProperties: false }])
    expect(exchanges[1]?.messages.map(({ role, content }) => `${role} ${content}`)).toEqual(['system s', 'user d\n\nt', 'assistant hm', 'user f'])
  })

  it('mends once what the schema or the reader refuses', async () => {
    const { say, exchanges } = script('hm', '{"n":-1}', '{"n":1}')
    expect(await askJson(say, question)).toEqual(ok(1))
    expect(exchanges[2]?.messages.at(-1)?.content).toContain('n: -1 is not above 0')
  })

  it('gives up after that', async () => {
    const { say, exchanges } = script('hm', '[]', '{"n":0}', '{"n":1}')
    expect(await askJson(say, question)).toEqual(fail(problem('local.garbled')))
    expect(exchanges).toHaveLength(3)
  })

  it.each([1, 2, 3])('passes a problem of exchange %i on', async (broken) => {
    let count = 0
    const say = () => Promise.resolve(++count === broken ? fail(problem('local.slow', { seconds: 1 })) : ok('no form'))
    expect(await askJson(say, question)).toEqual(fail(problem('local.slow', { seconds: 1 })))
  })

  it('counts tokens on the safe side, in any script', () => {
    expect(tokensFor([{ role: 'user', content: 'x'.repeat(300) }], 100)).toBe(216)
    expect(tokensFor([{ role: 'user', content: '食'.repeat(8000) }, { role: 'assistant', content: '' }], 2000)).toBe(10_032)
  })
})

it('mostRelevant keeps within its budget and in the order given', () => {
  const { entries } = mostRelevant(['alpha one', 'beta two', 'gamma three', 'delta four'], (entry) => entry, 'what about gamma and delta?', 22)
  expect(entries).toEqual(['gamma three', 'delta four'])
  expect(mostRelevant(['a', 'b', 'c'], (entry) => entry, '', 10).entries).toEqual(['a', 'b', 'c'])
})
