/** The local step with a language model that Ollama runs on this computer: it reads messages, answers questions in words, and can be tried. */
import { z } from 'zod'
import { modelHere } from '../../shared/engines.ts'
import type { ModelTest } from '../../shared/models.ts'
import { printable } from '../../shared/printable.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { modelFor } from '../../shared/settings.ts'
import type { OllamaSettings } from '../../shared/settings.ts'
import { askJson, jsonIn, tokensFor } from './ask-json.ts'
import type { ChatMessage, Exchange, Say } from './ask-json.ts'
import { failed } from './explain.ts'
import type { LocalModel } from './model.ts'
import { createOllamaDoor } from './ollama-door.ts'
import type { Heard, LocalModelFacts, OllamaDoorDeps, OllamaLine, Spoken } from './ollama-door.ts'
import { converseMessages } from './prompts/converse.ts'
import { letterMessages } from './prompts/letter.ts'
import { readMessageQuestion } from './prompts/read-message.ts'
import { restateQuestion } from './prompts/restate.ts'
import { whoCouldThisBeQuestion } from './prompts/who-could-this-be.ts'
import { realAfter } from './watch.ts'
import type { After } from './watch.ts'
import { withoutThoughts } from './without-thoughts.ts'

/** How long Lares waits, in milliseconds, for everything that one call needs, loading the model included. */
interface OllamaLimits { readonly understandMs: number; readonly converseMs: number; readonly testMs: number }
const usualLimits: OllamaLimits = { understandMs: 240_000, converseMs: 240_000, testMs: 240_000 }

const MAX_ANSWER_CHARS = 8_000
/** What a model that cannot be kept from thinking may think, beyond its answer. */
const THOUGHTS = { tokens: 1_024, chars: 8_000 }

export interface OllamaDeps {
  readonly settings: OllamaSettings
  readonly fetchTo: OllamaDoorDeps['fetchTo']
  readonly limits?: Partial<OllamaLimits>
  readonly after?: After
}

export interface Ollama extends LocalModel {
  readonly converse: NonNullable<LocalModel['converse']>
  readonly draft: NonNullable<LocalModel['draft']>
  /** Asks a model one short question that holds nothing of the household, and says how it did. */
  readonly test: (model: string, signal: AbortSignal) => Promise<Result<ModelTest>>
}

/**
 * A local model served by Ollama at the address that is set, which must be this computer (`local.not-loopback`).
 * Refuses a model that Ollama would run in its cloud (`local.cloud-model`) before any text is sent.
 * What a model thinks is never part of its answer. Every call ends, by an answer or with a `local.…` problem.
 */
export const createOllama = (deps: OllamaDeps): Ollama => {
  const { settings } = deps
  const limits = { ...usualLimits, ...deps.limits }
  const door = createOllamaDoor({ address: settings.address, fetchTo: deps.fetchTo, after: deps.after ?? realAfter })
  const [reader, writer, guard] = [modelFor(settings, 'read'), modelFor(settings, 'write'), modelFor(settings, 'privacy')]

  /** Says it to that model; thoughts are kept out of what is heard, and what comes after `maxChars` is cut off. */
  const listen = async (line: OllamaLine, model: string, what: Exchange, onText?: (soFar: string) => void): Promise<Result<Heard>> => {
    const answerIn = (soFar: string): string => withoutThoughts(soFar).slice(0, what.maxChars)
    let shown = ''
    const heard = await line.chat(model, (facts) => compose(settings, model, what, facts), (soFar) => {
      const answer = answerIn(soFar)
      if (answer !== shown) onText?.(answer)
      shown = answer
      return answer.length < what.maxChars && soFar.length < what.maxChars + THOUGHTS.chars
    })
    return heard.ok ? ok({ ...heard.value, text: answerIn(heard.value.text) }) : heard
  }
  const sayTo = (line: OllamaLine, model: string): Say => async (what, onText) => {
    const heard = await listen(line, model, what, onText)
    return heard.ok ? ok(heard.value.text) : heard
  }

  return {
    label: modelHere(reader === writer ? short(reader) : `${short(reader)}, ${short(writer)}`),

    understand: (context) => door.during({ signal: context.signal, limitMs: limits.understandMs }, (line) => askJson(sayTo(line, reader), readMessageQuestion(context))),

    converse: (context, onText) => door.during({ signal: context.signal, limitMs: limits.converseMs }, async (line) => write(sayTo(line, writer), converseMessages(context), onText, context.sample)),

    draft: (context, letter, onText) => door.during({ signal: context.signal, limitMs: limits.converseMs }, async (line) => write(sayTo(line, writer), letterMessages(context, letter), onText)),

    review: ({ text, signal }) => door.during({ signal, limitMs: limits.understandMs }, (line) => askJson(sayTo(line, guard), whoCouldThisBeQuestion(text))),

    restate: (context) => door.during({ signal: context.signal, limitMs: limits.understandMs }, (line) => askJson(sayTo(line, reader), restateQuestion(context))),

    test: (model, signal) => door.during({ signal, limitMs: limits.testMs }, async (line) => {
      const heard = await listen(line, model, { messages: testQuestion, format: testForm, maxTokens: 60, maxChars: 600, needed: tokensFor(testQuestion, 60) })
      if (!heard.ok) return heard
      const { text, figures } = heard.value
      const read = TestAnswer.safeParse(jsonIn(text))
      const answer = read.success ? printable(read.data.day).trim() : ''
      if (answer === '' || figures === null) return fail(problem('local.odd-form', { model: printable(model) }))
      return ok({ answer, firstWordMs: figures.loadMs + figures.promptMs, loadMs: figures.loadMs, tokensPerSecond: figures.tokensMs === 0 ? 0 : (figures.tokens * 1000) / figures.tokensMs })
    }),
  }
}

