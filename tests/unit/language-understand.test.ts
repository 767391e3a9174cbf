/** What the built-in rules make of household messages: the story, and a table of sentences at several times of day and on nights when the clocks change. */
import { afterEach, describe, expect, it } from 'vitest'
import { understand } from '../../electron/language/understand.ts'
import { sampleHousehold } from '../../electron/vault/sample.ts'
import { setLanguage } from '../../shared/language.ts'
import type { Result } from '../../shared/result.ts'
import { wallToInstant } from '../../shared/time.ts'
import { Request } from '../../shared/understanding.ts'

const zone = 'Europe/Berlin'
const STORY = "Run the dishwasher and charge the car tonight as cheaply as possible. The dishwasher has to be done before Emma's breakfast at 7 and nothing may make noise while the baby sleeps; Tom leaves with the car at 7:15 for his shift at St. Mary's Hospital"

/** The rules look at no price, so one sample household serves for every moment. */
const sample = sampleHousehold('2026-11-22T12:00:00Z', zone).household

const read = (text: string, now: string, where = zone): Result<Request> => understand(text, { now: wallToInstant(now, where), household: { ...sample, zone: where } })

/** A request in one line, days as numbers of the month: "22 18:45–23 08:00; dishwasher by 23 07:00", with "!" before what stayed unread. */
const summary = (result: Result<Request>): string => {
  if (!result.ok) return ['problem', result.problem.name, ...Object.values(result.problem.detail)].join(' ')
  const request = Request.parse(result.value)
  const unread = request.unread.map(({ text }) => ` !${text}`).join('')
  if (request.intent === 'question') return `question${unread}`
  if (request.intent === 'unclear') return `unclear [${request.choices.join(' | ')}]${unread}`
  const time = (wall: string): string => wall.slice(8).replace('T', ' ')
  const loads = request.loads.map(({ deviceId, notBefore, doneBy, between, leavesAt, minutes }) =>
    [deviceId, notBefore && `from ${time(notBefore)}`, doneBy && `by ${time(doneBy)}`, between && `in ${between.map(time).join('–')}`, leavesAt && `leaves ${time(leavesAt)}`, minutes && `${minutes} min`].filter(Boolean).join(' '))
  return [...(request.objective === 'earliest' ? ['soonest'] : []), request.horizon.map(time).join('–'), ...loads, ...request.order.map((pair) => pair.join(' < ')), ...request.quiet.map((span) => `quiet ${span.map(time).join('–')}`)].join('; ') + unread
}

describe('the story', () => {
  it('P6 is understood to the last word by the rules alone', () => {
    const result = read(STORY, '2026-11-22T18:45')
    if (!result.ok || result.value.intent !== 'plan') throw new Error('not a plan')
    expect(result.value).toMatchObject({
      loads: [{ deviceId: 'dishwasher', doneBy: '2026-11-23T07:00' }, { deviceId: 'car', leavesAt: '2026-11-23T07:15' }],
      order: [],
      objective: 'cost',
      horizon: ['2026-11-22T18:45', '2026-11-23T08:00'],
      quiet: [['2026-11-22T20:00', '2026-11-23T05:30']],
      unread: [],
    })
    expect(result.value.readings.map(({ says, span }) => [says, span === undefined ? '' : STORY.slice(span.start, span.end)])).toEqual([
      ['Dishwasher: one run of 1 h 15 min', 'Run the dishwasher'],
      ['Electric car: charge for 3 h', 'charge the car'],
      ['“tonight”: now to Mon 23 Nov, 08:00', 'tonight'],
      ["Dishwasher: done by Mon 23 Nov, 07:00 (Emma's breakfast)", "The dishwasher has to be done before Emma's breakfast at 7"],
      ['Electric car: leaves Mon 23 Nov, 07:15', 'Tom leaves with the car at 7:15'],
      ["No noise during Noah's sleep: Sun 22 Nov, 20:00 to Mon 23 Nov, 05:30", 'nothing may make noise while the baby sleeps'],
      ['As cheaply as possible', 'as cheaply as possible'],
      ["“for his shift at St. Mary's Hospital”: noted, changes nothing", "for his shift at St. Mary's Hospital"],
    ])
  })

  it.each([
    // Before 18:00 "tonight" starts at 18:00; from then on, now; before 05:00 it is the night one is in.
    ['2026-11-22T06:00', '22 18:00–23 08:00; dishwasher from 22 18:00 by 23 07:00; car from 22 18:00 leaves 23 07:15; quiet 22 20:00–23 05:30'],
    ['2026-11-22T17:59', '22 18:00–23 08:00; dishwasher from 22 18:00 by 23 07:00; car from 22 18:00 leaves 23 07:15; quiet 22 20:00–23 05:30'],
    ['2026-11-22T23:00', '22 23:00–23 08:00; dishwasher by 23 07:00; car leaves 23 07:15; quiet 22 20:00–23 05:30'],
    ['2026-11-22T23:50', '22 23:50–23 08:00; dishwasher by 23 07:00; car leaves 23 07:15; quiet 22 20:00–23 05:30'],
    ['2026-11-23T00:30', '23 00:30–23 08:00; dishwasher by 23 07:00; car leaves 23 07:15; quiet 22 20:00–23 05:30'],
    ['2026-11-23T04:59', '23 04:59–23 08:00; dishwasher by 23 07:00; car leaves 23 07:15; quiet 22 20:00–23 05:30'],
    ['2026-12-31T22:00', '31 22:00–01 08:00; dishwasher by 01 07:00; car leaves 01 07:15; quiet 31 20:00–01 05:30'],
    // Nights when the clocks change.
    ['2026-10-24T22:00', '24 22:00–25 08:00; dishwasher by 25 07:00; car leaves 25 07:15; quiet 24 20:00–25 05:30'],
    ['2026-10-25T02:30', '25 02:30–25 08:00; dishwasher by 25 07:00; car leaves 25 07:15; quiet 24 20:00–25 05:30'],
    ['2026-03-28T22:00', '28 22:00–29 08:00; dishwasher by 29 07:00; car leaves 29 07:15; quiet 28 20:00–29 05:30'],
  ])('at %s', (now, expected) => {
    for (const where of [zone, 'America/New_York', 'Australia/Lord_Howe', 'UTC']) expect(summary(read(STORY, now, where))).toBe(expected)
  })

  it.each([
    'Charge the EV and run the dishwasher overnight at the lowest cost. Dishwasher finished before breakfast at 07:00, no noise while Noah sleeps, Tom needs the car at 7:15 for work.',
    'Tonight I want the dishwasher and the car done as cheaply as possible, but the dishwasher must finish before Emma has breakfast at 7 and must not run while the baby is asleep. Tom drives off at 7:15.',
    'Please schedule the dishwasher and car charging for tonight at the cheapest price. Dishwasher ready by 7am; quiet while the baby is sleeping; car leaves 7:15am.',
    "dishwasher + car tonight, cheapest. dishes done before 7, silence during baby's sleep, car gone at 7:15",
  ])('in other words: %s', (text) => {
    const result = read(text, '2026-11-22T22:00')
    if (!result.ok || result.value.intent !== 'plan') throw new Error('not a plan')
    expect(Object.fromEntries(result.value.loads.map((load) => [load.deviceId, load.doneBy ?? load.leavesAt]))).toEqual({ dishwasher: '2026-11-23T07:00', car: '2026-11-23T07:15' })
    expect(result.value).toMatchObject({ objective: 'cost', horizon: ['2026-11-22T22:00', '2026-11-23T08:00'], quiet: [['2026-11-22T20:00', '2026-11-23T05:30']], unread: [] })
  })
})

