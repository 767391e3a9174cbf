/** A conversation of thousands: opened at its end, read back to its beginning, jumped into, and never all in the page. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accessible } from '../support/accessible.ts'
import { expect, test } from '../support/launch.ts'
import { makeLongChat } from '../support/long-chat.ts'
import { EVENING, PASSPHRASE, personAt } from '../support/person.ts'

test('three thousand messages: the end first, what is earlier as one comes there, any of them by a search, from answer to answer by key', async ({ launch }) => {
  const userData = await mkdtemp(join(tmpdir(), 'lares-long-'))
  try {
    await makeLongChat(join(userData, 'vault'), PASSPHRASE, 3000, Date.parse(EVENING))
    const { page } = await launch({ userData, args: [`--clock=${EVENING}`] }), person = personAt(page)
    await person.unlock()
    await person.go('Chat')
    await page.getByRole('button', { name: /^A long one/ }).click()
    const turn = (n: number) => page.locator(`article[aria-posinset="${String(n)}"]`), thread = page.getByRole('region', { name: 'Conversation', exact: true })
    await expect(turn(3000)).toBeInViewport()
    await expect(turn(3000)).toHaveAttribute('aria-setsize', '3000')
    expect(await thread.getByRole('article').count()).toBeLessThan(30)

    // Up to what was read, and further: forty are read at a time.
    const inSight = async (): Promise<number> => Number(await thread.getByRole('article').evaluateAll((all) => all.find((one) => one.getBoundingClientRect().bottom > 200)?.getAttribute('aria-posinset')))
    await thread.focus()
    // From what scrolls, to the last.
    await page.keyboard.press('Alt+ArrowUp')
    await expect(turn(3000)).toBeFocused()
    await thread.focus()
    await expect.poll(async () => { await page.keyboard.press('Home'); return await inSight() }).toBeLessThan(2950)
    await expect.poll(async () => { await page.keyboard.press('End'); return await inSight() }).toBeGreaterThan(2995)
    expect(await thread.getByRole('article').count()).toBeLessThan(30)

    // One far back, by its words.
    await page.keyboard.press('Control+f')
    await page.keyboard.type('number 1501')
    await page.getByRole('button', { name: /What about number 1501/ }).click()
    await expect(turn(1501)).toBeFocused()
    await expect(turn(1501)).toBeInViewport()
    expect(await thread.getByRole('article').count()).toBeLessThan(30)
    await page.keyboard.press('Alt+ArrowDown')
    await expect(turn(1502)).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await expect(turn(1500)).toBeFocused()
    await accessible(page, 'the middle of a long conversation')

    // And a new sentence is at the end.
    await person.say('Run the dishwasher tonight', 'On this computer')
    await expect(turn(3001)).toBeInViewport()
  } finally { await rm(userData, { recursive: true, force: true }) }
})
