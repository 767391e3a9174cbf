/**
 * DOOR to Ollama: the only file that talks to it, and only to a model that runs on this computer.
 * Loopback is not local: Ollama passes text for some models on to its own cloud, so every text is sent by one function, which first asks Ollama where the model runs.
 */
import { Ollama as Client } from 'ollama/browser'
import { z } from 'zod'
import type { ModelStatus } from '../../shared/ipc/contract.ts'
import { printable } from '../../shared/printable.ts'
import { problem } from '../../shared/problems.ts'
import type { Problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { askJson, roomFor } from './ask-json.ts'
import type { Exchange, Say } from './ask-json.ts'
import { baseOf, loopbackDestinations } from './loopback.ts'
import type { LoopbackDestination } from './loopback.ts'
import type { LocalModel } from './model.ts'
import { converseMessages } from './prompts/converse.ts'
import { readMessageQuestion } from './prompts/read-message.ts'
import { isRemote, strictFetch } from './strict-fetch.ts'
import { createWatch, realAfter } from './watch.ts'
import type { After, Watch } from './watch.ts'

/** How long Lares waits, in milliseconds, for everything that one call needs, loading the model included. */
interface OllamaLimits { readonly understandMs: number; readonly converseMs: number; readonly statusMs: number }
const usualLimits: OllamaLimits = { understandMs: 240_000, converseMs: 240_000, statusMs: 5_000 }

const OLDEST = '0.5'
const MAX_ANSWER_CHARS = 8_000
const KEEP_LOADED = '10m'

export interface OllamaDeps {
  readonly address: string
  readonly model: string
  /** A `fetch` that reaches that destination and no other, through no proxy. Asked for with loopback destinations only. */
  readonly fetchTo: (destination: LoopbackDestination) => typeof globalThis.fetch
  readonly limits?: Partial<OllamaLimits>
  readonly after?: After
}

export interface Ollama extends LocalModel {
  readonly converse: NonNullable<LocalModel['converse']>
  /** What is there, for the settings screen. Never fails: what is wrong stands in `problem`. */
  readonly status: () => Promise<ModelStatus['ollama']>
}

/**
 * A local model served by Ollama at `address`, which must be this computer (`local.not-loopback`).
 * Refuses a model that Ollama would run in its cloud (`local.cloud-model`) before any text is sent, and reads nothing from the environment.
 * Every call ends: by an answer, by `signal` (`local.stopped`), by its time limit (`local.slow`), or with another `local.…` problem.
 */
export const createOllama = (deps: OllamaDeps): Ollama => {
  const { model } = deps
  const limits = { ...usualLimits, ...deps.limits }
  const shownModel = printable(model)
  const cloudModel = problem('local.cloud-model', { model: shownModel })
  const noModel = problem('local.no-model', { model: shownModel })

  const explain = (status: number, message: string): Problem => {
    if (/more system memory|memory than|out of (device )?memory|not enough memory|insufficient memory|failed to allocate|allocation failed|malloc failed/i.test(message)) return problem('local.out-of-memory', { model: shownModel })
    return problem('local.failed', { status: status === 200 ? 'it failed in the middle of its answer' : `status ${status}` })
  }
  const explainModel = (status: number, message: string): Problem => {
    if (status === 404) return noModel
    if (status === 403 && /cloud/i.test(message)) return cloudModel
    return explain(status, message)
  }

  /** One use of the package, under a watch. A throw that nobody named is a bug and stays a throw. */
  const exchange = async <T>(line: Omit<Line, 'version'>, explained: (status: number, message: string) => Problem, use: (client: Client) => Promise<T>): Promise<Result<T>> => {
    const { watch, destination } = line
    const base = baseOf(destination)
    let fault: Problem | undefined
    const refuse = (why: Problem): never => {
      fault ??= why
      throw new Error(fault.name)
    }
    const hangUp = new AbortController()
    const client = new Client({ host: base, fetch: strictFetch({ fetch: deps.fetchTo(destination), base, signal: AbortSignal.any([watch.signal, hangUp.signal]), explain: explained, refuse, cloudModel }) })
    try {
      return ok(await Promise.race([use(client), watch.over]))
    } catch (error) {
      const why = watch.problem() ?? fault
      if (why !== undefined) return fail(why)
      throw error
    } finally {
      hangUp.abort()
    }
  }

  /** Finds where Ollama listens. */
  const connect = async (destinations: readonly LoopbackDestination[], watch: Watch): Promise<Result<Line>> => {
    for (const destination of destinations) {
      const asked = await exchange({ destination, watch }, explain, async (client) => Version.safeParse(await client.version()))
      if (asked.ok) return asked.value.success ? ok({ destination, watch, version: printable(asked.value.data.version) }) : fail(notOllama)
      if (asked.problem.name !== 'local.unreachable') return asked
    }
    return fail(problem('local.unreachable'))
  }

  /** Whether text may be sent: asks where the model runs. The question carries the model's name and nothing else. */
  const checkLocal = async (line: Line): Promise<Result<null>> => {
    if (isCloudName(model)) return fail(cloudModel)
    if (!isModelName(model)) return fail(noModel)
    if (isTooOld(line.version)) return fail(tooOld(line.version))
    const shown = await exchange(line, explainModel, async (client) => Shown.safeParse(await client.show({ model })))
    if (!shown.ok) return shown
    if (!shown.value.success) return fail(notOllama)
    return isRemote(shown.value.data) ? fail(cloudModel) : ok(null)
  }

  /** The one function that sends text. It looks where the model runs first, every time. */
  const say = (line: Line): Say => async (what, onText) => {
    const checked = await checkLocal(line)
    if (!checked.ok) return checked
    const send = async (withSwitch: boolean): Promise<{ readonly said: Result<string>; readonly cannotThink: boolean }> => {
      let cannotThink = false
      const explained = (status: number, message: string): Problem => {
        cannotThink = status === 400 && /does not support think/i.test(message)
        return explainModel(status, message)
      }
      const said = await exchange(line, explained, async (client) => {
        const stream = await client.chat({ ...request(model, what), ...(withSwitch ? { think: false } : {}), stream: true })
        let text = ''
        for await (const part of stream) {
          if (line.watch.signal.aborted) break
          text = (text + part.message.content).slice(0, what.maxChars)
          if (part.message.content !== '') onText?.(text)
          if (text.length === what.maxChars) break
        }
        return text
      })
      return { said, cannotThink }
    }
    const first = await send(true)
    // A model that has no thinking to switch off may refuse the switch.
    return first.cannotThink ? (await send(false)).said : first.said
  }

  const during = async <T>(signal: AbortSignal | undefined, limitMs: number, work: (destinations: readonly LoopbackDestination[], watch: Watch) => Promise<Result<T>>): Promise<Result<T>> => {
    const destinations = loopbackDestinations(deps.address)
    if (!destinations.ok) return destinations
    const watch = createWatch(signal, limitMs, deps.after ?? realAfter)
    try {
      const early = watch.problem()
      return early === undefined ? await work(destinations.value, watch) : fail(early)
    } finally {
      watch.end()
    }
  }

  return {
    label: `${shownModel} on this computer`,

    understand: (context) => during(context.signal, limits.understandMs, async (destinations, watch) => {
      const line = await connect(destinations, watch)
      return line.ok ? askJson(say(line.value), readMessageQuestion(context)) : line
    }),

    converse: (context, onText) => during(context.signal, limits.converseMs, async (destinations, watch) => {
      const line = await connect(destinations, watch)
      if (!line.ok) return line
      const messages = converseMessages(context)
      const said = await say(line.value)({ messages, maxTokens: MAX_ANSWER_CHARS / 4, maxChars: MAX_ANSWER_CHARS, room: roomFor(messages, MAX_ANSWER_CHARS / 4) }, (soFar) => { onText(printable(soFar)) })
      if (!said.ok) return said
      const text = printable(said.value).trim()
      return text === '' ? fail(problem('local.failed', { status: 'its answer was empty' })) : ok(text)
    }),

    status: async () => {
      const found = await during(undefined, limits.statusMs, async (destinations, watch) => {
        const line = await connect(destinations, watch)
        if (!line.ok) return line
        const { version } = line.value
        const tags = await exchange(line.value, explain, async (client) => Tags.safeParse(await client.list()))
        if (!tags.ok) return ok({ version, models: [], wrong: tags.problem })
        if (!tags.value.success) return ok({ version, models: [], wrong: notOllama })
        const { models } = tags.value.data
        const mine = models.find((entry) => fullName(entry.name) === fullName(model))
        const cloud = isCloudName(model) || isRemote(mine)
        return ok({ version, models, wrong: isTooOld(version) ? tooOld(version) : cloud ? cloudModel : mine === undefined ? noModel : null })
      })
      if (!found.ok) return { reachable: false, version: null, models: [], problem: found.problem }
      const { version, models, wrong } = found.value
      return { reachable: true, version, models: models.map((entry) => ({ name: printable(entry.name), bytes: entry.size, cloud: isCloudName(entry.name) || isRemote(entry) })), problem: wrong }
    },
  }
}

/** Where Ollama was found, and until when it is asked. */
interface Line { readonly destination: LoopbackDestination; readonly watch: Watch; readonly version: string }

const Version = z.object({ version: z.string().max(60) })
/** Every model that runs anywhere has details; an answer without them says nothing about where it runs. */
const Shown = z.looseObject({ details: z.looseObject({}) })
const Tags = z.object({ models: z.array(z.looseObject({ name: z.string().max(300), size: z.number().min(0) })).max(1000) })

/** Ollama's own rule for what it runs in its cloud, made stricter: any name whose last part is `cloud` or ends in `-cloud`, also before `:local`. */
const isCloudName = (name: string): boolean => /[-:]\s*cloud\s*(:\s*local\s*)?$/i.test(name)

/** The characters that Ollama allows in a name. Anything else, white space above all, could read differently over there. */
const isModelName = (name: string): boolean => /^[a-z0-9][\w.:/-]*$/i.test(name)

/** Ollama compares without case and adds the tag `latest` where there is none. */
const fullName = (name: string): string => (/:[^/]*$/.test(name) ? name : `${name}:latest`).toLowerCase()

/** A JSON schema as `format` came with 0.5. A build without a version calls itself 0.0.0 and is given the benefit of the doubt. */
const isTooOld = (version: string): boolean => /^v?0\.[0-4](\.|$)/.test(version) && !/^v?0\.0\.0/.test(version)

const tooOld = (version: string): Problem => problem('local.too-old', { found: version, needed: OLDEST })
const notOllama = problem('local.failed', { status: 'something else answers at its address' })

/** The same question gets the same answer: no chance, one seed, no more memory than the text needs. */
const request = (model: string, what: Exchange) => ({
  model,
  messages: [...what.messages],
  keep_alive: KEEP_LOADED,
  options: { temperature: 0, seed: 1, num_ctx: what.room, num_predict: what.maxTokens },
  ...(what.format === undefined ? {} : { format: what.format }),
})