describe('sentences on Sunday 22 November at 18:45', () => {
  const rows: [string, string][] = [
  ['Run the dishwasher tonight', '22 18:45–23 08:00; dishwasher'],
  ['run dishwasher tonight please', '22 18:45–23 08:00; dishwasher'],
  ['RUN THE DISHWASHER TONIGHT AS CHEAPLY AS POSSIBLE', '22 18:45–23 08:00; dishwasher'],
  ['Hey Lares, good evening! Could you run the dishwasher tonight, please?', '22 18:45–23 08:00; dishwasher'],
  ['Could you please run the dishwasher at some point tonight when power is cheapest?', '22 18:45–23 08:00; dishwasher'],
  ['Charge the EV overnight at the lowest cost', '22 21:00–23 08:00; car from 22 21:00'],
  ['Please have the car full by seven in the morning', '22 18:45–23 07:00; car by 23 07:00'],
  ["I'd like the car charged by 6:30 tomorrow morning", '22 18:45–23 06:30; car by 23 06:30'],
  ['I need the car charged by half past six', '22 18:45–23 06:30; car by 23 06:30'],
  ['We need the EV at 8 tomorrow, so please charge it overnight', '22 21:00–23 08:00; car from 22 21:00 leaves 23 08:00'],
  ['charge the car tonight, i leave at 7', '22 18:45–23 08:00; car leaves 23 07:00'],
  ['charge the car tonight, Lena needs it at 8', '22 18:45–23 08:00; car leaves 23 08:00'],
  ['Charge the car tonight as cheaply as possible; Lena leaves for the dentist at 8:45.', '22 18:45–23 08:45; car leaves 23 08:45'],
  ['Charge the car tonight. Tom needs the car until 9 pm.', '22 18:45–23 08:00; car from 22 21:00'],
  ['Tom is back with the car at 9 pm, charge it then by 7 in the morning', '22 18:45–23 07:00; car from 22 21:00 by 23 07:00'],
  ['Charge the car after Tom comes home at 11pm', '22 18:45–23 08:00; car from 22 23:00'],
  ['The car must be full when Tom leaves at 7:15', '22 18:45–23 07:15; car by 23 07:15 leaves 23 07:15'],
  ['Charge the car before Tom leaves at 7:15 tomorrow', '22 18:45–23 07:15; car by 23 07:15'],
  ["I'm leaving with the car at 6:30 tomorrow morning, make sure it's charged", '22 18:45–23 06:30; car leaves 23 06:30'],
  ["we're off with the car at 9 on Saturday, charge it before then", '22 18:45–28 09:00; car leaves 28 09:00'],
  ['The car has to be charged by quarter past seven at the latest', '22 18:45–23 07:15; car by 23 07:15'],
  ['Tom leaves with the car at 7:15', 'unclear [charge the Electric car]'],
  ['Tom leaves with the car at 7:15 — charge the Electric car', '22 18:45–23 07:15; car leaves 23 07:15'],
  ['Charge the car by 7', '22 18:45–23 07:00; car by 23 07:00'],
  ['Charge the car by 7 am', '22 18:45–23 07:00; car by 23 07:00'],
  ['Charge the car by 7pm tomorrow', '22 18:45–23 19:00; car by 23 19:00'],
  ['Charge the car by 07:00', '22 18:45–23 07:00; car by 23 07:00'],
  ["Charge the car by eight o'clock tomorrow morning", '22 18:45–23 08:00; car by 23 08:00'],
  ['Charge the car until tomorrow morning', '22 18:45–23 08:00; car by 23 08:00'],
  ['Charge the car within three hours', '22 18:45–22 21:45; car by 22 21:45'],
  ['Charge the car for two hours overnight', '22 21:00–23 08:00; car from 22 21:00 120 min'],
  ['Charge the car 2 h 30 min tonight', '22 18:45–23 08:00; car 150 min'],
  ['Give the car an hour and a half of charge tonight', '22 18:45–23 08:00; car 90 min'],
  ['Charge the car between 1 and 5 tonight', '22 18:45–23 05:00; car in 23 01:00–23 05:00'],
  ['Charge the car from 11pm to 5am', '22 18:45–23 05:00; car in 22 23:00–23 05:00'],
  ['Charge the car 11pm-5am', '22 18:45–23 05:00; car in 22 23:00–23 05:00'],
  ['Charge the car from midnight', '22 18:45–23 18:45; car from 23 00:00'],
  ['Start charging the car at 1 am', '22 18:45–23 04:00; car from 23 01:00 by 23 04:00'],
  ['start charging the car not before 1 am and be done by 6', '22 18:45–23 06:00; car from 23 01:00 by 23 06:00'],
  ['Charge the car as soon as possible', 'soonest; 22 18:45–23 18:45; car'],
  ['Run the dishwasher now', 'soonest; 22 18:45–23 18:45; dishwasher'],
  ['Start the washing machine first thing tomorrow morning', 'soonest; 23 06:00–23 12:00; washing-machine from 23 06:00'],
  ['Run the dishwasher after 10pm and before 6am', '22 18:45–23 06:00; dishwasher from 22 22:00 by 23 06:00'],
  ['Not before 9 pm: washing machine', '22 18:45–23 08:00; washing-machine from 22 21:00'],
  ["Don't charge the car before 11 pm", '22 18:45–23 08:00; car from 22 23:00'],
  ['The washing machine must not run before 9 pm', '22 18:45–23 08:00; washing-machine from 22 21:00'],
  ['Run the dishwasher tonight, not after 11 pm', '22 18:45–23 08:00; dishwasher by 22 23:00'],
  ["Don't run the dryer after 10 pm", '22 18:45–22 22:00; tumble-dryer by 22 22:00'],
  ['Run the dishwasher between 22:00 and 2:00', '22 18:45–23 02:00; dishwasher in 22 22:00–23 02:00'],
  ['the dishwasher may only run between 18:00 and 20:00', '22 18:45–22 20:00; dishwasher in 22 18:45–22 20:00'],
  ['Run the dishwasher tonight, but not between 8 pm and 5:30 am', '22 18:45–23 08:00; dishwasher; quiet 22 20:00–23 05:30'],
  ['Run the dishwasher tonight at 22:00 or later', '22 18:45–23 08:00; dishwasher from 22 22:00'],
  ['Run the dishwasher tonight, 6 am at the latest', '22 18:45–23 06:00; dishwasher by 23 06:00'],
  ['Run the dishwasher no later than quarter to seven in the morning', '22 18:45–23 06:45; dishwasher by 23 06:45'],
  ['switch the washing machine on at half past nine in the evening', '22 18:45–22 23:30; washing-machine from 22 21:30 by 22 23:30'],
  ['turn on the dishwasher at 10pm', '22 18:45–22 23:15; dishwasher from 22 22:00 by 22 23:15'],
  ['Start the dishwasher in two hours', '22 18:45–22 22:00; dishwasher from 22 20:45 by 22 22:00'],
  ['run the dishwasher around 9pm', '22 18:45–22 23:15; dishwasher from 22 20:00 by 22 23:15'],
  ['Dishwasher done by midnight please', '22 18:45–23 00:00; dishwasher by 23 00:00'],
  ['Run the washing machine at noon', '22 18:45–23 14:00; washing-machine from 23 12:00 by 23 14:00'],
  ['Run the dryer for 45 minutes tomorrow afternoon', '23 12:00–23 18:00; tumble-dryer from 23 12:00 45 min'],
  ['Run the dishwasher tomorrow morning by 9', '23 06:00–23 12:00; dishwasher from 23 06:00 by 23 09:00'],
  ['Run the dishwasher on Friday by noon', '27 00:00–28 00:00; dishwasher from 27 00:00 by 27 12:00'],
  ['Run the dishwasher on Friday morning', '27 06:00–27 12:00; dishwasher from 27 06:00'],
  ['Charge the car on Friday between 10 am and 2 pm', '27 00:00–28 00:00; car from 27 00:00 in 27 10:00–27 14:00'],
  ['Charge the car at the weekend, as cheaply as possible', '22 18:45–23 00:00; car'],
  ['Run the dishwasher by Monday', '22 18:45–23 08:00; dishwasher by 23 08:00'],
  ['Run the dishwasher before tomorrow', '22 18:45–23 00:00; dishwasher by 23 00:00'],
  ['Run the dishwasher next Tuesday', '24 00:00–25 00:00; dishwasher from 24 00:00'],
  ['Run the dishwasher on 25 November', '25 00:00–26 00:00; dishwasher from 25 00:00'],
  ['Run the dishwasher on 25/11 in the afternoon', '25 12:00–25 18:00; dishwasher from 25 12:00'],
  ['Run the dishwasher before breakfast', '22 18:45–23 07:00; dishwasher by 23 07:00'],
  ["Run the dishwasher before Emma's breakfast at 7:30", '22 18:45–23 07:30; dishwasher by 23 07:30'],
  ["Run the dishwasher before Emma's breakfast at 7", '22 18:45–23 07:00; dishwasher by 23 07:00'],
  ['Run the dishwasher before lunch at 12:30', '22 18:45–23 12:30; dishwasher by 23 12:30'],
  ['Run the dishwasher before the guests arrive at 8 pm', '22 18:45–22 20:00; dishwasher by 22 20:00'],
  ['The dishwasher should run when Noah is asleep', '22 18:45–23 05:30; dishwasher in 22 20:00–23 05:30'],
  ['Run the dishwasher, please, but not while the baby sleeps', '22 18:45–23 18:45; dishwasher; quiet 22 20:00–23 05:30'],
  ["Don't run anything noisy while Noah sleeps; run the dishwasher tonight", '22 18:45–23 08:00; dishwasher; quiet 22 20:00–23 05:30'],
  ['No noise between 1 and 3 in the afternoon, please; run the washing machine tomorrow', '23 00:00–24 00:00; washing-machine from 23 00:00; quiet 23 13:00–23 15:00'],
  ['no noise after 10pm. Run the washing machine tonight', '22 18:45–23 08:00; washing-machine; quiet 22 22:00–23 06:00'],
  ['Run the dishwasher tonight but keep it quiet until 6', '22 18:45–23 08:00; dishwasher; quiet 22 22:00–23 06:00'],
  ['Charge the car and keep quiet after 9pm', '22 18:45–23 18:45; car; quiet 22 21:00–23 06:00'],
  ['Run the dishwasher tonight without waking the baby', '22 18:45–23 08:00; dishwasher'],
  ['Wash the dishes quietly on Friday morning', '27 06:00–27 12:00; dishwasher from 27 06:00'],
  ['Run the washing machine, then the dryer, tonight. Nothing noisy after 10 pm.', '22 18:45–23 08:00; washing-machine; tumble-dryer; washing-machine < tumble-dryer; quiet 22 22:00–23 06:00'],
  ['First the washing machine, then the dryer, done by 22:30', '22 18:45–22 22:30; washing-machine by 22 22:30; tumble-dryer by 22 22:30; washing-machine < tumble-dryer'],
  ['The dryer after the washing machine, tonight', '22 18:45–23 08:00; washing-machine; tumble-dryer; washing-machine < tumble-dryer'],
  ['Run the dishwasher once the washing machine is done', '22 18:45–23 18:45; washing-machine; dishwasher; washing-machine < dishwasher'],
  ['Run the dryer as soon as the washing machine has finished', '22 18:45–23 18:45; washing-machine; tumble-dryer; washing-machine < tumble-dryer'],
  ['Could we run the washing machine and then the dryer on Saturday morning? Both have to be done by noon.', '28 06:00–28 12:00; washing-machine from 28 06:00 by 28 12:00; tumble-dryer from 28 06:00 by 28 12:00; washing-machine < tumble-dryer'],
  ['Run the dishwasher, the washing machine and the dryer tonight as cheaply as possible, dryer after the washing machine, everything done by 6:30', '22 18:45–23 08:00; dishwasher by 23 06:30; washing-machine by 23 06:30; tumble-dryer by 23 06:30; washing-machine < tumble-dryer'],
  ['Do the laundry tomorrow afternoon', '23 12:00–23 18:00; washing-machine from 23 12:00'],
  ['Wash the clothes and dry them by 11pm', '22 18:45–22 23:00; washing-machine by 22 23:00; tumble-dryer by 22 23:00; washing-machine < tumble-dryer'],
  ['Dry the laundry after the wash, tomorrow', '23 00:00–24 00:00; washing-machine from 23 00:00; tumble-dryer from 23 00:00; washing-machine < tumble-dryer'],
  ['Both the dryer and the washing machine tonight, quietly', '22 18:45–23 08:00; tumble-dryer; washing-machine'],
  ['Run the dishwasher and the washing machine by 10pm', '22 18:45–22 22:00; dishwasher by 22 22:00; washing-machine by 22 22:00'],
  ['the dishwasher needs to finish by 6am, the car by 7am', '22 18:45–23 07:00; dishwasher by 23 06:00; car by 23 07:00'],
  ['Make sure the car is charged and the dishwasher is done by 6am', '22 18:45–23 06:00; car by 23 06:00; dishwasher by 23 06:00'],
  ['Tonight, run the dishwasher and charge the car; by 7 both must be finished', '22 18:45–23 08:00; dishwasher by 23 07:00; car by 23 07:00'],
  ['run the dishwasher and the dryer tonight; both done by 6 am', '22 18:45–23 08:00; dishwasher by 23 06:00; tumble-dryer by 23 06:00'],
  ['Run the dishwasher by 6 am, and the dryer by then as well', '22 18:45–23 06:00; dishwasher by 23 06:00; tumble-dryer by 23 06:00'],
  ['dishwasher tonight, car by 6am', '22 18:45–23 08:00; dishwasher; car by 23 06:00'],
  ['Run the dishwasher tonight, the washing machine tomorrow afternoon', '22 18:45–23 18:00; dishwasher by 23 08:00; washing-machine from 23 12:00'],
  ["Don't run the dishwasher tonight, just charge the car", '22 18:45–23 08:00; car'],
  ['As cheap as possible please, car and dishwasher, tonight, both done by 7', '22 18:45–23 08:00; car by 23 07:00; dishwasher by 23 07:00'],
  ["Save money: charge the car whenever it's cheapest before 7am", '22 18:45–23 07:00; car by 23 07:00'],
  ["What's the best time to run the washing machine tomorrow?", '23 00:00–24 00:00; washing-machine from 23 00:00'],
  ['When should I charge the car?', '22 18:45–23 18:45; car'],
  ['Could the dryer run between one and three tomorrow afternoon?', '22 18:45–23 15:00; tumble-dryer in 23 13:00–23 15:00'],
  ['Emma wants the washing machine done by 9 pm because she needs her football shirt', '22 18:45–22 21:00; washing-machine by 22 21:00'],
  ['Charge the car tonight for the trip to Grandma', '22 18:45–23 08:00; car'],
  ["Please charge the car so that Tom can drive to St. Mary's Hospital at 7:15 tomorrow", "22 18:45–23 07:15; car leaves 23 07:15 !to St. Mary's Hospital"],
  ['Charge the car to 80% by 7 am', '22 18:45–23 07:00; car by 23 07:00 !to 80%'],
  ['Run the dishwasher with the fish pan on eco tonight', '22 18:45–23 08:00; dishwasher !with the fish pan on eco'],
  ['Run the dishwasher tonight because we have guests tomorrow at 8', '22 18:45–23 08:00; dishwasher !because we have guests tomorrow at 8'],
  ['Run the sauna and charge the car tonight', '22 18:45–23 08:00; car !Run the sauna'],
  ['The party starts at 6 pm. Run the dishwasher before then.', '22 18:45–23 18:45; dishwasher !The party starts at 6 pm !before'],
  ['Run the dryer after the washing machine and the washing machine after the dryer tonight', 'unclear []'],
  ['Run the sauna tonight', 'problem understand.unknown-device sauna'],
  ['Turn on the oven at 6', 'problem understand.unknown-device oven'],
  ['charge my phone', 'problem understand.unknown-device phone'],
  ['Run the dishwasher tomorrow by 7', 'unclear [7 means 07:00 in the morning | 7 means 19:00 in the evening] !tomorrow by 7'],
  ['Run the dishwasher tomorrow by 7 — 7 means 19:00 in the evening', '22 18:45–23 19:00; dishwasher by 23 19:00'],
  ['Run the dishwasher at 10 tomorrow', 'unclear [10 means 10:00 in the morning | 10 means 22:00 in the evening] !at 10 tomorrow'],
  ['Run the dishwasher today by 5 pm', 'unclear [5 pm means 23 November 2026 at 17:00] !today by 5 pm'],
  ['Run the dishwasher today by 5 pm — 5 pm means 23 November 2026 at 17:00', '22 18:45–23 17:00; dishwasher by 23 17:00'],
  ['Run the dishwasher this morning', 'unclear [this morning means tonight | this morning means tomorrow] !this morning'],
  ['Run the dishwasher before bedtime', 'unclear [bedtime means 20:00 | bedtime means 21:00 | bedtime means 22:00] !before bedtime'],
  ['Run the dishwasher before bedtime — bedtime means 21:00', '22 18:45–22 21:00; dishwasher by 22 21:00'],
  ['Run it tonight', 'unclear [it means the Dishwasher | it means the Electric car | it means the Washing machine] !Run it tonight'],
  ['Run it tonight — it means the Dishwasher', '22 18:45–23 08:00; dishwasher'],
  ['Run everything tonight', 'unclear [] !Run everything tonight'],
  ['Run the dishwasher every Monday', 'unclear [every Monday means tonight | every Monday means tomorrow] !Run the dishwasher every Monday'],
  ['Run the dishwasher every Monday — every Monday means tonight', '22 18:45–23 08:00; dishwasher'],
  ['Charge the car as soon as possible and run the dishwasher as cheaply as possible', 'unclear [the price decides | the time decides]'],
  ['Charge the car as soon as possible and run the dishwasher as cheaply as possible — the price decides', '22 18:45–23 18:45; car; dishwasher'],
  ['Run the dishwasher or the dryer tonight', 'unclear [] !Run the dishwasher or the dryer tonight'],
  ['Run the dishwasher unless it rains', 'unclear [] !Run the dishwasher unless it rains'],
  ['Run the dishwasher twice tonight', 'unclear [] !Run the dishwasher twice tonight'],
  ['Run the dishwasher if the price is below 20 cents', 'unclear [] !Run the dishwasher if the price is below 20 cents'],
  ['Turn the dishwasher off', 'unclear [] !Turn the dishwasher off'],
  ['Cancel the dishwasher', 'unclear [] !Cancel the dishwasher'],
  ['Run the dishwasher on 3 January', 'unclear []'],
  ["Don't run the dishwasher", 'unclear []'],
  ['Is the dishwasher running?', 'question'],
  ['Will the dishwasher be done by 7?', 'question'],
  ['how long does the washing machine take?', 'question'],
  // Its plan tells what it costs.
  ['What does it cost to run the dryer tonight?', '22 18:45–23 08:00; tumble-dryer'],
  ['What did it cost to run the dryer yesterday?', 'question'],
  ['The dishwasher is broken', 'question'],
  ['Lena started the washing machine at 7', 'unclear [] !Lena started the washing machine at 7'],
  ['What is the weather tomorrow?', 'question'],
  ['Emma has piano on Wednesday at 4', 'question'],
  ['Remind me to call the dentist tomorrow at 9', 'question'],
  ['plan my birthday party', 'question'],
  ['zorblax the frumious bandersnatch', 'question'],
  ['?!?', 'question'],
  ]
  it.each(rows)('%s', (text, expected) => { expect(summary(read(text, '2026-11-22T18:45'))).toBe(expected) })
})

