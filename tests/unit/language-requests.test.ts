/** Household requests by rule: what is asked for, when, how often, by whom; what is refused, what is asked back, and what was said about each reading. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RequestContext } from '../../electron/language/requests/read-requests.ts'
import { readRequests } from '../../electron/language/requests/read-requests.ts'
import { languageTagOf } from '../../electron/language/which-language.ts'
import { evaluateLanguage } from '../../evals/language.ts'
import { wallToInstant } from '../../shared/time.ts'
import type { HouseholdRequest } from '../../shared/understanding.ts'
import { Requests } from '../../shared/understanding.ts'

const zone = 'Europe/Berlin'
const nobody: RequestContext['household'] = { people: [], places: [] }
const person = (id: string, name: string, ...aliases: string[]) => ({ id, name, aliases, role: 'adult' as const, hue: 0 })
const at = (now: string, more: Partial<RequestContext> = {}): RequestContext => ({ now: wallToInstant(now, zone), zone, language: 'en', household: nobody, ...more })
const sunday = at('2026-11-22T10:00'), german = at('2026-11-22T10:00', { language: 'de' })
const read = (text: string, context = sunday): HouseholdRequest => readRequests(text, context)[0]!
const brief = ({ intent, start, end, due, duration, shift, repetition, title, people }: HouseholdRequest): string =>
  [intent, title, start, end, due === undefined ? undefined : `by ${due}`, duration, shift, repetition?.rrule, people.length === 0 ? undefined : `(${people.map(({ id, name }) => id ?? name).join(', ')})`].filter((part) => part !== undefined).join(' | ')

describe('what is asked for, on Sunday 22 November 2026 at 10:00', () => {
  const rows: [string, string][] = [
    ["Move Lena's dentist to next Thursday half past four", "move | Lena's dentist | 2026-11-26T16:30 | (Lena)"],
    ['Lunch with Anna on Friday at 1 for an hour and a half', 'create | Lunch with Anna | 2026-11-27T13:00 | 2026-11-27T14:30 | PT1H30M | (Anna)'],
    ['Night shift on Friday from 10 pm to 6 am', 'create | Night shift | 2026-11-27T22:00 | 2026-11-28T06:00'],
    ['Conference December 7–9', 'create | Conference | 2026-12-07 | 2026-12-10'],
    ['Vacation from December 20th to January 3rd', 'create | Vacation | 2026-12-20 | 2027-01-04'],
    ['Tax return is due by 31 January', 'create | Tax return | by 2027-01-31'],
    ['the day before Christmas: pick up the tree', 'create | pick up the tree | 2026-12-24'],
    ['Next year on March 3rd at 10am: MRI', 'create | MRI | 2027-03-03T10:00'],
    ['the Friday after next at 6 pm: dinner with Paul', 'create | dinner with Paul | 2026-12-04T18:00 | (Paul)'],
    ['Monday after Christmas: dentist at 9', 'create | dentist | 2026-12-28T09:00'],
    ['Renew the passport in six months', 'create | Renew the passport | 2027-05-22'],
    ['Breakfast 8 tomorrow', 'create | Breakfast | 2026-11-23T08:00'],
    ['Drop off the car on Tuesday before 9', 'create | car | by 2026-11-24T09:00'],
    ['From Friday 6 pm to Sunday noon: camping', 'create | camping | 2026-11-27T18:00 | 2026-11-29T12:00'],
    ['Move dinner from 7 to 8', 'move | dinner | 2026-11-22T20:00'],
    ["Change Emma's ballet on Wednesday to 4:30", "move | Emma's ballet | 2026-11-25T16:30 | (Emma)"],
    ['Meeting at 4 o\'clock on Thursday the 3rd', 'create | Meeting | 2026-12-03T16:00'],
    ['Leap party on 29 February', 'create | Leap party | 2028-02-29'],
    ['Bring the team call forward by 30 minutes', 'move | team call | -PT30M'],
    ['Cancel all piano lessons in December', 'cancel | all piano lessons | 2026-12-01 | 2027-01-01'],
    ['Book club on Monday at 8', 'create | Book club | 2026-11-23T20:00'],
    ['Book the tennis court for Saturday 10-12', 'create | tennis court | 2026-11-28T10:00 | 2026-11-28T12:00'],
    ['Remind me an hour and a half before', 'remind'],
    ['never mention the clinic', 'rule | never mention the clinic'],
    ['The wifi password is swordfish', 'fact | The wifi password is swordfish'],
    ['Undo that', 'undo'],
    ['Show me next week', 'list | 2026-11-23 | 2026-11-30'],
    ['Write an email to the landlord', 'write | Write an email to the landlord'],
    ['Find a slot of 90 minutes for Tom and Anna tomorrow afternoon', 'plan | Find a slot of 90 minutes for Tom and Anna tomorrow afternoon | 2026-11-23T14:00 | PT1H30M | (Tom, Anna)'],
  ]
  it.each(rows)('%s', (text, expected) => { expect(brief(read(text))).toBe(expected) })
})

describe('German through the same grammar', () => {
  const rows: [string, string][] = [
    ['Verschiebe Lenas Zahnarzt auf nächsten Donnerstag um halb fünf', 'move | Lenas Zahnarzt | 2026-11-26T16:30 | (Lena)'],
    ['Kannst du den Zahnarzt auf Freitag verschieben?', 'move | Zahnarzt | 2026-11-27'],
    ['Sag den Babysitter am Freitag ab', 'cancel | Babysitter | 2026-11-27'],
    ['Termin am 12.3. um 14 Uhr', 'create | Termin | 2027-03-12T14:00'],
    ['Alle 3 Monate am 5. Wurmkur für den Hund', 'create | Wurmkur für den Hund | 2026-12-05 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5'],
    ['Dreiviertel acht morgen früh Arzt', 'create | Arzt | 2026-11-23T07:45'],
    ['Dienstags und donnerstags von 18 bis 19:30 Uhr Deutschkurs', 'create | Deutschkurs | 2026-11-24T18:00 | 2026-11-24T19:30 | FREQ=WEEKLY;BYDAY=TU,TH'],
    ['Soll ich den Zahnarzt absagen?', 'ask | Soll ich den Zahnarzt absagen'],
    ['Erwähne niemals die Klinik', 'rule | Erwähne niemals die Klinik'],
  ]
  it.each(rows)('%s', (text, expected) => { expect(brief(read(text, german))).toBe(expected) })
  it('says times back in German', () => {
    expect(read('Chor jeden Montag um 20 Uhr bis 14. Dezember', german).readings.map(({ says }) => says)).toContain('alle Woche am Mo, ab Mo 23. Nov, 20:00, bis Mo 14. Dez')
  })
})

describe('repetition (RFC 5545)', () => {
  const rows: [string, string, string][] = [
    ['bins out every other Tuesday evening', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-11-24T18:00'],
    ['cleaner every 1st and 15th of the month', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-12-01'],
    ['monthly book club on the second Wednesday at 8 pm', 'FREQ=MONTHLY;BYDAY=2WE', '2026-12-09T20:00'],
    ['poker every last Friday of the month at 8 pm', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27T20:00'],
    ['salary on the last working day of the month', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30'],
    ['shift every weekday at 6 am except Wednesdays', 'FREQ=WEEKLY;BYDAY=MO,TU,TH,FR', '2026-11-23T06:00'],
    ['physio every Monday at 10 for six weeks', 'FREQ=WEEKLY;BYDAY=MO;COUNT=6', '2026-11-23T10:00'],
    ['yoga on Mondays and Wednesdays at 6 pm for six weeks', 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12', '2026-11-23T18:00'],
    ['every year on 14 May cake', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=14', '2027-05-14'],
    ['yoga every Tuesday in January at 6 pm', 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270131T225959Z', '2027-01-05T18:00'],
  ]
  it.each(rows)('%s', (text, rrule, start) => { expect(read(text).repetition).toMatchObject({ rrule, start }) })
  it('ends in UTC after the last day of the zone where it has a time, and in a date where it has none', () => {
    expect(read('football every Thursday at 5 pm from September until June').repetition).toEqual({ rrule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20280630T215959Z', start: '2027-09-02T17:00', exdates: [], exceptions: [] })
    expect(read('mow the lawn every ten days from April to October').repetition?.rrule).toBe('FREQ=DAILY;INTERVAL=10;UNTIL=20271031')
  })
  it('turns dates that are excepted into EXDATEs at the hour of the series, and never drops an exception without dates', () => {
    expect(read('salsa every Friday at 8 pm except 25 December and 1 January').repetition?.exdates).toEqual(['2026-12-25T20:00', '2027-01-01T20:00'])
    expect(read('football every Saturday except the first Saturday of the month').repetition).toMatchObject({ rrule: 'FREQ=WEEKLY;BYDAY=SA', exceptions: ['the first Saturday of the month'] })
    const choir = read('choir every Monday at 8 pm except in the holidays')
    expect(choir.repetition?.exceptions).toEqual(['in the holidays'])
    expect(choir.readings.map(({ says }) => says)).toContain('every week on Mon, from Mon 23 Nov, 20:00, except in the holidays')
  })
  it('lets an occurrence of this minute be the first, and one a minute ago not', () => {
    expect(read('stretch every day at 10:00').start).toBe('2026-11-22T10:00')
    expect(read('stretch every day at 10:00', at('2026-11-22T10:01')).start).toBe('2026-11-23T10:00')
  })
  it.each(['feed the cat twice a day', 'tennis three times a week'])('asks when: %s', (text) => { expect(read(text).unclear?.ask).toMatch(/When exactly/) })
})

describe('what does not exist is refused, with its reason', () => {
  const rows: [string, RegExp][] = [
    ['party on the 31st of November at 3 pm', /November has 30 days/],
    ['party on 30 February', /February has 29 days/],
    ['party on 29 February 2027', /February 2027 has 28 days/],
    ['call at 25:00 tomorrow', /A day has 24 hours/],
    ['lunch at 12:75', /An hour has 60 minutes/],
    ['meeting at 13 pm', /There is no 13 pm/],
    ['party on 32 December', /No month has more than 31 days/],
    ['party on Friday the 13th at 8 pm', /13 December 2026 is no Friday/],
  ]
  it.each(rows)('%s', (text, why) => {
    const request = read(text)
    expect(request.unclear?.ask).toMatch(why)
    expect(request.start).toBeUndefined()
  })
  it('in German too', () => {
    expect(read('Am 31.11. Zahnarzt', german).unclear?.ask).toMatch(/Der November hat 30 Tage/)
    expect(read('Termin morgen um 25 Uhr', german).unclear?.ask).toMatch(/24 Stunden/)
  })
  it('moves a time that the clock change skips on by the gap, and says so', () => {
    const backup = read('backup on 28 March 2027 at 2:30 am')
    expect(backup.start).toBe('2027-03-28T03:30')
    expect(backup.readings.map(({ says }) => says)).toContain('Sun 28 Mar 2027, 03:30')
  })
})

describe('what may mean two things asks, and every choice is read back', () => {
  const rows: [string, string[]][] = [
    ['Meet Tom tomorrow at 7', ['2026-11-23T07:00', '2026-11-23T19:00']],
    ['Dentist on Monday or Tuesday at 4', ['2026-11-23T16:00', '2026-11-24T16:00']],
    ['Call with Paul on Monday at 10 or 11', ['2026-11-23T10:00', '2026-11-23T11:00']],
    ['Hike this weekend', ['2026-11-22', '2026-11-28']],
    ['Party on 31 November', ['2026-11-30', '2026-12-01']],
  ]
  it.each(rows)('%s', (text, starts) => {
    const { unclear } = read(text)
    expect(unclear?.choices.map((choice) => read(`${text} — ${choice}`)).map(({ start, unclear: still }) => [start, still])).toEqual(starts.map((start) => [start, undefined]))
  })
  it('takes the half of the day that the words speak of', () => {
    expect(['Breakfast', 'Dinner', 'Dentist'].map((what) => read(`${what} tomorrow at 8`).start)).toEqual(['2026-11-23T08:00', '2026-11-23T20:00', '2026-11-23T08:00'])
  })
  it('asks about words of time that it did not read, and keeps them in titles that are none', () => {
    expect(read('Meeting quarter past midnight').unclear?.ask).toMatch(/may say when/)
    expect(read('Buy the weekly paper on Monday at noon')).toMatchObject({ title: 'Buy the weekly paper', start: '2026-11-23T12:00' })
  })
  it('asks to when something is postponed', () => { expect(read('Postpone the dentist').unclear?.ask).toBe('To when should dentist move?') })
})

describe('several requests in one message', () => {
  const rows: [string, string[]][] = [
    ['Cancel football on Thursday and move piano to Friday at 5', ['cancel | football | 2026-11-26', 'move | piano | 2026-11-27T17:00']],
    ['Tomorrow: dentist 9 am, hairdresser 11 am', ['create | dentist | 2026-11-23T09:00', 'create | hairdresser | 2026-11-23T11:00']],
    ['Dentist on Monday at 9, haircut on Tuesday at 10 and vet on Wednesday at 11', ['create | Dentist | 2026-11-23T09:00', 'create | haircut | 2026-11-24T10:00', 'create | vet | 2026-11-25T11:00']],
    ['Trash every Tuesday, recycling every other Wednesday', ['create | Trash | 2026-11-24 | FREQ=WEEKLY;BYDAY=TU', 'create | recycling | 2026-11-25 | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE']],
    ['Physio on the 15th and the 20th at 4', ['create | Physio | 2026-12-15T16:00', 'create | Physio | 2026-12-20T16:00']],
    ['Rent the van on Friday and give it back on Sunday at 6', ['create | Rent the van | 2026-11-27', 'create | give it back | 2026-11-29T18:00']],
    ['Cancel yoga on Monday and football on Tuesday', ['cancel | yoga | 2026-11-23', 'cancel | football | 2026-11-24']],
    ['Is the car free on Saturday from 10 to 12?', ['ask | Is the car free on Saturday from 10 to 12 | 2026-11-28T10:00 | 2026-11-28T12:00']],
    ['The spare key hangs in the shed and is marked blue', ['fact | The spare key hangs in the shed and is marked blue']],
    ['Tomorrow no football, but swimming at 4', ['cancel | football | 2026-11-23', 'create | swimming | 2026-11-23T16:00']],
    ['Thanks! Undo that', ['undo']],
  ]
  it.each(rows)('%s', (text, expected) => { expect(readRequests(text, sunday).map(brief)).toEqual(expected) })
  it('keeps reminders with their event', () => {
    expect(readRequests('Dinner on Friday at 7:30 pm, remind me two hours before and a day before', sunday).map(({ intent, reminders }) => [intent, reminders])).toEqual([['create', ['PT2H', 'P1D']]])
  })
})

describe('corrections', () => {
  const mended = (first: string, then: string): HouseholdRequest => read(then, at('2026-11-22T10:00', { previous: read(first) }))
  it('the other Tuesday is a week later, or the one that was left out', () => {
    expect(mended('Dentist on Tuesday at 4 for an hour', 'No, the other Tuesday')).toMatchObject({ intent: 'create', title: 'Dentist', start: '2026-12-01T16:00', end: '2026-12-01T17:00' })
    expect(mended('Dentist on 1 December at 4', 'No, the other Tuesday').start).toBe('2026-11-24T16:00')
    expect(read('No, the other Tuesday').unclear?.ask).toBe('Which one do you mean?')
  })
  it('replaces the day or the time, and keeps the rest', () => {
    expect(mended('Dentist on Tuesday at 4', 'no, I meant Friday').start).toBe('2026-11-27T16:00')
    expect(mended('Dentist on Tuesday at 4', 'sorry, 5 pm').start).toBe('2026-11-24T17:00')
    expect(mended('Move yoga to Monday', 'Not Monday, Wednesday')).toMatchObject({ intent: 'move', start: '2026-11-25' })
  })
  it('needs no comma, and leaves the thing and its people as they were', () => {
    const mendedIn = (first: string, then: string, context: RequestContext): string => full(read(then, { ...context, previous: read(first, context) }))
    expect(mendedIn('Eye test for Nina on 8 December at 4pm', 'no the 12th at 3pm', sunday)).toBe('create | Eye test | 2026-12-12T15:00 | (Nina)')
    expect(mendedIn('Eye test on Thursday at 2pm', "no wait, I said 2 but it's at 5pm", sunday)).toBe('create | Eye test | 2026-11-26T17:00')
    expect(mendedIn('Hand in the form by Friday', 'no, by Monday', sunday)).toBe('create | Hand in the form | by 2026-11-23')
    expect(mendedIn('Flohmarkt am 5. Dezember', 'nee, ich meinte den 9.', german)).toBe('create | Flohmarkt | 2026-12-09')
    expect(mendedIn('Friseur am Freitag um 9 Uhr', 'quatsch, um halb zehn', german)).toBe('create | Friseur | 2026-11-27T09:30')
    expect(mendedIn('Zoo am Sonntag um 11 Uhr', 'doch lieber am Samstag', german)).toBe('create | Zoo | 2026-11-28T11:00')
    expect(full(read('no football on Thursday'))).toBe('cancel | football | 2026-11-26')
  })
  it('exchanges people', () => {
    const mendedIn = (first: string, then: string, context: RequestContext): string => full(read(then, { ...context, previous: read(first, context) }))
    expect(mendedIn('Haircut for Emil on Saturday at 11am', 'no, for Nina not Emil', sunday)).toBe('create | Haircut | 2026-11-28T11:00 | (Nina)')
    expect(mendedIn("Emil's swimming on Saturday at 11am", 'sorry, I meant Nina', sunday)).toBe("create | Nina's swimming | 2026-11-28T11:00 | (Nina)")
    expect(mendedIn('Zahnarzt für Nina am 28. Januar um 15 Uhr', 'nein, nicht für Nina sondern für Paul', german)).toBe('create | Zahnarzt | 2027-01-28T15:00 | (Paul)')
  })
})

describe('what is offered with a question settles it', () => {
  const rows: [text: string, context: RequestContext, answers: string[]][] = [
    ['piano every Monday at 7', sunday, ['2026-11-23T07:00', '2026-11-23T19:00']],
    ['dentist Tuesday or Wednesday at 3 pm', sunday, ['2026-11-24T15:00', '2026-11-25T15:00']],
    ['trip at the weekend', sunday, ['2026-11-22', '2026-11-28']],
    ['dinner on 31 November', sunday, ['2026-11-30', '2026-12-01']],
    ['jeden Montag Klavier um 7', german, ['2026-11-23T07:00', '2026-11-23T19:00']],
    ['Zahnarzt Dienstag oder Mittwoch um 15 Uhr', german, ['2026-11-24T15:00', '2026-11-25T15:00']],
    ['Ausflug am Wochenende', german, ['2026-11-22', '2026-11-28']],
    ['Am 31.11. Abendessen', german, ['2026-11-30', '2026-12-01']],
  ]
  it.each(rows)('%s', (text, context, answers) => {
    const asked = read(text, context)
    expect(asked.unclear?.choices.map((choice) => { const { unclear, start } = read(`${text} — ${choice}`, context); return unclear === undefined ? start : unclear.ask })).toEqual(answers)
  })
})

describe('people and places', () => {
  const household = { people: [person('lena', 'Lena', 'Mum'), person('tom-1', 'Tom Berg', 'Tom'), person('tom-2', 'Tom Alt', 'Tom'), person('will', 'Will')], places: [{ id: 'clinic', name: "St. Mary's Hospital", aliases: ['the hospital'] }] }
  const home = at('2026-11-22T10:00', { household })
  it('gives the household’s by id, also by another name and in the genitive, and others as written', () => {
    expect(read("Mum's lunch with Dr. Hofer and Priya tomorrow at noon", home).people).toEqual([{ name: 'Lena', id: 'lena' }, { name: 'Dr. Hofer' }])
    expect(read('Abendessen mit Frau Olsen und Lenas Chor am Freitag um 19 Uhr', { ...home, language: 'de' }).people).toEqual([{ name: 'Frau Olsen' }, { name: 'Lena', id: 'lena' }])
    expect(read('Check-up at the hospital on Monday at 9', home).places).toEqual([{ name: "St. Mary's Hospital", id: 'clinic' }])
  })
  it('asks which of two', () => { expect(read('Lunch with Tom on Monday at noon', home).unclear).toEqual({ ask: 'Which tom do you mean?', choices: ['tom means Tom Berg', 'tom means Tom Alt'] }) })
  it('takes a small will for the word', () => { expect(read('Grandma will visit on Monday', home).people).toEqual([{ name: 'Grandma' }]) })
  it('takes turns only between several', () => {
    expect(read('bins every Tuesday, alternate between Tina and me')).toMatchObject({ rotates: true, people: [{ name: 'Tina' }, { name: 'me' }] })
    expect(read('bins on alternate Tuesdays').rotates).toBe(false)
  })
})

describe('every reading is stated, with the phrase it came from', () => {
  const said = (text: string, context = sunday): string[] => read(text, context).readings.map(({ says, span }) => `${text.slice(span!.start, span!.end)} = ${says}`)
  const rows: [string, string[]][] = [
    ['Dentist on 3 December from 16:30 to 17:15', ['on 3 December = Thu 3 Dec, 16:30–17:15', 'from 16:30 to 17:15 = Thu 3 Dec, 16:30–17:15']],
    ['Guitar at 8ish tonight', ['at 8ish tonight = about Sun 22 Nov, 20:00']],
    ['Skiing in mid January', ['in mid January = about Fri 15 Jan 2027']],
    ['Walk after dinner', ['after dinner = about Sun 22 Nov, 19:30']],
    ['Camping from Friday to Sunday', ['from Friday to Sunday = Fri 27 Nov – Sun 29 Nov']],
    ['Tax return by 31 January', ['by 31 January = by Sun 31 Jan 2027']],
  ]
  it.each(rows)('%s', (text, expected) => { expect(said(text)).toEqual(expected) })
})

describe('the order of day and month', () => {
  it('goes by the language, and where English does not say by the zone', () => {
    const starts = (text: string): (string | undefined)[] => ['en', 'en-GB', 'en-US', 'de'].map((language) => read(text, at('2026-11-22T10:00', { language })).start)
    expect(starts('Dentist 12/03/2027')).toEqual(['2027-03-12', '2027-03-12', '2027-12-03', '2027-03-12'])
    expect(read('Dentist 12/03/2027', { ...sunday, zone: 'America/New_York' }).start).toBe('2027-12-03')
  })
})


/** A reading with its reminders, its exceptions and what is asked. */
const full = (request: HouseholdRequest): string => [brief(request), ...(request.repetition?.exdates.length ? [`except ${request.repetition.exdates.join(' ')}`] : []), ...request.reminders, ...(request.unclear === undefined ? [] : ['?'])].join(' | ')
const all = (text: string, context = sunday): string[] => readRequests(text, context).map(full)

