/** What a family says in passing, each after what was said before it, in the whole house with no model. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Turn } from '../../shared/conversation.ts'
import { setLanguage } from '../../shared/language.ts'
import { openHouse, type House } from '../support/house.ts'

const locales = { en: 'en-GB', de: 'de-DE' } as const
/** What nobody says yes to changes nothing, and needs no house of its own. */
let houses: Readonly<Record<'en' | 'de', House>>, used: House | undefined
beforeAll(async () => { houses = { en: await openHouse({}, {}, { language: 'en', locale: locales.en }), de: await openHouse({}, {}, { language: 'de', locale: locales.de }) } })
afterEach(async () => { if (used !== undefined && used !== houses.en && used !== houses.de) await used.close(); used = undefined })
afterAll(async () => { await houses.en.close(); await houses.de.close(); setLanguage({ language: 'en', locale: 'en-GB' }) })

const proposed = ({ answer }: Turn): string[] => (answer.proposal?.changes ?? []).map((change) => {
  if (change.kind === 'household') return change.after?.list ?? ''
  if (change.kind === 'remove' || change.kind === 'remove-task') return `- ${change.before.title}`
  const { after } = change, sign = change.kind.startsWith('add') ? '+' : '~'
  return 'start' in after ? `${sign} ${after.title} ${after.start}${after.repeats === undefined ? '' : ` ${after.repeats.rrule ?? ''}`}` : `${sign} ${after.title}${after.list === undefined ? '' : ` on ${after.list}`}${after.due === undefined ? '' : ` ${after.due.at}`}${after.repeats?.from === 'due' ? ` ${after.repeats.rrule}` : ''}`
})
async function last(language: 'en' | 'de', ...said: readonly string[]): Promise<Turn> {
  // Of two houses in one process the one that is asked speaks.
  setLanguage({ language, locale: locales[language] })
  const isTaken = said.some((text) => /^(?:yes|ja)$/.test(text))
  used = isTaken ? await openHouse({}, {}, { language, locale: locales[language] }) : houses[language]
  await used.begin()
  let turn: Turn | undefined
  for (const text of said) turn = await used.say(text, 'here')
  if (turn === undefined) throw new Error('nothing was said')
  return turn
}

describe('what is used up goes on the list', () => {
  it.each([
    ['en', 'We are running out of nappies', '+ Nappies on Shopping'], ['en', "we're low on milk", '+ Milk on Shopping'], ['en', 'the coffee is all gone', '+ Coffee on Shopping'], ['en', 'no bread left', '+ Bread on Shopping'],
    ['de', 'Kaffee ist alle', '+ Kaffee on Einkauf'], ['de', 'kein Brot mehr da', '+ Brot on Einkauf'], ['de', 'Die Butter ist fast alle', '+ Butter on Einkauf'],
    ['de', 'Die Milch ist aus', '+ Milch on Einkauf'], ['de', 'Milch ist leer', '+ Milch on Einkauf'], ['en', 'the milk is empty', '+ Milk on Shopping'], ['en', 'bread is done', '+ Bread on Shopping'],
  ] as const)('%s: %s', async (language, text, change) => { expect(proposed(await last(language, text))).toEqual([change]) })
  it.each([['de', 'Der Akku ist leer'], ['de', 'Oma ist alle'], ['en', 'the battery is empty'], ['en', 'the party is over']] as const)('%s: %s is nothing to buy', async (language, text) => { expect(proposed(await last(language, text)).filter((one) => one.startsWith('+'))).toEqual([]) })
  it('somebody who is gone does not', async () => { expect(proposed(await last('en', 'Tom is gone'))).not.toContain('+ Tom on Shopping') })
})

describe('a reminder of nothing but the time', () => {
  it.each([
    ['en', 'remind me in 20 minutes', '+ Reminder 2026-11-22T17:10:00Z'], ['en', 'set a timer for ten minutes', '+ Reminder 2026-11-22T17:00:00Z'],
    ['de', 'Timer auf 10 Minuten', '+ Erinnerung 2026-11-22T17:00:00Z'], ['de', 'Stell einen Timer für eine Viertelstunde', '+ Erinnerung 2026-11-22T17:05:00Z'],
  ] as const)('%s: %s', async (language, text, change) => { expect(proposed(await last(language, text))).toEqual([change]) })
})

