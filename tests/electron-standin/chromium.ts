/** Finds an installed Chromium and runs it. */
import { spawn } from 'node:child_process'
import { accessSync, constants, readlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { createDevtools } from './devtools.ts'
import type { Devtools } from './devtools.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The browser named by STANDIN_CHROMIUM, else the first of the usual names on the PATH, else null. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | null {
  if (env['STANDIN_CHROMIUM'] !== undefined) return env['STANDIN_CHROMIUM']
  for (const name of names) {
    for (const folder of (env['PATH'] ?? '').split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch { /* not there */ }
    }
  }
  return null
}

export interface Chromium {
  readonly devtools: Devtools
  /** The address where others, such as Playwright, can join. */
  readonly address: Promise<string>
  /** Closes it in good order, by force after two seconds. */
  readonly close: () => Promise<void>
  /** Fulfilled when it has ended by itself or by the above: true when in good order, as after a person closed its last window. */
  readonly ended: Promise<boolean>
}

/** A browser whose stand-in was killed takes a moment to go, and until then would claim a new one's windows for itself. */
async function profileIsFree(profile: string): Promise<void> {
  for (let waited = 0; waited < 5000; waited += 20) {
    try {
      process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 0)
    } catch {
      return
    }
    await setTimeout(20)
  }
}

export interface WaitingChromium {
  /** `switches` are those which the app appended to its command line. */
  readonly start: (options: { readonly profile: string; readonly switches: ReadonlyMap<string, string> }) => Promise<Chromium>
  /** Ends it at once, started or not. */
  readonly kill: () => void
}

/** Takes arguments from its input, one a line, and becomes the program at an empty line. When the input just ends, so does it. */
const WAIT_FOR_ARGUMENTS = 'while IFS= read -r argument; do [ -n "$argument" ] || exec "$@"; set -- "$@" "$argument"; done'

/**
 * An app may forbid its process to start others as soon as its own code runs, but what Chromium is to be told is known only after
 * that. So a shell is started first, which holds the pipes and waits for the rest of its arguments.
 */
export function awaitChromium(options: { readonly executable: string; readonly headless: boolean; readonly verbose: boolean }): WaitingChromium {
  const child = spawn('/bin/sh', ['-c', WAIT_FOR_ARGUMENTS, 'sh', options.executable,
    // The pipe is the stand-in's own link; the port is for whoever drives the tests.
    '--remote-debugging-pipe', '--remote-debugging-port=0',
    '--no-startup-window', '--no-first-run', '--no-default-browser-check', '--no-proxy-server', '--force-webrtc-ip-handling-policy=disable_non_proxied_udp', '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync', '--disable-extensions', '--disable-quic', '--disable-breakpad',
    '--disable-dev-shm-usage', '--disable-gpu', '--disable-popup-blocking', '--disable-back-forward-cache', '--disable-features=HttpsUpgrades,PaintHolding',
    '--password-store=basic', '--use-mock-keychain', '--force-color-profile=srgb', '--allow-file-access-from-files',
    ...(options.headless ? ['--headless=new'] : []),
    // Chromium's own sandbox cannot be used by root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ], { stdio: ['pipe', 'ignore', 'pipe', 'pipe', 'pipe'], env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' } })
  const [input, , errors, to, from] = child.stdio as [Writable, null, Readable, Writable, Readable]

  let said = ''
  let ended = false
  const hasEnded = new Promise<boolean>((resolve) => { child.once('exit', (code) => { ended = true; resolve(code === 0) }) })
  const address = new Promise<string>((resolve, reject) => {
    errors.on('data', (chunk: Buffer) => {
      if (options.verbose) process.stderr.write(chunk)
      said = (said + chunk.toString('utf8')).slice(-4000)
      const listening = /DevTools listening on (ws:\/\/\S+)/.exec(said)
      if (listening?.[1] !== undefined) resolve(listening[1])
    })
    child.once('error', reject)
    child.once('exit', (code) => { reject(new Error(`Chromium ended with ${String(code)}: ${said}`)) })
  })
  address.catch(() => undefined)
  const devtools = createDevtools(from, to)
  const kill = (): void => { if (!ended) child.kill('SIGKILL') }
  return {
    kill,
    start: async ({ profile, switches }) => {
      await profileIsFree(profile)
      const last = [`--user-data-dir=${profile}`, ...[...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))]
      input.end(`${last.join('\n')}\n\n`)
      return {
        devtools,
        address,
        ended: hasEnded,
        close: async () => {
          const force = globalThis.setTimeout(kill, 2000)
          devtools.browser.send('Browser.close').catch(kill)
          await hasEnded
          clearTimeout(force)
        },
      }
    },
  }
}
