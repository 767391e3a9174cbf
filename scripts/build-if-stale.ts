/** Builds `out/` when it is missing or older than what it is made from. */
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
/** One of each part: a build that fails half-way leaves an old one, or none. */
const results = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** True when `out/` is up to date afterwards. Prints only what a failed build says. */
export function buildIfStale(): boolean {
  const built = Math.min(...results.map((result) => modified(join(root, result))))
  return sources.every((source) => newest(join(root, source)) <= built) || build()
}

/** Builds `out/` from nothing, so that nothing of an earlier build is in it; true when that worked. */
export function buildAnew(): boolean {
  rmSync(join(root, 'out'), { recursive: true, force: true })
  return build()
}

function build(): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) console.error(`${stdout}${stderr}\nThe build failed.`)
  return status === 0
}

const modified = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const newest = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) return found?.mtimeMs ?? 0
  return Math.max(found.mtimeMs, ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => modified(join(path, name))))
}
