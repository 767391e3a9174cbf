import { describe, expect, it } from 'vitest'
import { registerIpc, type AllHandlers } from '../../electron/ipc/register.ts'
import { channels, type Feature } from '../../shared/ipc/channels.ts'

type Listener = (event: unknown, ...args: unknown[]) => Promise<unknown>

/** Registers handlers that only count their calls, and lets a test speak as any sender. */
function switchboard(): { channels: string[]; ask: (channel: string, args: unknown[], frame?: unknown) => Promise<unknown>; handled: () => number; bugs: string[] } {
  const listeners = new Map<string, Listener>()
  const bugs: string[] = []
  let handled = 0
  const handlers = Object.fromEntries((Object.keys(channels) as Feature[]).map((feature) => [feature, Object.fromEntries(channels[feature].map((name) => [name, () => {
    handled++
    if (name === 'lock') return Promise.reject(new Error('secret text of the household'))
    return Promise.resolve({ ok: true, value: name === 'state' ? { state: 'open', folder: '/x', problem: null, keychain: false } : name === 'read' ? { wrong: true } : null })
  }]))])) as unknown as AllHandlers
  registerIpc(handlers, {
    ipcMain: { handle: (channel: string, listener: Listener) => { listeners.set(channel, listener) } } as never,
    isOwnPage: (url) => url === 'lares://app/index.html', onUse: () => undefined, onBug: (code) => bugs.push(code),
  })
  const own = { url: 'lares://app/index.html', parent: null }
  return { channels: [...listeners.keys()], ask: (channel, args, frame = own) => listeners.get(channel)?.({ senderFrame: frame }, ...args) ?? Promise.reject(new Error(channel)), handled: () => handled, bugs }
}

const hostile: unknown[] = [undefined, 0, -1, NaN, Infinity, '', 'x', 'x'.repeat(100_000), true, [], [null], {}, { __proto__: { admin: true } }, { constructor: 1 }, { id: 'x', more: 1 }, { passphrase: '' }, { passphrase: 5 }, { passphrase: 'long enough words', more: 1 }, { from: 'x', to: 'y' }, { conversationId: 'a', text: '   ', route: 'auto' }, { conversationId: 'a', text: 'x', route: 'nowhere' }, new Date(0), new Map(), Symbol.iterator.toString(), { id: 'd', revision: '1', sha256: 'x' }]

describe('P9 IPC accepts only the contract', () => {
  it('registers every channel of the contract and no other', () => {
    expect(switchboard().channels.sort()).toEqual(Object.entries(channels).flatMap(([f, names]) => names.map((n) => `${f}.${n}`)).sort())
  })

  it('no handler runs on a value that is not of its schema', async () => {
    const board = switchboard()
    for (const channel of board.channels) for (const value of hostile) expect(await board.ask(channel, [value])).toMatchObject({ ok: false, problem: { name: 'input.invalid' } })
    expect(board.handled()).toBe(0)
  })

  it.each([
    ['another page', { url: 'https://evil.example/', parent: null }], ['a frame inside the page', { url: 'lares://app/index.html', parent: {} }],
    ['no frame', null], ['a look-alike address', { url: 'lares://app/index.html?x', parent: null }],
  ])('no handler runs for %s', async (_name, frame) => {
    const board = switchboard()
    for (const channel of board.channels) expect(await board.ask(channel, [null], frame)).toMatchObject({ ok: false, problem: { name: 'ipc.refused' } })
    expect(board.handled()).toBe(0)
  })

  it('takes exactly one argument', async () => {
    const board = switchboard()
    for (const args of [[], [null, null]]) expect(await board.ask('vault.state', args)).toMatchObject({ ok: false, problem: { name: 'ipc.refused' } })
  })

  it('answers what fits, and turns a throwing handler or a reply that does not fit into a named problem without its text', async () => {
    const board = switchboard()
    expect(await board.ask('vault.state', [null])).toEqual({ ok: true, value: { state: 'open', folder: '/x', problem: null, keychain: false } })
    expect(await board.ask('vault.lock', [null])).toEqual({ ok: false, problem: { name: 'internal', detail: { code: 'vault.lock' } } })
    expect(await board.ask('household.read', [null])).toMatchObject({ ok: false, problem: { name: 'internal' } })
    expect(board.bugs).toEqual(['vault.lock', 'household.read: reply'])
  })
})