describe('several dates of one month, and dates whose month is said behind', () => {
  const rows: [string, RequestContext, string[]][] = [
    ['pottery every Monday at 6pm except 21 and 28 December', sunday, ['create | pottery | 2026-11-23T18:00 | FREQ=WEEKLY;BYDAY=MO | except 2026-12-21T18:00 2026-12-28T18:00']],
    ['piano on Fridays at 4, not on 18 December', sunday, ['create | piano | 2026-11-27T16:00 | FREQ=WEEKLY;BYDAY=FR | except 2026-12-18T16:00']],
    ['Chor jeden Mittwoch um 20 Uhr, außer am 23. und am 30. Dezember und am 6. Januar', german, ['create | Chor | 2026-11-25T20:00 | FREQ=WEEKLY;BYDAY=WE | except 2026-12-23T20:00 2026-12-30T20:00 2027-01-06T20:00']],
    ['physio on 3 and 10 December at 9', sunday, ['create | physio | 2026-12-03T09:00', 'create | physio | 2026-12-10T09:00']],
    ['judo on Monday and Thursday at 4:30pm every week', sunday, ['create | judo | 2026-11-23T16:30 | FREQ=WEEKLY;BYDAY=MO,TH']],
    ['school fair next month on the 14th from 10 to 12', sunday, ['create | school fair | 2026-12-14T10:00 | 2026-12-14T12:00']],
    ['concert in March on the 3rd at 7pm', sunday, ['create | concert | 2027-03-03T19:00']],
    ['Opa kommt vom 3. bis 9. August', german, ['create | Opa kommt | 2027-08-03 | 2027-08-10 | (Opa)']],
    ['Skifreizeit vom 28. bis 3. Januar', german, ['create | Skifreizeit | 2026-12-28 | 2027-01-04']],
    ['trip from the 28th to the 3rd of January', sunday, ['create | trip | 2026-12-28 | 2027-01-04']],
    ['Nina and Emil are camping from Saturday to Monday', sunday, ['create | Nina and Emil are camping | 2026-11-28 | 2026-12-01 | (Nina, Emil)']],
    ['Chess camp for Otto august 2 to 6, regatta on august 14 at 9am', sunday, ['create | Chess camp | 2027-08-02 | 2027-08-07 | (Otto)', 'create | regatta | 2027-08-14T09:00']],
    ['Easter brunch on 5 December at 10', sunday, ['create | Easter brunch | 2026-12-05T10:00']],
    ['Monday club on Thursday at 5', sunday, ['create | club | ?']],
    ['dinner from Friday to yesterday', sunday, ['create | dinner | ?']],
  ]
  it.each(rows)('%s', (text, context, expected) => { expect(all(text, context)).toEqual(expected) })
})

