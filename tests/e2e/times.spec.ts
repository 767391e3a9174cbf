/** The clock and the week as the household reads them, set by keyboard: in the calendar at once, without losing the week that was in view, and after a restart. */
import { accessible } from '../support/accessible.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt, type Person } from '../support/person.ts'

const seen = async (person: Person): Promise<void> => {
  await person.go('Calendar')
  const room = person.page.getByRole('main')
  await expect(room.getByRole('heading', { name: '22 – 28 November 2026' })).toBeVisible()
  await expect(room.getByRole('columnheader').filter({ hasText: /\d/ }).first()).toContainText('Sun')
  await expect(room.getByText('10 am', { exact: true })).toBeVisible()
  await person.go('Today')
  await expect(room.getByText(/^7:15 am\s*–\s*4:45 pm$/)).toBeVisible()
}

test('a clock of twelve hours and weeks from Sunday', async ({ launch }) => {
  const started = await launch({ args: [`--clock=${EVENING}`] })
  const { page } = started, person = personAt(page)
  await person.moveIn()
  // The week that was in view begins on Monday the 16th; it holds today, Sunday the 22nd.
  await person.go('Calendar')
  await expect(page.getByRole('heading', { name: '16 – 22 November 2026' })).toBeVisible()
  await person.go('Settings')
  for (const choice of ['12 hours', 'Sunday'] as const) {
    await page.getByRole('radio', { name: choice }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('radio', { name: choice })).toBeChecked()
  }
  await expect(page.getByText('Half past nine in the evening is written 9:30 pm.')).toBeVisible()
  await accessible(page, 'times')
  await seen(person)

  const again = personAt((await started.restart()).page)
  await again.page.clock.setFixedTime(new Date(EVENING))
  await again.unlock()
  await seen(again)
})
