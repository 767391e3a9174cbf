/**
 * `npm run package:check [-- --quick]`: builds the package, on Electron or on what stands in for it, and tries it as a person would: started
 * unpacked; on Debian and its kin also installed, used, upgraded from an older version, and removed. `--quick` leaves it at the first.
 */
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hasDisplay } from './display.ts'
import { resolveElectron, resolveStandIn } from './resolve-electron.ts'

const OLDER = '0.0.9'
const root = dirname(import.meta.dirname)
const quick = process.argv.includes('--quick')
const found = await resolveElectron()
const electron = found.kind !== 'real' || !hasDisplay() ? resolveStandIn() : found
const isStandIn = electron.kind === 'stand-in'

if (electron.kind === 'none') {
  console.error(electron.says)
  process.exit(1)
}
if (isStandIn && process.platform !== 'linux') {
  console.log('Skipped: Electron could not be downloaded, and the stand-in can be packed on Linux only.')
  process.exit(0)
}
const withDeb = !quick && process.platform === 'linux' && spawnSync('dpkg-deb', ['--version']).status === 0
console.log(`the package, on: ${electron.says}`)
if (withDeb) packageAs('deb', OLDER)
packageAs(withDeb ? 'deb' : 'dir')

const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version
const output = join(root, 'dist', isStandIn ? 'stand-in' : 'release')
const only = (pattern: string, folder = output): string | undefined => globSync(pattern, { cwd: folder }).map((name) => join(folder, name))[0]
const env = {
  ...process.env,
  PACKAGE_FOLDER: process.platform === 'darwin' ? only('mac*') : only('*-unpacked'),
  PACKAGE_STAND_IN: isStandIn ? 'yes' : 'no',
  PACKAGE_VERSION: version,
  ...(withDeb ? { PACKAGE_DEB: only('*.deb'), PACKAGE_OLDER_DEB: only('*.deb', `${output}-${OLDER}`), PACKAGE_OLDER_VERSION: OLDER } : {}),
}
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'test', '--config', join(root, 'tests/package'), ...(quick ? ['unpacked'] : [])], { cwd: root, stdio: 'inherit', env })
process.exitCode = status ?? 1

/** Builds one; what it says is shown when it is the one that is looked at, or when it failed. */
function packageAs(target: string, asVersion?: string): void {
  const { status: ended, stdout, stderr } = spawnSync(process.execPath, ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', join(root, 'scripts/package.ts'), '--target', target, ...(isStandIn ? ['--stand-in'] : []), ...(asVersion === undefined ? [] : ['--as-version', asVersion])], { cwd: root, encoding: 'utf8' })
  if (ended !== 0 || asVersion === undefined) console.log(ended === 0 ? stdout.slice(stdout.indexOf('\nWhat ')) : `${stdout}${stderr}`)
  if (ended !== 0) process.exit(1)
}