describe('German hours, ends and verbs that part', () => {
  const rows: [string, string[]][] = [
    ['Elternabend am Mittwoch um 20 Uhr 15', ['create | Elternabend | 2026-11-25T20:15']],
    ['Klavier morgen um sechzehn Uhr dreißig', ['create | Klavier | 2026-11-23T16:30']],
    ['Grillen am Freitag um 18 Uhr 20 Personen', ['create | Grillen 20 Personen | 2026-11-27T18:00']],
    ['Yoga jeden Montag um 18 Uhr bis zum 14. Dezember', ['create | Yoga | 2026-11-23T18:00 | FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214T225959Z']],
    ['Yoga jeden Montag um 18 Uhr bis Ende März', ['create | Yoga | 2026-11-23T18:00 | FREQ=WEEKLY;BYDAY=MO;UNTIL=20270331T215959Z']],
    ['ab 21 Uhr kein Fernsehen mehr', ['rule | ab 21 Uhr kein Fernsehen mehr']],
    ['zwischen 13 und 15 Uhr keine Besucher', ['rule | zwischen 13 und 15 Uhr keine Besucher']],
    ['am Donnerstag kein Fußball', ['cancel | Fußball | 2026-11-26']],
    ['Zieh den Friseur um eine halbe Stunde vor', ['move | Friseur | -PT30M']],
    ['Verleg Lenas Training um zwei Stunden nach hinten', ['move | Lenas Training | PT2H | (Lena)']],
    ['Bitte Lenas Turnen um eine Stunde vorziehen', ['move | Lenas Turnen | -PT1H | (Lena)']],
    ['Lena muss bis Freitag um 12 Uhr das Formular abgeben', ['create | Lena muss das Formular abgeben | by 2026-11-27T12:00 | (Lena)']],
    ['Leg den Zahnarzt auf Freitag um 10 Uhr', ['move | Zahnarzt | 2026-11-27T10:00']],
    ['Trag am Donnerstag um 17 Uhr Judo ein', ['create | Judo | 2026-11-26T17:00']],
    ['Der Trockner soll bis 18 Uhr fertig sein', ['plan | Der Trockner soll bis 18 Uhr fertig sein | 2026-11-22T18:00']],
    ['Lass den Geschirrspüler laufen, wenn der Strom günstig ist', ['plan | Lass den Geschirrspüler laufen, wenn der Strom günstig ist']],
    ['Hilf mir, Omas 80. Geburtstag am 12. Oktober zu planen', ['plan | Hilf mir, Omas 80. Geburtstag am 12. Oktober zu planen | 2027-10-12 | (Oma)']],
    ['Zum 5. Training am Montag um 18 Uhr Wasser mitbringen', ['create | 5. Training Wasser mitbringen | 2026-11-23T18:00']],
    ['Treffen um 7. Danach Kino', ['create | Treffen | 2026-11-22T19:00', 'create | Kino']],
    ['Kommunion am 3. 5. um 10 Uhr', ['create | Kommunion | 2027-05-03T10:00']],
    ['Braune Tonne alle zwei Wochen donnerstags, das erste Mal am 26. November', ['create | Braune Tonne | 2026-11-26 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH']],
  ]
  it.each(rows)('%s', (text, expected) => { expect(all(text, german)).toEqual(expected) })
})

