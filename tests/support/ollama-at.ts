/** Ollama's engine and its status as main makes them, for tests that say where it listens and which model is set. */
import { doorFetch } from '../../electron/cloud/door-fetch.ts'
import { createOllamaDoor, type OllamaDoor, type OllamaDoorDeps } from '../../electron/local/ollama-door.ts'
import { ollamaStatus } from '../../electron/local/ollama-status.ts'
import { createOllama, type Ollama, type OllamaDeps } from '../../electron/local/ollama.ts'
import { realAfter } from '../../electron/local/watch.ts'
import type { ModelStatus } from '../../shared/models.ts'
import { defaultSettings, type OllamaSettings } from '../../shared/settings.ts'

/** The way main lets it out, without the tripwire around it. */
export const throughDoor: OllamaDoorDeps['fetchTo'] = (destination) => doorFetch({ through: (_destination, work) => work() }, destination)

export interface Engine extends Ollama { readonly status: () => Promise<ModelStatus['ollama']>; readonly door: OllamaDoor }
export interface EngineOptions extends Partial<OllamaSettings>, Partial<Omit<OllamaDeps, 'settings'>> {}

export const ollamaAt = ({ address = '' }: { readonly address?: string }, { fetchTo = throughDoor, after = realAfter, limits, ...chosen }: EngineOptions = {}): Engine => {
  const settings: OllamaSettings = { ...defaultSettings.ollama, address, ...chosen }
  const door = createOllamaDoor({ address: settings.address, fetchTo, after })
  return { ...createOllama({ settings, fetchTo, after, ...(limits === undefined ? {} : { limits }) }), door, status: () => ollamaStatus(door, settings) }
}
