/** The .deb: what it says of itself, then its life on a computer: installed, used, upgraded, removed. The household outlives it. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { extractFile } from '@electron/asar'
import { filesBelow, layoutOf } from '../../scripts/packaging/look-inside.ts'
import { expect, test } from '../support/packaged.ts'
import { PASSPHRASE, personAt } from '../support/person.ts'

test.describe.configure({ mode: 'serial' })
test.skip(process.env['PACKAGE_DEB'] === undefined, 'no .deb was built')

const deb = process.env['PACKAGE_DEB'] ?? ''
const older = process.env['PACKAGE_OLDER_DEB'] ?? ''
const asRoot: readonly string[] = process.getuid?.() === 0 ? [] : ['sudo', '-n']
const name = deb === '' ? '' : run('dpkg-deb', '--field', deb, 'Package').trim()

test('says what it is, belongs to root, and gives nobody else a right to write', () => {
  expect(run('dpkg-deb', '--field', deb, 'Version').trim()).toBe(process.env['PACKAGE_VERSION'])
  expect(run('dpkg-deb', '--field', deb, 'Architecture').trim()).toBe(process.arch === 'x64' ? 'amd64' : process.arch)
  const lines = run('dpkg-deb', '--contents', deb).trim().split('\n')
  expect(lines.length).toBeGreaterThan(30)
  expect(lines.filter((line) => !/^\S+ root\/root /.test(line))).toEqual([])
  expect(lines.filter((line) => !line.startsWith('l') && /^.{5}w|^.{8}w/.test(line))).toEqual([])
  expect(lines.map((line) => /\.(\/(?:etc|home|root|var|lib|bin|usr\/s?bin)\/.*)/.exec(line)?.[1] ?? '').filter((path) => path !== '')).toEqual([])
})

test('brings a desktop entry, calendar files, icons of every size and its licence', () => {
  const entry = fileOf(`./usr/share/applications/${name}.desktop`)
  expect(entry).toMatch(/^\[Desktop Entry\]\n/)
  expect(entry).toMatch(/^Exec=\/opt\/\S+ %U$/m)
  expect(entry).toMatch(/^Categories=Office;Calendar;$/m)
  expect(entry).toMatch(/^MimeType=(.*;)?text\/calendar;$/m)
  expect(entry).toContain(`\nIcon=${name}\n`)
  expect(entry).toContain(`\nStartupWMClass=${name}\n`)
  for (const size of [16, 32, 48, 256]) {
    const png = Buffer.from(fileOf(`./usr/share/icons/hicolor/${size}x${size}/apps/${name}.png`, 'latin1'), 'latin1')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  }
  expect(fileOf(`./usr/share/doc/${name}/copyright`)).toContain('MIT License')
})

test.describe('on a computer', () => {
  const command = `/usr/bin/${name}`
  let home = ''
  let env: Readonly<Record<string, string>> = {}
  let vault = ''
  let atRest = ''
  let isOurs = false

  test.skip(() => spawnSync('dpkg', ['--version']).status !== 0 || (asRoot.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0), 'installing needs dpkg and root')
  test.beforeAll(() => {
    if (installed() !== null) throw new Error(`${name} is installed on this computer. These tests would replace it; remove it first.`)
    isOurs = true
    home = mkdtempSync(join(tmpdir(), 'lares-home-'))
    env = { HOME: home, XDG_CONFIG_HOME: join(home, '.config') }
  })
  test.afterAll(() => {
    if (isOurs && installed() !== null) asRootRun('dpkg', '--purge', name)
    if (home !== '') rmSync(home, { recursive: true, force: true })
  })

  test('an older version is installed, and a household moves in', async ({ built, start }) => {
    install(older, built.isStandIn)
    expect(installed()).toBe(built.olderVersion)
    expect(versionInside()).toBe(built.olderVersion)
    const { page, close } = await start(command, { env })
    const person = personAt(page)
    await person.makeVault()
    await person.takeSample()
    await person.say('When is my next appointment?', 'On this computer')
    await expect(person.turns).toHaveCount(1)
    expect(await close()).toBe(0)
    vault = join(home, '.config', globSync('*/vault', { cwd: join(home, '.config') })[0] ?? '')
    expect(existsSync(vault)).toBe(true)
    atRest = fingerprint(vault)
  })

  test('the new version takes its place and leaves the vault alone', ({ built }) => {
    install(deb, built.isStandIn)
    expect(installed()).toBe(built.version)
    expect(versionInside()).toBe(built.version)
    expect(fingerprint(vault)).toBe(atRest)
  })

  test('the household is there in the new version', async ({ start }) => {
    const { page, close } = await start(command, { env })
    const person = personAt(page)
    await person.unlock(PASSPHRASE)
    await expect(person.lastTurn).toContainText('When is my next appointment?')
    await person.go('Household')
    await expect(page.getByText('Emma').first()).toBeVisible()
    expect(await close()).toBe(0)
    atRest = fingerprint(vault)
  })

  test('removed and purged, it leaves nothing but the vault', () => {
    const paths = run('dpkg-query', '--listfiles', name).trim().split('\n').filter((path) => path.includes(name) || path.startsWith('/opt/'))
    expect(paths.length).toBeGreaterThan(30)
    for (const how of ['--remove', '--purge']) asRootRun('dpkg', how, name)
    expect(installed()).toBeNull()
    expect(paths.filter((path) => path !== '/opt' && existsSync(path))).toEqual([])
    expect(existsSync(command)).toBe(false)
    expect(fingerprint(vault)).toBe(atRest)
  })

  test('and the vault still opens', async ({ built, start }) => {
    const { page, close } = await start(layoutOf(built.folder).executable, { env })
    const person = personAt(page)
    await person.unlock(PASSPHRASE)
    await expect(person.lastTurn).toContainText('When is my next appointment?')
    expect(await close()).toBe(0)
  })
})

/** The version dpkg has fully installed; null when none. */
function installed(): string | null {
  const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status} ${Version}', name], { encoding: 'utf8' })
  return /^installed (.+)$/.exec(stdout)?.[1] ?? null
}

/** What the installed app itself calls its version. */
function versionInside(): unknown {
  const [archive = ''] = run('dpkg-query', '--listfiles', name).split('\n').filter((path) => path.endsWith('/app.asar'))
  return (JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as { readonly version: unknown }).version
}

/** Of every file in a folder: its name and its bytes. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  const files = filesBelow(folder).sort()
  expect(files).not.toEqual([])
  for (const file of files) hash.update(relative(folder, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function fileOf(path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const tar = spawnSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 2 ** 30 })
  const { status, stdout, stderr } = spawnSync('tar', ['--extract', '--to-stdout', path], { input: tar.stdout, maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(stderr.toString('utf8'))
  return stdout.toString(encoding)
}

/** A real package needs libraries that apt brings; the stand-in's needs none, and so no network. */
function install(file: string, isStandIn: boolean): void {
  if (isStandIn) asRootRun('dpkg', '--install', file)
  else asRootRun('apt-get', 'install', '--yes', file)
}

function asRootRun(...command: readonly string[]): void {
  const [program = '', ...args] = [...asRoot, ...command]
  run(program, ...args)
}

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout
}
