/** The door to the keychain, against the module's interface: what it trusts, and that whatever the module does comes back as a named problem. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Keychain } from '../../shared/keychain.ts'

const storage = vi.hoisted(() => ({ getSelectedStorageBackend: vi.fn(), isAsyncEncryptionAvailable: vi.fn(), encryptStringAsync: vi.fn(), decryptStringAsync: vi.fn() }))
vi.mock('electron', () => ({ safeStorage: storage }))
const { createKeychain } = await import('../../electron/window/keychain.ts')

const refusals: unknown[] = []
const keychain = (platform: NodeJS.Platform = 'linux'): Keychain => createKeychain({ platform, onRefused: (error) => { refusals.push(error) } })
const outcomes = async (one: Keychain): Promise<string[]> => (await Promise.all([one.check(), one.keep('secret'), one.read('QUJD')])).map((result) => (result.ok ? 'ok' : result.problem.name))

beforeEach(() => {
  refusals.length = 0
  for (const mock of Object.values(storage)) mock.mockReset()
  storage.getSelectedStorageBackend.mockReturnValue('gnome_libsecret')
  storage.isAsyncEncryptionAvailable.mockResolvedValue(true)
  storage.encryptStringAsync.mockImplementation(async (text: string) => Buffer.from(text).reverse())
  storage.decryptStringAsync.mockImplementation(async (bytes: Buffer) => ({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }))
})

describe('the keychain', () => {
  it('keeps a secret and gives it back, and says when it should be kept anew', async () => {
    const kept = await keychain().keep('secret')
    expect(kept).toEqual({ ok: true, value: Buffer.from('terces').toString('base64') })
    expect(await keychain().read(kept.ok ? kept.value : '')).toEqual({ ok: true, value: { secret: 'secret', isStale: false } })
    storage.decryptStringAsync.mockResolvedValue({ result: 'secret', shouldReEncrypt: true })
    expect(await keychain().read('QUJD')).toEqual({ ok: true, value: { secret: 'secret', isStale: true } })
    expect(refusals).toEqual([])
  })

  it.each(['basic_text', 'unknown'])('is not trusted on Linux while its backend is %s, and is given nothing', async (backend) => {
    storage.getSelectedStorageBackend.mockReturnValue(backend)
    expect(await outcomes(keychain())).toEqual(['keychain.unprotected', 'keychain.unprotected', 'keychain.unprotected'])
    expect([storage.encryptStringAsync.mock.calls, storage.decryptStringAsync.mock.calls]).toEqual([[], []])
  })

  it.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])('is trusted on Linux while its backend is %s', async (backend) => {
    storage.getSelectedStorageBackend.mockReturnValue(backend)
    expect(await outcomes(keychain())).toEqual(['ok', 'ok', 'ok'])
  })

  it.each(['darwin', 'win32'] as const)('on %s is asked for no backend, which there is none of', async (platform) => {
    storage.getSelectedStorageBackend.mockImplementation(() => { throw new Error('not on this system') })
    expect(await outcomes(keychain(platform))).toEqual(['ok', 'ok', 'ok'])
  })

  it('that is not available is given nothing', async () => {
    storage.isAsyncEncryptionAvailable.mockResolvedValue(false)
    expect(await outcomes(keychain())).toEqual(['keychain.none', 'keychain.none', 'keychain.none'])
    expect([storage.encryptStringAsync.mock.calls, storage.decryptStringAsync.mock.calls]).toEqual([[], []])
  })

  it('that fails is a named problem, and what it said goes to the log alone', async () => {
    const failure = new Error('Error while decrypting')
    storage.encryptStringAsync.mockRejectedValue(failure)
    storage.decryptStringAsync.mockRejectedValue(failure)
    expect(await outcomes(keychain())).toEqual(['ok', 'keychain.refused', 'keychain.refused'])
    storage.isAsyncEncryptionAvailable.mockRejectedValue(failure)
    expect(await outcomes(keychain())).toEqual(['keychain.none', 'keychain.none', 'keychain.none'])
    storage.decryptStringAsync.mockImplementation(() => { throw failure })
    expect(new Set(refusals)).toEqual(new Set([failure]))
  })

  it('is not touched before somebody asks', () => {
    keychain()
    for (const mock of Object.values(storage)) expect(mock).not.toHaveBeenCalled()
  })
})
