/** Which packages really ship: those bundled into `out/`, those that lie beside it as modules, and those whose styles and fonts are in the page. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export interface Shipped {
  readonly name: string
  readonly version: string
  /** SPDX, as the package says. */
  readonly licence: string
  /** The licence's own words with the copyright line. */
  readonly text: string
  /** `module`: as files, in `node_modules` of the package. `headers`: compiled into an addon; no file of it is there. */
  readonly how: 'bundled' | 'module' | 'headers' | 'style'
  /** From the lock file: `sha512-…`, base64. */
  readonly integrity: string
}

const Bundled = z.array(z.object({ name: z.string(), version: z.string() }))
const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string(), dependencies: z.record(z.string(), z.string()).default({}), optionalDependencies: z.record(z.string(), z.string()).default({}) })
const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })) })

/**
 * Everything that ships from the package registry, by name; needs a build in `out/`. What the project lists as optional for itself
 * (Node for its own scripts) is not asked for by the app, and so not among it.
 * Throws when something that ships has no licence text: then a person has to look.
 */
export function shipped(root: string): readonly Shipped[] {
  const lock = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const found = new Map<string, Shipped>()
  /** Where a version lies: at the top, or below the package that wants another than the rest. */
  const placeOf = (name: string, wanted: string | undefined): string =>
    [`node_modules/${name}`, ...Object.keys(lock.packages).filter((key) => key.endsWith(`/node_modules/${name}`))].find((key) => wanted === undefined || lock.packages[key]?.version === wanted) ?? `node_modules/${name}`
  const add = (name: string, how: Shipped['how'], wanted?: string): void => {
    if (found.has(name)) return
    const place = placeOf(name, wanted), folder = join(root, place)
    const { version, license } = readManifest(folder)
    const text = licenceText(folder) ?? siblingsText(root, name)
    const integrity = lock.packages[place]?.integrity
    if (text === null || integrity === undefined) throw new Error(`${name} ${version} ships, but has no ${text === null ? 'licence text' : 'entry in the lock file'}.`)
    found.set(name, { name, version, licence: license, text, how, integrity })
  }
  for (const name of modules(root)) add(name, headersOnly.has(name) ? 'headers' : 'module')
  for (const part of ['main', 'preload', 'renderer']) {
    for (const { name, version } of Bundled.parse(JSON.parse(readFileSync(join(root, `out/${part}/licences.json`), 'utf8')))) {
      add(name, 'bundled', version)
      if (found.get(name)?.version !== version) throw new Error(`${name} is bundled as ${version}, but another version lies in node_modules or ships too.`)
    }
  }
  for (const name of styles(root)) add(name, 'style')
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const headersOnly = new Set(['node-addon-api'])

/** The production dependencies with theirs, as far as they are installed: an addon is there for this platform only. */
function modules(root: string): Set<string> {
  const { dependencies } = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const names = new Set<string>()
  const visit = (name: string): void => {
    if (names.has(name) || !existsSync(join(root, 'node_modules', name))) return
    names.add(name)
    const manifest = readManifest(join(root, 'node_modules', name))
    for (const next of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) visit(next)
  }
  for (const name of Object.keys(dependencies)) visit(name)
  return names
}

/** The packages that style sheets name: the bundler, which knows modules only, does not list these. */
function styles(root: string): Set<string> {
  const sheets = globSync('renderer/**/*.css', { cwd: root })
  return new Set(sheets.flatMap((sheet) => [...readFileSync(join(root, sheet), 'utf8').matchAll(/(?:@import|url\()\s*['"]((?:@[\w-]+\/)?[\w-]+)/g)].map((match) => match[1] ?? '')))
}

const readManifest = (folder: string): z.infer<typeof Manifest> => Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))

function licenceText(folder: string): string | null {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|copyright|notice)/i.test(name)).sort()
  return files.length === 0 ? null : files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
}

/** The addon of one platform comes without its licence; the package it belongs to has it. */
function siblingsText(root: string, name: string): string | null {
  const parent = [...modules(root)].find((other) => name.startsWith(`${other}-`))
  return parent === undefined ? null : licenceText(join(root, 'node_modules', parent))
}