describe('public days', () => {
  const rows: [string, string, string][] = [
    ['Turkey on Thanksgiving at 3pm', 'America/New_York', '2026-11-26T15:00'], ['Turkey on Thanksgiving at 3pm', 'America/Toronto', '2027-10-11T15:00'],
    ["brunch on Mother's Day at 11", 'Europe/London', '2027-03-07T11:00'], ['brunch on mothers day at 11', 'America/New_York', '2027-05-09T11:00'], ["lunch on Father's Day at 1", 'Europe/London', '2027-06-20T13:00'], ["lunch on Father's Day at 1", 'Australia/Sydney', '2027-09-05T13:00'],
    ['fireworks on Bonfire Night at 7pm', 'Europe/London', '2027-11-05T19:00'], ["parade on St Patrick's Day at noon", 'Europe/Dublin', '2027-03-17T12:00'], ['pancakes on Shrove Tuesday at 5pm', 'Europe/London', '2027-02-09T17:00'], ['barbecue on Memorial Day at noon', 'America/Chicago', '2027-05-31T12:00'],
  ]
  it.each(rows)('%s (%s)', (text, place, start) => { expect(readRequests(text, { ...sunday, zone: place })[0]?.start).toBe(start) })
  const germanRows: [string, string][] = [
    ['Essen bei den Nachbarn an Heiligabend um 17 Uhr', '2026-12-24T17:00'], ['Raclette an Silvester um 19 Uhr', '2026-12-31T19:00'], ['Stiefel putzen an Nikolaus um 7 Uhr', '2026-12-06T07:00'], ['Kaffee am 1. Advent um 15 Uhr', '2026-11-29T15:00'], ['Kaffee am vierten Advent um 15 Uhr', '2026-12-20T15:00'],
    ['Umzug an Rosenmontag um 14 Uhr', '2027-02-08T14:00'], ['Grillen am Vatertag um 14 Uhr', '2027-05-06T14:00'], ['Radtour an Fronleichnam um 10 Uhr', '2027-05-27T10:00'], ['Wandern am Tag der Arbeit um 10 Uhr', '2027-05-01T10:00'], ['Kirche am Buß- und Bettag um 18 Uhr', '2027-11-17T18:00'],
  ]
  it.each(germanRows)('%s', (text, start) => { expect(read(text, german).start).toBe(start) })
  it.each(['dinner on Eid at 6pm', "cake on Nina's birthday at 3", 'picnic on Waitangi Day at noon', 'dinner on Lunar New Year at 6', 'move choir to Diwali at 6'])('asks about a day it does not know: %s', (text) => { expect(read(text).unclear?.ask).toMatch(/may say when/) })
  it('asks in German too, and leaves a sports day with its date alone', () => {
    expect(read('Torte an Ninas Geburtstag um 15 Uhr', german).unclear?.ask).toMatch(/könnte sagen, wann/)
    expect(full(read('sports day on 5 May at 9'))).toBe('create | sports day | 2027-05-05T09:00')
  })
})

