/** Runs an Electron app on plain Node: reads the command line as Electron does, makes `electron` resolvable, and starts the app's own code. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unpackAsar } from './asar.ts'
import { readCommandLine } from './command-line.ts'
import { createStandIn } from './electron.ts'
import { ELECTRON_VERSION } from './electron-version.ts'

const args = process.argv.slice(2)
const executable = join(import.meta.dirname, 'electron')
const resourcesPath = join(import.meta.dirname, 'resources')
const packagedApp = ['app.asar', 'app'].map((name) => join(resourcesPath, name)).find((path) => existsSync(path))
const { switches, modules, entry } = readCommandLine(args)
if (packagedApp === undefined && switches.has('version')) {
  console.log(`v${ELECTRON_VERSION}`)
  process.exit(0)
}

const appPath = packagedApp === undefined ? resolve(entry ?? '.') : packagedApp.endsWith('.asar') ? unpacked(packagedApp) : packagedApp
const isFolder = statSync(appPath).isDirectory()
const manifest = isFolder ? JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as { readonly name?: string; readonly productName?: string; readonly version?: string; readonly main?: string } : {}

process.argv = [executable, ...args]
Object.defineProperty(process.versions, 'electron', { value: ELECTRON_VERSION, enumerable: true })
Object.defineProperties(process, {
  type: { value: 'browser', enumerable: true },
  resourcesPath: { value: resourcesPath, enumerable: true },
  ...(packagedApp === undefined ? { defaultApp: { value: true, enumerable: true } } : {}),
})
const inspect = switches.get('inspect')
if (inspect !== undefined) inspector.open(Number(inspect === '' ? 9229 : inspect), '127.0.0.1')

const standIn = createStandIn({ appPath: isFolder ? appPath : dirname(appPath), name: manifest.productName ?? manifest.name ?? 'Electron', version: manifest.version ?? ELECTRON_VERSION, isPackaged: packagedApp !== undefined, executable, switches })
Object.assign(globalThis, { electronStandIn: standIn.electron })
const url = pathToFileURL(join(import.meta.dirname, 'electron-module.ts')).href
registerHooks({ resolve: (specifier, context, next) => (/^electron(\/(main|common))?$/.test(specifier) ? { url, format: 'module-typescript', shortCircuit: true } : next(specifier, context)) })

try {
  const require = createRequire(join(appPath, 'package.json'))
  // Only Electron's default app knows -r.
  if (packagedApp === undefined) for (const module of modules) require(module)
  await import(pathToFileURL(isFolder ? join(appPath, manifest.main ?? 'index.js') : appPath).href)
} catch (error) {
  console.error('App threw an error during load')
  console.error(error)
  process.exit(1)
}
await standIn.run()

function unpacked(asar: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'standin-asar-'))
  process.once('exit', () => { rmSync(folder, { recursive: true, force: true }) })
  unpackAsar(asar, folder)
  return folder
}