describe('a day is cleared', () => {
  it.each([
    ['en', 'delete everything on Friday', ['- Tom: early shift, with the car', '- Bruno: vaccination at the vet']],
    ['de', 'lösch alles am Freitag', ['- Tom: Frühschicht, mit dem Auto', '- Bruno: Impfung beim Tierarzt']],
  ] as const)('%s: %s', async (language, text, changes) => { expect(proposed(await last(language, text))).toEqual(changes) })
})

describe('what was just taken is put right', () => {
  it.each([
    ['en', ['Vacuum on Saturday', 'yes', 'no, every week'], '~ Vacuum 2026-11-27T23:00:00Z FREQ=WEEKLY'],
    ['en', ['Vacuum on Saturday', 'no, every week'], '~ Vacuum 2026-11-27T23:00:00Z FREQ=WEEKLY'],
    ['en', ['Chess club on Thursday at 5pm', 'yes', 'actually make it 6'], '~ Chess club 2026-11-26T17:00:00Z'],
    ['en', ['Remind me to call the bank tomorrow at 9', 'yes', 'actually make it 10'], '~ Call the bank 2026-11-23T09:00:00Z'],
    ['de', ['Staubsaugen am Samstag', 'ja', 'nein, jede Woche'], '~ Staubsaugen 2026-11-27T23:00:00Z FREQ=WEEKLY'],
    ['de', ['Schach am Donnerstag um 17 Uhr', 'ja', 'lieber um 15 Uhr'], '~ Schach 2026-11-26T14:00:00Z'],
  ] as const)('%s: %s', async (language, said, change) => { expect(proposed(await last(language, ...said)).map((one) => one.replace(/^\+/, '~'))).toEqual([change]) })
})

describe('machines by what is done with them', () => {
  it.each([
    ['en', ["Wash tonight when it's cheap"], 'Washing machine'], ['en', ['do the laundry when power is cheap'], 'Washing machine'],
    ['de', ["Wäsche heute Nacht, wenn's billig ist"], 'Waschmaschine'], ['de', ['Auto bis 7 Uhr laden'], 'Elektroauto'], ['de', ['Spülmaschine nach 22 Uhr anmachen'], 'Spülmaschine'],
    ['en', ['Run the washing machine tonight', 'yes', 'And the dryer afterwards'], 'Tumble dryer'], ['de', ['Waschmaschine heute Nacht laufen lassen', 'ja', 'Und danach der Trockner'], 'Wäschetrockner'],
  ] as const)('%s: %s', async (language, said, device) => {
    const turn = await last(language, ...said)
    expect(turn.answer.runs.map(({ title }) => title)).toEqual([device])
    expect(turn.answer.unread).toEqual([])
  })
  it('after ten in the evening is before the next morning', async () => {
    const [run] = (await last('en', 'Turn on the dishwasher after 10 pm')).answer.runs
    expect(run?.spans[0]?.from.slice(0, 16)).toMatch(/^2026-11-2(?:2T21|2T22|2T23|3T0[0-6])/)
  })
  it('what comes afterwards begins when the other is done', async () => {
    const [run] = (await last('en', 'Run the washing machine tonight', 'yes', 'And the dryer afterwards')).answer.runs
    const washed = (await used?.turns() ?? []).find(({ answer }) => answer.runs[0]?.title === 'Washing machine')?.answer.runs[0]?.spans[0]?.to ?? ''
    expect(run?.spans[0]?.from !== undefined && run.spans[0].from >= washed).toBe(true)
  })
})

it('finds a thing by the head of its name', async () => {
  expect((await last('en', 'Take out the bins on Thursday at 7pm', 'yes', 'When does the bin go out?')).answer.text).toContain('Take out the bins')
})

