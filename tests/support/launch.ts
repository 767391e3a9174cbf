/** Starts the app for an end-to-end test, and fails the test when the page or main reports what nobody expected. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, errors, test as base } from 'playwright/test'
import type { ElectronApplication, Page } from 'playwright/test'
import { isStandIn, resolveElectron } from '../../scripts/resolve-electron.ts'

export { expect } from 'playwright/test'

export interface LaunchOptions {
  /** A folder from an earlier launch. Without one a fresh folder is made, and removed after the test. */
  readonly userData?: string
  /** For the app, after its own path. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The app's folder; this project's own by default. */
  readonly folder?: string
  /** What the page may report as an error without failing the test. */
  readonly expectedErrors?: readonly RegExp[]
}

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** What main wrote so far, to either stream. */
  readonly mainLog: () => string
  /** Quits in good order. Called after the test when the test has not. Resolves once the process has ended. */
  readonly close: () => Promise<void>
  /** Ends main at once, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Quits in good order, then starts anew on the same folder with the same options, changed as given. */
  readonly restart: (changes?: LaunchOptions) => Promise<Launched>
}

interface Fixtures { readonly launch: (options?: LaunchOptions) => Promise<Launched> }
interface WorkerFixtures {
  /** The executable, and whether it is the stand-in. */
  readonly electron: { readonly executable: string; readonly isStandIn: boolean }
}

const root = dirname(dirname(import.meta.dirname))
/** Playwright's own: it holds the app's `ready` back until Playwright listens, so that nothing a page says is missed. */
const loader = join(dirname(createRequire(createRequire(import.meta.url).resolve('playwright/package.json')).resolve('playwright-core/package.json')), 'lib/server/electron/loader.js')

export const test = base.extend<Fixtures, WorkerFixtures>({
  electron: [async ({}, use) => {
    const electron = await resolveElectron()
    if (electron.kind === 'none') throw new Error(electron.says)
    await use({ executable: electron.executable, isStandIn: isStandIn(electron.executable) })
  }, { scope: 'worker' }],

  launch: async ({ electron }, use) => {
    const running: Launched[] = []
    const folders: string[] = []
    const unexpected: string[] = []

    const launch = async (options: LaunchOptions = {}): Promise<Launched> => {
      const userData = options.userData ?? await mkdtemp(join(tmpdir(), 'lares-e2e-'))
      if (options.userData === undefined) folders.push(userData)
      const app = await startWithin({
        executablePath: electron.executable,
        args: ['-r', loader, options.folder ?? root, `--user-data-dir=${userData}`, ...(options.args ?? [])],
        env: { ...inherited(), TZ: 'Europe/Berlin', LC_ALL: 'en_GB.UTF-8', LARES_LANGUAGE: 'en', ...options.env },
        // The app's own theme decides, not Playwright.
        colorScheme: null,
      })
      let log = ''
      let killed = false
      const main = app.process()
      for (const stream of [main.stdout, main.stderr]) stream?.on('data', (chunk: Buffer) => { log += chunk.toString('utf8') })
      const ended = new Promise<void>((resolve) => {
        main.once('exit', (code, signal) => {
          if (!killed && code !== 0) unexpected.push(`main ended with ${String(code ?? signal)}:\n${log}`)
          resolve()
        })
      })
      const report = (text: string): void => { if (options.expectedErrors?.some((expected) => expected.test(text)) !== true) unexpected.push(`page: ${text}`) }
      app.context().on('console', (message) => { if (message.type() === 'error') report(message.text()) })
      app.context().on('weberror', (error) => { report(error.error().stack ?? error.error().message) })

      const launched: Launched = {
        app,
        page: await app.firstWindow(),
        userData,
        mainLog: () => log,
        close: async () => {
          running.splice(running.indexOf(launched), 1)
          await app.close()
          await ended
        },
        kill: async () => {
          running.splice(running.indexOf(launched), 1)
          killed = true
          main.kill('SIGKILL')
          await ended
        },
        restart: async (changes = {}) => {
          if (running.includes(launched)) await launched.close()
          return await launch({ ...options, ...changes, userData })
        },
      }
      running.push(launched)
      return launched
    }

    await use(launch)
    for (const launched of [...running]) await launched.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    if (unexpected.length > 0) throw new Error(`Not expected:\n${unexpected.join('\n')}`)
  },
})

/** Far longer than a start takes on a busy machine. */
const START_MS = 30_000
/** A browser that hangs before it says where it listens is none of a test's business: it is started once more, and that is said. A second time is a failure. */
async function startWithin(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: START_MS })
  } catch (failure) {
    if (!(failure instanceof errors.TimeoutError)) throw failure
    console.warn(`The app did not start in ${String(START_MS / 1000)} s and is started once more:\n${failure.message}`)
    test.info().setTimeout(test.info().timeout + START_MS)
    return await _electron.launch({ ...options, timeout: START_MS })
  }
}

/** A hot-reload server of somebody who develops at the same time is none of a test's business. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'ELECTRON_RENDERER_URL'))
