/** Which Electron this machine can run: the real one where it can be had, else the stand-in, else a sentence that says what to install. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findChromium } from '../tests/electron-standin/chromium.ts'

export interface Electron {
  readonly kind: 'given' | 'real' | 'stand-in'
  readonly executable: string
  /** For people: which one it is. */
  readonly says: string
}
export interface NoElectron {
  readonly kind: 'none'
  /** One sentence: what to install. */
  readonly says: string
}

/** What the answer depends on. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly isRoot: boolean
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly exists: (path: string) => boolean
  readonly read: (path: string) => string | null
  readonly write: (path: string, text: string) => void
  /** Downloads Electron's binary; false when that fails, or when nothing has arrived after a few seconds. */
  readonly download: () => Promise<boolean>
  readonly findChromium: () => string | null
  readonly isDebian: () => boolean
  readonly installChromium: () => void
  /** The version of a Chromium, as `156`. */
  readonly chromiumVersion: (executable: string) => string
  readonly announce: (sentence: string) => void
}

const root = dirname(import.meta.dirname)
const electronFolder = join(root, 'node_modules/electron')
const standIn = join(root, 'tests/electron-standin/electron')
const lastFailure = join(root, 'node_modules/.cache/lares/electron-download-failed')

/**
 * In this order: ELECTRON_EXE; the binary that is installed (or ELECTRON_OVERRIDE_DIST_PATH); one attempt a day to download it;
 * the stand-in with an installed Chromium; the same after installing one, where that takes nobody's password.
 */
export async function resolveElectron(machine: Machine = thisMachine): Promise<Electron | NoElectron> {
  const given = machine.env['ELECTRON_EXE']
  if (given !== undefined) return { kind: 'given', executable: given, says: isStandIn(given) ? standInSays(machine) : `Electron at ${given}` }

  const installed = installedElectron(machine)
  if (installed !== null) return installed
  if (machine.read(lastFailure) !== machine.today) {
    machine.announce('Electron is not here yet; trying to download it.')
    const downloaded = await machine.download() ? installedElectron(machine) : null
    if (downloaded !== null) return downloaded
    machine.write(lastFailure, machine.today)
  }

  return resolveStandIn(machine)
}

/** The stand-in, with a Chromium that is installed or can be. */
export function resolveStandIn(machine: Machine = thisMachine): Electron | NoElectron {
  if (machine.platform === 'win32') return { kind: 'none', says: 'Electron could not be downloaded: check the internet connection, then run “npx install-electron --no”.' }
  if (machine.findChromium() === null && machine.isRoot && machine.isDebian()) {
    machine.announce('Installing Chromium for the stand-in.')
    machine.installChromium()
  }
  if (machine.findChromium() === null) return { kind: 'none', says: 'Electron could not be downloaded, and no Chromium was found for the stand-in: install Chromium (on Debian “sudo apt-get install chromium”), or run “npx install-electron --no” when the internet is reachable.' }
  return { kind: 'stand-in', executable: standIn, says: standInSays(machine) }
}

/** Whether an executable is the stand-in, and so cannot show what only Electron has. */
export function isStandIn(executable: string): boolean {
  return existsSync(executable) && realpathSync(executable) === realpathSync(standIn)
}

function installedElectron({ env, exists, read }: Machine): Electron | null {
  const name = read(join(electronFolder, 'path.txt'))
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronFolder, 'dist')
  if (name === null && env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined) return null
  const executable = join(folder, name ?? 'electron')
  if (!exists(executable)) return null
  return isStandIn(executable) ? { kind: 'stand-in', executable, says: 'the stand-in' } : { kind: 'real', executable, says: `Electron ${read(join(folder, 'version'))?.trim().replace(/^v/, '') ?? ''}`.trim() }
}

function standInSays(machine: Machine): string {
  const chromium = machine.findChromium()
  return `the stand-in (plain Node 24 + Chromium ${chromium === null ? 'that is missing' : machine.chromiumVersion(chromium)})`
}

const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  today: new Date().toISOString().slice(0, 10),
  exists: existsSync,
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
  write: (path, text) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  },
  download: downloadElectron,
  findChromium: () => findChromium(process.env),
  isDebian: () => spawnSync('apt-get', ['--version']).status === 0,
  installChromium: () => {
    const options = { timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', 'chromium'], options)
  },
  chromiumVersion: (executable) => /\d+/.exec(spawnSync(executable, ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? '',
  announce: (sentence) => { console.log(sentence) },
}

/** How long a download may go without a first byte, and in all. */
const FIRST_BYTE_MS = 8000
const WHOLE_MS = 15 * 60_000

/** Runs Electron's own installer with a fresh folder for its temporary files, where the first byte can be seen. */
async function downloadElectron(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'lares-electron-'))
  const child = spawn(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore', env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder } })
  let waited = 0
  const watch = setInterval(() => {
    waited += 250
    if (waited >= WHOLE_MS || (waited >= FIRST_BYTE_MS && !holdsBytes(folder))) child.kill()
  }, 250)
  try {
    return await new Promise<boolean>((resolve) => {
      child.once('error', () => { resolve(false) })
      child.once('exit', (code) => { resolve(code === 0) })
    })
  } finally {
    clearInterval(watch)
    rmSync(folder, { recursive: true, force: true })
  }
}

const holdsBytes = (folder: string): boolean => readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => {
  const found = statSync(join(folder, name), { throwIfNoEntry: false })
  return found?.isFile() === true && found.size > 0
})
