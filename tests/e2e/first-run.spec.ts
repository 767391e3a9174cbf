/** The first run by keyboard alone: a vault, a household of one's own step by step, and the walk along the departure panel to the receipt. */
import type { Page } from 'playwright/test'
import { accessible } from '../support/accessible.ts'
import { tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'
import { answerWith, chatCompletion, startRecordingCloud } from '../support/recording-cloud.ts'

const clock = { args: [`--clock=${EVENING}`] }
/** What to press is the step's own button; each begins with the focus on its heading or its first field. */
const press = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

test('step by step to a household that one undo takes back, and by the notes of the walk to the receipt', async ({ launch }) => {
  test.setTimeout(240_000)
  const started = await launch(clock)
  const { page } = started, person = personAt(page), keys = page.keyboard
  await page.clock.setFixedTime(new Date(EVENING))
  await person.makeVault()
  await press(page, /Enter your own, step by step/)

  // Who lives here: Enter makes the next row, and an empty one ends the list.
  await expect(page.getByRole('group', { name: 'Person 1' }).getByLabel('Name')).toBeFocused()
  await keys.type('Mia Winter')
  await keys.press('Tab')
  await keys.type('Mimi, the little one')
  await keys.press('Tab')
  await keys.type('3/4/2019')
  await keys.press('Enter')
  await expect(page.getByRole('group', { name: 'Person 2' }).getByLabel('Name')).toBeFocused()
  await keys.type('Ada Winter')
  await keys.press('Enter')
  await expect(page.getByRole('group', { name: 'Person 3' }).getByLabel('Name')).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByText('As 2019, or 2019-03-04.')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Mia Winter' }).getByLabel('Born')).toBeFocused()
  await accessible(page, 'people, with something to mend')
  await keys.press('Control+a')
  await keys.type('4.3.2019')
  await press(page, /^\s*Continue/)

  // The house; going back and forth loses nothing.
  await expect(heading(page, 'The house')).toBeFocused()
  await press(page, /^\s*Back/)
  await expect(page.getByRole('group', { name: 'Mia Winter' }).getByLabel('Also called')).toHaveValue('Mimi, the little one')
  await press(page, /^\s*Continue/)
  await expect(heading(page, 'The house')).toBeFocused()
  await tabTo(page, /Address/)
  await keys.type('14 Birch Lane, Hilltown')
  await keys.press('Enter')
  await expect(page.getByRole('group', { name: 'Place 2' }).getByLabel('Name')).toBeFocused()
  await keys.type('Birkenschule')
  await press(page, /^\s*Dishwasher/)
  await tabTo(page, /Later/)
  await keys.press('ArrowRight')
  await keys.press('Space')
  await tabTo(page, /Price per kWh/)
  await keys.type('0,31')
  await accessible(page, 'the house')
  await press(page, /Save and continue/)

  // The models can wait; the way says what is done.
  await expect(heading(page, 'A model on this computer?')).toBeFocused()
  await expect(page.getByRole('navigation', { name: 'Your way so far' }).getByRole('button', { name: /The house\s*, done/ })).toBeVisible()
  await accessible(page, 'a model')
  await press(page, /Skip for now/)
  await expect(heading(page, 'A cloud, if you want one')).toBeFocused()
  await accessible(page, 'a cloud')
  await press(page, /Take the walk/)

  // The walk: a prepared question, four notes at the desk, the decision, the receipt.
  await expect(page.getByRole('button', { name: 'Ask it' })).toBeFocused()
  await accessible(page, 'the question of the walk')
  await keys.press('Enter')
  await person.seePanel()
  await expect(page.getByRole('region', { name: 'Walk, note 1 of 5' })).toContainText('What would leave')
  await expect(person.panel.getByRole('button', { name: 'Next' })).toBeFocused()
  await accessible(page, 'the panel with a note')
  await keys.press('Enter')
  await keys.press('ArrowRight')
  await expect(page.getByRole('region', { name: 'Walk, note 3 of 5' })).toContainText('Take out more')
  await keys.press('ArrowLeft')
  await expect(page.getByRole('region', { name: 'Walk, note 2 of 5' })).toContainText('held back')
  // Escape closes the notes and decides nothing.
  await keys.press('Escape')
  await expect(page.getByRole('region', { name: /^Walk/ })).toHaveCount(0)
  await expect(person.panel.getByRole('heading', { name: 'This would leave your house' })).toBeFocused()
  await expect(person.panel.getByRole('group', { name: 'What would leave' })).not.toContainText(/Mia|Ada|Birkenschule/)
  await press(page, /Send exactly this/)
  await expect(person.panel).toBeHidden()
  await expect(page.getByRole('button', { name: 'Show the receipt' })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByRole('region', { name: 'The ledger' })).toBeVisible()
  await expect(page.getByText(/Practice cloud/).first()).toBeVisible()
  await accessible(page, 'the ledger of the walk')

  // What is still open is said quietly, after a restart too, until somebody has read enough of it.
  await keys.press('Control+1')
  await expect(page.getByRole('region', { name: 'The ledger' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Finish setting up: 3 of 4' })).toContainText('Still open: a model on this computer.')
  const again = (await started.restart()).page, later = personAt(again)
  await again.clock.setFixedTime(new Date(EVENING))
  await later.unlock()
  await later.go('Today')
  await again.getByRole('region', { name: 'Finish setting up: 3 of 4' }).getByRole('button', { name: 'Don’t show this again' }).press('Enter')
  await expect(again.getByRole('region', { name: /Finish setting up/ })).toHaveCount(0)

  // One undo takes back everything that the form made.
  await later.go('Household')
  await expect(again.getByText('born 4 March 2019')).toBeVisible()
  await again.getByRole('main').focus()
  await again.keyboard.press('Control+z')
  await expect(again.getByText('Nobody yet')).toBeVisible()
  await again.getByRole('tab', { name: 'Devices' }).press('Enter')
  await expect(again.getByText('No devices yet')).toBeVisible()
})

test('left in the middle, what is whole is saved and what is not waits; the walk can be refused, and a cloud tested', async ({ launch }) => {
  const { page } = await launch(clock)
  const person = personAt(page)
  await page.clock.setFixedTime(new Date(EVENING))
  await person.makeVault()
  await page.getByRole('button', { name: /Enter your own, step by step/ }).click()
  const first = page.getByRole('group', { name: 'Person 1' })
  await first.getByLabel('Born').fill('2019')
  await page.getByRole('button', { name: 'Finish later' }).click()
  await expect(page.getByText('What you typed is kept')).toBeVisible()
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Lock' }).click()
  await person.unlock()
  await person.go('Today')
  await page.getByRole('region', { name: 'Finish setting up: 0 of 4' }).getByRole('button', { name: 'Go on' }).click()
  await expect(first.getByLabel('Born')).toHaveValue('2019')
  await first.getByLabel('Name').fill('Mia')
  await page.getByRole('button', { name: 'Finish later' }).click()
  await expect(page.getByRole('region', { name: 'Finish setting up: 1 of 4' })).toBeVisible()

  // By the list of commands; a walk that ends in a no has no receipt.
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('walk through')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ask it' }).click()
  await person.seePanel()
  await person.panel.getByRole('button', { name: 'End the walk' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Nothing left' })).toBeVisible()
  await page.getByRole('button', { name: 'Show the ledger' }).click()
  await expect(page.getByText('Nothing has ever left this computer.')).toBeVisible()

  // A cloud of one's own is tested by the same way as everything: through the panel, with a question that holds nothing of the household.
  const cloud = await startRecordingCloud({ behave: answerWith(200, chatCompletion('{"answer":"Vinegar."}')) })
  await person.useCloudAt(`http://127.0.0.1:${String(cloud.port)}/v1`)
  await person.go('Settings')
  await page.getByRole('button', { name: 'Ask a test question' }).click()
  await person.seePanel()
  await person.panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('You kept the question here, so nothing was tested.')).toBeVisible()
  expect(cloud.connections()).toBe(0)
  await page.getByRole('button', { name: 'Ask a test question' }).click()
  await person.approve()
  await expect(page.getByText('It answers.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ask a test question' })).toBeFocused()
  expect(cloud.requests).toHaveLength(1)
  await cloud.close()
})
