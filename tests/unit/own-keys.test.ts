/** Keys of the person's own: which call what, which nobody may choose, and what is kept. */
import { describe, expect, it, vi } from 'vitest'
import { usualKeys } from '../../shared/commands.ts'
import { Settings, defaultSettings, type OwnKeys } from '../../shared/settings.ts'

vi.mock('../../renderer/bridge.ts', () => ({ bridge: {}, atStart: () => null }))
vi.mock('../../renderer/ui/toasts.tsx', () => ({}))
vi.stubGlobal('navigator', { userAgent: 'X11; Linux x86_64' })
const keys = await import('../../renderer/views/shell/own-keys.ts')

const ctrl = (key: string, shift = false): OwnKeys => ({ key, shift })
const command = (id: string): (typeof keys.callable)[number] => { const found = keys.callable.find((one) => one.id === id); if (found === undefined) throw new Error(id); return found }

describe('own keys', () => {
  it('take the place of the usual ones; none are none', () => {
    expect(keys.keysOf(command('lock'), {})).toEqual(ctrl('l'))
    expect(keys.keysOf(command('lock'), { lock: ctrl('b') })).toEqual(ctrl('b'))
    expect(keys.keysOf(command('lock'), { lock: null })).toBeUndefined()
    expect(keys.keysBehind('lock', { lock: ctrl('b', true) })).toBe(' (Ctrl+Shift+B)')
    expect(keys.keysBehind('lock', { lock: null })).toBe('')
  })

  it('are refused where they do something else, by its name, until that is changed', () => {
    expect(keys.refusalOf(ctrl('j'), 'lock', {})).toBe('Ctrl+J already does “Write to Lares”. Choose others, or change that one first.')
    expect(keys.refusalOf(ctrl('j'), 'lock', { write: ctrl('b') })).toBeNull()
    expect(keys.refusalOf(ctrl('b'), 'lock', { write: ctrl('b') })).toContain('Write to Lares')
    expect(keys.refusalOf(ctrl('l'), 'lock', {})).toBeNull()
    expect(keys.refusalOf(ctrl('k'), 'lock', {})).toContain('All commands')
    // A sign counts as it is written, whatever the keyboard needs for it.
    expect(keys.refusalOf(ctrl('/', true), 'lock', {})).toContain('Show all keys')
  })

  it.each(Array.from('acvxyqwrnthm'))('Ctrl+%s is left to writing, the window and the system', (key) => { expect(keys.refusalOf(ctrl(key), 'lock', {})).toMatch(/^Ctrl\+. is needed for writing or by the window/) })

  it('no usual keys are among those nobody may choose', () => {
    for (const { id } of keys.callable) { const usual = usualKeys[id]; if (usual !== null) expect(keys.refusalOf(usual, id, {}), id).toBeNull() }
    expect(keys.callable.length).toBeGreaterThan(12)
  })

  it('are kept only where they differ from the usual', () => {
    expect(keys.chosen({}, command('lock'), ctrl('b'))).toEqual({ lock: ctrl('b') })
    expect(keys.chosen({ lock: ctrl('b'), write: null }, command('lock'), ctrl('l'))).toEqual({ write: null })
    expect(keys.chosen({}, command('lock'), null)).toEqual({ lock: null })
    expect(keys.unchosen({ lock: null, write: null }, 'lock')).toEqual({ write: null })
  })

  it('settings from before have none, and take no others than a character with Ctrl', () => {
    const { keys: _, ...before } = defaultSettings
    expect(Settings.parse(before).keys).toEqual({})
    expect(Settings.safeParse({ ...defaultSettings, keys: { lock: ctrl('b'), undo: null } }).success).toBe(true)
    for (const bad of [{ 'LOCK': null }, { lock: ctrl('Enter') }, { lock: ctrl(' ') }, { lock: { key: 'b' } }, Object.fromEntries(Array.from({ length: 101 }, (_one, i) => [`c${'x'.repeat(i % 38)}-${'y'.repeat(Math.floor(i / 38))}`, null]))]) expect(Settings.safeParse({ ...defaultSettings, keys: bad }).success, JSON.stringify(bad).slice(0, 60)).toBe(false)
  })
})
