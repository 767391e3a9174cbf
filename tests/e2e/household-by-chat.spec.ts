/** The household by chat, in the window: sentences in English and German, each accepted, and the calendar looked at after a restart. */
import { instantToWall } from '../../shared/time.ts'
import { expect, test, type Launched } from '../support/launch.ts'
import { EVENING, personAt, type Person } from '../support/person.ts'

const clock = { args: [`--clock=${EVENING}`] }

interface Shown { readonly title: string; readonly start: string; readonly end: string; readonly zone: string }
interface Window { readonly lares: { readonly calendar: { readonly between: (span: { from: string; to: string }) => Promise<{ ok: true; value: Shown[] }> }; readonly tasks: { readonly list: (nothing: null) => Promise<{ ok: true; value: { title: string; list?: string; doneAt?: string; turn?: string; due?: { at: string; zone: string } }[] }> }; readonly household: { readonly read: (nothing: null) => Promise<{ ok: true; value: { people: { id: string; note?: string }[]; notes: { text: string }[]; rules: { kind: string; phrase: string }[] } }> } } }

/** What the window is given of these weeks, on the clock of the house. */
const calendar = async ({ page }: Launched, from = '2026-11-22T00:00:00Z', to = '2026-12-20T00:00:00Z'): Promise<readonly string[]> =>
  (await page.evaluate((span) => (globalThis as unknown as Window).lares.calendar.between(span), { from, to })).value.map(({ title, start, end, zone }) => `${title} ${instantToWall(start, zone)}–${instantToWall(end, zone).slice(11)}`)

/** Says it, sees the answer, and accepts what is proposed. */
const settle = async (person: Person, text: string, answer: RegExp | string): Promise<void> => {
  await person.say(text, 'Auto')
  await expect(person.lastTurn).toContainText(text)
  await expect(person.lastTurn).toContainText(answer)
  const accept = person.lastTurn.getByRole('button', { name: 'Accept' })
  await accept.click()
  await expect(accept).toBeHidden()
}
const ask = async (person: Person, text: string, answer: RegExp | string): Promise<void> => {
  await person.say(text, 'Auto')
  await expect(person.lastTurn).toContainText(text)
  await expect(person.lastTurn).toContainText(answer)
  await expect(person.lastTurn.getByRole('button', { name: 'Accept' })).toBeHidden()
}