/** Text for a person: what cannot be seen is taken out, and nothing at all is a failure. */
const write = async (say: Say, messages: readonly ChatMessage[], onText: (soFar: string) => void, sample = 1): Promise<Result<string>> => {
  const maxTokens = MAX_ANSWER_CHARS / 4
  const said = await say({ messages, maxTokens, maxChars: MAX_ANSWER_CHARS, needed: tokensFor(messages, maxTokens), sample }, (soFar) => { onText(printable(soFar)) })
  if (!said.ok) return said
  const text = printable(said.value).trim()
  return text === '' ? fail(failed('its answer was empty')) : ok(text)
}

/** The same question gets the same answer: no chance, one seed, no more memory than the text needs. Refuses what has no room (`local.no-room`): Ollama would cut it off without a word. */
const compose = (settings: OllamaSettings, model: string, what: Exchange, facts: LocalModelFacts): Result<Spoken> => {
  const limit = Math.min(settings.contextTokens, facts.contextTokens ?? Infinity)
  // Thinking is switched off: Lares asks for thoughts in words of its own. This family knows only more or less of it.
  const cannotStop = /^gpt-?oss$/i.test(facts.family)
  const isLeftToIt = what.mayThink === true && what.needed + THOUGHTS.tokens <= limit
  const thinks = cannotStop || isLeftToIt
  const think = facts.canThink === false || isLeftToIt ? undefined : cannotStop ? 'low' as const : false as const
  const needed = what.needed + (thinks ? THOUGHTS.tokens : 0)
  if (needed > limit) return fail(problem('local.no-room', { needed, limit, model: printable(model) }))
  return ok({
    messages: what.messages,
    ...(what.format === undefined ? {} : { format: what.format }),
    ...(think === undefined ? {} : { think }),
    keepAlive: settings.keepLoadedMinutes === -1 ? -1 : `${settings.keepLoadedMinutes}m`,
    options: { temperature: (what.sample ?? 1) === 1 ? 0 : 0.8, seed: what.sample ?? 1, num_ctx: [4096, 8192, 16_384, 32_768, 65_536].find((room) => room >= needed && room <= limit) ?? limit, num_predict: what.maxTokens + (thinks ? THOUGHTS.tokens : 0) },
  })
}

/** Stands in a label that has room for 120 characters. */
const short = (model: string): string => { const shown = printable(model); return shown.length <= 40 ? shown : `${shown.slice(0, 39)}…` }

const testQuestion: readonly ChatMessage[] = [{ role: 'user', content: 'Which day of the week comes after Monday? Answer as JSON: {"day": "…"}' }]
const TestAnswer = z.object({ day: z.string().max(200) })
const testForm = { type: 'object', properties: { day: { type: 'string' } }, required: ['day'], additionalProperties: false }
