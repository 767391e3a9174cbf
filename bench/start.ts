/**
 * A cold start, from the command to a field that can be typed into: Lares with a locked vault beside an empty electron-vite app with React
 * (bench/empty-app), in turn, on the same host, on Electron or on what stands in for it.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { _electron } from 'playwright'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { resolveElectron } from '../scripts/resolve-electron.ts'
import { makeLongChat } from '../tests/support/long-chat.ts'
import type { Figures } from './run.ts'

const root = dirname(import.meta.dirname), RUNS = 7
const loader = join(dirname(createRequire(createRequire(import.meta.url).resolve('playwright/package.json')).resolve('playwright-core/package.json')), 'lib/server/electron/loader.js')

export async function measure(): Promise<Figures> {
  const electron = await resolveElectron()
  if (electron.kind === 'none') throw new Error(electron.says)
  if (!buildIfStale()) throw new Error('the app could not be built')
  const folder = mkdtempSync(join(tmpdir(), 'lares-start-')), empty = join(folder, 'empty'), userData = join(folder, 'data')
  try {
    cpSync(join(import.meta.dirname, 'empty-app'), empty, { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(empty, 'node_modules'))
    const built = spawnSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], { cwd: empty, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(`the empty app could not be built: ${built.stdout}${built.stderr}`)
    await makeLongChat(join(userData, 'vault'), 'four unrelated words', 100, Date.UTC(2026, 10, 22, 16, 50))
    const times = { lares: [] as number[], empty: [] as number[] }
    for (let run = 0; run <= RUNS; run++) for (const [name, app, data] of [['lares', root, userData], ['empty', empty, join(folder, 'other')]] as const) {
      const taken = await startOf(electron.executable, app, data)
      // The first time files are read from the disk, which is no merit of either.
      if (run > 0) times[name].push(taken)
    }
    const lares = median(times.lares), other = median(times.empty)
    return { 'runtime': electron.says, 'Lares, ms (median of 7)': lares, 'an empty app, ms (median of 7)': other, 'ratio': Math.round((lares / other) * 100) / 100 }
  } finally { rmSync(folder, { recursive: true, force: true }) }
}

async function startOf(executablePath: string, folder: string, userData: string): Promise<number> {
  const since = performance.now()
  const app = await _electron.launch({ executablePath, args: ['-r', loader, folder, `--user-data-dir=${userData}`], env: { ...process.env, TZ: 'Europe/Berlin' }, colorScheme: null })
  try {
    // Looked at with each picture: other ways of waiting look again after a pause, and measure the pause.
    await (await app.firstWindow()).waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent.startsWith('Passphrase') === true, undefined, { polling: 'raf' })
    return performance.now() - since
  } finally { await app.close() }
}

const median = (values: readonly number[]): number => Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0)
