/** `npm start`: builds what is stale and opens the app, on Electron or on what stands in for it. */
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { hasDisplay } from './display.ts'
import { resolveElectron } from './resolve-electron.ts'

const root = dirname(import.meta.dirname)

if (!hasDisplay()) {
  console.log('There is no display here, so no window can be shown. “npm run demo” walks the main story without one.')
} else {
  const electron = await resolveElectron()
  if (electron.kind === 'none') {
    console.error(electron.says)
    process.exitCode = 1
  } else if (buildIfStale()) {
    console.log(`Lares starts on ${electron.says}.`)
    // The page comes from the build, whatever the environment says.
    const { ELECTRON_RENDERER_URL: _, ...env } = process.env
    const child = spawn(electron.executable, [root, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...env, STANDIN_HEADFUL: '1' } })
    child.once('exit', (code) => { process.exitCode = code ?? 1 })
  } else {
    process.exitCode = 1
  }
}
