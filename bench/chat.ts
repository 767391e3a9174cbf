/**
 * A conversation of 10,000 messages in the app itself, on Electron or on what stands in for it: how long it takes to open, the longest
 * frame while scrolling through it and while typing, and how many of its exchanges the page holds. `--messages N` measures another length.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { _electron, type Page } from 'playwright'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { resolveElectron } from '../scripts/resolve-electron.ts'
import { makeLongChat } from '../tests/support/long-chat.ts'
import type { Figures } from './run.ts'

const root = dirname(import.meta.dirname)
const loader = join(dirname(createRequire(createRequire(import.meta.url).resolve('playwright/package.json')).resolve('playwright-core/package.json')), 'lib/server/electron/loader.js')
const PASSPHRASE = 'four unrelated words'

export async function measure(flags: readonly string[]): Promise<Figures> {
  const messages = Number(flags.includes('--messages') ? flags[flags.indexOf('--messages') + 1] : 10_000), electron = await resolveElectron()
  if (electron.kind === 'none') throw new Error(electron.says)
  if (!buildIfStale()) throw new Error('the app could not be built')
  const userData = mkdtempSync(join(tmpdir(), 'lares-long-chat-'))
  try {
    await makeLongChat(join(userData, 'vault'), PASSPHRASE, messages, Date.UTC(2026, 10, 22, 16, 50))
    const app = await _electron.launch({ executablePath: electron.executable, args: ['-r', loader, root, `--user-data-dir=${userData}`], env: { ...process.env, TZ: 'Europe/Berlin' }, colorScheme: null })
    try { return { runtime: electron.says, messages, ...await use(await app.firstWindow(), messages) } } finally { await app.close() }
  } finally { rmSync(userData, { recursive: true, force: true }) }
}

const RUNS = 5
const median = (values: readonly number[]): number => Math.round((values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0) * 10) / 10

async function use(page: Page, messages: number): Promise<Figures> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Chat', exact: true }).click()
  await page.getByRole('button', { name: /^A long one/ }).waitFor()
  const opened: number[] = []
  for (let run = 0; run < RUNS; run++) {
    await page.getByRole('button', { name: /^A short one/ }).click()
    await page.locator('[data-index]').first().waitFor({ state: 'detached' })
    opened.push(await page.evaluate(async (last) => {
      const entry = [...document.querySelectorAll('button')].find((button) => button.textContent.startsWith('A long one')), since = performance.now()
      entry?.click()
      while (document.querySelector(`article[aria-posinset="${String(last)}"]`) === null) await new Promise(requestAnimationFrame)
      return performance.now() - since
    }, messages))
  }
  const mounted = await page.locator('[data-index]').count()
  const frames = await page.evaluate(async () => {
    const box = document.querySelector('[role=feed]')?.parentElement, times: number[] = []
    if (box === null || box === undefined) throw new Error('no conversation')
    let before = performance.now()
    for (let frame = 0; frame < 400; frame++) {
      // Like a wheel that is turned fast, then like a bar that is dragged.
      box.scrollTop = frame < 300 ? box.scrollTop - 400 : box.scrollHeight * (400 - frame) / 100
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      times.push(now - before)
      before = now
    }
    return times
  })
  const composer = page.getByLabel('Your message')
  await composer.focus()
  await page.evaluate(() => {
    const typed: number[] = []
    Object.assign(window, { typed })
    document.addEventListener('keydown', () => { const since = performance.now(); requestAnimationFrame(() => { setTimeout(() => { typed.push(performance.now() - since) }) }) }, true)
  })
  for (const key of 'what could we cook for the children on saturday') {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    // Nobody types faster than the screen is drawn.
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  const typed = await page.evaluate(() => (window as unknown as { typed: number[] }).typed)
  return { 'open for the first time, ms': Math.round(opened[0] ?? 0), 'open again, ms (median of 4)': median(opened.slice(1)), 'exchanges in the page': mounted, 'longest frame while scrolling, ms': Math.round(Math.max(...frames)), 'median frame while scrolling, ms': median(frames), 'frames over 50 ms, of 400': frames.filter((ms) => ms > 50).length, 'longest from key to paint, ms': Math.round(Math.max(...typed)) }
}
