/**
 * DOOR to Ollama: the only file that talks to it, and only to a model that runs on this computer.
 * Loopback is not local: Ollama passes text for some models on to its own cloud, so every text is sent by one function, which first asks Ollama where the model runs.
 */
import { Ollama as Client } from 'ollama/browser'
import { z } from 'zod'
import { printable } from '../../shared/printable.ts'
import { problem } from '../../shared/problems.ts'
import type { Problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { ChatMessage } from './ask-json.ts'
import { cloudModel, explain, explainModel, explainPull, failed, noModel } from './explain.ts'
import type { Explain } from './explain.ts'
import { baseOf, loopbackDestinations, shownAs, usualDestinations } from './loopback.ts'
import type { LoopbackDestination } from './loopback.ts'
import { isCloudName, isModelName } from './model-name.ts'
import { isRemote, strictFetch } from './strict-fetch.ts'
import { createWatch } from './watch.ts'
import type { After, Watch } from './watch.ts'

export interface OllamaDoorDeps {
  readonly address: string
  /** A `fetch` that reaches that destination and no other, through no proxy. Asked for with loopback destinations only. */
  readonly fetchTo: (destination: LoopbackDestination) => typeof globalThis.fetch
  readonly after: After
}

export interface Wait { readonly signal?: AbortSignal; readonly limitMs: number }

export interface OllamaDoor {
  /**
   * Finds where Ollama listens and works on that line. Refuses an address that is not this computer (`local.not-loopback`).
   * Always ends: by itself, by `signal` (`local.stopped`), by the time limit (`local.slow`), or with another `local.…` problem.
   */
  readonly during: <T>(wait: Wait, work: (line: OllamaLine) => Promise<Result<T>>) => Promise<Result<T>>
  /** Where an Ollama answers at its usual port, when it does not at the address that is set; null when nowhere. */
  readonly elsewhere: (wait: Wait) => Promise<string | null>
}

/** A request that carries text. */
export interface Spoken {
  readonly messages: readonly ChatMessage[]
  readonly format?: object
  readonly think?: false | 'low'
  readonly keepAlive: string | number
  readonly options: Readonly<Record<'temperature' | 'seed' | 'num_ctx' | 'num_predict', number>>
}

/** Ollama's own figures at the end of an answer, in milliseconds. */
export interface Figures { readonly loadMs: number; readonly promptMs: number; readonly tokens: number; readonly tokensMs: number }
export interface Heard { readonly text: string; readonly figures: Figures | null }

export interface Listed { readonly name: string; readonly size: number; readonly cloud: boolean; readonly family: string; readonly parameters: string; readonly quantisation: string; readonly modified: string }
export interface Running { readonly name: string; readonly size: number; readonly gpu: number; readonly context: number | null; readonly until: string }
/** A model that runs on this computer. */
export interface LocalModelFacts { readonly family: string; /** null where Ollama does not say. */ readonly canThink: boolean | null; /** Tokens it was made for; null where Ollama does not say. */ readonly contextTokens: number | null }

/** One Ollama, found and not too old. */
export interface OllamaLine {
  readonly version: string
  readonly at: string
  /** True when it answers at the other loopback address than the one that was typed. */
  readonly atOther: boolean
  readonly list: () => Promise<Result<readonly Listed[]>>
  readonly running: () => Promise<Result<readonly Running[]>>
  /** Whether Ollama's cloud is switched off; null when this version does not say. */
  readonly cloudOff: () => Promise<boolean | null>
  /** Where a model runs: `local.cloud-model` for one that does not run here. The question carries its name and nothing else. */
  readonly look: (model: string) => Promise<Result<LocalModelFacts>>
  /** The one function that sends text. It looks where the model runs first, every time. `onText` returns false when enough was heard. */
  readonly chat: (model: string, spoken: (facts: LocalModelFacts) => Result<Spoken>, onText: (soFar: string) => boolean) => Promise<Result<Heard>>
  readonly unload: (model: string) => Promise<Result<null>>
  /** Downloads a model, or goes on with a download. The time limit is for standing still. */
  readonly pull: (model: string, onProgress: (part: PullPart) => void) => Promise<Result<null>>
  readonly remove: (model: string) => Promise<Result<null>>
}
export interface PullPart { readonly status: string; readonly digest?: string; readonly total?: number; readonly completed?: number }

const OLDEST = '0.5.0'
const NANO = 1e6

/** Reads nothing from the environment. */
export const createOllamaDoor = ({ address, fetchTo, after }: OllamaDoorDeps): OllamaDoor => {
  type Call = <T>(explained: Explain, model: string, use: (client: Client, get: (path: string) => Promise<unknown>) => Promise<T>, strange?: Problem) => Promise<Result<T>>

  /** One use of the package, under a watch. A throw that nobody named is a bug and stays a throw. */
  const caller = (destination: LoopbackDestination, tried: string, watch: Watch): Call => async (explained, model, use, strange) => {
    const base = baseOf(destination)
    let fault: Problem | undefined
    const refuse = (why: Problem): never => {
      fault ??= why
      throw new Error(fault.name)
    }
    const hangUp = new AbortController()
    const fetch = strictFetch({ fetch: fetchTo(destination), base, tried, signal: AbortSignal.any([watch.signal, hangUp.signal]), explain: explained, refuse, cloudModel: cloudModel(model), ...(strange === undefined ? {} : { strange }) })
    const client = new Client({ host: base, fetch })
    try {
      return ok(await Promise.race([use(client, async (path) => (await fetch(`${base}${path}`)).json()), watch.over]))
    } catch (error) {
      const why = watch.problem() ?? fault
      if (why !== undefined) return fail(why)
      throw error
    } finally {
      hangUp.abort()
    }
  }

  /** The first of these at which an Ollama answers. Where something else answers the search ends. */
  const find = async (destinations: readonly LoopbackDestination[], watch: Watch): Promise<Result<{ readonly call: Call; readonly destination: LoopbackDestination; readonly version: string }>> => {
    const tried = destinations.map(shownAs).join(' or ')
    for (const destination of destinations) {
      const call = caller(destination, tried, watch)
      const notOllama = problem('local.not-ollama', { at: shownAs(destination) })
      const asked = await call(() => notOllama, '', async (client) => Version.safeParse(await client.version()), notOllama)
      if (asked.ok) return asked.value.success ? ok({ call, destination, version: printable(asked.value.data.version) }) : fail(notOllama)
      if (asked.problem.name !== 'local.unreachable') return asked
    }
    return fail(problem('local.unreachable', { tried }))
  }

  const under = async <T>({ signal, limitMs }: Wait, work: (watch: Watch) => Promise<Result<T>>): Promise<Result<T>> => {
    const watch = createWatch(signal, limitMs, after)
    try {
      const early = watch.problem()
      return early === undefined ? await work(watch) : fail(early)
    } finally {
      watch.end()
    }
  }

  return {
    during: async (wait, work) => {
      const destinations = loopbackDestinations(address)
      if (!destinations.ok) return destinations
      return under(wait, async (watch) => {
        const found = await find(destinations.value, watch)
        if (!found.ok) return found
        const { call, destination, version } = found.value
        return work(createLine(call, version, { at: shownAs(destination), atOther: destination !== destinations.value[0] && !/localhost/i.test(address) }, watch))
      })
    },
    elsewhere: async (wait) => {
      const set = loopbackDestinations(address)
      const others = usualDestinations.filter((usual) => !set.ok || !set.value.some((one) => shownAs(one) === shownAs(usual)))
      const found = await under(wait, (watch) => find(others, watch))
      return found.ok ? shownAs(found.value.destination) : null
    },
  }

  function createLine(call: Call, version: string, where: Pick<OllamaLine, 'at' | 'atOther'>, watch: Watch): OllamaLine {
    /** A model that may be asked, by its name and by this Ollama's age. */
    const admitted = (model: string): Result<null> => {
      if (isCloudName(model)) return fail(cloudModel(model))
      if (!isModelName(model)) return fail(noModel(model))
      return isTooOld(version) ? fail(tooOld(version)) : ok(null)
    }
    const look: OllamaLine['look'] = async (model) => {
      const may = admitted(model)
      if (!may.ok) return may
      const shown = await call(explainModel(model), model, async (client) => Shown.safeParse(await client.show({ model })))
      if (!shown.ok) return shown
      if (!shown.value.success) return fail(odd)
      const facts = shown.value.data
      if (isRemote(facts)) return fail(cloudModel(model))
      return ok({ family: facts.details.family ?? '', canThink: facts.capabilities?.includes('thinking') ?? null, contextTokens: contextIn(facts.model_info) })
    }

    return {
      version,
      ...where,
      list: async () => {
        if (isTooOld(version)) return fail(tooOld(version))
        const tags = await call(explain, '', async (client) => Tags.safeParse(await client.list()))
        if (!tags.ok) return tags
        if (!tags.value.success) return fail(odd)
        return ok(tags.value.data.models.map((entry) => ({ name: entry.name, size: entry.size, cloud: isCloudName(entry.name) || isRemote(entry), family: entry.details?.family ?? '', parameters: entry.details?.parameter_size ?? '', quantisation: entry.details?.quantization_level ?? '', modified: entry.modified_at ?? '' })))
      },
      running: async () => {
        const listed = await call(explain, '', async (client) => RunningModels.safeParse(await client.ps()))
        if (!listed.ok) return listed
        return listed.value.success ? ok(listed.value.data.models.map((entry) => ({ name: entry.name, size: entry.size, gpu: entry.size_vram ?? 0, context: entry.context_length ?? null, until: entry.expires_at ?? '' }))) : fail(odd)
      },
      cloudOff: async () => {
        const told = await call(explain, '', async (_client, get) => CloudStatus.safeParse(await get('/api/status')))
        return told.ok && told.value.success ? told.value.data.cloud.disabled : null
      },
      look,
      chat: async (model, spoken, onText) => {
        const facts = await look(model)
        if (!facts.ok) return facts
        const composed = spoken(facts.value)
        if (!composed.ok) return composed
        const { messages, format, think, keepAlive, options } = composed.value
        const send = async (withSwitch: boolean): Promise<{ readonly heard: Result<Heard>; readonly cannotThink: boolean }> => {
          let cannotThink = false
          const explained: Explain = (status, message) => {
            cannotThink = status === 400 && /does not support think|think value/i.test(message)
            return explainModel(model)(status, message)
          }
          const heard = await call(explained, model, async (client) => {
            const stream = await client.chat({ model, messages: [...messages], keep_alive: keepAlive, options, ...(format === undefined ? {} : { format }), ...(withSwitch && think !== undefined ? { think } : {}), stream: true })
            let text = ''
            let figures: Figures | null = null
            for await (const part of stream) {
              if (watch.signal.aborted) break
              text += part.message.content
              const read = Counted.safeParse(part)
              if (read.success) figures = { loadMs: read.data.load_duration / NANO, promptMs: read.data.prompt_eval_duration / NANO, tokens: read.data.eval_count, tokensMs: read.data.eval_duration / NANO }
              if (part.message.content !== '' && !onText(text)) break
            }
            return { text, figures }
          })
          return { heard, cannotThink }
        }
        const first = await send(true)
        // A model that has no thinking to switch off may refuse the switch.
        return first.cannotThink ? (await send(false)).heard : first.heard
      },
      unload: async (model) => {
        const may = admitted(model)
        if (!may.ok) return may
        const done = await call(explainModel(model), model, async (client) => { for await (const part of await client.chat({ model, messages: [], keep_alive: 0, stream: true })) if (part.done) break })
        return done.ok ? ok(null) : done
      },
      pull: async (model, onProgress) => {
        const may = admitted(model)
        if (!may.ok) return may
        const done = await call(explainPull(model, version), model, async (client) => {
          for await (const part of await client.pull({ model, stream: true })) {
            watch.renew()
            onProgress(part)
          }
        })
        if (done.ok) return ok(null)
        // Breaking off is what a download does when Ollama is stopped.
        return done.problem.name === 'local.failed' ? fail(problem('local.pull-failed', { model: printable(model), why: String(done.problem.detail['status']) })) : done
      },
      remove: async (model) => {
        if (!isModelName(model)) return fail(noModel(model))
        const done = await call(explainModel(model), model, (client) => client.delete({ model }))
        return done.ok ? ok(null) : done
      },
    }
  }
}

const Version = z.object({ version: z.string().max(60) })
const Word = z.string().max(60)
/** Every model that runs anywhere has details; an answer without them says nothing about where it runs. */
const Shown = z.looseObject({ details: z.looseObject({ family: Word.optional() }), capabilities: z.array(z.string()).optional(), model_info: z.record(z.string(), z.unknown()).optional() })
const Details = z.looseObject({ family: Word.optional(), parameter_size: Word.optional(), quantization_level: Word.optional() })
const Tags = z.object({ models: z.array(z.looseObject({ name: z.string().max(300), size: z.number().min(0), details: Details.optional(), modified_at: z.string().max(60).optional() })).max(1000) })
const RunningModels = z.object({ models: z.array(z.looseObject({ name: z.string().max(300), size: z.number().min(0), size_vram: z.number().min(0).optional(), context_length: z.number().min(0).optional(), expires_at: z.string().max(60).optional() })).max(1000) })
const CloudStatus = z.object({ cloud: z.object({ disabled: z.boolean() }) })
const Counted = z.object({ done: z.literal(true), load_duration: z.number().min(0), prompt_eval_duration: z.number().min(0).default(0), eval_count: z.number().min(0), eval_duration: z.number().min(0) })

/** `gemma4.context_length`, whatever the architecture is called. */
const contextIn = (info: Readonly<Record<string, unknown>> | undefined): number | null => {
  const found = Object.entries(info ?? {}).find(([key, value]) => key.endsWith('.context_length') && typeof value === 'number' && value > 0)
  return found === undefined ? null : Number(found[1])
}

/** A JSON schema as `format` came with 0.5. A build without a version calls itself 0.0.0 and is given the benefit of the doubt. */
const isTooOld = (version: string): boolean => /^v?0\.[0-4](\.|$)/.test(version) && !/^v?0\.0\.0/.test(version)
const tooOld = (version: string): Problem => problem('local.too-old', { found: version, needed: OLDEST })
const odd = failed('its answer could not be read')
