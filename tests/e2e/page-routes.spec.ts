/** P9 on the wire: 22 ways out of a page that a browser has, tried from the app's page, and from a page that nobody guards, to see that each of them is one. */
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright/test'
import { expect, test } from '../support/launch.ts'
import { EVENING } from '../support/person.ts'
import { portOf } from '../support/recording-cloud.ts'
import { goOut, ROUTES, startSinks, type Sinks } from '../support/routes-out.ts'
import { findChromium } from '../electron-standin/chromium.ts'

const routes = Object.keys(ROUTES)

test('P9 nothing leaves the page by any of 22 ways, each of which leads out of a page without a guard', async ({ launch }) => {
  expect(routes).toHaveLength(22)
  const [closed, open] = [await startSinks(), await startSinks()], folder = await mkdtemp(join(tmpdir(), 'lares-routes-'))
  try {
    const userData = join(folder, 'lares')
    // Electron keeps it here, the stand-in below.
    for (const profile of [userData, join(userData, 'Chromium')]) closed.answerNamesFor(profile)
    const { app, page } = await launch({ userData, args: [`--clock=${EVENING}`], expectedErrors: [/Content Security Policy|Refused|ERR_|Failed to|violates|blocked|error occurred when fetching the script/i] })
    await page.getByRole('button', { name: 'Create the vault' }).waitFor()
    const own = page.url(), said: Record<string, string> = {}
    for (const route of routes) said[route] = await goOut(page, route, closed.addressOf(route))
    expect(Object.keys(said)).toEqual(routes)
    // The page is where it was, whole, and the only one.
    expect([page.url().split('#')[0], app.windows().length, await page.getByRole('button', { name: 'Create the vault' }).isVisible()]).toEqual([own, 1, true])
    // What takes its time to leave has as long as all of them take from the other page.
    const chromiumPath = findChromium(process.env)
    test.info().annotations.push({ type: 'control', description: chromiumPath === null ? 'skipped: there is no Chromium beside Electron' : 'each way leads out of a page without a guard' })
    const waysOut = chromiumPath === null ? routes : await leadingOut(chromiumPath, join(folder, 'open'), open)
    const left = routes.filter((route) => closed.came(route) > 0 || (route === 'dns-prefetch' && closed.askedForNames() > 0))
    test.info().annotations.push({ type: 'tally', description: JSON.stringify({ tried: routes.length, held: routes.length - left.length }) })
    expect(left).toEqual([])
    expect(waysOut).toEqual(routes)
  } finally {
    closed.close()
    open.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

/** Which of the ways lead out of a page of the same browser with no policy and no app around it. */
async function leadingOut(executablePath: string, profile: string, open: Sinks): Promise<readonly string[]> {
  const server = http.createServer((request, response) => {
    const isWorker = request.url?.startsWith('/sw.js') === true
    response.writeHead(200, { 'content-type': isWorker ? 'text/javascript' : 'text/html' }).end(isWorker ? `self.oninstall = (event) => { event.waitUntil(fetch(location.search.slice(1), { mode: 'no-cors' })) }` : '<!doctype html><title>open</title><body>open')
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  open.answerNamesFor(profile)
  const browser = await chromium.launchPersistentContext(profile, { executablePath, args: ['--headless=new', `--ignore-certificate-errors-spki-list=${open.nameServerKey}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })
  const leads = async (route: string): Promise<boolean> => {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${String(portOf(server))}/`)
    // One that leads the page itself away takes its answer with it.
    await goOut(page, route, open.addressOf(route)).catch(() => 'led away')
    const came = await expect.poll(() => open.came(route)).toBeGreaterThan(0).then(() => true, () => false)
    await page.close()
    return came
  }
  try {
    const found: string[] = []
    for (const route of routes) if (await leads(route)) found.push(route)
    return found
  } finally {
    await browser.close()
    server.close()
  }
}
