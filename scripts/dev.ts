/** `npm run dev`: the app with hot reload of the page, and a restart when main or the preload script changes. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
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
  } else {
    console.log(`Lares develops on ${electron.says}.`)
    // electron-vite starts the executable that ELECTRON_EXEC_PATH names; without it, it reads the one that Electron's installer noted.
    const child = spawn(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: { ...process.env, ELECTRON_EXEC_PATH: electron.executable, STANDIN_HEADFUL: '1' } })
    child.once('exit', (code) => { process.exitCode = code ?? 1 })
  }
}
