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
  it.each([['de', 'Der Akku ist leer'], ['de', 'Oma ist alle'], ['de', 'Die Feier ist aus'], ['de', 'Der Preis ist leer'], ['en', 'the price is gone'], ['en', 'the battery is empty'], ['en', 'the party is over']] as const)('%s: %s is nothing to buy', async (language, text) => { expect(proposed(await last(language, text)).filter((one) => one.startsWith('+'))).toEqual([]) })
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

describe('a list is no machine', () => {
  it.each([
    ['en', 'Put eggs and dishwasher tablets on the list', ['+ Eggs on Shopping', '+ Dishwasher tablets on Shopping']],
    ['de', 'Eier und Spülmaschinentabs auf die Liste', ['+ Eier on Einkauf', '+ Spülmaschinentabs on Einkauf']],
    ['en', 'Delete the shopping list', ['- Oat milk', '- Apples', '- Washing powder']], ['de', 'Einkaufsliste leeren', ['- Hafermilch', '- Äpfel', '- Waschpulver']],
    ['de', 'Äpfel abhaken', ['~ Äpfel on Einkauf']],
  ] as const)('%s: %s', async (language, text, changes) => {
    const turn = await last(language, text)
    expect(turn.answer.runs).toEqual([])
    expect(proposed(turn)).toEqual(changes)
  })
  it('“put the bins out” is nothing to plug in', async () => { expect(proposed(await last('en', 'put the bins out tonight'))).toEqual(['+ Bins out 2026-11-22T19:00:00Z']) })
})

describe('who could, who is in', () => {
  it.each([
    ['en', 'Is anyone free Friday at 3 to pick up Max?', /^Free then: Lena/], ['de', 'Hat jemand Freitag um 15 Uhr Zeit, Max abzuholen?', /^Dann frei: Lena/],
    ['en', "who's home on Sunday afternoon?", /^Free then: Tom and Lena/], ['de', 'wer ist Sonntagnachmittag zu Hause?', /^Dann frei: Tom und Lena/],
  ] as const)('%s: %s', async (language, text, says) => { expect((await last(language, text)).answer.text).toMatch(says) })
})

it('where nobody lives yet, nobody is called busy', async () => {
  setLanguage({ language: 'en', locale: locales.en })
  used = await openHouse({}, {}, { language: 'en', locale: locales.en })
  const home = await used.handlers.household.read(null)
  if (!home.ok) throw new Error(home.problem.name)
  await used.handlers.household.write({ ...home.value, people: [], tariffs: home.value.tariffs })
  await used.begin()
  expect((await used.say('Is anyone free on Friday at 3?', 'here')).answer.text).toMatch(/^No adult is in the household yet/)
})

