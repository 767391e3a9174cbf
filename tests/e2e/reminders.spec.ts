/** Reminders in the window and on the desktop: given once, answered, put off, and told of again by nothing but their own moment. */
import type { ElectronApplication, Page } from 'playwright/test'
import type { EventDraft } from '../../shared/calendar.ts'
import type { Bridge } from '../../shared/ipc/contract.ts'
import type { TaskDraft } from '../../shared/tasks.ts'
import { accessible } from '../support/accessible.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'

const at = (clock: string): { readonly args: readonly string[] } => ({ args: [`--clock=${clock}`] })
interface Shown { readonly title: string; readonly body: string }
interface StandIn { readonly standin: { readonly recorded: readonly (readonly [string, Shown])[]; readonly notifications: readonly { readonly body: string; readonly emit: (event: string, details: object) => void }[] } }

const notifications = (app: ElectronApplication): Promise<string[]> => app.evaluate((electron) => (electron as unknown as StandIn).standin.recorded.filter(([name]) => name === 'notification').map(([, { title, body }]) => `${title} | ${body}`))
/** Emits an event of the notification that says this, as the desktop would. */
const press = (app: ElectronApplication, says: string, event: string, details: object = {}): Promise<void> =>
  app.evaluate((electron, [body, name, more]) => { (electron as unknown as StandIn).standin.notifications.find((one) => one.body.includes(body))?.emit(name, more) }, [says, event, details] as const)

const dentist: EventDraft = { title: 'Dentist', start: '2026-11-22T17:20:00Z', end: '2026-11-22T18:00:00Z', zone: 'Europe/Berlin', allDay: false, people: ['emma'], reminders: [30, 10] }
const bins: TaskDraft = { title: 'Take out the bins', people: ['tom'], rotation: 'fixed', turn: 'tom', due: { at: EVENING, zone: 'Europe/Berlin', allDay: false }, effort: 10, checklist: [], reminders: [0], medicine: false, done: [] }

/** By the contract, as the forms do it. */
const save = (page: Page, event: EventDraft | null, task: TaskDraft | null): Promise<unknown> =>
  page.evaluate(async ([newEvent, newTask]) => {
    const { lares } = window as unknown as { readonly lares: Bridge }
    if (newEvent !== null) await lares.calendar.save({ id: null, event: newEvent, scope: 'one' })
    if (newTask !== null) await lares.tasks.save({ id: null, task: newTask })
  }, [event, task] as const)
const sayEverything = async (page: Page): Promise<void> => {
  await personAt(page).go('Settings')
  await page.getByRole('radio', { name: 'Everything' }).click()
  await personAt(page).go('Chat')
}
const bell = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: /^Reminders/ })
const tray = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('dialog', { name: 'Reminders' })

test.beforeEach(({ electron }) => { test.skip(!electron.isStandIn, 'a real desktop does not say which notifications it showed; what it does with them is tagged below') })

test('a reminder is given once, says nothing on the desktop unless it may, and stands under the bell until it is dismissed, also after a restart', async ({ launch }) => {
  const first = await launch(at(EVENING))
  const person = personAt(first.page)
  await person.moveIn()
  await expect(bell(first.page)).toHaveAccessibleName('Reminders')
  await save(first.page, dentist, null)
  await expect(bell(first.page)).toHaveAccessibleName('Reminders 1 waits')
  expect(await notifications(first.app)).toEqual(['A reminder from Lares | Open Lares to see it.'])
  await expect(first.page.getByRole('status').filter({ hasText: 'Reminder: Dentist, in 30 minutes' })).toHaveCount(1)

  const second = await first.restart()
  await second.page.clock.setFixedTime(new Date(EVENING))
  await personAt(second.page).unlock()
  await expect(bell(second.page)).toHaveAccessibleName('Reminders 1 waits')
  expect(await notifications(second.app)).toEqual([])
  await bell(second.page).focus()
  await second.page.keyboard.press('Enter')
  await expect(tray(second.page)).toContainText('in 30 minutes · Emma Bergmann')
  await tray(second.page).getByRole('button', { name: 'Dismiss Dentist' }).press('Enter')
  await expect(tray(second.page)).toContainText('Nothing waits.')
  await second.page.keyboard.press('Escape')
  await expect(bell(second.page)).toBeFocused()

  const third = await second.restart()
  await personAt(third.page).unlock()
  await expect(bell(third.page)).toHaveAccessibleName('Reminders')
  expect(await notifications(third.app)).toEqual([])
})

