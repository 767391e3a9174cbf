/** At 200 % of a window of 1280 × 800, and in a window as small as it gets: every screen can be read and every control reached (WCAG 1.4.4, 1.4.10), also in the system's own colours, and nothing moves for whom that is too much (1.4.1, 1.4.11, 2.3.3). */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { faint, moving } from '../support/faint.ts'
import { expect, test } from '../support/launch.ts'
import { misfits } from '../support/fitting.ts'
import { EVENING, personAt, STORY } from '../support/person.ts'

/** 1280 × 800 at 200 %, and 900 × 700 at 100 %. In CSS pixels. */
const SIZES = [{ width: 640, height: 400 }, { width: 900, height: 700 }] as const

async function fits(page: Page, where: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.evaluate(async () => { await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))); await new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(done) }) }) })
    const shots = process.env['ZOOM_SHOTS']
    if (shots !== undefined) { mkdirSync(shots, { recursive: true }); await page.screenshot({ path: `${shots}/${where.replace(/\W+/g, '-')}-${String(size.width)}.png` }) }
    expect.soft(await misfits(page), `${where}, ${String(size.width)} × ${String(size.height)}`).toEqual([])
  }
  expect.soft(await faint(page), `${where}, in forced colours`).toEqual([])
  expect.soft(await moving(page), `${where}, with less motion`).toEqual([])
}

test('at 200 % nothing is cut off and everything can be reached, in forced colours nothing is told by colour alone, and nothing moves', async ({ launch }) => {
  test.slow()
  const { page } = await launch({ args: [`--clock=${EVENING}`] })
  const person = personAt(page), button = (name: string) => page.getByRole('button', { name, exact: true })
  await page.clock.setFixedTime(new Date(EVENING))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
  await fits(page, 'welcome')
  // What these checks look for, they find.
  await page.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<div id="planted" style="position:fixed;inset:0;z-index:99"><button aria-pressed="true" style="forced-color-adjust:none;background:Canvas!important">chosen</button><p class="bg-planted-tint" style="outline:none!important">chip</p><span class="bg-ember" style="display:block;width:9px;height:9px;background:Canvas!important"></span><input style="outline:none!important"><i style="transition:color 1s!important">moves</i></div>') })
  expect((await faint(page)).map((one) => one.split(':')[0])).toEqual(['chosen, and looks like all others', 'a ground that goes, and no edge', 'a bar or dot that goes', 'focused, and nothing says so'])
  expect(await moving(page)).toEqual([expect.stringContaining('moves')])
  await page.evaluate(() => { document.querySelector('#planted')?.remove() })
  await person.makeVault()
  await fits(page, 'who lives here')
  await person.takeSample()
  await fits(page, 'chat at its beginning')
  await person.say(STORY, 'On this computer')
  await person.lastTurn.getByText('0 bytes left').waitFor()
  await fits(page, 'chat with a plan')
  await person.say('What could we cook for Emma and Tom on Saturday at Kastanienallee 7?', 'Ask the cloud')
  await person.seePanel()
  await fits(page, 'departure panel')
  await person.panel.getByRole('tab', { name: 'Exact bytes' }).click()
  await fits(page, 'exact bytes')
  await person.approve()
  for (const room of ['Today', 'Tasks', 'Settings'] as const) {
    await person.go(room)
    await page.getByRole('main').getByRole('heading').first().waitFor()
    await fits(page, room)
  }
  await person.go('Calendar')
  for (const look of ['Day', 'Month', 'Agenda', 'Week']) {
    await page.getByRole('radio', { name: look }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('radio', { name: look })).toBeChecked()
    await fits(page, `calendar, ${look}`)
  }
  await button('New event').press('Enter')
  await page.getByRole('dialog').waitFor()
  await fits(page, 'a new event')
  await page.keyboard.press('Escape')
  await person.go('Household')
  await page.getByRole('tab').first().waitFor()
  for (const tab of await page.getByRole('tab').all()) {
    await tab.press('Enter')
    await fits(page, `household, ${(await tab.innerText()).replace(/\W+/g, ' ')}`)
  }
  await person.go('Ledger')
  await page.getByRole('main').getByRole('option').first().click()
  await fits(page, 'ledger')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await fits(page, 'all commands')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+/')
  await page.getByRole('dialog').waitFor()
  await fits(page, 'keys')
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Lock' }).press('Enter')
  await button('Unlock').waitFor()
  await fits(page, 'unlock')
})
