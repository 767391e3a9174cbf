/** Back up, lose something, and get it back from the unlock screen with the recovery words alone; then the same on a computer that has nothing. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { accessible } from '../support/accessible.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'

const NEW = 'pebble harbour lantern nine'

const chess = (page: Page) => page.getByRole('button', { name: /^Chess club/ })

test('P7 what was deleted is there again after a restore with the recovery words, on this computer and on a new one', async ({ launch }) => {
  test.slow()
  const { page, userData, close } = await launch({ args: [`--clock=${EVENING}`] })
  const person = personAt(page)
  await page.clock.setFixedTime(new Date(EVENING))
  const words = await person.makeVault()
  await person.takeSample()
  await person.go('Calendar')
  await page.getByRole('button', { name: 'New event' }).click()
  await page.getByRole('dialog').getByLabel('Title').fill('Chess club')
  await page.getByRole('dialog').getByRole('button', { name: /^Add/ }).click()
  await expect(chess(page)).toBeVisible()
  await person.go('Settings')
  const section = page.getByRole('region', { name: 'Backups' })
  await section.getByRole('button', { name: 'Back up now' }).click()
  await expect(section.getByText(/^1 backup, 0\.\d MB together\. The newest is of 22 Nov 2026, 17:50\.$/)).toBeVisible()
  await section.getByRole('button', { name: 'Restore a backup…' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: /^22 Nov 2026, 17:50/ })).toBeVisible()
  await accessible(page, 'restoring from the settings')
  await page.keyboard.press('Escape')

  await person.go('Calendar')
  await chess(page).focus()
  await page.keyboard.press('Delete')
  await expect(chess(page)).toHaveCount(0)

  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Lock' }).click()
  await page.getByRole('button', { name: 'Restore a backup…' }).click()
  await page.getByRole('button', { name: /^22 Nov 2026, 17:50/ }).click()
  await expect(page.getByRole('heading', { name: 'Backup of 22 Nov 2026, 17:50' })).toBeFocused()
  await page.getByLabel('Passphrase of then', { exact: true }).fill('not this passphrase')
  await page.getByRole('button', { name: 'Look inside' }).click()
  await expect(page.getByText('That passphrase does not open this backup.')).toBeVisible()
  await page.getByRole('button', { name: 'Use the recovery words' }).click()
  await page.getByLabel('Recovery words').fill(words.join(' '))
  await page.getByRole('button', { name: 'Look inside' }).click()
  await expect(page.getByRole('region', { name: 'What is in it' })).toContainText(/\d+ people/)
  await accessible(page, 'what is in a backup')
  await page.getByLabel('New passphrase', { exact: true }).fill(NEW)
  await page.getByLabel('The same once more').fill(NEW)
  await page.getByRole('button', { name: 'Restore this backup' }).click()
  await expect(page.getByText('The backup of 22 Nov 2026, 17:50 was restored.')).toBeVisible()
  await person.go('Calendar')
  await expect(chess(page)).toBeVisible()
  await close()

  const backups = join(userData, 'vault', 'backups')
  expect(readdirSync(backups).sort()).toEqual(['backup-2026-11-22T16-50-00Z', 'set-aside-2026-11-22T16-50-00Z'])
  const fresh = await launch({ args: [`--clock=${EVENING}`] })
  await fresh.page.clock.setFixedTime(new Date(EVENING))
  await fresh.page.getByRole('button', { name: 'Restore a backup instead…' }).click()
  await expect(fresh.page.getByText('There is no backup here yet')).toBeVisible()
  await accessible(fresh.page, 'restoring at the first start')
  const there = join(fresh.userData, 'vault', 'backups')
  mkdirSync(there, { recursive: true })
  cpSync(join(backups, 'backup-2026-11-22T16-50-00Z'), join(there, 'backup-2026-11-22T16-50-00Z'), { recursive: true })
  await fresh.page.getByRole('button', { name: 'Look again' }).click()
  await fresh.page.getByRole('button', { name: /^22 Nov 2026, 17:50/ }).click()
  await fresh.page.getByRole('button', { name: 'Use the recovery words' }).click()
  await fresh.page.getByLabel('Recovery words').fill(words.join(' '))
  await fresh.page.getByRole('button', { name: 'Look inside' }).click()
  await fresh.page.getByLabel('New passphrase', { exact: true }).fill(NEW)
  await fresh.page.getByLabel('The same once more').fill(NEW)
  await fresh.page.getByRole('button', { name: 'Restore this backup' }).click()
  await personAt(fresh.page).go('Calendar')
  await expect(chess(fresh.page)).toBeVisible()
})
