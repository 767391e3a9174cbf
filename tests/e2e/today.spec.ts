/** Today, the list of commands and the list of keys: by keyboard alone, accessible in both themes, and for a house with nothing in it yet. */
import type { EventDraft } from '../../shared/calendar.ts'
import type { Bridge } from '../../shared/ipc/contract.ts'
import type { TaskDraft } from '../../shared/tasks.ts'
import { accessible } from '../support/accessible.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'
import type { Locator, Page } from 'playwright/test'

const clock = { args: [`--clock=${EVENING}`] }
const zone = 'Europe/Berlin'
const event = (title: string, start: string, end: string, over: Partial<EventDraft>): EventDraft => ({ title, start, end, zone, allDay: false, people: [], ...over })
const laundry: TaskDraft = { title: 'Fold the laundry', people: ['lena'], rotation: 'together', due: { at: '2026-11-21T23:00:00Z', zone, allDay: true }, effort: 10, checklist: [], reminders: [], medicine: false, done: [] }

/** By the contract, as the forms do it. */
const save = (page: Page, events: readonly EventDraft[], task: TaskDraft): Promise<boolean[]> =>
  page.evaluate(async ([newEvents, newTask]) => {
    const { lares } = window as unknown as { readonly lares: Bridge }
    const saved = []
    for (const one of newEvents) saved.push((await lares.calendar.save({ id: null, event: one, scope: 'one' })).ok)
    return [...saved, (await lares.tasks.save({ id: null, task: newTask })).ok]
  }, [events, task] as const)

const region = (page: Page, name: string | RegExp): Locator => page.getByRole('main').getByRole('region', { name })

