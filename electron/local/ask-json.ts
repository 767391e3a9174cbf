/**
 * Asks a small model for JSON in two steps. A small model that must obey a schema from its first word gets more wrong,
 * so it first thinks aloud in free words, then fills in a flat form, and may mend the form once when code refuses it.
 */
import { z } from 'zod'
import { problem } from '../../shared/problems.ts'
import { fail } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

export interface ChatMessage { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }

/** One thing said to the model and what may come back. */
export interface Exchange {
  readonly messages: readonly ChatMessage[]
  /** A JSON schema that the answer has to follow. */
  readonly format?: object
  readonly maxTokens: number
  /** What comes after so many characters is cut off, and the model stopped. */
  readonly maxChars: number
  /** Tokens of context that the whole question may need. The same for every exchange of one question: a change of context makes Ollama load the model again. */
  readonly needed: number
  /** Lets a model think by itself although it was not asked to. Some versions of Ollama follow `format` only then (ollama/ollama#15260). */
  readonly mayThink?: boolean
  /** The first answer leaves nothing to chance; a later sample does, to see whether it comes out the same. */
  readonly sample?: number
}

/** Says it and answers with the model's words; `onText` hears them grow. */
export type Say = (exchange: Exchange, onText?: (soFar: string) => void) => Promise<Result<string>>

/** What code makes of a filled-in form: an answer, or what is wrong with it, told to the model. */
export type Read<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly complaint: string }

export interface Question<Form, Answer> {
  /** Who the model is and which text is data. */
  readonly system: string
  readonly data: string
  /** Asks for thoughts, no JSON. */
  readonly think: string
  /** Asks for the form. */
  readonly fill: string
  readonly form: z.ZodType<Form>
  /** Takes nothing in the form on trust. */
  readonly read: (form: Form) => Read<Result<Answer>>
}

const THOUGHT = { maxTokens: 500, maxChars: 3_000 }
const FILLED = { maxTokens: 1_500, maxChars: 12_000 }
const MAX_COMPLAINT = 1_200

/** Promises at most three exchanges: think, fill in, mend. A form that code refuses twice is `local.garbled`; a problem of `say` is passed on. */
export const askJson = async <Form, Answer>(say: Say, question: Question<Form, Answer>): Promise<Result<Answer>> => {
  const start: readonly ChatMessage[] = [{ role: 'system', content: question.system }, { role: 'user', content: `${question.data}\n\n${question.think}` }]
  const needed = tokensFor([...start, { role: 'user', content: question.fill }], THOUGHT.maxTokens + 2 * FILLED.maxTokens + MAX_COMPLAINT / 3)

  const thought = await say({ messages: start, needed, ...THOUGHT })
  if (!thought.ok) return thought
  const asked: readonly ChatMessage[] = [...start, ...(thought.value === '' ? [] : [{ role: 'assistant', content: thought.value } as const]), { role: 'user', content: question.fill }]
  const format = schemaOf(question.form)

  const filled = await say({ messages: asked, format, needed, ...FILLED })
  if (!filled.ok) return filled
  const first = readForm(question, filled.value)
  if (first.ok) return first.answer

  const mayThink = jsonIn(filled.value) === undefined
  const mended = await say({ messages: [...asked, { role: 'assistant', content: filled.value }, { role: 'user', content: mendRequest(first.complaint) }], format, needed, mayThink, ...FILLED })
  if (!mended.ok) return mended
  const second = readForm(question, mended.value)
  return second.ok ? second.answer : fail(problem('local.garbled'))
}

/** Tokens for these messages and so many tokens of answer. UTF-8 bytes / 3 is above what tokenizers need for most languages. */
export const tokensFor = (messages: readonly ChatMessage[], answerTokens: number): number =>
  Math.ceil(messages.reduce((sum, { content }) => sum + 16 + new TextEncoder().encode(content).length / 3, answerTokens))

/** The JSON object in an answer, also between the words or the fence that a model puts around it when Ollama does not hold it to the form; undefined when there is none. */
export const jsonIn = (text: string): unknown => {
  const from = text.indexOf('{'), to = text.lastIndexOf('}')
  if (from === -1 || to < from) return undefined
  try { return JSON.parse(text.slice(from, to + 1)) as unknown } catch { return undefined }
}

const readForm = <Form, Answer>(question: Question<Form, Answer>, text: string): Read<Result<Answer>> => {
  const value = jsonIn(text)
  if (value === undefined) return { ok: false, complaint: 'That is not complete JSON.' }
  const form = question.form.safeParse(value)
  return form.success ? question.read(form.data) : { ok: false, complaint: z.prettifyError(form.error) }
}

const mendRequest = (complaint: string): string => `Your form was refused:\n${complaint.slice(0, MAX_COMPLAINT)}\n\nCorrect exactly that and write the whole JSON form again.`

/** Limits on length and range stay with the code that reads the form: as a grammar they are slow to follow, and some versions refuse them. */
const unenforced: readonly string[] = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'pattern']

const schemaOf = (form: z.ZodType): object => {
  const schema = z.toJSONSchema(form, { override: ({ jsonSchema }) => { for (const key of unenforced) Reflect.deleteProperty(jsonSchema, key) } })
  Reflect.deleteProperty(schema, '$schema')
  return schema
}
