/** How large a package is, by part, with what makes the large parts large. */
import { statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { filesBelow, layoutOf, readArchive } from './look-inside.ts'

interface Part { readonly name: string; readonly why: string; readonly matches: (path: string) => boolean }

/** In this order; the first that matches counts. */
const parts: readonly Part[] = [
  { name: 'the solver', why: 'HiGHS as WebAssembly: proves that a plan is the best one', matches: (path) => path.startsWith('app.asar/node_modules/highs/') },
  { name: 'the vault’s engine', why: 'SQLite with SQLCipher’s format, for this system and chip only', matches: (path) => path.startsWith('app.asar/node_modules/better-sqlite3') },
  { name: 'the passphrase’s hash', why: 'Argon2id; Electron’s own crypto has none', matches: (path) => path.startsWith('app.asar/node_modules/@node-rs/') },
  { name: 'words', why: 'common words of four languages, so that unknown ones are masked', matches: (path) => /^app\.asar\/out\/main\/chunks\/[a-z]+-(?:words|names)/.test(path) },
  { name: 'the main process', why: 'with the openai package, which composes and reads but never sends', matches: (path) => path.startsWith('app.asar/out/main/') },
  { name: 'fonts', why: 'three families in every script they have, so that none is ever fetched', matches: (path) => path.endsWith('.woff2') },
  { name: 'the window', why: 'React, accessible controls, the calendar', matches: (path) => path.startsWith('app.asar/') },
  { name: 'papers', why: 'licences, bill of materials', matches: (path) => /LICENSE|NOTICES|sbom/.test(path) },
  { name: 'Electron, or what stands in for it', why: 'Chromium and Node, needed whole, with their texts in four languages', matches: () => true },
]

/** One line per part that is there, largest first, and the sum. Bytes as they lie on the disk, before compression. */
export function sizes(folder: string): readonly string[] {
  const archive = join(layoutOf(folder).resources, 'app.asar')
  const outside = filesBelow(folder).filter((file) => !file.startsWith(archive)).map((file) => ({ path: relative(folder, file).split(sep).join('/'), size: statSync(file).size }))
  const inside = readArchive(archive).files.map(({ path, size }) => ({ path: `app.asar/${path}`, size }))
  const sums = parts.map(({ name, why }) => ({ name, why, size: [...inside, ...outside].filter(({ path }) => parts.find(({ matches }) => matches(path))?.name === name).reduce((sum, { size }) => sum + size, 0) }))
  const line = (size: number, text: string): string => `${(size / 1e6).toFixed(1).padStart(8)} MB  ${text}`
  return [...sums.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size).map(({ name, why, size }) => line(size, `${name}: ${why}`)), line(sums.reduce((sum, { size }) => sum + size, 0), 'in all, unpacked')]
}
