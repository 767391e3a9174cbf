/** Looks into a package after it was built: whether it is what electron-builder.yml asks for, and holds nothing else. Shares no list with it. */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { problemOfBill } from './bill-of-materials.ts'
import { filesBelow, layoutOf, readArchive, type ArchivedFile } from './look-inside.ts'
import type { Shipped } from './shipped.ts'

export interface Finding {
  readonly about: string
  /** What is wrong, one line each; empty when nothing is. */
  readonly wrong: readonly string[]
  /** For people, when nothing is wrong. */
  readonly says: string
}

/** What a package is held to. */
export interface Expected {
  readonly shipped: readonly Shipped[]
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** Where it was built: no file inside may name it. */
  readonly root: string
}

export async function inspect(folder: string, expected: Expected): Promise<readonly Finding[]> {
  const { executable, resources, integrityHolder } = layoutOf(folder)
  const asar = join(resources, 'app.asar')
  if (!existsSync(asar)) return [{ about: 'the app', wrong: [`There is no ${asar}.`], says: '' }]
  return [
    await fuses(executable),
    integrity(asar, integrityHolder, expected.platform),
    onlyWhatIsNeeded(resources, expected),
    addons(`${asar}.unpacked`, expected),
    noTraces(asar, expected.root),
    await papers(resources, asar, expected),
  ]
}

/** Read back from the executable. Each closes a way to have Lares run what is not Lares. */
const wanted: readonly (readonly [FuseV1Options, boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, false],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
]

async function fuses(executable: string): Promise<Finding> {
  const wire = await getCurrentFuseWire(executable)
  const wrong = wanted.filter(([fuse, on]) => wire[fuse] !== (on ? FuseState.ENABLE : FuseState.DISABLE)).map(([fuse, on]) => `${FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}.`)
  return { about: 'fuses', wrong, says: `read back: ${wanted.map(([fuse, on]) => `${FuseV1Options[fuse]} ${on ? 'on' : 'off'}`).join(', ')}` }
}

function integrity(asar: string, holder: string | null, platform: string): Finding {
  const { files, header, start } = readArchive(asar)
  const wrong: string[] = []
  for (const file of files) {
    // On macOS the addons are signed after the archive was written.
    if (file.unpacked && platform === 'darwin') continue
    const bytes = bytesOf(asar, start, file)
    const blocks = file.integrity === null ? [] : Array.from({ length: Math.max(1, Math.ceil(file.size / file.integrity.blockSize)) }, (_, index) => sha256(bytes.subarray(index * (file.integrity?.blockSize ?? 0), (index + 1) * (file.integrity?.blockSize ?? 0))))
    if (file.integrity === null) wrong.push(`${file.path} has no hash.`)
    else if (sha256(bytes) !== file.integrity.hash || blocks.join() !== file.integrity.blocks.join()) wrong.push(`${file.path} is not what its hash says.`)
  }
  const whole = sha256(Buffer.from(header))
  if (holder !== null && !readFileSync(holder).includes(whole)) wrong.push(`The archive’s own hash does not stand in ${holder}.`)
  return { about: 'integrity', wrong, says: `${files.length} files, each as its hash says; ${holder === null ? 'Electron does not check them on Linux' : 'the hash of all stands where Electron looks for it'}` }
}

/** Each yes with its reason; `*` is any name. What no line allows may not be there. */
const allowed = (platform: string, arch: string): readonly RegExp[] => [
  'package.json', // names the app and its entry
  'out/main/*.js', 'out/main/chunks/*.js', // the main process and its workers
  'out/preload/preload.cjs',
  'out/renderer/index.html', 'out/renderer/assets/*.{js,css,woff2}',
  'node_modules/better-sqlite3-multiple-ciphers/{package.json,LICENSE}', 'node_modules/better-sqlite3-multiple-ciphers/lib/{binding,database,index,sqlite-error,util}.js', 'node_modules/better-sqlite3-multiple-ciphers/lib/methods/*.js', `node_modules/better-sqlite3-multiple-ciphers/prebuilds/${platform}-${arch}.node`,
  'node_modules/@node-rs/argon2/{package.json,index.js,LICENSE}', `node_modules/@node-rs/argon2-${platform}-${arch}*/{package.json,argon2.${platform}-${arch}*.node}`,
  'node_modules/highs/{package.json,LICENSE}', 'node_modules/highs/build/{highs.mjs,highs.wasm}',
].map(pattern)

