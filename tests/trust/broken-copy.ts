/** The product with one defect in it: a copy of its sources, changed in one place, to see that a proof finds it. The product itself is never touched. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface BrokenCopy {
  /** A file of the copy, by its path in the project. */
  readonly file: (path: string) => string
  readonly remove: () => void
}

/** Copies the sources and replaces `sound` by `broken` in one file. Throws unless `sound` stands there exactly once: a defect that is not planted would prove nothing. */
export function brokenCopy(path: string, sound: string, broken: string): BrokenCopy {
  mkdirSync(join(root, '.cache'), { recursive: true })
  // Below the project, so that its packages are found.
  const folder = mkdtempSync(join(root, '.cache/broken-'))
  for (const name of ['electron', 'shared', 'renderer', 'tests/support', 'package.json', 'tsconfig.base.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name), { recursive: true })
  const file = (name: string): string => join(folder, name)
  const source = readFileSync(file(path), 'utf8')
  if (source.split(sound).length !== 2) throw new Error(`${path} does not hold exactly once: ${sound}`)
  writeFileSync(file(path), source.replace(sound, () => broken))
  return { file, remove: () => { rmSync(folder, { recursive: true, force: true }) } }
}
