/**
 * Starts a packed app and joins its window over Chromium's own port: the fuses of a package refuse the way in that Playwright takes to an
 * unpacked one. For scripts/package-check.ts, which says in the environment what was built.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, test as base } from 'playwright/test'
import type { Page } from 'playwright/test'

export { expect } from 'playwright/test'

export interface Built {
  /** The unpacked package. */
  readonly folder: string
  readonly isStandIn: boolean
  readonly version: string
  /** Of the .deb to upgrade from, where there is one. */
  readonly olderVersion: string | undefined
}

export interface Started {
  readonly page: Page
  /** Everything main wrote so far. */
  readonly log: () => string
  /** Closes the window and waits until the app has ended; its exit code. */
  readonly close: () => Promise<number | null>
}

export interface StartOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

interface Fixtures {
  readonly built: Built
  /** A folder of its own, removed after the test. */
  readonly scratch: string
  readonly start: (executable: string, options?: StartOptions) => Promise<Started>
}

export const test = base.extend<Fixtures>({
  built: async ({}, use) => {
    const { PACKAGE_FOLDER: folder, PACKAGE_STAND_IN: standIn, PACKAGE_VERSION: version, PACKAGE_OLDER_VERSION: olderVersion } = process.env
    if (folder === undefined || version === undefined) throw new Error('These tests need a package: run them with “npm run package:check”.')
    await use({ folder, isStandIn: standIn === 'yes', version, olderVersion })
  },

  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lares-package-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },

  start: async ({}, use) => {
    const running = new Set<() => void>()
    await use(async (executable, { args = [], env = {} } = {}) => {
      const child = spawn(executable, ['--remote-debugging-port=0', ...args], { env: { ...process.env, STANDIN_NODE: process.execPath, TZ: 'Europe/Berlin', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
      const kill = (): void => { child.kill('SIGKILL') }
      running.add(kill)
      let log = ''
      const ended = new Promise<number | null>((resolve) => { child.once('exit', (code) => { running.delete(kill); resolve(code) }) })
      const address = await new Promise<string>((resolve, reject) => {
        const read = (chunk: Buffer): void => {
          log += chunk.toString('utf8')
          const listening = /DevTools listening on (ws:\/\/\S+)/.exec(log)?.[1]
          if (listening !== undefined) resolve(listening)
        }
        child.stdout.on('data', read)
        child.stderr.on('data', read)
        child.once('error', reject)
        void ended.then((code) => { reject(new Error(`The package ended with ${String(code)} before its window came:\n${log}`)) })
      })
      const browser = await chromium.connectOverCDP(address)
      const context = browser.contexts()[0]
      if (context === undefined) throw new Error('There is no window to join.')
      const page = context.pages()[0] ?? await context.waitForEvent('page')
      await page.getByRole('button').first().waitFor()
      return {
        page,
        log: () => log,
        close: async () => {
          await page.close()
          const code = await ended
          await browser.close()
          return code
        },
      }
    })
    for (const kill of running) kill()
  },
})
