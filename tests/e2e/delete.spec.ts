/** Deleting everything, by keyboard: what is said before, a wrong passphrase, and the first run afterwards, also after a restart. */
import { readdirSync } from 'node:fs'
import { accessible } from '../support/accessible.ts'
import { tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, PASSPHRASE, personAt } from '../support/person.ts'

test('a household is deleted for good with its passphrase, and the first run begins', async ({ launch }) => {
  const started = await launch({ args: [`--clock=${EVENING}`] })
  const { page, userData } = started, person = personAt(page), keys = page.keyboard
  await person.moveIn()
  await person.go('Settings')
  await page.getByRole('button', { name: 'Delete everything…' }).focus()
  await keys.press('Enter')
  const field = page.getByLabel('Your passphrase, to be sure')
  await expect(field).toBeFocused()
  await expect(page.getByText('Every backup in the app’s own folder')).toBeVisible()
  await accessible(page, 'delete everything')
  await tabTo(page, /Keep everything/)
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Delete everything…' })).toBeFocused()

  await keys.press('Enter')
  await keys.type('lantern orchard violin eight')
  await keys.press('Enter')
  await expect(page.getByText('That passphrase does not open this vault.')).toBeVisible()
  await field.fill(PASSPHRASE)
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Create the vault' })).toBeVisible()
  expect(readdirSync(userData).filter((name) => name.startsWith('vault'))).toEqual([])

  const again = personAt((await started.restart()).page)
  await expect(again.page.getByRole('button', { name: 'Create the vault' })).toBeVisible()
  await again.moveIn()
  await expect(again.turns).toHaveCount(0)
})
