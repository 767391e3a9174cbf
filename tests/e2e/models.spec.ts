/** The model manager in the window, from no Ollama at all to a model in use and gone again, against a server that speaks Ollama's API. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { startFakeOllama, type FakeOllama, type FakeScript } from '../support/fake-ollama.ts'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt, type Person } from '../support/person.ts'

const GEMMA = { name: 'gemma4:e4b', layers: [{ digest: `sha256:${'4'.repeat(64)}`, size: 9_600_000_000 }, { digest: `sha256:${'c'.repeat(64)}`, size: 8_350_245 }] }
const QWEN = { name: 'qwen3:8b', layers: [{ digest: `sha256:${'5'.repeat(64)}`, size: 5_200_000_000 }] }

/** Closed after the test, whatever became of it. */
const running: FakeOllama[] = []
const start = async (script: FakeScript): Promise<FakeOllama> => {
  const fake = await startFakeOllama(script)
  running.push(fake)
  return fake
}
test.afterEach(async () => { await Promise.all(running.splice(0).map((fake) => fake.close())) })

/** A port at which nobody listens for now. */
const freePort = async (): Promise<number> => {
  const fake = await startFakeOllama()
  await fake.close()
  return fake.port
}

/** Into the settings, with Ollama chosen at this address. */
const chooseOllama = async (person: Person, port: number): Promise<void> => {
  const { page } = person
  await page.clock.setFixedTime(new Date(EVENING))
  await person.makeVault()
  await person.takeSample()
  await person.go('Settings')
  await page.getByRole('radio', { name: 'Ollama' }).check({ force: true })
  await page.getByLabel('Address of Ollama').fill(`http://127.0.0.1:${String(port)}`)
  await page.getByLabel('Address of Ollama').blur()
}