describe('what is done', () => {
  it.each([
    ['en', ['I need to call the plumber by Friday', 'yes', 'the plumber is done'], 'Call the plumber'],
    ['de', ['Hausaufgaben machen bis Freitag', 'ja', 'Die Hausaufgaben sind fertig'], 'Hausaufgaben machen'],
  ] as const)('%s: is ticked off', async (language, said, title) => {
    const { answer } = await last(language, ...said)
    expect(answer.proposal?.changes).toMatchObject([{ kind: 'edit-task', before: { title }, after: { title, done: [{ skipped: false }] } }])
  })
  it.each([['en', 'the laundry is done'], ['de', 'Die Steuererklärung ist fertig']] as const)('%s: %s, and no task of that name, is neither kept nor run', async (language, text) => {
    const { answer } = await last(language, text)
    expect(answer).toMatchObject({ proposal: null, runs: [], status: 'done' })
  })
})

describe('what hands do with what a machine does not', () => {
  it.each([
    ['en', 'hang up the laundry tomorrow', '+ Hang up the laundry 2026-11-22T23:00:00Z'], ['en', 'empty the dishwasher tomorrow', '+ Empty the dishwasher 2026-11-22T23:00:00Z'], ['en', 'clean the dishwasher filter on Saturday', '+ Clean the dishwasher filter 2026-11-27T23:00:00Z'],
  ] as const)('%s: %s', async (language, text, change) => { expect(proposed(await last(language, text))).toEqual([change]) })
})

describe('whose turn it is, by what is done', () => {
  it.each([['en', 'Who takes the bins out on Thursday?', /^“Bins out”: Tom’s turn/], ['de', 'Wer bringt am Donnerstag den Müll raus?', /^„Mülltonnen rausstellen“: Tom ist dran/]] as const)('%s: %s', async (language, text, says) => { expect((await last(language, text)).answer.text).toMatch(says) })
  it('who is able to is asked otherwise', async () => { expect((await last('en', 'who can take out the bins on Thursday?')).answer.text).toMatch(/^Free then/) })
})

describe('“it” that is charged, and “before that”', () => {
  it.each([['en', 'Tom leaves tomorrow at 7:15, charge it before that', 'Electric car'], ['de', 'Tom fährt morgen um 7:15 los, lade es vorher', 'Elektroauto']] as const)('%s: %s', async (language, text, device) => {
    const { answer } = await last(language, text)
    expect(answer.unread).toEqual([])
    expect(answer.runs.map(({ title }) => title)).toEqual([device])
    expect(answer.runs[0]?.spans.at(-1)?.to.slice(0, 16)).toMatch(/^2026-11-23T0[0-6]:/)
  })
})

describe('an hour on a clock of 24', () => {
  it('is no question in German', async () => {
    const { answer } = await last('de', 'Trockner nach 9 Uhr laufen lassen')
    expect(answer.choices).toEqual([])
    expect(answer.runs[0]?.spans[0]?.from.slice(0, 16)).toMatch(/^2026-11-23T(?:0[89]|1\d):/)
  })
  it('still is one in English, and without “Uhr”', async () => {
    expect((await last('en', "Run the dryer after 9 o'clock")).answer.choices).toHaveLength(2)
    expect((await last('de', 'Trockner nach 9 laufen lassen')).answer.choices).toHaveLength(2)
  })
  it('“Tom braucht morgen um 7 Uhr das Auto” is an entry, not a run at seven', async () => {
    expect(proposed(await last('de', 'Tom braucht morgen um 7 Uhr das Auto'))).toEqual(['+ Tom braucht das Auto 2026-11-23T06:00:00Z'])
  })
})

describe('a yes to a question with one answer', () => {
  it('gives that answer', async () => {
    const { answer, text } = await last('en', 'Tom needs the car tomorrow at 7 in the morning', 'yes')
    expect(text).toBe('Tom needs the car tomorrow at 7 in the morning — charge the Electric car')
    expect(answer.runs.map(({ title }) => title)).toEqual(['Electric car'])
  })
})

describe('a time alone, with nothing before it', () => {
  it.each([['en', 'rather at 3 pm', 'Which event do you mean?'], ['de', 'lieber um 15 Uhr', 'Welcher Termin ist gemeint?']] as const)('%s: is asked about', async (language, text, ask) => { expect((await last(language, text)).answer.text).toBe(ask) })
})