describe('the language of a message', () => {
  it.each([['nein, Paul', 'de'], ['doch lieber halb sechs', 'de'], ['Heiligabend Raclette', 'de'], ['whats on tomorrow', 'en-GB'], ['no, Paul', 'en-GB'], ['Raclette', 'en-GB']] as const)('%s: %s', (text, language) => { expect(languageTagOf(text, zone)).toBe(language) })
  it('a household in America writes the month first', () => { expect([languageTagOf('lunch on 12/03', 'America/New_York'), languageTagOf('Zahnarzt am 3. Dezember', 'America/New_York')]).toEqual(['en-US', 'de']) })
})

describe('misspelled days', () => {
  const rows: [string, RequestContext, string, string][] = [
    ['move swimming to thrusday at 5pm', sunday, '2026-11-26T17:00', 'read as Thursday'], ['ski trip on 12 febuary', sunday, '2027-02-12', 'read as February'], ['dentist on wensday at 9', sunday, '2026-11-25T09:00', 'read as Wednesday'], ['lunch on saterdays at noon', sunday, '2026-11-28T12:00', 'read as Saturdays'],
    ['Friseur am donerstag um 15 uhr', german, '2026-11-26T15:00', 'gelesen als Donnerstag'], ['Judo am mitwoch um 16 Uhr', german, '2026-11-25T16:00', 'gelesen als Mittwoch'],
  ]
  it.each(rows)('%s', (text, context, start, says) => {
    const request = read(text, context)
    expect(request.start).toBe(start)
    expect(request.readings.map((reading) => reading.says)).toContain(says)
  })
  it('leaves words that exist, and short ones, as they are', () => { expect(['sundae tasting on Friday at 4', 'apron shopping on Friday at 4', 'Montage der Küche am Freitag um 16 Uhr'].map((text, i) => read(text, i === 2 ? german : sunday).title)).toEqual(['sundae tasting', 'apron shopping', 'Montage der Küche']) })
})

