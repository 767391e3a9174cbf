/** The setting that keeps Lares in the tray, by keyboard; what a desktop without one does; and, on Electron, what closing the window does with one. */
import { accessible } from '../support/accessible.ts'
import { tabTo } from '../support/keyboard.ts'
import { expect, test, type Launched } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'

const NONE = 'This desktop has no tray, so closing the window ends Lares as before.'
const closeWindow = ({ app }: Launched): Promise<void> => app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.close() })

/** In the settings, with the switch turned on. */
async function keepInTray({ page }: Launched): Promise<void> {
  const person = personAt(page)
  await person.moveIn()
  await person.go('Settings')
  const control = page.getByRole('switch', { name: /Keep Lares in the (tray|menu bar)/ })
  await expect(control).not.toBeChecked()
  await tabTo(page, /Keep Lares in the/)
  await page.keyboard.press('Space')
  await expect(control).toBeChecked()
}

test.describe('where there is no tray', () => {
  test.skip(({ electron }) => !electron.isStandIn, 'A real desktop may have one.')

  test('the setting says so, and closing the window ends Lares as before', async ({ launch }) => {
    const started = await launch({ args: [`--clock=${EVENING}`] }), { page, app, mainLog } = started
    await keepInTray(started)
    await expect(page.getByText(NONE)).toBeVisible()
    await accessible(page, 'no tray')
    expect(mainLog()).toContain('"code":"tray"')
    const ended = new Promise((resolve) => { app.process().once('exit', resolve) })
    // It ends before it can answer.
    await closeWindow(started).catch(() => undefined)
    expect(await ended).toBe(0)

    const again = await started.restart()
    await personAt(again.page).unlock()
    await expect(again.page.getByLabel('Your message')).toBeVisible()
    await personAt(again.page).go('Settings')
    await expect(again.page.getByText(NONE)).toBeVisible()
    await tabTo(again.page, /Keep Lares in the/)
    await again.page.keyboard.press('Space')
    await expect(again.page.getByText(NONE)).toHaveCount(0)
  })
})

test.describe('where there is a tray', { tag: '@real-electron' }, () => {
  test.skip(({ electron }) => electron.isStandIn, 'the stand-in has no tray')

  test('closing the window hides it, starting Lares again brings it back, and quitting ends it', async ({ launch }) => {
    const started = await launch({ args: [`--clock=${EVENING}`] }), { page, app } = started
    await keepInTray(started)
    await expect(page.getByText(NONE)).toHaveCount(0)
    await closeWindow(started)
    const isVisible = (): Promise<boolean | undefined> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await expect.poll(isVisible).toBe(false)
    await app.evaluate(({ app: main }) => { main.emit('second-instance', {}, [], '/') })
    await expect.poll(isVisible).toBe(true)
    await started.close()
  })
})