describe.each<[string, [string, string][]]>([
  ['2026-11-22T10:00', [
  ['Run the dishwasher tonight', '22 18:00–23 08:00; dishwasher from 22 18:00'],
  ['Run the dishwasher overnight', '22 21:00–23 08:00; dishwasher from 22 21:00'],
  ['Run the dishwasher this evening', '22 18:00–23 00:00; dishwasher from 22 18:00'],
  ['Run the dishwasher today', '22 10:00–23 00:00; dishwasher'],
  ['Run the dishwasher tomorrow', '23 00:00–24 00:00; dishwasher from 23 00:00'],
  ['Run the dishwasher tomorrow morning', '23 06:00–23 12:00; dishwasher from 23 06:00'],
  ['Run the dishwasher in the morning', '22 10:00–22 12:00; dishwasher'],
  ['Run the dishwasher this morning', '22 10:00–22 12:00; dishwasher'],
  ['Charge the car by 7', 'unclear [7 means 19:00 in the evening | 7 means 07:00 in the morning] !by 7'],
  ['Charge the car by 7 am', '22 10:00–23 07:00; car by 23 07:00'],
  ['Charge the car tonight, done by 7', '22 18:00–23 08:00; car from 22 18:00 by 23 07:00'],
  ['Charge the car tonight, Tom leaves at 7:15', '22 18:00–23 08:00; car from 22 18:00 leaves 23 07:15'],
  ["I'm leaving with the car at 6:30 am, charge it before then", '22 10:00–23 06:30; car leaves 23 06:30'],
  ['Run the dishwasher by 9', 'unclear [9 means 21:00 in the evening | 9 means 09:00 in the morning] !by 9'],
  ['Run the dishwasher by 2:30', '22 10:00–22 14:30; dishwasher by 22 14:30'],
  ['Run the dishwasher between 2 and 4', '22 10:00–22 16:00; dishwasher in 22 14:00–22 16:00'],
  ['Charge the car at midnight', '22 10:00–23 03:00; car from 23 00:00 by 23 03:00'],
  ['Charge the car at 11 pm', '22 10:00–23 02:00; car from 22 23:00 by 23 02:00'],
  ['Run the dishwasher before breakfast', '22 10:00–23 07:00; dishwasher by 23 07:00'],
  ['Run the dishwasher before noon', '22 10:00–22 12:00; dishwasher by 22 12:00'],
  ['Run the dishwasher on Sunday', '29 00:00–30 00:00; dishwasher from 29 00:00'],
  ['Nothing may make noise at night; run the washing machine in the next 12 hours', '22 10:00–22 22:00; washing-machine by 22 22:00'],
  ]],
  ['2026-11-22T23:50', [
  ['Run the dishwasher tonight', '22 23:50–23 08:00; dishwasher'],
  ['Run the dishwasher overnight', '22 23:50–23 08:00; dishwasher'],
  ['Run the dishwasher this evening', '22 23:50–23 00:00; dishwasher'],
  ['Run the dishwasher today', '22 23:50–23 00:00; dishwasher'],
  ['Run the dishwasher tomorrow', '23 00:00–24 00:00; dishwasher from 23 00:00'],
  ['Run the dishwasher tomorrow morning', '23 06:00–23 12:00; dishwasher from 23 06:00'],
  ['Run the dishwasher in the morning', '23 06:00–23 12:00; dishwasher from 23 06:00'],
  ['Run the dishwasher this morning', 'unclear [this morning means tonight | this morning means tomorrow] !this morning'],
  ['Charge the car by 7', '22 23:50–23 07:00; car by 23 07:00'],
  ['Charge the car by 7 am', '22 23:50–23 07:00; car by 23 07:00'],
  ['Charge the car tonight, done by 7', '22 23:50–23 08:00; car by 23 07:00'],
  ['Charge the car tonight, Tom leaves at 7:15', '22 23:50–23 08:00; car leaves 23 07:15'],
  ["I'm leaving with the car at 6:30 am, charge it before then", '22 23:50–23 06:30; car leaves 23 06:30'],
  ['Run the dishwasher by 9', '22 23:50–23 09:00; dishwasher by 23 09:00'],
  ['Run the dishwasher by 2:30', '22 23:50–23 02:30; dishwasher by 23 02:30'],
  ['Run the dishwasher between 2 and 4', '22 23:50–23 04:00; dishwasher in 23 02:00–23 04:00'],
  ['Charge the car at midnight', '22 23:50–23 03:00; car from 23 00:00 by 23 03:00'],
  ['Charge the car at 11 pm', '22 23:50–24 02:00; car from 23 23:00 by 24 02:00'],
  ['Run the dishwasher before breakfast', '22 23:50–23 07:00; dishwasher by 23 07:00'],
  ['Run the dishwasher before noon', '22 23:50–23 12:00; dishwasher by 23 12:00'],
  ['Run the dishwasher on Sunday', '29 00:00–30 00:00; dishwasher from 29 00:00'],
  ['Nothing may make noise at night; run the washing machine in the next 12 hours', '22 23:50–23 11:50; washing-machine by 23 11:50; quiet 22 22:00–23 06:00'],
  ]],
  ['2026-11-23T00:30', [
  ['Run the dishwasher tonight', '23 00:30–23 08:00; dishwasher'],
  ['Run the dishwasher overnight', '23 00:30–23 08:00; dishwasher'],
  ['Run the dishwasher this evening', '23 18:00–24 00:00; dishwasher from 23 18:00'],
  ['Run the dishwasher today', '23 00:30–24 00:00; dishwasher'],
  ['Run the dishwasher tomorrow', 'unclear [tomorrow means 23 November 2026 | tomorrow means 24 November 2026]'],
  ['Run the dishwasher tomorrow morning', 'unclear [tomorrow means 23 November 2026 | tomorrow means 24 November 2026]'],
  ['Run the dishwasher in the morning', '23 06:00–23 12:00; dishwasher from 23 06:00'],
  ['Run the dishwasher this morning', '23 06:00–23 12:00; dishwasher from 23 06:00'],
  ['Charge the car by 7', 'unclear [7 means 07:00 in the morning | 7 means 19:00 in the evening] !by 7'],
  ['Charge the car by 7 am', '23 00:30–23 07:00; car by 23 07:00'],
  ['Charge the car tonight, done by 7', '23 00:30–23 08:00; car by 23 07:00'],
  ['Charge the car tonight, Tom leaves at 7:15', '23 00:30–23 08:00; car leaves 23 07:15'],
  ["I'm leaving with the car at 6:30 am, charge it before then", '23 00:30–23 06:30; car leaves 23 06:30'],
  ['Run the dishwasher by 9', 'unclear [9 means 09:00 in the morning | 9 means 21:00 in the evening] !by 9'],
  ['Run the dishwasher by 2:30', '23 00:30–23 02:30; dishwasher by 23 02:30'],
  ['Run the dishwasher between 2 and 4', 'unclear [2 means 02:00 at night | 2 means 14:00 in the afternoon] !between 2 and 4'],
  ['Charge the car at midnight', '23 00:30–24 03:00; car from 24 00:00 by 24 03:00'],
  ['Charge the car at 11 pm', '23 00:30–24 02:00; car from 23 23:00 by 24 02:00'],
  ['Run the dishwasher before breakfast', '23 00:30–23 07:00; dishwasher by 23 07:00'],
  ['Run the dishwasher before noon', '23 00:30–23 12:00; dishwasher by 23 12:00'],
  ['Run the dishwasher on Sunday', '29 00:00–30 00:00; dishwasher from 29 00:00'],
  ['Nothing may make noise at night; run the washing machine in the next 12 hours', '23 00:30–23 12:30; washing-machine by 23 12:30; quiet 22 22:00–23 06:00'],
  ]],
  // The clocks go back at 03:00, and forward at 02:00.
  ['2026-10-24T23:50', [
  ['Run the dishwasher tonight', '24 23:50–25 08:00; dishwasher'],
  ['Run the dishwasher overnight', '24 23:50–25 08:00; dishwasher'],
  ['Run the dishwasher tomorrow morning', '25 06:00–25 12:00; dishwasher from 25 06:00'],
  ['Charge the car by 7 am', '24 23:50–25 07:00; car by 25 07:00'],
  ['Charge the car tonight, done by 7', '24 23:50–25 08:00; car by 25 07:00'],
  ['Run the dishwasher by 2:30', '24 23:50–25 02:30; dishwasher by 25 02:30'],
  ['Run the dishwasher between 2 and 4', '24 23:50–25 04:00; dishwasher in 25 02:00–25 04:00'],
  ['Charge the car at midnight', '24 23:50–25 03:00; car from 25 00:00 by 25 03:00'],
  ['Nothing may make noise at night; run the washing machine in the next 12 hours', '24 23:50–25 10:50; washing-machine by 25 10:50; quiet 24 22:00–25 06:00'],
  ]],
  ['2026-03-28T23:50', [
  ['Run the dishwasher tonight', '28 23:50–29 08:00; dishwasher'],
  ['Run the dishwasher overnight', '28 23:50–29 08:00; dishwasher'],
  ['Run the dishwasher tomorrow morning', '29 06:00–29 12:00; dishwasher from 29 06:00'],
  ['Charge the car by 7 am', '28 23:50–29 07:00; car by 29 07:00'],
  ['Charge the car tonight, done by 7', '28 23:50–29 08:00; car by 29 07:00'],
  ['Run the dishwasher by 2:30', '28 23:50–29 03:30; dishwasher by 29 03:30'],
  ['Run the dishwasher between 2 and 4', '28 23:50–29 04:00; dishwasher in 29 03:00–29 04:00'],
  ['Charge the car at midnight', '28 23:50–29 04:00; car from 29 00:00 by 29 04:00'],
  ['Nothing may make noise at night; run the washing machine in the next 12 hours', '28 23:50–29 12:50; washing-machine by 29 12:50; quiet 28 22:00–29 06:00'],
  ]],
])('sentences at %s', (now, rows) => {
  it.each(rows)('%s', (text, expected) => { expect(summary(read(text, now))).toBe(expected) })
})