describe('titles say what, not who has it', () => {
  const rows: [string, RequestContext, string][] = [
    ['Nina has netball on Friday at 5', sunday, 'create | netball | 2026-11-27T17:00 | (Nina)'], ['Nina and Emil have art club on Tuesdays at 4', sunday, 'create | art club | 2026-11-24T16:00 | FREQ=WEEKLY;BYDAY=TU | (Nina, Emil)'],
    ['Emil is on a school trip from Monday to Wednesday', sunday, 'create | school trip | 2026-11-23 | 2026-11-26 | (Emil)'], ['Nina has to be at school at 8 tomorrow', sunday, 'create | Nina has to be at school | 2026-11-23T08:00 | (Nina)'],
    ['Nina hat am Montag um 9 Uhr einen Termin beim Kieferorthopäden', german, 'create | Termin beim Kieferorthopäden | 2026-11-23T09:00 | (Nina)'], ['morgen hat Emil um 15 Uhr Chor', german, 'create | Chor | 2026-11-23T15:00 | (Emil)'], ['Nina ist nächste Woche auf Klassenfahrt', german, 'create | Klassenfahrt | 2026-11-23 | 2026-11-30 | (Nina)'],
  ]
  it.each(rows)('%s', (text, context, expected) => { expect(full(read(text, context))).toBe(expected) })
})

