/** Handlers of the local models: what is there, downloads, removal, memory, and one short test. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { OllamaSettings, Settings } from '../../shared/settings.ts'
import type { OllamaDoor } from '../local/ollama-door.ts'
import { ollamaStatus } from '../local/ollama-status.ts'
import type { Ollama } from '../local/ollama.ts'
import type { Pulls } from '../local/pulls.ts'

export interface ModelsDeps {
  readonly settings: () => Promise<Result<Settings>>
  readonly openDoor: (address: string) => OllamaDoor
  readonly openOllama: (settings: OllamaSettings) => Ollama
  readonly pulls: Pulls
}

const REMOVE_MS = 30_000
const UNLOAD_MS = 15_000

export function modelHandlers({ settings, openDoor, openOllama, pulls }: ModelsDeps): Handlers<'models'> {
  const door = async (): Promise<Result<OllamaDoor>> => {
    const read = await settings()
    return read.ok ? ok(openDoor(read.value.ollama.address)) : read
  }
  let testing = new AbortController()

  return {
    status: async () => {
      const read = await settings()
      if (!read.ok) return read
      const { engine, ollama } = read.value
      return ok({ engine, ollama: await ollamaStatus(openDoor(ollama.address), ollama), pulls: [...pulls.list()] })
    },
    pull: async ({ model }) => {
      const opened = await door()
      return opened.ok ? pulls.start(opened.value, model) : opened
    },
    stopPull: ({ model }) => { pulls.stop(model); return Promise.resolve(ok(null)) },
    dismissPull: ({ model }) => { pulls.dismiss(model); return Promise.resolve(ok(null)) },
    remove: async ({ model }) => {
      const opened = await door()
      return opened.ok ? opened.value.during({ limitMs: REMOVE_MS }, (line) => line.remove(model)) : opened
    },
    unload: async ({ model }) => {
      const opened = await door()
      return opened.ok ? opened.value.during({ limitMs: UNLOAD_MS }, (line) => line.unload(model)) : opened
    },
    /** One at a time: a new one stops the one before. */
    test: async ({ model }) => {
      const read = await settings()
      if (!read.ok) return read
      testing.abort()
      testing = new AbortController()
      return openOllama(read.value.ollama).test(model, testing.signal)
    },
    stopTest: () => { testing.abort(); return Promise.resolve(ok(null)) },
  }
}
