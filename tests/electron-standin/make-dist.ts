/**
 * Makes a folder that electron-builder takes for Electron's own distribution, with the stand-in in it. What is packed with it is for tests:
 * it starts only where a Node 24 and a Chromium are installed, and has none of Electron's protection.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ELECTRON_VERSION } from './electron-version.ts'

/** As in Electron 45's binary before anybody flips them: https://www.electronjs.org/docs/latest/tutorial/fuses */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = '101100011'

export function makeStandInDist(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['resources', 'locales']) mkdirSync(join(folder, part), { recursive: true })
  cpSync(import.meta.dirname, folder, { recursive: true, filter: (path) => !path.includes('contract-app') && !path.endsWith('make-dist.ts') })
  const launcher = readFileSync(join(import.meta.dirname, 'electron'), 'latin1')
  // After the launcher's last `exit`, where the shell never reads: a version, how many, and the fuses.
  writeFileSync(join(folder, 'electron'), `${launcher}# ${SENTINEL}\x01${String.fromCharCode(FUSES.length)}${FUSES}\n`, { encoding: 'latin1', mode: 0o755 })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(join(folder, 'version'), ELECTRON_VERSION)
  writeFileSync(join(folder, 'locales/en-US.pak'), '')
  writeFileSync(join(folder, 'LICENSE'), 'The stand-in for Electron is part of Lares, under the MIT licence. This is not Electron.\n')
  writeFileSync(join(folder, 'STAND-IN-NOT-A-RELEASE.txt'), 'A package for tests. It has no Electron inside, and none of its protection. Do not put a real household into it.\n')
}
