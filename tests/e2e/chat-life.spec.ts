/** Living with the chat: found again by a word, renamed and kept at the top, quoted, asked again and in other words, taken along and read back, and nothing typed lost. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accessible } from '../support/accessible.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'

const clock = { args: [`--clock=${EVENING}`] }

test('by keyboard: a turn found by a word and jumped to; renamed, pinned, quoted, asked again and in other words', async ({ launch }) => {
  test.slow()
  const { page } = await launch(clock), person = personAt(page), keys = page.keyboard
  const list = page.getByRole('region', { name: 'Conversations', exact: true })
  await person.moveIn()
  await person.say('Run the dishwasher tonight', 'On this computer')
  await expect(person.lastTurn.getByRole('button', { name: 'Copy the answer' })).toBeVisible()
  await page.getByRole('button', { name: 'New conversation' }).click()
  await person.say('Put the café visit on Friday at 15:00', 'On this computer')
  await expect(person.lastTurn.getByRole('button', { name: 'Copy the answer' })).toBeVisible()

  await keys.press('Control+f')
  await keys.type('dishw')
  const results = page.getByRole('list', { name: 'What was found' })
  await expect(results.locator('mark').first()).toHaveText('dishwasher')
  await expect(list.getByRole('status')).toHaveText('Found once.')
  await accessible(page, 'the search')
  await page.emulateMedia({ colorScheme: null })
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Run the dishwasher tonight' })).toBeVisible()
  await expect(page.getByRole('article', { name: 'Run the dishwasher tonight' })).toBeFocused()
  await keys.press('Control+f')
  await keys.type('CAFE nowhere')
  await expect(list.getByRole('status')).toHaveText('Nothing found.')
  await expect(list).toContainText('Every word has to begin a word')
  await keys.press('Escape')
  await expect(page.getByLabel('Search all conversations')).toHaveValue('')
  await expect(page.getByLabel('Search all conversations')).toBeFocused()

  // The older one gets a name and the place at the top.
  const menu = async (title: string, item: string): Promise<void> => {
    await tabTo(page, new RegExp(`^More about “${title}`))
    await keys.press('Enter')
    await page.getByRole('menuitem', { name: item }).press('Enter')
  }
  await menu('Run the dishwasher', 'Rename…')
  await expect(page.getByLabel('Title')).toBeFocused()
  await keys.press('Control+a')
  await keys.type('Kitchen')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Kitchen' })).toBeVisible()
  await expect(list.getByRole('listitem').last()).toContainText('Kitchen')
  await menu('Kitchen', 'Keep at the top')
  await expect(list.getByRole('listitem').first()).toContainText('Kitchen')
  await expect(list.getByRole('img', { name: 'Kept at the top' })).toBeVisible()

  await tabTo(page, /^Quote the answer/)
  await keys.press('Enter')
  await expect(page.getByLabel('Your message')).toBeFocused()
  await expect(page.getByLabel('Your message')).toHaveValue(/^> .*dishwasher/i)
  await keys.press('Control+a')
  await keys.type('half a thought')

  await tabTo(page, /^Ask again/, 'Shift+Tab')
  await keys.press('Enter')
  await expect(person.turns).toHaveCount(2)
  await expect(person.lastTurn.getByRole('button', { name: 'Ask again' })).toBeVisible()
  await tabTo(page, /^Ask in other words/, 'Shift+Tab')
  await keys.press('Enter')
  await expect(page.getByText('This one and its answer stay as they are.')).toBeVisible()
  await accessible(page, 'a question in other words')
  await page.emulateMedia({ colorScheme: null })
  await keys.press('Escape')
  await expect.poll(() => focused(page)).toContain('Ask in other words')
  await keys.press('Enter')
  await keys.press('End')
  await keys.type(', done by 7')
  await keys.press('Enter')
  await expect(person.turns).toHaveCount(3)
  await expect(person.lastTurn).toHaveAccessibleName('Run the dishwasher tonight, done by 7')
  await expect(person.turns.first()).toHaveAccessibleName('Run the dishwasher tonight')
  await expect(person.lastTurn.getByRole('button', { name: 'Ask again' })).toBeVisible()
  await expect(page.getByLabel('Your message')).toHaveValue('half a thought')
})

test('saved and read back through the system’s dialogs; what was typed outlives a crash', async ({ launch }) => {
  test.slow()
  const launched = await launch(clock), { app, page, userData } = launched, person = personAt(page)
  const json = join(userData, 'talks.json'), markdown = join(userData, 'talks.md')
  const list = page.getByRole('region', { name: 'Conversations', exact: true })
  const choose = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'Files of conversations' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const willSaveTo = (path: string): Promise<void> => app.evaluate(({ dialog }, picked) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: picked }) }, path)
  const willPick = (path: string): Promise<void> => app.evaluate(({ dialog }, picked) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] }) }, path)
  await person.moveIn()
  await person.say('Run the dishwasher tonight', 'On this computer')
  await expect(person.lastTurn.getByRole('button', { name: 'Accept' })).toBeVisible()

  await willSaveTo(markdown)
  await choose('Save all as Markdown…')
  await expect(page.getByText('Saved one conversation in “talks.md”.')).toBeVisible()
  expect(await readFile(markdown, 'utf8')).toContain('# Run the dishwasher tonight\n\n## You, 2026-11-22 17:50\n\nRun the dishwasher tonight\n\n## Lares\n\n')
  await willSaveTo(json)
  await choose('Save all as JSON…')
  await expect(page.getByText('Saved one conversation in “talks.json”.')).toBeVisible()

  await writeFile(markdown, 'not JSON')
  await willPick(markdown)
  await choose('Import conversations…')
  await expect(page.getByText('This is not a file of conversations that Lares saved.')).toBeVisible()
  await willPick(json)
  await choose('Import conversations…')
  await expect(page.getByText('Imported one conversation.')).toBeVisible()
  await expect(page.getByText(/^Imported from a file, today/i)).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('listitem').first()).toContainText('imported')
  await expect(person.turns).toHaveCount(1)
  await expect(person.lastTurn).toContainText('0 bytes left')
  // Its plan can be read, and not accepted.
  await expect(person.lastTurn.getByRole('table', { name: 'The plan' })).toBeVisible()
  await expect(person.lastTurn.getByRole('button', { name: 'Accept' })).toHaveCount(0)
  await accessible(page, 'an imported conversation')
  await page.emulateMedia({ colorScheme: null })

  await page.getByLabel('Your message').fill('Something that took long to word')
  interface Window { readonly lares: { readonly chat: { readonly drafts: (request: null) => Promise<{ readonly value: readonly { readonly text: string }[] }> } } }
  await expect.poll(() => page.evaluate(async () => (await (globalThis as unknown as Window).lares.chat.drafts(null)).value.map(({ text }) => text))).toEqual(['Something that took long to word'])
  await launched.kill()
  const again = await launched.restart()
  await again.page.clock.setFixedTime(new Date(EVENING))
  await personAt(again.page).unlock()
  await expect(again.page.getByLabel('Your message')).toHaveValue('Something that took long to word')
})