function onlyWhatIsNeeded(resources: string, { platform, arch, shipped }: Expected): Finding {
  const { files } = readArchive(join(resources, 'app.asar'))
  const patterns = allowed(platform, arch)
  const wrong = files.filter(({ path }) => !patterns.some((each) => each.test(path))).map(({ path }) => `${path} is not needed.`)
  for (const one of ['app', 'default_app.asar', 'app-update.yml']) if (existsSync(join(resources, one))) wrong.push(`${one} is in the resources.`)
  const modules = [...new Set(files.flatMap(({ path }) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))].sort()
  const known = shipped.filter(({ how }) => how === 'module').map(({ name }) => name).sort()
  if (modules.join() !== known.join()) wrong.push(`The modules are ${modules.join(', ')} instead of ${known.join(', ')}.`)
  return { about: 'only what is needed', wrong, says: `${files.length} files; modules: ${modules.join(', ')}` }
}

/** The first bytes of a library, by system; and of its processor, at an offset. */
const machines: Readonly<Record<string, { readonly starts: string; readonly at: (bytes: Buffer) => number; readonly arch: Readonly<Record<string, number>> }>> = {
  linux: { starts: '7f454c46', at: (bytes) => bytes.readUInt16LE(18), arch: { x64: 0x3e, arm64: 0xb7 } },
  darwin: { starts: 'cffaedfe', at: (bytes) => bytes.readUInt32LE(4), arch: { x64: 0x01000007, arm64: 0x0100000c } },
  win32: { starts: '4d5a', at: (bytes) => bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4), arch: { x64: 0x8664, arm64: 0xaa64 } },
}

function addons(unpacked: string, { platform, arch }: Expected): Finding {
  const files = filesBelow(unpacked)
  const machine = machines[platform]
  const wrong = files.filter((file) => {
    const bytes = readFileSync(file)
    return !file.endsWith('.node') || machine === undefined || !bytes.toString('hex', 0, 8).startsWith(machine.starts) || machine.at(bytes) !== machine.arch[arch]
  }).map((file) => `${file} is no addon for ${platform} on ${arch}.`)
  if (files.length !== 2) wrong.push(`${files.length} files lie outside the archive, not the two addons.`)
  return { about: 'native addons', wrong, says: `2, both for ${platform} on ${arch}; nothing else lies outside the archive` }
}

/** No path of the builder's computer, and no map that would lead to one. */
function noTraces(asar: string, root: string): Finding {
  const { files, start } = readArchive(asar)
  const wrong = files.flatMap((file) => {
    const bytes = bytesOf(asar, start, file)
    return [...(bytes.includes(root) ? [`${file.path} names the folder it was built in.`] : []), ...(/\n\/\/# sourceMappingURL=/.test(bytes.toString('latin1', Math.max(0, bytes.length - 400))) ? [`${file.path} names a source map.`] : [])]
  })
  return { about: 'no traces of the build', wrong, says: 'no file names the folder it was built in, or a source map' }
}

async function papers(resources: string, asar: string, { shipped }: Expected): Promise<Finding> {
  const read = (name: string): string => (existsSync(join(resources, name)) ? readFileSync(join(resources, name), 'utf8') : '')
  const [notices, bill] = [read('THIRD-PARTY-NOTICES.txt'), read('sbom.cdx.json')]
  const listed = bill === '' ? [] : (JSON.parse(bill) as { readonly components?: readonly { readonly name: string; readonly version: string }[] }).components ?? []
  const wrong = shipped.flatMap(({ name, version }) => [
    ...(notices.includes(`\n${name} ${version} (`) ? [] : [`The notices do not name ${name} ${version}.`]),
    ...(listed.some((one) => one.name === name && one.version === version) ? [] : [`The bill of materials does not name ${name} ${version}.`]),
  ])
  const invalid = bill === '' ? 'it is missing' : await problemOfBill(bill)
  if (invalid !== null) wrong.push(`The bill of materials is not CycloneDX: ${invalid}`)
  if (read('LICENSE.txt') === '') wrong.push('Lares’ own licence is missing.')
  const manifest = readArchive(asar).files.find(({ path }) => path === 'package.json')
  if (manifest === undefined) wrong.push('package.json is missing.')
  return { about: 'papers', wrong, says: `notices of ${shipped.length} packages; a bill of materials that CycloneDX’s schema accepts; the licence` }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const bytesOf = (asar: string, start: number, { path, unpacked, offset, size }: ArchivedFile): Buffer => (unpacked ? readFileSync(join(`${asar}.unpacked`, path)) : slice(asar, start + offset, size))

function slice(file: string, from: number, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    readSync(handle, bytes, 0, length, from)
    return bytes
  } finally {
    closeSync(handle)
  }
}

function pattern(glob: string): RegExp {
  const body = glob.replace(/[.+^$()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*').replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
  return new RegExp(`^${body}$`)
}
