/** Unlocking with this computer's login, by keyboard: switched on, used at the next start, refused by a keychain that is gone, switched off; and a desktop without one. */
import type { ElectronApplication, Page } from 'playwright/test'
import { accessible } from '../support/accessible.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, PASSPHRASE, personAt } from '../support/person.ts'

interface StandIn { readonly standin: { readonly keychain: { readonly lose: () => void; readonly rotate: () => void; readonly shut: (isShut: boolean) => void } } }
const harm = (app: ElectronApplication, how: 'lose' | 'rotate'): Promise<void> => app.evaluate((electron, what) => { (electron as unknown as StandIn).standin.keychain[what]() }, how)

const KEYRING = { args: [`--clock=${EVENING}`, '--password-store=gnome-libsecret'] }
const offer = (page: Page) => page.getByRole('button', { name: 'Unlock with this computer', exact: true })
const passphraseField = (page: Page) => page.getByLabel('Passphrase', { exact: true })

async function switchOn(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByRole('button', { name: 'Unlock with this computer’s login…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your passphrase, to switch it on')).toBeFocused()
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
}

/** Once it is open. */
async function lockAgain(page: Page): Promise<void> {
  await expect(page.getByLabel('Your message')).toBeVisible()
  await personAt(page).go('Settings')
  await page.getByRole('button', { name: 'Lock now' }).click()
}

test.describe('with a keyring', () => {
  test.skip(({ electron }) => !electron.isStandIn, 'A real keyring cannot be lost and renewed by a test.')

  test('it is switched on with the passphrase, opens the next start with one key, and is switched off', async ({ launch }) => {
    const started = await launch(KEYRING)
    const person = personAt(started.page)
    await person.moveIn()
    await person.go('Settings')
    const section = started.page.getByRole('region', { name: 'This computer’s login' })
    await expect(section).toContainText('It is off')
    await switchOn(started.page, 'lantern orchard violin eight')
    await expect(section).toContainText('That passphrase does not open this vault.')
    await accessible(started.page, 'switching it on')
    await started.page.getByLabel('Your passphrase, to switch it on').fill(PASSPHRASE)
    await started.page.keyboard.press('Enter')
    await expect(section).toContainText('It is on: whoever is logged in to this computer opens the vault')
    await expect(section.getByRole('button', { name: 'Switch it off' })).toBeFocused()
    await accessible(started.page, 'switched on')

    // Locked by hand: nothing opens by itself, and the passphrase has the focus.
    await started.page.getByRole('button', { name: 'Lock now' }).click()
    await expect(passphraseField(started.page)).toBeFocused()
    await started.page.keyboard.press('Enter')
    await expect(offer(started.page)).toBeVisible()

    // The next start: Enter is enough.
    const next = await started.restart(), { page } = next
    await expect(offer(page)).toBeFocused()
    await expect(page.getByText('This computer’s login opens it, or its passphrase.')).toBeVisible()
    await accessible(page, 'the door with a login')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Your message')).toBeVisible()
    await personAt(page).go('Settings')
    await page.getByRole('button', { name: 'Switch it off' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Unlock with this computer’s login…' })).toBeFocused()

    const last = (await next.restart()).page
    await expect(passphraseField(last)).toBeFocused()
    await expect(offer(last)).toHaveCount(0)
    await personAt(last).unlock()
    await expect(last.getByLabel('Your message')).toBeVisible()
  })

  test('a keychain that is gone says so, the passphrase works, and it can be used anew', async ({ launch }) => {
    const started = await launch(KEYRING)
    const { page, app } = started, person = personAt(page)
    await person.moveIn()
    await person.go('Settings')
    await switchOn(page)
    await expect(page.getByText('It is on:')).toBeVisible()
    await page.getByRole('button', { name: 'Lock now' }).click()

    // A newer key is none of the person's business.
    await harm(app, 'rotate')
    await tabTo(page, /Unlock with this computer/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await lockAgain(page)

    await harm(app, 'lose')
    await tabTo(page, /Unlock with this computer/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('This computer’s keychain did not give back what opens this vault')
    await expect(page.getByRole('alert')).toContainText('Use your passphrase. Nothing is lost')
    expect(await focused(page)).toMatch(/Passphrase/)
    await accessible(page, 'a keychain that is gone')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Your message')).toBeVisible()
    await person.go('Settings')
    await page.getByRole('button', { name: 'Switch it off' }).focus()
    await page.keyboard.press('Enter')
    await switchOn(page)
    await expect(page.getByText('It is on:')).toBeVisible()
    await page.getByRole('button', { name: 'Lock now' }).click()
    await offer(page).click()
    await lockAgain(page)
  })

  test('the keychain of a desktop that came without one later is refused at the door too', async ({ launch }) => {
    const started = await launch(KEYRING), person = personAt(started.page)
    await person.moveIn()
    await person.go('Settings')
    await switchOn(started.page)
    await expect(started.page.getByText('It is on:')).toBeVisible()
    const { page } = await started.restart({ args: [`--clock=${EVENING}`] })
    await expect(offer(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('This desktop has no keychain that protects what is in it')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Your message')).toBeVisible()
  })
})

test('a desktop without a keychain is told why, before a passphrase is asked for', async ({ launch }) => {
  const { page } = await launch({ args: [`--clock=${EVENING}`, '--password-store=basic'] }), person = personAt(page)
  test.skip(process.platform !== 'linux', 'Every other system has one.')
  await person.moveIn()
  await person.go('Settings')
  await page.getByRole('button', { name: 'Unlock with this computer’s login…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('a key kept there could be read by anybody who gets at the disk')
  await expect(page.getByLabel('Your passphrase, to switch it on')).toHaveCount(0)
  await accessible(page, 'no keychain')
})