test('sentences in English: proposed, accepted, and there after a restart; questions write nothing', async ({ launch }) => {
  let launched = await launch(clock)
  let person = personAt(launched.page)
  await person.moveIn()

  await settle(person, "Move Lena's dentist to next Thursday half past four", 'from Tue 24 Nov, 09:30–10:15 to Thu 26 Nov, 16:30–17:15')
  await person.say('Bins out every other Tuesday evening, alternate between Tom and me', 'Auto')
  await expect(person.lastTurn).toContainText('Who is “me”?')
  await person.lastTurn.getByRole('button', { name: 'me means Lena' }).click()
  await expect(person.lastTurn).toContainText('Tom and Lena in turn')
  await person.lastTurn.getByRole('button', { name: 'Accept' }).click()
  await ask(person, 'Who can pick up Max on Thursday?', 'Free then: Tom and Lena')
  await settle(person, 'Dentist for Emma on 3 December at 10', 'Thu 3 Dec, 10:00–11:00')
  await settle(person, 'Remind me an hour and a half before', '1 h 30 min before')
  await settle(person, 'Emma has ballet every Wednesday from 5 to 6 pm', 'Wed 25 Nov, 17:00–18:00')
  await settle(person, 'Cancel ballet on 2 December', 'Wed 2 Dec')
  await settle(person, 'Cancel football on Thursday', 'is cancelled')
  await settle(person, 'Push the vet back by an hour', 'Fri 27 Nov, 11:00–11:30')
  await settle(person, 'Lunch with Grandma on Sunday 6 December at noon', 'Sun 6 Dec, 12:00–13:00')
  await settle(person, 'Make it 30 minutes longer', '12:00–13:30')
  await settle(person, 'Remind me to call the plumber tomorrow at 9', 'Call the plumber')
  await settle(person, 'Add milk and eggs to the shopping list', 'milk and eggs')
  await ask(person, "What's on the shopping list?", /Milk, Eggs/)
  await settle(person, 'Emma is allergic to peanuts', 'To be remembered about Emma')
  await settle(person, 'Never mention the clinic', 'will never leave this computer')
  await ask(person, 'Is Tom free on Friday between 9 and 11?', 'Tom is not free')
  await ask(person, "What's on tomorrow?", 'Tom: early shift')

  launched = await launched.restart(clock)
  person = personAt(launched.page)
  await launched.page.clock.setFixedTime(new Date(EVENING))
  await person.unlock()
  await expect(person.lastTurn).toContainText('Tom: early shift')
  const shown = await calendar(launched)
  expect(shown).toEqual(expect.arrayContaining(['Lena: dentist 2026-11-26T16:30–17:15', 'Dentist 2026-12-03T10:00–11:00', 'Ballet 2026-11-25T17:00–18:00', 'Ballet 2026-12-09T17:00–18:00', 'Bruno: vaccination at the vet 2026-11-27T11:00–11:30', 'Lunch with Grandma 2026-12-06T12:00–13:30']))
  expect(shown.filter((one) => /football|Ballet 2026-12-02/.test(one))).toEqual([])
  const tasks = (await launched.page.evaluate(() => (globalThis as unknown as Window).lares.tasks.list(null))).value.map(({ title }) => title)
  expect(tasks).toEqual(expect.arrayContaining(['Bins out', 'Call the plumber', 'Milk', 'Eggs']))
  const home = (await launched.page.evaluate(() => (globalThis as unknown as Window).lares.household.read(null))).value
  expect(home.people.find(({ id }) => id === 'emma')?.note).toContain('Emma is allergic to peanuts.')
  expect(home.rules).toMatchObject([{ kind: 'forbid', phrase: 'clinic' }])

  await settle(person, 'Undo that', 'This takes it back')
  expect((await launched.page.evaluate(() => (globalThis as unknown as Window).lares.household.read(null))).value.rules).toEqual([])
})

test('Sätze auf Deutsch: vorgeschlagen, angenommen, nach dem Neustart noch da', async ({ launch }) => {
  let launched = await launch(clock)
  let person = personAt(launched.page)
  await person.moveIn()

  await settle(person, 'Zahnarzt für Emma am 3. Dezember um 10 Uhr', 'Do. 3. Dez., 10:00–11:00')
  await settle(person, 'Verschiebe Emmas Zahnarzt auf Freitag, den 4. Dezember, halb fünf', 'Fr. 4. Dez., 16:30–17:30')
  await settle(person, 'Emma hat jeden Mittwoch von 17 bis 18 Uhr Ballett', 'Mi. 25. Nov., 17:00–18:00')
  await person.say('Sag Ballett ab', 'Auto')
  await person.lastTurn.getByRole('button', { name: /^nur der am Mi\. 25\. Nov\./ }).click()
  await expect(person.lastTurn).toContainText('entfällt')
  await person.lastTurn.getByRole('button', { name: 'Accept' }).click()
  await settle(person, 'Setze Milch und Eier auf die Einkaufsliste', 'Milch und Eier')
  await settle(person, 'Erinnere mich morgen um 9 Uhr an den Klempner', 'Klempner')
  await ask(person, 'Wer kann Max am Donnerstag abholen?', 'Dann frei: Tom und Lena')
  await ask(person, 'Wann ist Emmas Zahnarzt?', 'Fr. 4. Dez., 16:30–17:30')

  launched = await launched.restart(clock)
  person = personAt(launched.page)
  await person.unlock()
  await expect(person.lastTurn).toContainText('Fr. 4. Dez.')
  const shown = await calendar(launched)
  expect(shown).toEqual(expect.arrayContaining(['Zahnarzt 2026-12-04T16:30–17:30', 'Ballett 2026-12-02T17:00–18:00']))
  expect(shown.filter((one) => one.includes('Ballett 2026-11-25'))).toEqual([])
})
