/** Living with the chat: found again by a word, renamed and kept at the top, quoted, asked again and in other words, taken along and read back, and nothing typed lost. */
import { accessible } from '../support/accessible.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'

const clock = { args: [`--clock=${EVENING}`] }

test('by keyboard: a turn found by a word and jumped to; renamed, pinned, quoted, asked again and in other words', async ({ launch }) => {
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
