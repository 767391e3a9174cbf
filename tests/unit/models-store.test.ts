/** The store of local models, and settings written before there was a model manager. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ModelStatus, Pull } from '../../shared/models.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { defaultSettings, modelFor, Settings } from '../../shared/settings.ts'

const models = { status: vi.fn(), pull: vi.fn(), stopPull: vi.fn(), dismissPull: vi.fn(), remove: vi.fn(), unload: vi.fn(), test: vi.fn(), stopTest: vi.fn() }
Object.assign(globalThis, { lares: { models, onNews: () => () => undefined } })
const { useModels } = await import('../../renderer/state/models.ts')

const statusOf = (version: string): Result<ModelStatus> => ok({ engine: 'ollama', ollama: { reachable: true, version, at: '127.0.0.1:11434', atOther: false, elsewhere: null, cloudOff: null, models: [], problem: null }, pulls: [] })
const pull: Pull = { model: 'gemma4:e4b', phase: 'downloading', completedBytes: 1, totalBytes: 2, secondsLeft: null, problem: null }

beforeEach(() => {
  vi.resetAllMocks()
  useModels.getState().forget()
  models.status.mockResolvedValue(statusOf('0.18.2'))
})

describe('the models store', () => {
  it('shows the answer to the newest question, whichever comes last', async () => {
    const slow = Promise.withResolvers<Result<ModelStatus>>()
    models.status.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(statusOf('0.18.2'))
    const first = useModels.getState().load()
    await useModels.getState().load()
    slow.resolve(statusOf('0.5.0'))
    await first
    expect(useModels.getState()).toMatchObject({ status: { version: '0.18.2' }, isAsking: false })
  })

  it('asks what is there once a download is done, and no longer lists it', async () => {
    useModels.getState().hear([pull])
    expect(models.status).not.toHaveBeenCalled()
    expect(useModels.getState().pulls).toEqual([pull])
    useModels.getState().hear([{ ...pull, phase: 'done' }])
    expect(useModels.getState()).toMatchObject({ pulls: [], arrived: 'gemma4:e4b' })
    await vi.waitFor(() => { expect(useModels.getState().status?.version).toBe('0.18.2') })
  })

  it('keeps what a test said, and nothing of one that was stopped', async () => {
    const tested = ok({ answer: 'Tuesday', firstWordMs: 1, loadMs: 0, tokensPerSecond: 60 })
    models.test.mockResolvedValueOnce(tested).mockResolvedValueOnce(fail(problem('local.stopped')))
    const running = useModels.getState().test('a')
    expect(useModels.getState().tests).toEqual({ a: null })
    await running
    await useModels.getState().test('b')
    expect(useModels.getState().tests).toEqual({ a: tested })
  })

  it('looks again after a removal, also one that was refused', async () => {
    models.remove.mockResolvedValue(fail(problem('local.no-model', { model: 'a' })))
    expect((await useModels.getState().remove('a')).ok).toBe(false)
    expect(models.status).toHaveBeenCalledTimes(1)
  })

  it('forgets everything when the vault locks, also an answer under way', async () => {
    const loading = useModels.getState().load()
    useModels.getState().hear([pull])
    useModels.getState().forget()
    await loading
    expect(useModels.getState()).toMatchObject({ status: null, pulls: [], tests: {}, isAsking: false })
  })
})

describe('settings', () => {
  it('written before there was a model manager are still read', () => {
    const { address, model } = defaultSettings.ollama
    expect(Settings.parse({ ...defaultSettings, ollama: { address, model } })).toEqual(defaultSettings)
  })

  it('one model does everything that has none of its own', () => {
    const ollama = { ...defaultSettings.ollama, modelFor: { read: null, write: 'qwen3:8b', privacy: null } }
    expect((['read', 'write', 'privacy'] as const).map((use) => modelFor(ollama, use))).toEqual(['gemma4:e4b', 'qwen3:8b', 'gemma4:e4b'])
  })

  it.each([{ keepLoadedMinutes: 0 }, { contextTokens: 2048 }, { contextTokens: 1_000_000 }, { model: '' }])('%j is refused', (part) => {
    expect(Settings.safeParse({ ...defaultSettings, ollama: { ...defaultSettings.ollama, ...part } }).success).toBe(false)
  })
})