describe('what a reading says', () => {
  const says = (text: string, now = '2026-11-22T18:45'): string[] => {
    const result = read(text, now)
    return result.ok ? result.value.readings.map((reading) => reading.says) : []
  }

  it('says so when the message overrules a routine', () => {
    expect(says("Run the dishwasher before Emma's breakfast at 7:30")).toContain("Dishwasher: done by Mon 23 Nov, 07:30 (Emma's breakfast; the household says 07:00, your message wins)")
  })
  it('names what was assumed, without a span', () => {
    const result = read('Run the dishwasher', '2026-11-22T18:45')
    expect(result.ok && result.value.readings.filter(({ span }) => span === undefined).map((reading) => reading.says)).toEqual(['No end was named: until Mon 23 Nov, 18:45', 'As cheaply as possible, since nothing else was said'])
  })
  it('asks with both times and dates in the question', () => {
    const result = read('Run the dishwasher tomorrow by 7', '2026-11-22T18:45')
    expect(result.ok && result.value.intent === 'unclear' && result.value.ask).toBe('Which “7” do you mean: Mon 23 Nov, 07:00 or Mon 23 Nov, 19:00?')
  })
  it('keeps quiet hours when only "quietly" is said, and says which', () => {
    expect(says('Run the dishwasher quietly tonight')).toContain("Your quiet hours are kept: Noah's sleep (20:00 to 05:30), Quiet Sunday noon (12:00 to 14:00)")
  })
  it('writes the year when it is not this one', () => {
    expect(says('Run the dishwasher tonight', '2026-12-31T20:00')).toContain('“tonight”: now to Fri 1 Jan 2027, 08:00')
  })
})

