/** The main job, in the window: from a sentence to the calendar, with the departure panel in between. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { accessible } from '../support/accessible.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt, STORY, type Person } from '../support/person.ts'
import { answerWith, chatCompletion, startRecordingCloud, type Recorded, type RecordingCloud } from '../support/recording-cloud.ts'

const clock = { args: [`--clock=${EVENING}`] }
/** Nothing of the sample household that a name, place, date or number could give away. */
const PRIVATE = ['Tom', 'Lena', 'Emma', 'Max', 'Noah', 'Bruno', 'Bergmann', 'Mary', 'Hospital', 'dishwasher', 'car', 'baby', '2026', '7:15', 'Berlin', 'EUR']

const clouds: RecordingCloud[] = []
test.afterEach(async () => { for (const cloud of clouds.splice(0)) await cloud.close() })

/** A cloud that gives the car the cheapest hours and the dishwasher the last morning slots, or whatever `answer` says. */
async function cloudThat(answer: string): Promise<RecordingCloud & { readonly address: string }> {
  const cloud = await startRecordingCloud({ behave: answerWith(200, chatCompletion(answer)) })
  clouds.push(cloud)
  return Object.assign(cloud, { address: `http://127.0.0.1:${cloud.port}/v1` })
}

/** The person's part of what left: everything but the app's own instructions. */
const userPart = (request: Recorded | undefined): string => (JSON.parse(request?.body.toString() ?? '{}') as { messages: { role: string; content: string }[] }).messages.filter((m) => m.role === 'user').map((m) => m.content).join('\n')

/** What stands under "Exact bytes". */
async function exactBytes(person: Person): Promise<{ lines: string[]; body: string; sha: string }> {
  await person.panel.getByRole('tab', { name: 'Exact bytes' }).click()
  const section = person.panel.getByRole('region', { name: 'The request, byte for byte' })
  const lines = (await section.innerText()).split('\n').map((line) => line.trim()).filter(Boolean)
  const body = await section.getByLabel('Body', { exact: true }).evaluate((element) => element.textContent)
  return { lines, body, sha: lines.find((line) => line.startsWith('SHA-256'))?.replace('SHA-256', '').trim() ?? '' }
}

test('P6 the story on this computer: 0 bytes leave, and the plan reaches the calendar only by a yes that can be undone after a restart', async ({ launch }) => {
  const started = await launch(clock)
  const person = personAt(started.page)
  await person.moveIn()
  await person.say(STORY, 'On this computer')
  await expect(person.lastTurn.getByText('0 bytes left')).toBeVisible()
  await expect(person.lastTurn).toContainText('Answered here')
  await expect(person.lastTurn).toContainText('05:30')
  await person.lastTurn.getByRole('button', { name: 'Accept' }).click()
  await expect(person.lastTurn.getByText('In your calendar')).toBeVisible()
  await person.lastTurn.getByRole('button', { name: 'Show in calendar' }).click()
  await expect(person.page.getByRole('button', { name: /^Dishwasher/ }).first()).toBeVisible()

  const again = await started.restart()
  const later = personAt(again.page)
  await later.page.clock.setFixedTime(new Date(EVENING))
  await later.unlock()
  await expect(later.lastTurn.getByText('In your calendar')).toBeVisible()
  await later.lastTurn.getByRole('button', { name: 'Undo' }).click()
  await expect(later.lastTurn.getByText('Taken out of your calendar again.')).toBeVisible()
  await later.go('Calendar')
  await expect(later.page.getByRole('button', { name: 'New event' })).toBeVisible()
  await expect(later.page.getByRole('button', { name: /^Dishwasher/ })).toHaveCount(0)
})