describe('what is asked of the calendar', () => {
  it.each([
    ['en', "What's for tomorrow?", /early shift/], ['en', 'what needs doing tomorrow?', /Water the plants/], ['en', 'What did we do last weekend?', /14 Nov/],
    ['en', 'how many days until Christmas?', /33 days/], ['de', 'Wie viele Tage sind es bis Weihnachten?', /33 Tage/], ['en', "Ruth's phone number?", /\+353/],
    ['en', 'When did Emma last go to the zoo?', /nothing that answers/],
  ] as const)('%s: %s', async (language, text, says) => { expect((await last(language, text)).answer.text).toMatch(says) })
  it.each(['When did Germany last win the World Cup?', 'What did Einstein do?', 'What happened in 1989?', 'How many days until the election?'])('%s: is left to who knows the world', async (text) => {
    const { answer } = await last('en', text)
    expect([answer.proposal, answer.text === '' ? answer.problem?.name : answer.text.replace(/^I found nothing like .*/, 'nothing')]).toEqual([null, expect.stringMatching(/^(?:understand\.no-words|nothing)$/)])
  })
  it('the last time is the newest that is over', async () => {
    used = await openHouse({}, {}, { language: 'en', locale: locales.en })
    for (const day of ['2026-03-02', '2026-09-14', '2027-01-11']) await used.handlers.calendar.save({ id: null, scope: 'one', event: { title: 'Emma: orthodontist', start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z`, zone: 'Europe/Berlin', allDay: false, people: ['emma'] } })
    await used.begin()
    expect((await used.say('When did Emma last go to the orthodontist?', 'here')).answer.text).toMatch(/14 September 2026|14 Sept? 2026|14\/09\/2026/)
  })
  it.each([['en', 'how much would it cost to charge the car tonight?', 'Electric car'], ['de', 'was kostet es, das Auto heute Nacht zu laden?', 'Elektroauto']] as const)('%s: what a run costs is told by its plan', async (language, text, device) => {
    const { answer } = await last(language, text)
    expect([answer.runs.map(({ title }) => title), answer.unread]).toEqual([[device], []])
    expect(answer.text).toMatch(/4[.,]33/)
  })
})

describe('more than one event', () => {
  it.each([['en', "Swap Max's football with Emma's piano", 'Max: football practice', 'Emma: piano lesson'], ['de', "Tausche Max' Fußball mit Emmas Klavier", 'Max: Fußballtraining', 'Emma: Klavierstunde']] as const)('%s: two change places, each as long as it was', async (language, text, one, other) => {
    expect(proposed(await last(language, text))).toEqual([`~ ${one} 2026-11-25T15:00:00Z`, `~ ${other} 2026-11-26T16:00:00Z`])
  })
  it.each([['en', 'Move everything on Friday to Saturday'], ['de', 'Verschieb alles am Freitag auf Samstag']] as const)('%s: all of a day goes to another', async (language, text) => {
    const moved = proposed(await last(language, text))
    expect(moved).toHaveLength(2)
    for (const one of moved) expect(one).toMatch(/2026-11-28T/)
  })
  it.each([['en', "add a note to Emma's piano: bring the blue book", 'Bring the blue book'], ['de', 'Schreib eine Notiz zu Emmas Klavier: blaues Buch mitbringen', 'Blaues Buch mitbringen']] as const)('%s: a note is added', async (language, text, note) => {
    expect((await last(language, text)).answer.proposal?.changes).toMatchObject([{ kind: 'edit', after: { note } }])
  })
})

describe('an hour is found', () => {
  it.each([
    ['en', 'Can you find an hour for a walk with Tom this weekend?', '+ Walk 2026-11-28T09:00:00Z'], ['de', 'Finde eine Stunde für einen Spaziergang mit Tom am Wochenende', '+ Spaziergang 2026-11-28T09:00:00Z'],
    ['en', 'Find 30 minutes for the tax return on Wednesday afternoon', '+ Tax return 2026-11-25T13:00:00Z'],
  ] as const)('%s: %s', async (language, text, change) => { expect(proposed(await last(language, text))).toEqual([change]) })
  it('around what stands there already', async () => {
    const [found = ''] = proposed(await last('en', 'Find an hour for a walk with Tom on Monday'))
    // Tom works until 16:45 that day.
    expect(found >= '+ Walk 2026-11-23T15:45:00Z').toBe(true)
  })
  it('a row of times is not found but planned', async () => { expect((await last('en', 'Find time to train for a marathon, three times a week')).answer.proposal).toBeNull() })
})

describe('small words that meant something else', () => {
  it.each([
    ['de', 'Die Schule ist am Montag zu', '+ Schule zu 2026-11-22T23:00:00Z'], ['en', 'School is closed on Monday', '+ School is closed 2026-11-22T23:00:00Z'],
    ['en', "We're having guests on Saturday", '+ Guests 2026-11-27T23:00:00Z'], ['de', 'Am Samstag kommen Gäste', '+ Gäste 2026-11-27T23:00:00Z'], ['de', 'Nächste Woche habe ich Urlaub', '+ Urlaub 2026-11-22T23:00:00Z'],
    ['de', 'Miete am 1. jeden Monats überweisen', '+ Miete überweisen 2026-11-30T23:00:00Z FREQ=MONTHLY;BYMONTHDAY=1'], ['de', 'Erinnere Tom alle drei Tage ans Blumengießen', '+ Blumengießen 2026-11-21T23:00:00Z FREQ=DAILY;INTERVAL=3'],
    ['de', 'Am Samstag Umzugskisten', '+ Umzugskisten 2026-11-27T23:00:00Z'], ['de', 'Am Samstag Fahrt zu Bekannten', '+ Fahrt zu Bekannten 2026-11-27T23:00:00Z'],
    ['de', 'Zahnarzt 30 Minuten länger', '~ Lena: Zahnarzt 2026-11-24T08:30:00Z'], ['de', 'Max hat am 3. Dezember um 10:15 Zahnarzt, erinnere mich am Tag vorher', '+ Zahnarzt 2026-12-03T09:15:00Z'],
  ] as const)('%s: %s', async (language, text, change) => { expect(proposed(await last(language, text))).toEqual([change]) })
  it('“ich fahre um 6:30” is when the car leaves', async () => {
    const { answer } = await last('de', 'Auto über Nacht laden, ich fahre um 6:30')
    expect(answer.runs.map(({ title }) => title)).toEqual(['Elektroauto'])
    expect(answer.runs[0]?.spans.at(-1)?.to.slice(0, 16)).toMatch(/^2026-11-23T0[0-5]:/)
  })
  it('a choice in German is answered in German', async () => {
    const { answer } = await last('de', 'Spülmaschine nach dem Abendessen laufen lassen')
    expect(answer.choices[0]).toBe('Abendessen meint 18:00')
    expect((await last('de', 'Spülmaschine nach dem Abendessen laufen lassen — Abendessen meint 18:00')).answer.runs).toHaveLength(1)
  })
})

describe('somebody tells what they have done', () => {
  it.each([
    ['en', 'I watered the plants', 'Water the plants', null], ['en', 'Max did the bins', 'Bins out', 'max'], ['en', 'Mark the plants as watered', 'Water the plants', null],
    ['de', 'Ich habe die Pflanzen gegossen', 'Pflanzen gießen', null], ['de', 'Max hat den Müll rausgebracht', 'Mülltonnen rausstellen', 'max'],
  ] as const)('%s: %s', async (language, text, title, by) => {
    const [change] = (await last(language, text)).answer.proposal?.changes ?? []
    if (change?.kind !== 'edit-task') throw new Error('nothing was ticked off')
    expect([change.after.title, change.after.done[0]?.by]).toEqual([title, by])
  })
  it.each(['I took the kids to the zoo', 'I slept well', 'I finished my book', 'Ich habe gut geschlafen', 'Ich habe viel gemacht'])('%s: is conversation, and is left to it', async (text) => { expect((await last(/Ich/.test(text) ? 'de' : 'en', text)).answer.problem?.name).toBe('understand.no-words') })
  it('what was bought comes off the list', async () => { expect(proposed(await last('en', 'I bought the apples'))).toEqual(['~ Apples on Shopping']) })
  it('what is booked for a day is an entry', async () => { expect(proposed(await last('en', 'I booked the hairdresser for Friday at 3pm'))[0]).toMatch(/2026-11-27T14:00:00Z/) })
  it('what nobody has to do is not ticked off', async () => { expect((await last('en', 'I watered the neighbours')).answer.proposal).toBeNull() })
})

describe('days, cars and chores in other hands', () => {
  it.each([
    ['en', 'Clear my Friday', ['- Tom: early shift, with the car', '- Bruno: vaccination at the vet']], ['de', 'Freitag freiräumen', ['- Tom: Frühschicht, mit dem Auto', '- Bruno: Impfung beim Tierarzt']],
    ['en', "Copy Emma's piano to Friday", ['+ Emma: piano lesson 2026-11-27T15:00:00Z']], ['en', 'Add milk', ['+ Milk on Shopping']],
    ['en', "I'm meeting Sarah for coffee on Thursday at 3", ['+ Meeting Sarah for coffee 2026-11-26T14:00:00Z']], ['en', 'All day event: school trip on 4 December', ['+ School trip 2026-12-03T23:00:00Z']],
    ['en', "Mia's party, Sat 3-6pm, bring a present", ["+ Mia's party, bring a present 2026-11-28T14:00:00Z"]], ['de', 'Wir sind vom 23. bis 27. Dezember weg', ['+ Weg 2026-12-22T23:00:00Z']],
    ['de', 'Der Zahnarzt wurde auf Freitag 11 Uhr verschoben', ['~ Lena: Zahnarzt 2026-11-27T10:00:00Z']], ['de', 'Gib Bruno jeden Morgen um 8 seine Tablette', ['+ Gib Bruno seine Tablette 2026-11-23T07:00:00Z FREQ=DAILY']],
    ['de', 'Erinnere mich jeden Sonntagabend daran, den Müll rauszustellen', ['+ Müll rausstellen 2026-11-22T17:00:00Z FREQ=WEEKLY;BYDAY=SU']],
  ] as const)('%s: %s', async (language, text, changes) => { expect(proposed(await last(language, text))).toEqual(changes) })
  it.each([
    ['en', 'Who has the car on Friday?', /early shift, with the car/], ['de', 'Wer hat am Freitag das Auto?', /Frühschicht, mit dem Auto/], ['en', "what's the wifi password?", /seven green teapots/],
    ['en', 'assign the plants to Emma', /Emma’s turn/], ['en', 'Am I free tomorrow afternoon?', /Who is “me”/], ['de', 'Habe ich morgen Nachmittag Zeit? — ich bin Tom', /^Tom ist nicht frei/],
    ['de', 'Schreib Emmas Lehrerin eine Mail, dass sie krank ist', /Emmas Lehrerin,/],
  ] as const)('%s: %s', async (language, text, says) => { expect((await last(language, text)).answer.text).toMatch(says) })
  it.each([['en', 'Piano is now an hour long', 'Emma: piano lesson'], ['de', 'Klavier dauert jetzt eine Stunde', 'Emma: Klavierstunde']] as const)('%s: %s', async (language, text, title) => {
    const [change] = (await last(language, text)).answer.proposal?.changes ?? []
    if (change?.kind !== 'edit') throw new Error('nothing was changed')
    expect([change.after.title, Date.parse(change.after.end) - Date.parse(change.after.start)]).toEqual([title, 3_600_000])
  })
})