describe('households that differ', () => {
  const now = wallToInstant('2026-11-22T18:45', zone)
  const { household } = sampleHousehold(now, zone)
  const second = { id: 'van', name: 'Camper van', aliases: ['the car'], powerKw: 3.7, runMinutes: 240, contiguous: false, noisy: false, vehicle: true }

  it('two devices of one name are asked about, and the answer is understood', () => {
    const both = { ...household, devices: [...household.devices, second] }
    expect(summary(understand('Charge the car tonight', { now, household: both }))).toBe('unclear [the car means Electric car | the car means Camper van] !Charge the car tonight')
    expect(summary(understand('Charge the car tonight — the car means Camper van', { now, household: both }))).toBe('22 18:45–23 08:00; van')
  })
  it('two breakfasts are asked about', () => {
    const routine = { id: 'max-breakfast', name: "Max's breakfast", aliases: [], people: ['max'], days: ['mo' as const], from: '06:15', to: '06:30', quiet: false }
    const two = { ...household, routines: [...household.routines, routine] }
    expect(summary(understand('Run the dishwasher before breakfast', { now, household: two }))).toBe("unclear [breakfast means Emma's breakfast | breakfast means Max's breakfast] !before breakfast")
    expect(summary(understand("Run the dishwasher before Max's breakfast", { now, household: two }))).toBe('22 18:45–23 06:15; dishwasher by 23 06:15')
  })
  it('a household without devices is told so', () => {
    expect(summary(understand('Run the dishwasher tonight', { now, household: { ...household, devices: [] } }))).toBe('problem understand.no-devices')
  })
  it('a quiet device is not held back by quiet time, so such words are asked about', () => {
    expect(summary(understand('Charge the car tonight, but not while the baby sleeps', { now, household }))).toBe('unclear [] !not while the baby sleeps')
  })
  it('a person called Will is not the verb', () => {
    const will = { ...household, people: [...household.people, { id: 'will', name: 'Will', role: 'adult' as const, aliases: [], hue: 1 }] }
    expect(summary(understand('Charge the car, Will leaves at 7:15 am', { now, household: will }))).toBe('22 18:45–23 07:15; car leaves 23 07:15')
  })
})