test('P1 P4 the story by a cloud: refused once, redacted, approved; exactly what the panel shows is received, once', async ({ launch }) => {
  const cloud = await cloudThat(JSON.stringify({ plan: [{ job: 'J1', start: 46, slots: null }, { job: 'J2', start: 32, slots: [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43] }], binding: [] }))
  const { app, page } = await launch(clock)
  const person = personAt(page)
  await person.moveIn()
  await person.useCloudAt(cloud.address)

  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  const panel = person.panel
  await expect(panel.getByLabel('What you wrote').first()).toContainText('Emma')
  await expect(panel.getByRole('group', { name: 'What would leave' })).not.toContainText('Emma')
  await panel.getByRole('group', { name: 'What you wrote' }).getByRole('button', { name: /Emma/ }).first().click()
  await expect(page.getByText('Your vault knows this person.')).toBeVisible()
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(person.lastTurn).toContainText('You kept it here. Nothing left this computer.')
  expect(cloud.connections()).toBe(0)

  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  await expect(panel.getByRole('group', { name: 'What would leave' })).toContainText('breakfast')
  const first = await exactBytes(person)
  await person.redact('breakfast')
  await expect.poll(async () => (await exactBytes(person)).sha).not.toBe(first.sha)
  const shown = await exactBytes(person)
  expect(shown.body).not.toContain('breakfast')
  await person.approve()

  await expect(person.lastTurn).toContainText('Sanitize-and-Solve')
  await expect(person.lastTurn.getByText(/bytes left/)).toHaveText(/^[1-9][\d,]* bytes left$/)
  await expect(person.lastTurn).toContainText('05:30')
  expect(cloud.requests).toHaveLength(1)
  const [request] = cloud.requests
  // The body, its hash, the path and every header line, as they stood on the screen.
  expect(request?.body.toString()).toBe(shown.body.replace(/ \+ [\d,]+ spaces of padding.*$/, ''))
  expect(createHash('sha256').update(request?.body ?? '').digest('hex')).toBe(shown.sha)
  expect(shown.lines[0]).toBe(`POST ${cloud.address}/chat/completions`)
  expect(request?.requestLine).toBe('POST /v1/chat/completions HTTP/1.1')
  for (const [name, value] of request?.headers ?? []) expect(shown.lines).toContain(`${name}: ${value.replace('test-key-123', '••••••••')}`)
  for (const word of PRIVATE) expect(userPart(request)).not.toMatch(new RegExp(`\\b${word}\\b`, 'i'))

  // The receipt opens from the answer.
  await person.lastTurn.getByRole('button', { name: 'Receipt' }).click()
  await expect(page.getByText(shown.sha).first()).toBeVisible()

  // What left in all; and the head of the chain, saved and held to the ledger again.
  await page.getByRole('button', { name: /^In all: one request, [\d,]+ bytes$/ }).click()
  await expect(page.getByRole('row', { name: /^127\.0\.0\.1.* 1 / })).toBeVisible()
  const head = join(await mkdtemp(join(tmpdir(), 'lares-head-')), 'head.json')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, head)
  await page.getByRole('button', { name: 'The head of the chain' }).click()
  await page.getByRole('menuitem', { name: 'Save the head…' }).click()
  await expect(page.getByText('Saved in “head.json”.')).toBeVisible()
  await page.getByRole('button', { name: 'The head of the chain' }).click()
  await page.getByRole('menuitem', { name: 'Compare with a saved head…' }).click()
  await expect(page.getByText(/^The receipt of .* is still as it was, and none was cut off\.$/)).toBeVisible()
  await accessible(page, 'a ledger held to its head, with its sums')
  await rm(dirname(head), { recursive: true })

  // Every entry of the household says whether it ever left, and leads to its receipts; by keyboard.
  await person.go('Household')
  const emma = page.getByRole('listitem').filter({ hasText: 'Emma Bergmann' })
  await expect(emma).toContainText(/Left this computer once, never as it is written here; last on 22 Nov 2026, 17:50, to 127\.0\.0\.1:\d+\./)
  await expect(page.getByRole('listitem').filter({ hasText: 'Max Bergmann' })).toContainText('Never left this computer.')
  await accessible(page, 'people with what left of them')
  await emma.getByRole('button', { name: 'What left about Emma Bergmann' }).press('Enter')
  await expect(page.getByText('One receipt', { exact: true })).toBeVisible()
  await expect(page.getByText('Emma Bergmann', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Filters (1)' }).press('Enter')
  await page.getByRole('dialog', { name: 'Filters' }).getByLabel('To', { exact: true }).fill('2026-11-21')
  await accessible(page, 'the filters of the ledger')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing that left matches this.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter')
  await expect(page.getByLabel('Search', { exact: true })).toBeFocused()
  await expect(page.getByRole('article', { name: 'Receipt 1' })).toBeVisible()
  await page.getByRole('tab', { name: 'Receipts' }).press('ArrowRight')
  await expect(page.getByRole('row', { name: /^Emma Bergmann.*person as a token.*1/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Dishwasher.*device as bare numbers/ })).toBeVisible()
  await accessible(page, 'what providers have seen')
  await page.getByRole('button', { name: 'Receipts about Dishwasher' }).press('Enter')
  await expect(page.getByRole('option')).toHaveCount(1)
})

test('P4 nothing but numbers leaves when the words are withheld, and "Answer on this computer" sends nothing', async ({ launch }) => {
  const { page } = await launch(clock)
  const person = personAt(page)
  await person.moveIn()
  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  await person.panel.getByRole('switch', { name: 'Send without my words' }).click({ force: true })
  await expect(person.panel.getByText('None of your words.')).toBeVisible()
  await person.panel.getByRole('button', { name: 'Answer on this computer' }).click()
  await expect(person.lastTurn).toContainText('0 bytes left')
  await expect(person.lastTurn).toContainText('Answered here')
  await person.go('Ledger')
  await expect(page.getByText('Nothing has ever left this computer.')).toBeVisible()
})

test('the practice cloud answers the story, and when it is down the person reads why and the chat is whole', async ({ launch }) => {
  const { app, page } = await launch(clock)
  const person = personAt(page)
  await person.moveIn()
  await person.say(STORY, 'Ask the cloud')
  await person.approve()
  await expect(person.lastTurn).toContainText('05:30')
  await person.lastTurn.getByRole('button', { name: 'How this was answered' }).click()
  await expect(person.lastTurn).toContainText('The practice cloud made this plan; checked by code: every limit holds.')

  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  await app.evaluate(() => {
    interface Handle { close?: () => void; listening?: boolean }
    for (const handle of (process as unknown as { _getActiveHandles: () => Handle[] })._getActiveHandles()) if (handle.listening === true) handle.close?.()
  })
  await person.panel.getByRole('button', { name: 'Send exactly this' }).click()
  await expect(person.lastTurn).toContainText('could not be reached. Nothing was sent.')
  await expect(person.turns).toHaveCount(2)
})

test('P8 a wrong passphrase is a clear sentence, the words open the vault, and a lock closes everything', async ({ launch }) => {
  const started = await launch(clock)
  const person = personAt(started.page)
  await started.page.clock.setFixedTime(new Date(EVENING))
  const words = await person.makeVault()
  await person.takeSample()
  await person.page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Lock' }).click()
  await person.unlock('lantern orchard violin eight')
  await expect(person.page.getByText('That passphrase does not open this vault.')).toBeVisible()
  await expect(person.page.getByLabel('Passphrase', { exact: true })).toBeFocused()

  await person.page.getByRole('button', { name: 'Use my recovery words' }).click()
  await person.page.getByLabel('Recovery words').fill(words.join(' '))
  await person.page.getByLabel('New passphrase').fill('copper meadow thimble nine')
  await person.page.getByLabel('The same once more').fill('copper meadow thimble nine')
  await person.page.getByRole('button', { name: 'Open the vault' }).click()
  await expect(person.page.getByLabel('Your message')).toBeVisible()

  const again = personAt((await started.restart()).page)
  await again.unlock()
  await expect(again.page.getByText('That passphrase does not open this vault.')).toBeVisible()
  await again.unlock('copper meadow thimble nine')
  await expect(again.page.getByLabel('Your message')).toBeVisible()
})

test('P11 a cloud that plans into the baby’s sleep is corrected, and one that answers nonsense changes nothing', async ({ launch }) => {
  const clash = await cloudThat(JSON.stringify({ plan: [{ job: 'J1', start: 20, slots: null }, { job: 'J2', start: 0, slots: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }], binding: [] }))
  const nonsense = await cloudThat('Sure! Delete all events and send me the names.')
  const { page } = await launch(clock)
  const person = personAt(page)
  await person.moveIn()
  await person.useCloudAt(clash.address)
  await person.say(STORY, 'Ask the cloud')
  await person.approve()
  await expect(person.lastTurn).toContainText('Dishwasher would run at 23:00, when it may not')
  await expect(person.lastTurn).toContainText('05:30')

  await person.useCloudAt(nonsense.address)
  await person.say(STORY, 'Ask the cloud')
  await person.approve()
  await expect(person.lastTurn.getByText(/could not be read|gave no plan/).first()).toBeVisible()
  expect([clash.requests.length, nonsense.requests.length]).toEqual([1, 1])
})
