/** The departure panel reads the sealed body, and nothing that stands in it goes unseen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDraft, readBody, type BodyParts } from '../../renderer/views/departure/read-body.ts'

const problem = { slots: 4, slotMinutes: 15, jobs: [{ id: 'J1', length: 2, kw: 1.8, contiguous: true, windows: [[0, 4]] }], objective: 'cost' }
const chat = (content: unknown, more: object = {}): string => JSON.stringify({ model: 'gpt-5.4', messages: [{ role: 'system', content: 'Schedule.' }, { role: 'user', content }], store: false, ...more })

describe('P1: what the panel shows is read from the request body', () => {
  test('a chat completion comes apart into instructions, words, problem and the rest', () => {
    expect(readBody(chat(JSON.stringify({ problem, request: 'Run [J1] tonight' })))).toEqual({
      json: chat(JSON.stringify({ problem, request: 'Run [J1] tonight' })), padding: 0,
      instructions: ['Schedule.'], words: 'Run [J1] tonight', problem, outline: undefined, answerForm: null, rest: [{ path: 'model', text: 'gpt-5.4' }, { path: 'store', text: 'false' }],
    })
  })

  test('the shape of an undertaking is a part of its own, and what else stands beside it is not lost', () => {
    const outline = { occasion: 'birthday', daysAhead: 20, lasts: 1, adults: 2, children: 2, guests: 8, minutesPerDay: 60 }
    const read = readBody(chat(JSON.stringify({ outline, note: 'Emma' }), { response_format: { type: 'json_schema', json_schema: { name: 'outline', schema: {} } } }))
    expect(read).toMatchObject({ words: null, problem: undefined, outline, answerForm: 'outline' })
    expect(read.rest).toContainEqual({ path: 'messages · user · note', text: 'Emma' })
    expect(read.rest.map(({ path }) => path)).toContain('response_format')
    expect(isDraft(read)).toBe(false)
  })

  test('words are a draft when edits of them are asked for', () => {
    const edits = { response_format: { type: 'json_schema', json_schema: { name: 'edits', schema: {} } } }
    expect(isDraft(readBody(chat('Dear [PERSON_A],', edits)))).toBe(true)
    expect(isDraft(readBody(chat('What can I cook?')))).toBe(false)
    expect(readBody(chat('a', { response_format: 'odd' })).answerForm).toBeNull()
  })

  test('padding is counted and is no part of the text', () => {
    const body = `${chat('hello')}${' '.repeat(300)}\n`
    expect(readBody(body)).toMatchObject({ json: chat('hello'), padding: 301, words: 'hello' })
  })

  test('withheld words are null, not empty', () => {
    expect(readBody(chat(JSON.stringify({ problem }))).words).toBeNull()
    expect(readBody(chat(JSON.stringify({ problem, request: null }))).words).toBeNull()
  })

  test('the Responses shape is read too', () => {
    const body = JSON.stringify({ model: 'm', instructions: 'Schedule.', input: [{ role: 'user', content: [{ type: 'input_text', text: JSON.stringify({ problem, request: 'Hi' }) }] }] })
    expect(readBody(body)).toMatchObject({ instructions: ['Schedule.'], words: 'Hi', problem })
    expect(readBody(JSON.stringify({ input: 'plain words' })).words).toBe('plain words')
  })

  test('what does not have a known shape is shown as it stands', () => {
    expect(readBody('not json').words).toBe('not json')
    expect(readBody(JSON.stringify({ messages: [{ role: 'user', content: [{ type: 'image', url: 'x' }] }] })).rest).toEqual([{ path: 'messages', text: '[{"role":"user","content":[{"type":"image","url":"x"}]}]' }])
    expect(readBody(chat(JSON.stringify({ request: 'a', extra: 'secret' }))).rest).toContainEqual({ path: 'messages · user · extra', text: 'secret' })
    expect(readBody(JSON.stringify({ messages: [{ role: 'user', content: 'a', name: 'Priya' }] })).rest).toContainEqual({ path: 'messages · user · name', text: 'Priya' })
  })

  test('no text of any body goes unseen', () => {
    const word = fc.stringMatching(/^[a-z]{6,9}$/)
    const value = fc.oneof(word, fc.record({ request: word, other: word }), fc.record({ problem: fc.record({ note: word }) }), fc.record({ outline: fc.record({ note: word }), problem: word }, { requiredKeys: ['outline'] }))
    const message = fc.record({ role: fc.constantFrom('system', 'user', 'assistant', 'developer'), content: fc.oneof(word, value.map((v) => JSON.stringify(v)), fc.array(fc.record({ type: fc.constant('text'), text: word }), { maxLength: 3 })) }, { requiredKeys: ['role'] })
    const body = fc.record({ model: word, messages: fc.oneof(fc.array(message, { maxLength: 4 }), word), input: fc.oneof(word, fc.array(message, { maxLength: 2 })), instructions: word, extra: value }, { requiredKeys: [] })
    fc.assert(fc.property(body, (fields) => {
      const seen = everything(readBody(JSON.stringify(fields)))
      for (const text of leaves(fields)) expect(seen).toContain(text)
    }))
  })
})

const everything = (parts: BodyParts): string => [...parts.instructions, parts.words ?? '', parts.problem === undefined ? '' : JSON.stringify(parts.problem), parts.outline === undefined ? '' : JSON.stringify(parts.outline), ...parts.rest.map((one) => one.text)].join('\n')

/** Every string value in the body, looking into strings that hold JSON; the names of roles and part types aside. */
const leaves = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('{') ? leaves(JSON.parse(value)) : value.startsWith('"') ? [JSON.parse(value) as string] : [value]
  if (Array.isArray(value)) return value.flatMap(leaves)
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => (key === 'role' || key === 'type' ? [] : leaves(inner)))
  return []
}