describe('what is asked, planned, remembered or reminded of', () => {
  const asked = ['whats on tomorrow', 'whos picking up Nina on friday', 'wheres the car on saturday', 'whens swimming this week', 'has Emil got football tomorrow', 'is Nina free on Tuesday', 'have we got anything on friday', 'can Nina go to the party on Saturday', 'any plans for the weekend', 'remind me what time the dentist is tomorrow', 'u free on friday?']
  it.each(asked)('asks: %s', (text) => { expect(readRequests(text, sunday).map(({ intent }) => intent)).toEqual(['ask']) })
  it.each(['hat Nina am Dienstag Training', 'kann Emil am Samstag zu Oma', 'steht morgen was an', 'ist am Freitag was los'])('asks: %s', (text) => { expect(readRequests(text, german).map(({ intent }) => intent)).toEqual(['ask']) })
  it('shows a list for “can u tell me what …”', () => { expect(read('can u tell me what Nina has on friday')).toMatchObject({ intent: 'list', start: '2026-11-27' }) })
  const rows: [string, RequestContext, string[]][] = [
    ["help us organise Emil's birthday party on May 9", sunday, ["plan | help us organise Emil's birthday party on May 9 | 2027-05-09 | (Emil)"]],
    ['when could we squeeze in a haircut for Nina next week?', sunday, ['plan | when could we squeeze in a haircut for Nina next week | 2026-11-23 | 2026-11-30 | (Nina)']],
    ['start the washing machine at 2pm', sunday, ['plan | start the washing machine at 2pm | 2026-11-22T14:00']],
    ["Bella's afraid of dogs, please remember that", sunday, ["fact | Bella's afraid of dogs"]],
    ["Otto's a vegetarian", sunday, ["fact | Otto's a vegetarian"]],
    ["Emma's picnic on Friday", sunday, ["create | Emma's picnic | 2026-11-27 | (Emma)"]],
    ['Mira ist gegen Penizillin allergisch, merk dir das', german, ['fact | Mira ist gegen Penizillin allergisch']],
    ['moved the boiler man to Tuesday at 2pm', sunday, ['move | boiler man | 2026-11-24T14:00']],
    ['move the dentist on Monday to Tuesday, yoga to Friday', sunday, ['move | dentist | 2026-11-24', 'move | yoga | 2026-11-27']],
    ['book club on the 3rd or 10th of January at 8pm', sunday, ['create | book club | ?']],
    ['yoga this Friday and next at 9', sunday, ['create | yoga and next | 2026-11-27T09:00 | ?']],
    ['every Sunday in Advent light a candle', sunday, ['create | Advent light a candle | 2026-11-22 | FREQ=WEEKLY;BYDAY=SU | ?']],
    ['put milk and eggs on the list', sunday, ['list | milk and eggs on the list']],
    ['Nina takes her drops every day at 7pm for 5 days, remind her', sunday, ['create | Nina takes her drops | 2026-11-22T19:00 | FREQ=DAILY;COUNT=5 | (Nina) | PT0M']],
    ['Emil nimmt seine Tropfen jeden Abend um 19 Uhr, erinnere ihn', german, ['create | Emil nimmt seine Tropfen | 2026-11-22T19:00 | FREQ=DAILY | (Emil) | PT0M']],
    ['remind me to return the library books by Thursday noon', sunday, ['remind | return the library books | by 2026-11-26T12:00']],
    ['remind me every Friday by noon to send the report', sunday, ['remind | send the report | 2026-11-27T12:00 | FREQ=WEEKLY;BYDAY=FR']],
  ]
  it.each(rows)('%s', (text, context, expected) => { expect(all(text, context)).toEqual(expected) })
})
const evaluated = (language: string): string[] => readFileSync(new URL(`../../evals/data/language-${language}.jsonl`, import.meta.url), 'utf8').trim().split('\n')

