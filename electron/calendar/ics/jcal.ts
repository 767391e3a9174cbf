/** Properties and components as jCal (RFC 7265), through ical.js: the only file that knows that library. Nothing is expanded here, and nothing is lost that can be written again. */
import ICAL from 'ical.js'
import { z } from 'zod'

/** Name in lower case, parameters, type, values. Of the type `unknown` the only value is the text as it stood, and VALUE stays among the parameters. */
export type Property = readonly [name: string, parameters: Readonly<Record<string, string | readonly string[]>>, type: string, ...values: unknown[]]
export interface Component { readonly name: string; readonly properties: readonly Property[]; readonly inside: readonly Component[] }

const PropertyShape = z.tuple([z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])), z.string()], z.json())
export const ComponentShape: z.ZodType<Component> = z.lazy(() => z.strictObject({ name: z.string(), properties: z.array(PropertyShape), inside: z.array(ComponentShape) }))

const design = (ICAL.design as unknown as { readonly icalendar: unknown }).icalendar
const library = ICAL as unknown as {
  readonly parse: { readonly property: (line: string, design: unknown) => unknown[] }
  readonly stringify: { readonly property: (property: readonly unknown[], design: unknown, noFold: true) => string }
}

/**
 * Reads one unfolded line. Undefined when it is no content line at all. A value that its type does not allow (`GEO:somewhere`, a date without VALUE=DATE)
 * is kept as text, so that what is written again is what was read.
 */
export function readProperty(line: string): Property | undefined {
  const parts = splitLine(line)
  if (parts === undefined) return undefined
  const read = asParsed(line, parts.name) ?? asParsed(`X-KEPT${parts.parameters}:`, 'x-kept')
  if (read === undefined) return undefined
  const [name, parameters, type, ...values] = read
  if (name !== 'x-kept' && isFaithful(read, parts)) return [name, parameters, type, ...values]
  const value = /;VALUE=("?)([^";:,]*)\1/i.exec(parts.parameters)?.[2]
  return [parts.name, value === undefined ? parameters : { ...parameters, value }, 'unknown', parts.value]
}

/** The line without its end, unfolded. */
export function writeProperty(property: Property): string {
  const [name, parameters, type, ...values] = property
  if (type !== 'unknown') return library.stringify.property([name, parameters, type, ...values], design, true)
  const written = library.stringify.property(['x-kept', parameters, 'unknown', ...values], design, true)
  return name.toUpperCase() + written.slice('X-KEPT'.length)
}

/** The component with its lines folded at 75 octets, each ending with CRLF (§3.1). */
export function writeComponent({ name, properties, inside }: Component): string {
  return [fold(`BEGIN:${name.toUpperCase()}`), ...properties.map((property) => fold(writeProperty(property))), ...inside.map(writeComponent), fold(`END:${name.toUpperCase()}`)].join('')
}

/** What a value is as text: of several the first. */
export const textOf = (property: Property | undefined): string | undefined => {
  const value = property?.[3]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}
export const parameterOf = (property: Property, name: string): string | undefined => { const value = property[1][name]; return typeof value === 'string' ? value : value?.[0] }
export const first = ({ properties }: Component, name: string): Property | undefined => properties.find((property) => property[0] === name)
export const all = ({ properties }: Component, name: string): readonly Property[] => properties.filter((property) => property[0] === name)
/** The value of a RRULE as text. */
export function ruleOf(property: Property): string { return splitLine(writeProperty(property))?.value ?? '' }

interface Parts { readonly name: string; readonly parameters: string; readonly value: string }

/** The colon that ends the parameters is the first outside of quotes. */
function splitLine(line: string): Parts | undefined {
  const name = /^[A-Za-z0-9-]{1,100}(?=[;:])/.exec(line)?.[0]
  if (name === undefined) return undefined
  let isQuoted = false
  for (let at = name.length; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted
    else if (line[at] === ':' && !isQuoted) return { name: name.toLowerCase(), parameters: line.slice(name.length, at), value: line.slice(at + 1) }
  }
  const colon = line.indexOf(':')
  return colon === -1 ? undefined : { name: name.toLowerCase(), parameters: line.slice(name.length, colon), value: line.slice(colon + 1) }
}

function asParsed(line: string, name: string): Property | undefined {
  try {
    const read = library.parse.property(line, design)
    return read[0] === name && typeof read[2] === 'string' ? read as unknown as Property : undefined
  } catch { return undefined /* the library throws plain and its own errors for whatever it does not take */ }
}

/** Whether the library can write what it has read. It takes “abc” for nought, and a parameter that comes twice once. */
function isFaithful(property: Property, parts: Parts): boolean {
  const [, parameters, type] = property
  const asked = [...parts.parameters.replace(/"[^"]*"/g, '""').matchAll(/;([^=;]+)=/g)].map(([, name]) => name?.toLowerCase() ?? '')
  if (asked.some((name) => name !== 'value' && !Object.hasOwn(parameters, name)) || new Set(asked).size !== asked.length) return false
  if (type === 'text') return property.slice(3).every((value) => typeof value === 'string' || Array.isArray(value))
  let value: string
  try { value = splitLine(library.stringify.property([...property], design, true))?.value ?? '' } catch { return false }
  const parted = (rule: string): string => rule.toUpperCase().split(';').sort().join(';')
  return type === 'recur' ? parted(value) === parted(parts.value) : value === parts.value
}

const encoder = new TextEncoder()
/** Never inside a character. */
function fold(line: string): string {
  // Whatever stands in a value, a line end is never written but by a fold.
  const text = line.replace(/[\r\n]+/g, ' ')
  if (text.length <= 25 || encoder.encode(text).length <= 75) return `${text}\r\n`
  let folded = '', room = 75
  for (const character of text) {
    const size = encoder.encode(character).length
    if (size > room) { folded += '\r\n '; room = 74 }
    folded += character
    room -= size
  }
  return `${folded}\r\n`
}
