/**
 * `npm run package [-- --target deb] [--stand-in] [--as-version 0.0.9]`: builds the installable package for this system and chip, prints what
 * it weighs, and looks into it. `--target dir` leaves it unpacked; without a target all of this system's are built. `--stand-in` packs the
 * stand-in in Electron's place, for tests; `--as-version` gives the package another number, to try an upgrade with.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, type Configuration, Platform, archFromString } from 'electron-builder'
import { makeStandInDist } from '../tests/electron-standin/make-dist.ts'
import { billOfMaterials } from './packaging/bill-of-materials.ts'
import { inspect } from './packaging/inspect.ts'
import { notices } from './packaging/notices.ts'
import { shipped } from './packaging/shipped.ts'
import { sizes } from './packaging/sizes.ts'
import { buildAnew } from './build-if-stale.ts'
import { resolveElectron } from './resolve-electron.ts'

const root = dirname(import.meta.dirname)
const { values: { target: targets = [], 'stand-in': onStandIn = false, 'as-version': asVersion } } = parseArgs({ options: { target: { type: 'string', multiple: true }, 'stand-in': { type: 'boolean' }, 'as-version': { type: 'string' } } })
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string; readonly devDependencies: { readonly electron: string } }
const version = asVersion ?? manifest.version
const papers = join(root, '.cache/package')
const output = join(root, 'dist', `${onStandIn ? 'stand-in' : 'release'}${asVersion === undefined ? '' : `-${asVersion}`}`)

if (onStandIn && process.platform !== 'linux') fail('The stand-in can be packed on Linux only.')
const electron = onStandIn ? null : await resolveElectron()
if (electron !== null && electron.kind !== 'real') fail('Electron cannot be downloaded here, so no package for people can be built. “npm run package -- --stand-in” builds one for tests.')
if (!buildAnew()) process.exit(1)

const inside = shipped(root)
mkdirSync(papers, { recursive: true })
writeFileSync(join(papers, 'THIRD-PARTY-NOTICES.txt'), notices(inside))
writeFileSync(join(papers, 'sbom.cdx.json'), billOfMaterials({ version, electron: manifest.devDependencies.electron }, inside))
rmSync(output, { recursive: true, force: true })

let unpacked = ''
const platform = Platform.current()
const artefacts = await build({
  projectDir: root,
  targets: platform.createTarget(targets.length === 0 ? null : targets, archFromString(process.arch)),
  publish: 'never',
  config: {
    directories: { output },
    afterPack: ({ appOutDir }) => { unpacked = appOutDir },
    extraMetadata: { version },
    ...(onStandIn ? standInConfiguration() : {}),
  },
})

console.log(`\nWhat ${onStandIn ? 'this package for tests' : 'the package'} weighs:`)
for (const line of sizes(unpacked)) console.log(line)
console.log('\nWhat is inside:')
const findings = await inspect(unpacked, { shipped: inside, platform: process.platform, arch: process.arch, root })
for (const { about, wrong, says } of findings) console.log(wrong.length === 0 ? `  ${about}: ${says}` : `  ${about}: WRONG\n    ${wrong.join('\n    ')}`)
const files = artefacts.filter((file) => /\.(AppImage|deb|dmg|exe)$/.test(file))
if (files.length > 0) {
  writeFileSync(join(output, 'sbom.cdx.json'), readFileSync(join(papers, 'sbom.cdx.json')))
  writeFileSync(join(output, 'SHA256SUMS'), files.map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}\n`).join(''))
}
for (const file of files) console.log(`${(readFileSync(file).length / 1e6).toFixed(1)} MB  ${file}`)
if (onStandIn) console.log('\nThis is a test artefact with the stand-in inside, not a release.')
if (findings.some(({ wrong }) => wrong.length > 0)) fail('\nThe package is not what it should be.')

/** Named so that nobody takes it for a release: its own package, folder, command and household. */
function standInConfiguration(): Configuration {
  const dist = join(papers, 'stand-in-dist')
  makeStandInDist(dist)
  process.env['CUSTOM_FPM_PATH'] = join(root, 'tests/support/fpm-with-dpkg.ts')
  return {
    electronDist: dist,
    productName: 'Lares-Stand-in',
    artifactName: 'lares-STAND-IN-FOR-TESTS-${version}-${os}-${arch}.${ext}',
    extraMetadata: { version, productName: 'Lares-Stand-in', desktopName: 'lares-stand-in.desktop', homepage: 'https://lares.invalid/' },
    linux: { executableName: 'lares-stand-in', synopsis: 'TEST ARTEFACT of Lares on the stand-in for Electron, not a release' },
    deb: { packageName: 'lares-stand-in', depends: [], recommends: [], fpm: ['LICENSE=/usr/share/doc/lares-stand-in/copyright'] },
  }
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
