/** The language of the window: chosen in the settings, at once and without losing the focus, at the door too; and no screen has words without a translation, or too little room for one. */
import { pseudo } from '../../shared/language.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, PASSPHRASE, personAt } from '../support/person.ts'
import { cutWords, plainWords } from '../support/pseudo-words.ts'

/** Each room in the order of its keys, and something that stands in it. */
const rooms = ['Heute steht nichts im Kalender', 'Deine Nachricht', 'Neuer Termin', 'Neue Aufgabe', 'Haus einstellen', 'Kette prüfen', 'Änderungen gelten sofort'] as const

/** Written plainly in every language: the app's own name, languages by their own names, keys, codes, days and months (which Intl writes), and what providers and models call themselves. */
const everywhere = /^(?:Lares|⟦.*⟧ alt\+T|English|Deutsch|OpenAI|Azure OpenAI|Ollama|EUR|SHA-256|Ctrl(?:\+\w)+|(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? ?)?(?:\d[\d\s–:]*)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)?[a-z]*(?: \d{4})?[\d\s:,–]*|[A-Z][a-z]+\/[A-Za-z /]+|https?:.*|gemma.*|gpt-.*)$/

test('German is chosen and the door speaks it too; the pseudo language has room everywhere and leaves no word out', async ({ launch }) => {
  const started = await launch({ args: [`--clock=${EVENING}`] })
  const { page } = started, person = personAt(page)
  await person.moveIn()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')

  await person.go('Settings')
  const language = page.getByRole('button', { name: /Language/ })
  await language.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Deutsch' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /Sprache/ })).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE')
  await expect(page).toHaveTitle('Einstellungen · Lares')

  for (const [index, words] of rooms.entries()) {
    await page.keyboard.press(`Control+${String(index + 1)}`)
    await expect(page.getByRole('main').getByText(words).or(page.getByRole('main').getByLabel(words)).first()).toBeVisible()
  }
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { name: 'Sonntag, 22. November' }).first()).toBeVisible()

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Willkommen zu Hause' })).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill(`${PASSPHRASE} x`)
  await page.getByRole('button', { name: 'Öffnen', exact: true }).click()
  await expect(page.getByText('Diese Passphrase öffnet den Tresor nicht.')).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Räume' }).getByRole('button', { name: 'Einstellungen' }).click()
  await page.getByRole('button', { name: /Sprache/ }).click()
  await page.getByRole('option', { name: 'Wie das System' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()

  const strange = (await started.restart({ env: { LARES_LANGUAGE: 'pseudo' } })).page
  await strange.setViewportSize({ width: 1280, height: 800 })
  await strange.clock.setFixedTime(new Date(EVENING))
  await strange.getByLabel(pseudo('Passphrase'), { exact: true }).fill(PASSPHRASE)
  expect({ cut: await cutWords(strange), plain: (await plainWords(strange, PASSPHRASE)).filter((words) => !everywhere.test(words)) }, 'the door').toEqual({ cut: [], plain: [] })
  await strange.keyboard.press('Enter')
  await expect(strange.getByRole('navigation', { name: pseudo('Rooms') })).toBeVisible()
  const known = await strange.evaluate(async () => {
    const { household, calendar, tasks } = (globalThis as unknown as { readonly lares: Record<string, Record<string, (request: unknown) => Promise<unknown>>> }).lares
    return JSON.stringify([await household?.['read']?.(null), await calendar?.['between']?.({ from: '2026-11-01T00:00:00Z', to: '2026-12-31T00:00:00Z' }), await tasks?.['list']?.(null)])
  })
  for (const [index] of rooms.entries()) {
    await strange.keyboard.press(`Control+${String(index + 1)}`)
    await expect(strange.getByRole('main').getByText('⟦').first()).toBeVisible()
    expect.soft({ cut: await cutWords(strange), plain: (await plainWords(strange, known)).filter((words) => !everywhere.test(words)) }, `room ${String(index + 1)}`).toEqual({ cut: [], plain: [] })
  }
})
