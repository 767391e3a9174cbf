/** `npm run e2e`: the end-to-end tests, on Electron or on what stands in for it. Further arguments go to Playwright. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { hasDisplay } from './display.ts'
import { resolveElectron, resolveStandIn } from './resolve-electron.ts'

const root = dirname(import.meta.dirname)
const found = await resolveElectron()
// Electron shows its windows always; the stand-in can do without a display.
const electron = found.kind === 'real' && !hasDisplay() ? resolveStandIn() : found

if (electron.kind === 'none') {
  console.error(electron.says)
  process.exitCode = 1
} else if (buildIfStale()) {
  console.log(`end-to-end tests on: ${electron.says}`)
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'test', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: { ...process.env, ELECTRON_EXE: electron.executable } })
  process.exitCode = status ?? 1
} else {
  process.exitCode = 1
}
