/** Events that repeat, in the calendar: made in the form, one time, later ones or all of them changed, undone as a whole, and there again after a restart. */
import type { Page } from 'playwright/test'
import { accessible } from '../support/accessible.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'

const clock = { args: [`--clock=${EVENING}`] }

/** Swimming, as it is read aloud: at that day and time, and that it repeats. */
const time = (page: Page, title: string, when: string) => page.getByRole('button', { name: new RegExp(`^${title}.*, ${when}, repeats$`) })
const asked = (page: Page, title: string) => page.getByRole('dialog', { name: title })
/** From any week to the one of 23 November. */
const toFirstWeek = async (page: Page): Promise<void> => {
  await page.getByRole('main').getByRole('button', { name: 'Today', exact: true }).click()
  await page.getByRole('button', { name: 'Next week' }).click()
  await expect(page.getByRole('heading', { name: '23 – 29 November 2026' })).toBeVisible()
}

test('P11 a weekly event: one time moves by keyboard, later ones change, all go, and each is undone as a whole', async ({ launch }) => {
  test.slow()
  const started = await launch(clock)
  const { page } = started
  const person = personAt(page)
  await person.moveIn()
  await person.go('Calendar')
  await toFirstWeek(page)

  // Made in the form, which says the rule in words.
  await page.keyboard.press('n')
  const form = asked(page, 'New event')
  await form.getByLabel('Title').fill('Swimming')
  await form.getByRole('button', { name: /Repeats/ }).click()
  await page.getByRole('option', { name: 'Weekly' }).click()
  await form.getByRole('button', { name: 'Tue', exact: true }).click()
  await form.getByRole('button', { name: 'Mon', exact: true }).click()
  await expect(form.getByRole('status')).toHaveText('Every Tuesday')
  await expect(form.getByLabel('Starts on')).toHaveValue('2026-11-24')
  await form.getByRole('button', { name: '30 min before' }).click()
  await accessible(page, 'the form of an event that repeats')
  await form.getByRole('button', { name: 'Add event' }).click()
  await expect(time(page, 'Swimming', 'Tuesday 24 November, 09:00 – 10:00')).toBeFocused()

  // One time, by keyboard: the first choice has the focus.
  await page.keyboard.press('Alt+ArrowDown')
  await expect(asked(page, 'Move which times?').getByRole('button', { name: 'Only this one' })).toBeFocused()
  await accessible(page, 'which times to move')
  await page.keyboard.press('Enter')
  await expect(time(page, 'Swimming', 'Tuesday 24 November, 09:15 – 10:15')).toBeFocused()
  // Not at all, after all.
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(time(page, 'Swimming', 'Tuesday 24 November, 09:15 – 10:15')).toBeFocused()

  // This and the later ones, in the form.
  await page.keyboard.press('ArrowRight')
  const second = time(page, 'Swimming', 'Tuesday 1 December, 09:00 – 10:00')
  await second.focus()
  await page.keyboard.press('Enter')
  const opened = asked(page, 'Event')
  await expect(opened.getByRole('status')).toHaveText('Every Tuesday')
  await expect(opened.getByRole('button', { name: '30 min before' })).toHaveAttribute('aria-pressed', 'true')
  await opened.getByLabel('Title').fill('Swim club')
  await opened.getByLabel('Title').press('Enter')
  await asked(page, 'Change which times?').getByRole('button', { name: 'This and later ones' }).click()
  await expect(time(page, 'Swim club', 'Tuesday 1 December, 09:00 – 10:00')).toBeFocused()
  await expect(page.getByText('Changed this and later times of “Swim club”.')).toBeVisible()

  // A drag that nobody wanted after all goes back.
  const box = await time(page, 'Swim club', 'Tuesday 1 December, 09:00 – 10:00').boundingBox()
  if (box === null) throw new Error('the event has no place')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 120, { steps: 8 })
  await page.mouse.up()
  await expect(asked(page, 'Move which times?')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(time(page, 'Swim club', 'Tuesday 1 December, 09:00 – 10:00')).toBeVisible()

  const again = await started.restart()
  const later = personAt(again.page)
  await again.page.clock.setFixedTime(new Date(EVENING))
  await later.unlock()
  await later.go('Calendar')
  await toFirstWeek(again.page)
  await expect(time(again.page, 'Swimming', 'Tuesday 24 November, 09:15 – 10:15')).toBeVisible()

  // The rule itself: then one time alone cannot be meant.
  await again.page.keyboard.press('ArrowRight')
  await time(again.page, 'Swim club', 'Tuesday 1 December, 09:00 – 10:00').focus()
  await again.page.keyboard.press('Enter')
  await asked(again.page, 'Event').getByLabel('Every', { exact: true }).fill('2')
  await expect(asked(again.page, 'Event').getByRole('status')).toHaveText('Every other Tuesday')
  await asked(again.page, 'Event').getByRole('button', { name: 'Save' }).click()
  const which = asked(again.page, 'Change which times?')
  await expect(which.getByRole('button', { name: 'This and later ones' })).toBeFocused()
  await expect(which.getByRole('button', { name: 'Only this one' })).toHaveCount(0)
  await which.getByRole('button', { name: 'All' }).click()
  await expect(time(again.page, 'Swim club', 'Tuesday 1 December, 09:00 – 10:00')).toBeFocused()
  await again.page.keyboard.press('ArrowRight')
  await expect(again.page.getByRole('heading', { name: '7 – 13 December 2026' })).toBeVisible()
  await expect(again.page.getByRole('button', { name: /^Swim club/ })).toHaveCount(0)

  // All of them, and back as a whole.
  await again.page.keyboard.press('ArrowRight')
  await time(again.page, 'Swim club', 'Tuesday 15 December, 09:00 – 10:00').focus()
  await again.page.keyboard.press('Delete')
  await accessible(again.page, 'which times to delete')
  await asked(again.page, 'Delete which times?').getByRole('button', { name: 'All' }).click()
  await expect(again.page.getByRole('button', { name: /^Swim club/ })).toHaveCount(0)
  await toFirstWeek(again.page)
  await expect(time(again.page, 'Swimming', 'Tuesday 24 November, 09:15 – 10:15')).toBeVisible()
  await again.page.keyboard.press('ArrowRight')
  await expect(again.page.getByRole('button', { name: /^Swim club/ })).toHaveCount(0)
  await again.page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(time(again.page, 'Swim club', 'Tuesday 1 December, 09:00 – 10:00')).toBeVisible()
})

test('the day, by its number in the month or by key, and the filter in every look', async ({ launch }) => {
  const { page } = await launch(clock)
  const person = personAt(page)
  await person.moveIn()
  await person.go('Calendar')
  await toFirstWeek(page)
  await page.keyboard.press('3')
  await page.getByRole('link', { name: 'Show Tuesday 24 November' }).click()
  await expect(page.getByRole('heading', { name: 'Tuesday 24 November 2026' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Lena: dentist/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Tom: early shift/ })).toBeVisible()
  await page.getByRole('toolbar', { name: 'Show only' }).getByRole('button', { name: /Lena/ }).click()
  for (const key of ['1', '2', '3', '4']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('button', { name: /^Lena: dentist/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Tom: early shift/ })).toHaveCount(0)
  }
  await page.keyboard.press('1')
  await accessible(page, 'the day')
})
