/** A proposal before its yes: one of its changes left out, another edited, the rest accepted, and all of it taken back. */
import { accessible } from '../support/accessible.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt, STORY } from '../support/person.ts'

test('P11 what is left out stays out, what is edited comes as it was edited, and nothing comes before the yes', async ({ launch }) => {
  const { page } = await launch({ args: [`--clock=${EVENING}`] })
  const person = personAt(page)
  await person.moveIn()
  await person.say(STORY, 'On this computer')
  const proposal = person.lastTurn.getByRole('region', { name: 'Put this into your calendar?' })
  await proposal.getByRole('checkbox', { name: 'Include “Dishwasher”' }).uncheck({ force: true })
  await expect(proposal.getByRole('button', { name: 'Accept 1 of 2' })).toBeVisible()
  await accessible(page, 'a proposal with a change left out')

  await proposal.getByRole('button', { name: 'Edit “Electric car” first' }).click()
  const form = page.getByRole('dialog', { name: 'Event' })
  await expect(form.getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await form.getByLabel('Start time').selectText()
  await page.keyboard.type('03:00')
  await form.getByLabel('Start time').press('Enter')
  await expect(form).toBeHidden()
  await expect(proposal.getByRole('listitem').filter({ hasText: 'Electric car' })).toContainText('03:00 – 06:00')
  await expect(proposal.getByRole('button', { name: 'Edit “Electric car” first' })).toBeFocused()
  await expect(proposal.getByRole('checkbox', { name: 'Include “Dishwasher”' })).not.toBeChecked()

  await proposal.getByRole('checkbox', { name: 'Include “Electric car”' }).uncheck({ force: true })
  await expect(proposal.getByText('Choose at least one of them, or set it aside.')).toBeVisible()
  await expect(proposal.getByRole('button', { name: 'Accept' })).toBeDisabled()
  await person.go('Calendar')
  await page.getByRole('button', { name: 'Next week' }).click()
  await expect(page.getByRole('button', { name: /^Tom: early shift/ }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Electric car/ })).toHaveCount(0)

  // The choice is still there after a look at the calendar.
  await person.go('Chat')
  await proposal.getByRole('checkbox', { name: 'Include “Electric car”' }).check({ force: true })
  await proposal.getByRole('button', { name: 'Accept 1 of 2' }).click()
  const accepted = person.lastTurn.getByRole('region', { name: 'In your calendar' })
  await expect(accepted.getByRole('listitem')).toHaveCount(1)
  await accepted.getByRole('button', { name: 'Show in calendar' }).click()
  await expect(page.getByRole('button', { name: /^Electric car ?, Monday 23 November, 03:00 – 06:00/ })).toBeFocused()
  await expect(page.getByRole('button', { name: /^Dishwasher/ })).toHaveCount(0)

  await person.go('Chat')
  await accepted.getByRole('button', { name: 'Undo' }).click()
  await expect(person.lastTurn.getByText('Taken out of your calendar again.')).toBeVisible()
  await person.lastTurn.getByRole('button', { name: 'What it was about' }).click()
  await expect(person.lastTurn.getByText('tomorrow 03:00 – 06:00')).toBeVisible()
})
