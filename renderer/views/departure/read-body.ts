/** Reads the sealed body back into its parts. The panel shows these, never the text they came from; what has no part of its own is listed too, so that nothing in the body goes unseen. */

/** A part of the body that is neither the person's words nor the problem or shape. */
interface Remainder { readonly path: string; readonly text: string }

export interface BodyParts {
  /** The body without its padding. */
  readonly json: string
  /** How many white-space characters follow it. */
  readonly padding: number
  /** What the app tells the model to do; one entry per message. */
  readonly instructions: readonly string[]
  /** The person's words as they would leave; null when none are in the body. */
  readonly words: string | null
  /** The problem as it stands there, whatever its shape; undefined when there is none. */
  readonly problem: unknown
  /** The shape of an undertaking as it stands there, whatever its form; undefined when there is none. */
  readonly outline: unknown
  /** The name of the form that the answer must have, as the body gives it; null when it is free. */
  readonly answerForm: string | null
  readonly rest: readonly Remainder[]
}

type Fields = Readonly<Record<string, unknown>>

/** Accepts any text: what is not JSON, or not of a known shape, comes back as words or as a remainder, never as nothing. Knows the Chat Completions and the Responses shape. */
export const readBody = (body: string): BodyParts => {
  const json = body.replace(/[\t\n\r ]+$/, '')
  const frame = { json, padding: body.length - json.length }
  const fields = asFields(parsed(json))
  if (fields === null) return { ...frame, instructions: [], words: json === '' ? null : json, problem: undefined, outline: undefined, answerForm: null, rest: [] }
  const instructions: string[] = []
  const words: string[] = []
  const rest: Remainder[] = []
  let problem: unknown
  let outline: unknown
  for (const [key, value] of Object.entries(fields)) {
    const messages = key === 'messages' || key === 'input' ? asMessages(value) : null
    if (messages === null) {
      if (key === 'instructions' && typeof value === 'string') instructions.push(value)
      else if (key === 'input' && typeof value === 'string') words.push(value)
      else rest.push({ path: key, text: shown(value) })
      continue
    }
    for (const { role, text, extra } of messages) {
      rest.push(...extra.map(([name, other]) => ({ path: `${key} · ${role} · ${name}`, text: shown(other) })))
      if (role === 'system' || role === 'developer') { instructions.push(text); continue }
      const content = asFields(parsed(text))
      if (role !== 'user' || content === null) { words.push(text); continue }
      for (const [name, part] of Object.entries(content)) {
        if (part === null && (name === 'request' || name === 'problem' || name === 'outline')) continue
        if (name === 'request' && typeof part === 'string') words.push(part)
        else if (name === 'problem' && problem === undefined) problem = part
        else if (name === 'outline' && outline === undefined) outline = part
        else rest.push({ path: `${key} · ${role} · ${name}`, text: shown(part) })
      }
    }
  }
  return { ...frame, instructions, words: words.length === 0 ? null : words.join('\n\n'), problem, outline, answerForm: formName(fields['response_format']), rest }
}

/** Whether the words are a draft that is to come back as edits of it. */
export const isDraft = ({ words, answerForm }: BodyParts): boolean => words !== null && answerForm === 'edits'

interface Message { readonly role: string; readonly text: string; readonly extra: readonly (readonly [string, unknown])[] }

/** null when the value is not a list of messages that hold text. */
const asMessages = (value: unknown): readonly Message[] | null => {
  if (!Array.isArray(value)) return null
  const messages = value.map((one: unknown): Message | null => {
    const fields = asFields(one)
    if (fields === null || typeof fields['role'] !== 'string') return null
    const text = textOf(fields['content'])
    return text === null ? null : { role: fields['role'], text, extra: Object.entries(fields).filter(([key]) => key !== 'role' && key !== 'content') }
  })
  return messages.every((one) => one !== null) ? messages : null
}

/** The text of a message, given as a string or as a list of text parts; null when it holds anything else. */
const textOf = (content: unknown): string | null => {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return null
  const parts = content.map((part: unknown) => {
    const text = asFields(part)?.['text']
    return typeof text === 'string' ? text : null
  })
  return parts.every((part) => part !== null) ? parts.join('\n') : null
}

/** Of a Chat Completions body. */
const formName = (format: unknown): string | null => {
  const name = asFields(asFields(format)?.['json_schema'])?.['name']
  return typeof name === 'string' ? name : null
}

const parsed = (text: string): unknown => {
  try { return JSON.parse(text) } catch { return null }
}
const asFields = (value: unknown): Fields | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : null)
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
