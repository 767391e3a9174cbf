/** From what stands in a form's fields to what the schemas take, and from what they refuse to a sentence beside the field. */
import type { z } from 'zod'

/** One sentence for each field that the schema refuses; empty when it takes the value. */
export const fieldErrors = <Field extends string>(schema: z.ZodType, value: unknown, sentences: Readonly<Record<Field, string>>): Partial<Record<Field, string>> => {
  const checked = schema.safeParse(value)
  if (checked.success) return {}
  const refused = new Set(checked.error.issues.map((issue) => issue.path[0]))
  const errors: Partial<Record<Field, string>> = {}
  for (const field of Object.keys(sentences) as Field[]) if (refused.has(field)) errors[field] = sentences[field]
  return errors
}

export const isEmpty = (errors: Readonly<Record<string, unknown>>): boolean => Object.values(errors).every((error) => error === undefined)

/** A number as people write it, with a point or a comma; NaN when it is none. */
export const toNumber = (text: string): number => (/^\s*[-+−]?(\d+([.,]\d*)?|[.,]\d+)\s*$/.test(text) ? Number(text.trim().replace(',', '.').replace('−', '-')) : Number.NaN)

/** `{ key: text }`, or nothing at all when the text is empty: an optional field is absent, not empty. */
export const unlessEmpty = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> => {
  const entry: Partial<Record<Key, string>> = {}
  if (text.trim() !== '') entry[key] = text.trim()
  return entry
}