test('a day is read, a chore ticked and given back, a clash looked at, and everything else reached, by keyboard alone', async ({ launch }) => {
  test.slow()
  const { page } = await launch(clock)
  const keys = page.keyboard
  await personAt(page).moveIn()
  await keys.press('Control+1')
  await expect(page.getByRole('heading', { name: 'Sunday 22 November', exact: true })).toBeVisible()
  await expect(page.getByText('Nothing waits for a decision.')).toBeVisible()
  // What is made elsewhere appears by itself.
  expect(await save(page, [
    event('Parents’ evening', '2026-11-22T18:00:00Z', '2026-11-22T19:30:00Z', { people: ['tom', 'lena'] }),
    event('Call with the insurance', '2026-11-22T19:00:00Z', '2026-11-22T20:00:00Z', { people: ['lena'] }),
    event('Dishwasher', '2026-11-23T01:00:00Z', '2026-11-23T03:15:00Z', { deviceId: 'dishwasher' }),
  ], laundry)).toEqual([true, true, true, true])
  await expect(page.getByText('2 events and 1 task due today.')).toBeVisible()
  const today = region(page, /^Today/), tomorrow = region(page, /^Tomorrow/)
  await expect(today.getByRole('region', { name: 'Lena' }).getByRole('listitem')).toHaveText([/any time.*Fold the laundry/, /20:00 – 21:00.*Call with the insurance/])
  await expect(today.getByRole('region', { name: 'Together' })).toContainText(/Parents’ evening\s*Tom\s*Lena/)
  await expect(tomorrow.getByRole('region', { name: 'Max' })).toContainText('Water the plants')
  await expect(tomorrow.getByRole('region', { name: 'Devices' })).toContainText('02:00 – 04:15')

  await tabTo(page, /^Done: Fold the laundry, by Lena/)
  await keys.press('Enter')
  await expect(page.locator('[data-sonner-toast]').filter({ hasText: 'Done: “Fold the laundry”.' }).getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(today).not.toContainText('Fold the laundry')
  await expect.poll(() => focused(page)).toMatch(/^Done: Water the plants/)
  await keys.press('Control+z')
  await expect(today).toContainText('Fold the laundry')

  await accessible(page, 'today')

  // The prices, in the drawing and in the table.
  await expect(page.getByRole('img', { name: 'Prices by the hour from Sun 22 Nov, 00:00 to Tue 24 Nov, 00:00' })).toBeVisible()
  const cheap = /Cheapest tonight: (\d\d:00)–/.exec(await region(page, 'Electricity').innerText())?.[1] ?? ''
  await tabTo(page, /^\s*Prices in a table/)
  await keys.press('Enter')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(1 + 48)
  await expect(page.getByRole('row', { name: new RegExp(`^Mon 23 Nov, ${cheap}`) })).toContainText('cheap tonight')
  await expect(page.getByRole('row', { name: /^Mon 23 Nov, 04:00 – 05:00/ })).toContainText('Dishwasher runs')
  await expect(page.getByRole('row', { name: /^Mon 23 Nov, 05:00/ })).not.toContainText('Dishwasher runs')

  await tabTo(page, /^\s*Show both/, 'Shift+Tab')
  await keys.press('Enter')
  await expect.poll(() => focused(page)).toContain('Parents’ evening')

  const choose = async (words: string): Promise<void> => {
    await keys.press('Control+k')
    await expect(page.getByRole('searchbox', { name: 'Find a command' })).toBeFocused()
    await keys.type(words)
    await keys.press('Enter')
    await expect(page.getByRole('dialog', { name: 'All commands' })).toBeHidden()
  }
  await choose('to today')
  await expect(page.getByRole('heading', { name: 'Sunday 22 November', exact: true })).toBeVisible()
  await keys.press('Control+k')
  await expect(page.getByRole('menuitem')).toHaveCount(18)
  await expect(page.getByRole('menuitem', { name: /^Go to Today/ })).toContainText('Ctrl+1')
  await accessible(page, 'commands')
  await keys.type('no such thing')
  await expect(page.getByText('No command is called that.', { exact: false })).toBeVisible()
  await keys.press('Control+k')
  await expect(page.getByRole('dialog')).toBeHidden()
  await choose('new task')
  await expect(page.getByLabel('What is to be done')).toBeFocused()
  await keys.press('Escape')
  await choose('new event')
  await expect(page.getByRole('dialog', { name: 'New event' })).toBeVisible()
  await keys.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await keys.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Ctrl+Shift+O')
  await accessible(page, 'keys')
  // Other keys for "lock": those of another command and those of the window are refused, Escape leaves all as it was, free ones are taken.
  const change = page.getByRole('button', { name: 'Other keys for “Lock the vault”' })
  await change.press('Enter')
  await expect(page.getByText('Press the new keys.', { exact: false })).toBeVisible()
  await keys.press('Control+j')
  await expect(page.getByRole('alert')).toHaveText('Ctrl+J already does “Write to Lares”. Choose others, or change that one first.')
  await expect(change).toBeFocused()
  await keys.press('Enter')
  await keys.press('Control+w')
  await expect(page.getByRole('alert')).toContainText('Ctrl+W is needed')
  await keys.press('Enter')
  await keys.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Ctrl+L')
  await keys.press('Enter')
  await keys.press('Control+Shift+b')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Ctrl+Shift+B')
  await expect(change).toBeFocused()
  await accessible(page, 'keys of one’s own')
  // The first closes what the button says of itself.
  await keys.press('Escape')
  await keys.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  await choose('conversation')
  await expect(page.getByLabel('Your message')).toBeFocused()
  // What is typed is typed.
  await keys.type('?')
  await expect(page.getByLabel('Your message')).toHaveValue('?')
  await choose('theme')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  // The usual keys of "lock" do nothing any more; its own do, and after unlocking they still are.
  await keys.press('Control+l')
  await keys.press('Control+k')
  await expect(page.getByRole('menuitem', { name: 'Lock the vault' })).toContainText('Ctrl+Shift+B')
  await keys.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await keys.press('Control+Shift+b')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
})

test('a house with nothing in it is told what would stand here, and how it gets here', async ({ launch }) => {
  const { page } = await launch(clock)
  await page.clock.setFixedTime(new Date(EVENING))
  await personAt(page).makeVault()
  await page.getByRole('button', { name: /Start with an empty one/ }).click()
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page.getByText('Your days begin here')).toBeVisible()
  await expect(region(page, 'Electricity')).toContainText('Add a tariff under Household')
  await accessible(page, 'nothing today')
  await tabTo(page, /^\s*Write a sentence/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your message')).toBeFocused()
})