describe('promises', () => {
  it('a question never writes', () => {
    const questions = [...evaluated('en'), ...evaluated('de')].map((line) => JSON.parse(line) as { text: string; lang: string }).filter(({ text }) => text.endsWith('?') && !/^(?:can|could|kannst|können|könnt)\b/i.test(text) && !text.includes('.'))
    expect(questions.length).toBeGreaterThan(40)
    for (const { text, lang } of questions) for (const { intent } of readRequests(text, { ...sunday, language: lang })) expect(['ask', 'list', 'plan'], text).toContain(intent)
  })

  it('any row of words fits the contract, and gives the same twice', () => {
    const vocabulary = [...new Set([...evaluated('en'), ...evaluated('de')].flatMap((line) => (JSON.parse(line) as { text: string }).text.split(' '))), '31', '.', '25:00', '—', '99', 'every', '12.12.', '\n']
    fc.assert(fc.property(fc.array(fc.constantFrom(...vocabulary), { maxLength: 25 }), fc.constantFrom('en', 'de', 'en-US'), (words, language) => {
      const text = words.join(' '), once = readRequests(text, { ...sunday, language })
      expect(Requests.safeParse(once).success, text).toBe(true)
      expect(readRequests(text, { ...sunday, language })).toEqual(once)
    }), { numRuns: 400 })
  })

  it('the phrases of the evaluation are read right, and hardly one is wrong without asking', async () => {
    for (const language of ['en', 'de', 'second', 'classes']) {
      const { summary } = await evaluateLanguage(evaluated(language))
      const shares = [...summary.matchAll(/([\d.]+) % \(\d+\) right, ([\d.]+) % \(\d+\) confidently wrong, .* of [1-9]/g)].map(([, right, wrong]) => [Number(right), Number(wrong)])
      expect(shares.length, summary).toBeGreaterThan(0)
      for (const [right, wrong] of shares) { expect(right, summary).toBeGreaterThanOrEqual(97); expect(wrong, summary).toBeLessThanOrEqual(1) }
    }
  })
})
