/** Which Electron is taken on which machine, and what is said where there is none. */
import { describe, expect, it } from 'vitest'
import { resolveElectron, resolveStandIn, type Machine } from '../../scripts/resolve-electron.ts'

/** A machine without Electron, network or Chromium, changed as given. `calls` notes what was tried. */
function machine(changes: Partial<Machine> = {}, files: Record<string, string> = {}): { readonly machine: Machine; readonly calls: string[]; readonly files: Record<string, string> } {
  const calls: string[] = []
  const found = (path: string): string | undefined => Object.entries(files).find(([name]) => path.endsWith(name))?.[1]
  return {
    calls,
    files,
    machine: {
      env: {},
      platform: 'linux',
      isRoot: false,
      today: '2026-11-22',
      exists: (path) => found(path) !== undefined,
      read: (path) => found(path) ?? null,
      write: (path, text) => { files[path] = text },
      download: () => { calls.push('download'); return Promise.resolve(false) },
      findChromium: () => null,
      isDebian: () => true,
      installChromium: () => { calls.push('install chromium') },
      chromiumVersion: () => '156',
      announce: () => undefined,
      ...changes,
    },
  }
}
const installed = { 'electron/path.txt': 'electron', 'electron/dist/electron': '', 'electron/dist/version': 'v45.4.1\n' }

describe('resolving Electron', () => {
  it('takes what ELECTRON_EXE names', async () => {
    const { machine: here, calls } = machine({ env: { ELECTRON_EXE: '/opt/app/electron' } })
    expect(await resolveElectron(here)).toEqual({ kind: 'given', executable: '/opt/app/electron', says: 'Electron at /opt/app/electron' })
    expect(calls).toEqual([])
  })

  it('takes an installed Electron', async () => {
    const { machine: here, calls } = machine({}, installed)
    expect(await resolveElectron(here)).toMatchObject({ kind: 'real', says: 'Electron 45.4.1' })
    expect(calls).toEqual([])
  })

  it('takes the one in ELECTRON_OVERRIDE_DIST_PATH', async () => {
    expect(await resolveElectron(machine({ env: { ELECTRON_OVERRIDE_DIST_PATH: '/opt/e' } }, { '/opt/e/electron': '' }).machine)).toMatchObject({ kind: 'real', executable: '/opt/e/electron' })
  })

  it('takes a downloaded Electron', async () => {
    const files: Record<string, string> = {}
    const { machine: here } = machine({ download: () => { Object.assign(files, installed); return Promise.resolve(true) } }, files)
    expect(await resolveElectron(here)).toMatchObject({ kind: 'real' })
  })

  it('tries to download once a day, and then takes the stand-in', async () => {
    const { machine: here, calls } = machine({ findChromium: () => '/usr/bin/chromium' })
    const answer = await resolveElectron(here)
    expect(answer).toMatchObject({ kind: 'stand-in', says: 'the stand-in (plain Node 24 + Chromium 156)' })
    expect(await resolveElectron(here)).toEqual(answer)
    expect(calls).toEqual(['download'])
    expect(await resolveElectron({ ...here, today: '2026-11-23' })).toEqual(answer)
    expect(calls).toEqual(['download', 'download'])
  })

  it('installs Chromium only for root on Debian', async () => {
    let chromium: string | null = null
    const root = machine({ isRoot: true, findChromium: () => chromium, installChromium: () => { chromium = '/usr/bin/chromium' } })
    expect(await resolveElectron(root.machine)).toMatchObject({ kind: 'stand-in' })
    for (const changes of [{ isRoot: false }, { isRoot: true, isDebian: () => false }]) {
      const { machine: here, calls } = machine(changes)
      expect(resolveStandIn(here)).toMatchObject({ kind: 'none', says: expect.stringContaining('install Chromium') as string })
      expect(calls).toEqual([])
    }
  })

  it('offers no stand-in on Windows', () => {
    expect(resolveStandIn(machine({ platform: 'win32', findChromium: () => 'C:\\chrome.exe' }).machine)).toMatchObject({ kind: 'none' })
  })
})
