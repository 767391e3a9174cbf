/** The source texts that are put into every new document of a window. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createBridgeEnd } from './bridge-end.ts'
import { createCloner } from './clone.ts'
import { startIsolatedWorld } from './isolated-world.ts'
import type { IsolatedWorldConfig } from './isolated-world.ts'
import { startMainWorld } from './main-world.ts'

/** The name of the world in which preload scripts run. */
export const ISOLATED_WORLD = 'Electron Isolated Context'
/** The function through which that world, and only that, speaks to Node. */
export const BINDING = 'standinSend'
/** The function through which Node speaks to that world. */
export const RECEIVER = 'standinReceive'

/** `preload` is the file of the preload script: as in a sandboxed window it must be one CommonJS file. */
export function pageScripts(options: { readonly preload: string | undefined; readonly argv: readonly string[] }): { readonly mainWorld: string; readonly isolatedWorld: string } {
  const secret = randomBytes(12).toString('hex')
  const names = { toPage: `${secret}-page`, toIsolated: `${secret}-isolated` }
  const preload = options.preload === undefined ? '' : readFileSync(options.preload, 'utf8')
  const config: IsolatedWorldConfig = { names, process: { platform: process.platform, argv: options.argv, versions: { ...process.versions } } }
  // Preload scripts run in the top frame only, and not in the empty page that every window starts with.
  const here = 'window === top && location.href !== "about:blank"'
  return {
    mainWorld: `if (${here}) (${startMainWorld.toString()})(${JSON.stringify(names)}, ${createBridgeEnd.toString()})`,
    isolatedWorld: `if (${here}) (${startIsolatedWorld.toString()})(${JSON.stringify(config)}, ${createCloner.toString()}, ${createBridgeEnd.toString()}, function (require, process, global, module, exports) {${preload}\n})`,
  }
}
