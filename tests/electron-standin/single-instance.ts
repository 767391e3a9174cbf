/** One running app per user-data folder: a lock file with the owner's process id, and a message file from everybody who comes later. */
import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Visit { readonly argv: readonly string[]; readonly workingDirectory: string; readonly additionalData: unknown }

/** True when this process now owns the folder; from then on `visited` hears of every other that tried. False after telling the owner of this visit. */
export function lockFolder(folder: string, visit: Visit, visited: (visit: Visit) => void): boolean {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'standin.lock')
  if (!take(lock)) {
    const owner = Number(readFileSync(lock, 'utf8'))
    if (isAlive(owner)) {
      // Written under another name first, so that the owner never reads half of it.
      const message = join(folder, `standin.${process.pid}`)
      writeFileSync(message, JSON.stringify(visit))
      renameSync(message, `${message}.visit`)
      return false
    }
    rmSync(lock, { force: true })
    if (!take(lock)) return false
  }
  process.once('exit', () => { rmSync(lock, { force: true }) })
  watch(folder, (_event, name) => {
    if (name?.endsWith('.visit') !== true) return
    try {
      const file = join(folder, name)
      const text = readFileSync(file, 'utf8')
      rmSync(file)
      visited(JSON.parse(text) as Visit)
    } catch { /* The same file is announced more than once. */ }
  }).unref()
  return true
}

const take = (lock: string): boolean => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