const accessible = async (page: Page, where: string): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))))
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map((v) => `${where}, ${theme}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([])
  }
}

test('from no Ollama to a model in use: start it, download, stop, resume, test, use, remove', async ({ launch }) => {
  test.slow()
  const { page } = await launch({ args: [`--clock=${EVENING}`] })
  const person = personAt(page)
  const port = await freePort()
  await chooseOllama(person, port)

  // Nobody there: what to do, and a way to ask again.
  await expect(page.getByText(`nothing answers at 127.0.0.1:${String(port)} or [::1]:${String(port)}`)).toBeVisible()
  await expect(page.getByText('ollama serve')).toBeVisible()
  await accessible(page, 'not running')

  // Started, but without a model.
  const fake = await start({ port, models: [], library: [GEMMA, QWEN], deliversOnDemand: true, chat: () => '{"day":"Tuesday"}' })
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText(`Ollama 0.18.2 is running at 127.0.0.1:${String(port)}.`)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No model yet' })).toBeVisible()
  await accessible(page, 'no model')

  // Downloaded a third, stopped, resumed from there.
  await page.getByRole('button', { name: 'Download gemma4:e4b (9.6 GB)' }).click()
  const bar = page.getByRole('progressbar', { name: 'Downloading gemma4:e4b' })
  fake.deliver(3_200_000_000)
  await expect(bar).toHaveAttribute('aria-valuetext', '3.2 GB of 9.6 GB · 33 %')
  await expect(page.getByRole('status').filter({ hasText: 'gemma4:e4b: 30 percent downloaded' })).toHaveCount(1)
  await accessible(page, 'downloading')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByText('What has arrived is kept until Ollama restarts.')).toBeVisible()
  await expect(bar).toHaveAttribute('aria-valuetext', 'Stopped · 3.2 GB of 9.6 GB · 33 %')
  await fake.hungUp
  await accessible(page, 'stopped')
  await page.getByRole('button', { name: 'Resume' }).click()
  await fake.arrived('/api/pull', 2)
  fake.deliver(1_600_000_000)
  await expect(bar).toHaveAttribute('aria-valuetext', '4.8 GB of 9.6 GB · 50 %')
  fake.deliver(GEMMA.layers[0]!.size + GEMMA.layers[1]!.size)
  const models = page.getByRole('region', { name: 'Installed' })
  await expect(models.getByText('in use')).toBeVisible()
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: 'gemma4:e4b is installed.' })).toHaveCount(1)

  // Tried: a short answer, by Ollama's own figures; and then it takes memory.
  await models.getByRole('button', { name: 'Test gemma4:e4b' }).click()
  await expect(models.getByText('It answered “Tuesday”.')).toBeVisible()
  await expect(models.getByText('First word after 0.3 s · 62 tokens a second')).toBeVisible()
  await expect(models.getByText('9.6 GB in memory')).toBeVisible()
  await accessible(page, 'tested')
  await models.getByRole('button', { name: 'Free the memory that gemma4:e4b takes' }).click()
  await expect(models.getByText('9.6 GB in memory')).toHaveCount(0)

  // Another one, by its name; a name that leads elsewhere is refused in the field.
  const field = page.getByLabel('Download another model')
  await field.fill('evil.example/a/b')
  await field.press('Enter')
  await expect(page.getByText('That is not the name of a model in Ollama’s library')).toBeVisible()
  await field.fill('gpt-oss:120b-cloud')
  await field.press('Enter')
  await expect(page.getByText('would run in Ollama’s cloud, not on this computer, so Lares refused it.')).toBeVisible()
  await field.fill('qwen3:8b')
  fake.deliver(QWEN.layers[0]!.size)
  await field.press('Enter')
  await models.getByRole('button', { name: 'Use qwen3:8b' }).click()
  await expect(models.getByRole('listitem').filter({ hasText: 'qwen3:8b' }).getByText('in use')).toBeVisible()
  await page.getByRole('button', { name: 'More settings for models' }).click()
  await page.getByRole('button', { name: /Reading your message/ }).click()
  await page.getByRole('option', { name: 'gemma4:e4b', exact: true }).click()
  await expect(models.getByRole('listitem').filter({ hasText: 'gemma4:e4b' }).getByText('for reading')).toBeVisible()
  await expect(page.getByRole('button', { name: /Writing text/ })).toContainText('The same: qwen3:8b')
  await accessible(page, 'two models')

  // Removed only after a yes.
  await models.getByRole('button', { name: 'Remove qwen3:8b' }).click()
  const question = page.getByRole('alertdialog', { name: 'Remove qwen3:8b?' })
  await expect(question.getByText('It is in use')).toBeVisible()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(models.getByRole('button', { name: 'Remove qwen3:8b' })).toBeVisible()
  await models.getByRole('button', { name: 'Remove qwen3:8b' }).click()
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('qwen3:8b is not installed.')).toBeVisible()
  await page.getByRole('button', { name: 'Use gemma4:e4b' }).first().click()
  await expect(models.getByText('in use')).toBeVisible()
  expect(fake.requests.filter(({ path }) => path === '/api/delete').map(({ text }) => text)).toEqual(['{"name":"qwen3:8b"}'])
})

test('what is wrong is said, each in its own words', async ({ launch }) => {
  test.slow()
  const { page } = await launch({ args: [`--clock=${EVENING}`] })
  const person = personAt(page)
  const first = await start({ host: '::1' })
  await chooseOllama(person, first.port)
  await expect(page.getByText(`Ollama 0.18.2 is running at [::1]:${String(first.port)}.`)).toBeVisible()
  await expect(page.getByText('That is not the address below')).toBeVisible()

  const cases: readonly (readonly [FakeScript, string])[] = [
    [{ versionReply: { raw: '<html>', type: 'text/html' } }, 'but it is not Ollama.'],
    [{ version: '0.4.7' }, 'This Ollama is too old (version 0.4.7): Lares needs 0.5.0 or newer'],
    [{ models: [{ name: 'gemma4:e4b', remote: { remote_host: 'https://ollama.com:443', remote_model: 'gemma4' } }] }, 'OLLAMA_NO_CLOUD=1, or "disable_ollama_cloud": true in its server.json'],
    [{ models: [{ name: 'llama3.2:3b' }] }, 'gemma4:e4b is not installed.'],
  ]
  const address = page.getByLabel('Address of Ollama')
  for (const [script, says] of cases) {
    const { port } = await start(script)
    await address.fill(`127.0.0.1:${String(port)}`)
    await address.press('Enter')
    await expect(page.getByText(says)).toBeVisible()
    await accessible(page, says)
  }
  // A model that needs more memory than there is, and one that does not answer in form.
  for (const [chat, says] of [[{ status: 500, error: 'model requires more system memory (9.6 GiB) than is available (4.1 GiB)' }, 'needs more memory than this computer has free.'], ['Tuesday, I think.', 'answered, but not in the form it was asked for.']] as const) {
    const { port } = await start({ chat: () => chat })
    await address.fill(`127.0.0.1:${String(port)}`)
    await address.press('Enter')
    await expect(page.getByText(`is running at 127.0.0.1:${String(port)}`)).toBeVisible()
    await page.getByRole('button', { name: 'Test gemma4:e4b' }).click()
    await expect(page.getByText(says)).toBeVisible()
  }
  await address.fill('http://192.168.1.4:11434')
  await address.press('Enter')
  await expect(page.getByText('That Ollama address is not on this computer.')).toBeVisible()
})

test('by keyboard alone: a download is started, stopped and put away', async ({ launch }) => {
  const { page } = await launch({ args: [`--clock=${EVENING}`] })
  const person = personAt(page)
  const fake = await start({ models: [], library: [GEMMA], deliversOnDemand: true })
  await chooseOllama(person, fake.port)
  const get = page.getByRole('button', { name: 'Download gemma4:e4b (9.6 GB)' })
  await get.focus()
  await page.keyboard.press('Enter')
  await fake.arrived('/api/pull')
  const stop = page.getByRole('button', { name: 'Stop', exact: true })
  await expect(stop).toBeVisible()
  for (let i = 0; i < 40 && !(await stop.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const away = page.getByRole('button', { name: 'Put away' })
  await expect(away).toBeVisible()
  for (let i = 0; i < 40 && !(await away.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(get).toBeVisible()
})