describe('German says the same as English', () => {
  const NOW = '2026-11-22T17:50'
  it.each([
    ['Spülmaschine heute Nacht laufen lassen, wenn der Strom billig ist', 'Run the dishwasher tonight when power is cheap'],
    ['Lass die Spülmaschine heute Nacht laufen, wenn der Strom günstig ist', 'Run the dishwasher tonight when power is cheap'],
    ['Geschirrspüler und Waschmaschine heute Nacht, wenn es am günstigsten ist', 'Dishwasher and washing machine tonight when power is cheap'],
    ['Lade das Auto bis morgen früh um 7', 'Charge the car until tomorrow morning at 7'],
    ['Starte die Waschmaschine nach 20 Uhr', "Start the washing machine after 8 pm"],
    ['Die Spülmaschine soll bis 6 Uhr fertig sein', 'The dishwasher should be finished by 6 am'],
  ])('%s', (german, english) => {
    const plan = summary(read(english, NOW))
    expect(plan).toMatch(/dishwasher|washing-machine|car/)
    expect(summary(read(german, NOW))).toBe(plan)
  })
  it.each(['Auto am Samstagvormittag reservieren', 'Auto in die Werkstatt bringen am Freitag um 9', 'Waschmaschine reparieren lassen am Montag', 'Was kostet eine neue Spülmaschine?'])('but is no run: %s', (text) => { expect(summary(read(text, NOW))).toMatch(/^question/) })
  it('finds machines by what they are called in German', () => {
    const household = { ...sample, zone, devices: sample.devices.map((device) => ({ ...device, name: { dishwasher: 'Spülmaschine', 'washing-machine': 'Waschmaschine', 'tumble-dryer': 'Trockner', car: 'Elektroauto' }[device.id] ?? device.name, aliases: [] })) }
    const planned = understand('Spülmaschine und Trockner heute Nacht laufen lassen', { now: wallToInstant(NOW, zone), household })
    expect(planned.ok && planned.value.intent === 'plan' ? planned.value.loads.map(({ deviceId }) => deviceId).sort() : planned).toEqual(['dishwasher', 'tumble-dryer'])
  })
})

