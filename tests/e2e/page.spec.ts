/** P9 in the window: the page has no Node and only the contract (its ways out: page-routes.spec.ts); and every screen passes the accessibility checks in both themes. */
import { channels } from '../../shared/ipc/channels.ts'
import { accessible } from '../support/accessible.ts'
import { tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt, STORY } from '../support/person.ts'

const clock = { args: [`--clock=${EVENING}`] }

test('P9 the page sees the contract and nothing of Node or Electron', async ({ launch }) => {
  const { page } = await launch(clock)
  await page.getByRole('button', { name: 'Create the vault' }).waitFor()
  const seen = await page.evaluate(() => {
    const bridge = (window as unknown as { lares: Record<string, Record<string, unknown>> }).lares
    return {
      node: [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process, typeof (globalThis as { Buffer?: unknown }).Buffer],
      features: Object.fromEntries(Object.entries(bridge).filter(([k, v]) => typeof v === 'object' && k !== 'atStart').map(([k, v]) => [k, Object.keys(v).sort()])),
      atStart: bridge['atStart'],
      frozen: (() => { try { bridge['vault'] = {} } catch { /* frozen */ } return typeof bridge['vault']?.['state'] })(),
    }
  })
  expect(seen.node).toEqual(['undefined', 'undefined', 'undefined'])
  expect(seen.features).toEqual(Object.fromEntries(Object.entries(channels).map(([feature, names]) => [feature, [...names].sort()])))
  // What it need not ask for: how the vault looks at a glance, and what this computer is set to.
  expect(seen.atStart).toMatchObject({ vault: { state: 'none', problem: null, keychain: false } })
  expect(Object.keys((seen.atStart as { system: object }).system).sort()).toEqual(['clock', 'language', 'locale', 'weekStart'])
  expect(seen.frozen).toBe('function')
})

test('every screen is accessible, light and dark', async ({ launch }) => {
  test.setTimeout(360_000)
  const { page } = await launch(clock)
  const person = personAt(page)
  await page.clock.setFixedTime(new Date(EVENING))
  await page.getByRole('button', { name: 'Create the vault' }).waitFor()
  await accessible(page, 'welcome')
  await person.makeVault()
  await accessible(page, 'choose a household')
  await person.takeSample()
  await accessible(page, 'empty chat')
  await person.say(STORY, 'On this computer')
  await expect(person.lastTurn.getByRole('button', { name: 'Accept' })).toBeVisible()
  await accessible(page, 'answer')
  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  await accessible(page, 'departure, in words')
  await person.panel.getByRole('tab', { name: 'Exact bytes' }).click()
  await accessible(page, 'departure, exact bytes')
  await person.approve()
  await expect(person.lastTurn.getByRole('button', { name: 'Accept' })).toBeVisible()
  for (const room of ['Calendar', 'Household', 'Ledger', 'Settings'] as const) {
    await person.go(room)
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await accessible(page, room)
  }
  await person.go('Calendar')
  for (const look of ['Month', 'Agenda']) {
    await page.getByRole('radio', { name: look }).click({ force: true })
    await accessible(page, look)
  }
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Lock' }).click()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  await accessible(page, 'locked')
})

test('the whole story by keyboard alone', async ({ launch }) => {
  test.slow()
  const { page } = await launch(clock)
  const person = personAt(page)
  const keys = page.keyboard
  await page.clock.setFixedTime(new Date(EVENING))
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await keys.type('lantern orchard violin seven')
  await tabTo(page, /The same once more/)
  await keys.type('lantern orchard violin seven')
  await keys.press('Enter')
  const list = page.getByRole('list', { name: 'Recovery words, in order' })
  await expect(list).toBeVisible()
  const words = (await list.getByRole('listitem').allInnerTexts()).map((text) => /[a-z]+/.exec(text)?.[0] ?? '')
  await tabTo(page, /I wrote them down/)
  await keys.press('Space')
  await tabTo(page, /^\s*Continue/)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Two of them, to be sure' })).toBeVisible()
  for (const label of await page.getByText(/^Word \d+$/).allInnerTexts()) {
    await tabTo(page, new RegExp(`${label}$`))
    await keys.type(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
  }
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: /Take the sample household/ })).toBeVisible()
  await tabTo(page, /Take the sample household/)
  await keys.press('Enter')
  await expect(page.getByLabel('Your message')).toBeFocused()
  await keys.type(STORY)
  await tabTo(page, /Auto/)
  await keys.press('ArrowRight')
  await keys.press('ArrowRight')
  await keys.press('Space')
  await keys.press('Shift+Tab')
  await expect(page.getByLabel('Your message')).toBeFocused()
  await keys.press('Enter')
  await person.seePanel()
  await expect(person.panel.getByRole('heading', { name: 'This would leave your house' })).toBeFocused()
  await tabTo(page, /Send exactly this/)
  await keys.press('Enter')
  await expect(person.panel).toBeHidden()
  await expect(person.lastTurn.getByRole('button', { name: 'Accept' })).toBeVisible()
  await expect(page.getByLabel('Your message')).toBeFocused()
  for (let i = 0; i < 60 && !(await person.lastTurn.getByRole('button', { name: 'Accept' }).evaluate((e) => e === document.activeElement)); i++) await keys.press('Shift+Tab')
  await keys.press('Enter')
  await expect(person.lastTurn.getByText('In your calendar')).toBeVisible()
  await keys.press('Control+3')
  await expect(page.getByRole('button', { name: 'New event' })).toBeVisible()
  await keys.press('ArrowRight') // from Sunday's week to the next
  await expect(page.getByRole('button', { name: /^Dishwasher/ }).first()).toBeVisible()
  await keys.press('Control+z')
  await expect(page.getByRole('button', { name: /^Dishwasher/ })).toHaveCount(0)
})