test('what was missed comes at the next unlocking, once and together; a click leads to the event', async ({ launch }) => {
  const first = await launch(at(EVENING))
  await personAt(first.page).moveIn()
  await sayEverything(first.page)
  await save(first.page, { ...dentist, start: '2026-11-23T09:00:00Z', end: '2026-11-23T10:00:00Z' }, { ...bins, due: { at: '2026-11-23T08:00:00Z', zone: 'Europe/Berlin', allDay: false } })
  expect(await notifications(first.app)).toEqual([])

  const later = '2026-11-23T08:40:00Z'
  const second = await first.restart(at(later))
  await second.page.clock.setFixedTime(new Date(later))
  expect(await notifications(second.app)).toEqual([])
  await personAt(second.page).unlock()
  await expect(bell(second.page)).toHaveAccessibleName('Reminders 2 wait')
  expect(await notifications(second.app)).toEqual(['While you were away: 2 reminders | Take out the bins, 40 minutes ago\nDentist, in 20 minutes'])
  await press(second.app, 'Dentist', 'click')
  await expect(tray(second.page)).toBeVisible()
  await tray(second.page).getByRole('button', { name: /^Dentist: show/ }).click()
  await expect(tray(second.page)).toBeHidden()
  await expect(second.page.getByRole('button', { name: /^Dentist/ })).toBeVisible()
})

test('a task is done from the desktop or the window, and anything can come later; after sleep nothing comes twice', async ({ launch }) => {
  const { app, page, restart } = await launch(at(EVENING))
  const person = personAt(page)
  await person.moveIn()
  await sayEverything(page)
  await save(page, dentist, bins)
  await save(page, null, { ...bins, title: 'Water the plants' })
  await expect(bell(page)).toHaveAccessibleName('Reminders 3 wait')
  expect(await notifications(app)).toEqual(['Dentist | in 30 minutes · Emma Bergmann', 'Take out the bins | now · Tom Bergmann’s turn', 'Water the plants | now · Tom Bergmann’s turn'])
  await app.evaluate(({ powerMonitor }) => { powerMonitor.emit('resume') })

  await app.evaluate((electron) => { (electron as unknown as StandIn).standin.notifications[2]?.emit('action', { actionIndex: 0 }) })
  await expect(bell(page)).toHaveAccessibleName('Reminders 2 wait')
  await bell(page).click()
  await accessible(page, 'the reminders')
  await page.emulateMedia({ colorScheme: null })
  await tray(page).getByRole('button', { name: 'Done: Take out the bins' }).click()
  await expect(tray(page).getByRole('listitem')).toHaveCount(1)
  await tray(page).getByRole('button', { name: 'Later: Dentist' }).click()
  await page.getByRole('menuitem', { name: 'In 10 minutes' }).click()
  await expect(tray(page)).toContainText('Nothing waits.')
  expect(await notifications(app)).toHaveLength(3)
  const tasks = await page.evaluate(() => (window as unknown as { readonly lares: Bridge }).lares.tasks.list(null))
  expect(tasks.ok ? tasks.value.filter(({ doneAt }) => doneAt !== undefined).map(({ title, doneAt, done }) => [title, doneAt, done[0]?.by]) : []).toEqual([['Take out the bins', EVENING, 'tom'], ['Water the plants', EVENING, 'tom']])

  const later = await restart(at('2026-11-22T17:01:00Z'))
  await later.page.clock.setFixedTime(new Date('2026-11-22T17:01:00Z'))
  await personAt(later.page).unlock()
  await expect(bell(later.page)).toHaveAccessibleName('Reminders 1 waits')
  expect(await notifications(later.app)).toEqual(['Dentist | in 19 minutes · Emma Bergmann'])
})

test('quiet hours and notifications are set by hand, and locking takes back what the desktop shows', async ({ launch }) => {
  const { app, page } = await launch(at(EVENING))
  const person = personAt(page)
  await person.moveIn()
  await person.go('Settings')
  const section = page.getByRole('region', { name: 'Reminders' })
  await expect(section).toContainText('Only “A reminder from Lares”.')
  await section.getByLabel('From').fill('17.30')
  await section.getByLabel('To').fill('17.30')
  await section.getByLabel('To').press('Enter')
  await expect(section).toContainText('Another time than their beginning.')
  await section.getByLabel('To').fill('7')
  await section.getByLabel('To').press('Enter')
  await expect(section.getByLabel('To')).toHaveValue('07:00')
  await save(page, { ...dentist, start: '2026-11-23T16:50:00Z', end: '2026-11-23T17:00:00Z', reminders: [1440] }, null)
  await save(page, dentist, null)
  // The one tomorrow waits for the morning; the one that begins before does not.
  await expect(bell(page)).toHaveAccessibleName('Reminders 1 waits')
  expect(await notifications(app)).toHaveLength(1)
  await accessible(page, 'the settings of reminders')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible()
  expect(await app.evaluate((electron) => (electron as unknown as StandIn).standin.notifications.length)).toBe(0)
})