describe('in German', () => {
  const spoken = (text: string): Result<Request> => { setLanguage({ language: 'de', locale: 'de-DE' }); return read(text, '2026-11-22T18:45') }
  afterEach(() => { setLanguage({ language: 'en', locale: 'en-GB' }) })
  const saysOf = (result: Result<Request>): string[] => (result.ok && result.value.intent !== 'question' ? result.value.readings.map(({ says }) => says) : [])

  it('the readings are in the household’s language', () => {
    expect(saysOf(spoken('Lass die Spülmaschine heute Nacht laufen, wenn der Strom billig ist, bis 7 Uhr fertig'))).toEqual(['Dishwasher: ein Lauf von 1 h 15 min', '„heute Nacht“: jetzt bis Mo 23. Nov., 08:00', 'Dishwasher: fertig bis Mo 23. Nov., 07:00', 'So günstig wie möglich'])
  })
  it('a question is asked and answered in it', () => {
    const text = 'Spülmaschine heute Nacht laufen lassen, so billig und so schnell wie möglich', asked = spoken(text)
    expect(asked).toMatchObject({ value: { intent: 'unclear', ask: 'Was zählt mehr: „billig“ oder „so schnell wie möglich“?', choices: ['der Preis entscheidet', 'die Zeit entscheidet'] } })
    expect(['der Preis', 'die Zeit'].map((choice) => { const plan = spoken(`${text} — ${choice} entscheidet`); return plan.ok && plan.value.intent === 'plan' ? plan.value.objective : plan })).toEqual(['cost', 'earliest'])
  })
})
