/** The parts of Electron's stand-in that can be tried without a browser. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { unpackAsar } from '../electron-standin/asar.ts'
import { createCloner } from '../electron-standin/clone.ts'
import { readCommandLine } from '../electron-standin/command-line.ts'
import { ELECTRON_VERSION } from '../electron-standin/electron-version.ts'
import { createEmitter, createEvent } from '../electron-standin/events.ts'
import { createSchemes } from '../electron-standin/schemes.ts'
import { onlySupported, unsupportedModule } from '../electron-standin/unsupported.ts'

const electronFolder = join(import.meta.dirname, '../../node_modules/electron')
const folders: string[] = []
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'electron-standin-test-'))
  folders.push(folder)
  return folder
}
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

describe('structured clone as text', () => {
  const { encode, decode } = createCloner()
  const clone = (value: unknown): unknown => decode(encode(value))

  it('gives what structuredClone gives', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true, withBoxedValues: true })
    fc.assert(fc.property(anything, (value) => isDeepStrictEqual(clone(value), structuredClone(value))))
  })

  it('keeps cycles and shared references', () => {
    const shared = { name: 'one' }
    const value: Record<string, unknown> = { a: shared, b: new Map([['b', shared]]) }
    value['self'] = value
    const copy = clone(value) as { a: object; b: Map<string, object>; self: unknown }
    expect(copy.self).toBe(copy)
    expect(copy.b.get('b')).toBe(copy.a)
  })

  it('keeps errors, patterns and a key called __proto__', () => {
    const error = clone(new RangeError('too far', { cause: 'distance' })) as Error
    expect([error instanceof Error, error.name, error.message, error.cause]).toEqual([true, 'RangeError', 'too far', 'distance'])
    expect(clone(/a/gi)).toEqual(/a/gi)
    expect(Object.keys(clone(JSON.parse('{"__proto__":1}')) as object)).toEqual(['__proto__'])
  })

  it('refuses what cannot be cloned', () => {
    for (const value of [() => 1, Symbol('s'), Promise.resolve(), new WeakMap(), { deep: [() => 1] }]) expect(() => encode(value)).toThrow('An object could not be cloned.')
  })
})

describe('the command line', () => {
  it('is read as Playwright writes it', () => {
    const { switches, modules, entry } = readCommandLine(['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '-r', '/loader.js', '.', '--user-data-dir=/a b=c', 'file.ics', '-r', 'ignored'])
    expect([...switches]).toEqual([['no-sandbox', ''], ['inspect', '0'], ['remote-debugging-port', '0'], ['user-data-dir', '/a b=c']])
    expect([modules, entry]).toEqual([['/loader.js'], '.'])
  })
  it('may name no app', () => { expect(readCommandLine(['--hidden']).entry).toBeNull() })
})

describe('an app.asar', () => {
  it('is unpacked with its executables and the files kept beside it', () => {
    const folder = freshFolder()
    const header = JSON.stringify({ files: { 'main.js': { offset: '0', size: 4 }, bin: { files: { run: { offset: '4', size: 2, executable: true }, 'addon.node': { size: 3, unpacked: true } } } } })
    const size = Math.ceil(header.length / 4) * 4
    const sizes = Buffer.alloc(16)
    for (const [at, value] of [4, size + 8, size + 4, header.length].entries()) sizes.writeUInt32LE(value, at * 4)
    const file = join(folder, 'app.asar')
    writeFileSync(file, Buffer.concat([sizes, Buffer.from(header.padEnd(size, '\0')), Buffer.from('mainGO')]))
    mkdirSync(`${file}.unpacked/bin`, { recursive: true })
    writeFileSync(`${file}.unpacked/bin/addon.node`, 'elf')
    const to = join(folder, 'app')
    unpackAsar(file, to)
    expect(['main.js', 'bin/run', 'bin/addon.node'].map((name) => readFileSync(join(to, name), 'utf8'))).toEqual(['main', 'GO', 'elf'])
    expect(statSync(join(to, 'bin/run')).mode & 0o111).not.toBe(0)
  })
})

describe('what is lacking', () => {
  it('throws when it is read, set, called or made', () => {
    const thing = onlySupported('thing', { has: 1 })
    expect(thing.has).toBe(1)
    expect(() => Reflect.get(thing, 'lacks') as unknown).toThrow('thing.lacks is not supported by the stand-in')
    expect(() => Reflect.set(thing, 'lacks', 1)).toThrow('thing.lacks is not supported by the stand-in')
    const Missing = unsupportedModule('Missing') as new () => unknown
    expect(() => new Missing()).toThrow('new Missing is not supported by the stand-in')
    expect(() => Reflect.get(Missing, 'call') as unknown).toThrow('Missing.call is not supported by the stand-in')
  })

  it('throws when an event is awaited that never comes', () => {
    const emitter = createEmitter('window', ['close'], ['unresponsive'])
    expect(() => emitter.on('close', () => undefined).once('unresponsive', () => undefined)).not.toThrow()
    expect(() => emitter.once('closd', () => undefined)).toThrow('window event closd is not supported by the stand-in')
  })

  it('lets a default be prevented', () => {
    const event = createEvent({ url: 'x' })
    expect(event.defaultPrevented).toBe(false)
    event.preventDefault()
    expect([event.defaultPrevented, event.url]).toEqual([true, 'x'])
  })
})

describe('custom schemes', () => {
  const made = (): { readonly protocol: Electron.Protocol; readonly schemes: ReturnType<typeof createSchemes>; readonly ready: () => void } => {
    let isReady = false
    const schemes = createSchemes(() => isReady)
    return { schemes, protocol: schemes.protocol as Electron.Protocol, ready: () => { isReady = true } }
  }
  const privileges = { standard: true, secure: true }

  it('go to https and come back', () => {
    const { schemes, protocol } = made()
    protocol.registerSchemesAsPrivileged([{ scheme: 'home', privileges }])
    for (const url of ['home://app/', 'home://app/a/b.html?c=d#e', 'home://other/x']) expect(schemes.toApp(schemes.toPage(url))).toBe(url)
    expect(schemes.toPage('home://app')).toBe('https://app.home.electron-scheme.test/')
    for (const url of ['https://example.com/', 'data:text/plain,x', 'about:blank']) expect([schemes.toPage(url), schemes.toApp(url)]).toEqual([url, url])
  })

  it('must be registered before ready, as standard and secure', () => {
    const { protocol, ready } = made()
    expect(() => { protocol.registerSchemesAsPrivileged([{ scheme: 'home' }]) }).toThrow('not supported by the stand-in')
    expect(() => { protocol.handle('home', () => new Response()) }).toThrow('after the app is ready')
    ready()
    expect(() => { protocol.registerSchemesAsPrivileged([{ scheme: 'home', privileges }]) }).toThrow('before app is ready')
  })
})

describe('the electron module', () => {
  it('stands in for the Electron that is installed', () => {
    expect((JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')) as { version: string }).version).toBe(ELECTRON_VERSION)
  })

  it('exports every name that Electron’s main process exports', async () => {
    const types = readFileSync(join(electronFolder, 'electron.d.ts'), 'utf8')
    const names = ['Common', 'Main'].flatMap((part) => {
      const [, body = ''] = new RegExp(`\\n  namespace ${part} \\{\\n([^]*?)\\n  \\}`).exec(types) ?? []
      return [...body.matchAll(/^ {4}(?:const|class) (\w+)/gm)].map(([, name]) => name)
    })
    expect(names.length).toBeGreaterThan(40)
    Object.assign(globalThis, { electronStandIn: {} })
    expect(Object.keys(await import('../electron-standin/electron-module.ts')).filter((name) => !['default', 'module.exports'].includes(name)).sort()).toEqual([...names].sort())
  })
})
