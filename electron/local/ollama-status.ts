/** What is there: which Ollama answers where, which models it has, which of them take memory, and what is wrong. For the settings screen. */
import { isSameModel } from '../../shared/models.ts'
import type { InstalledModel, ModelStatus } from '../../shared/models.ts'
import { printable } from '../../shared/printable.ts'
import { ok } from '../../shared/result.ts'
import type { OllamaSettings } from '../../shared/settings.ts'
import { modelFor, modelUses } from '../../shared/settings.ts'
import { toInstant } from '../../shared/time.ts'
import { cloudModel, noModel } from './explain.ts'
import { isCloudName } from './model-name.ts'
import type { Listed, OllamaDoor, Running } from './ollama-door.ts'

const STATUS_MS = 5_000

/** Never fails: what is wrong stands in `problem`. Sends nothing but names of models. */
export const ollamaStatus = async (door: OllamaDoor, settings: OllamaSettings): Promise<ModelStatus['ollama']> => {
  const found = await door.during({ limitMs: STATUS_MS }, async (line) => {
    const { version, at, atOther } = line
    const [listed, running, cloudOff] = await Promise.all([line.list(), line.running(), line.cloudOff()])
    if (!listed.ok) return ok({ version, at, atOther, cloudOff, models: [], problem: listed.problem })
    const used = [...new Set(modelUses.map((use) => modelFor(settings, use)))]
    const problems = used.flatMap((model) => {
      const mine = listed.value.find((entry) => isSameModel(entry.name, model))
      return isCloudName(model) || mine?.cloud === true ? [cloudModel(model)] : mine === undefined ? [noModel(model)] : []
    })
    return ok({ version, at, atOther, cloudOff, models: listed.value.map((entry) => installed(entry, running.ok ? running.value : [])), problem: problems[0] ?? null })
  })
  if (found.ok) return { reachable: true, elsewhere: null, ...found.value }
  const mayBeElsewhere = ['local.unreachable', 'local.not-ollama'].includes(found.problem.name)
  return { reachable: false, version: null, at: null, atOther: false, elsewhere: mayBeElsewhere ? await door.elsewhere({ limitMs: STATUS_MS }) : null, cloudOff: null, models: [], problem: found.problem }
}

const installed = (entry: Listed, running: readonly Running[]): InstalledModel => {
  const loaded = running.find(({ name }) => isSameModel(name, entry.name))
  return {
    name: printable(entry.name), bytes: entry.size, cloud: entry.cloud,
    family: printable(entry.family), parameters: printable(entry.parameters), quantisation: printable(entry.quantisation), modifiedAt: instantOf(entry.modified),
    loaded: loaded === undefined ? null : { bytes: loaded.size, gpuBytes: loaded.gpu, contextTokens: loaded.context, until: foreverAway(loaded.until) ? null : instantOf(loaded.until) },
  }
}

/** Ollama writes nanoseconds and its own zone. */
const instantOf = (text: string): string | null => {
  const at = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'))
  return Number.isNaN(at) ? null : toInstant(at)
}

/** `keep_alive: -1` ends some centuries from now. */
const foreverAway = (text: string): boolean => Number(text.slice(0, 4)) > 2200
