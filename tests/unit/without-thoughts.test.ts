/** What a model thinks is not shown: not as a whole, and not while it grows. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutThoughts } from '../../electron/local/without-thoughts.ts'

const tags = [['<think>', '</think>'], ['<thinking>', '</thinking>'], ['<Thought>', '</thought>'], ['<reasoning>', '</reasoning>'], ['<|channel>thought\n', '<channel|>'], ['<|channel|>analysis<|message|>', '<|end|>']] as const
const plain = fc.string({ maxLength: 60 }).filter((text) => !/[<>|]/.test(text))

describe('withoutThoughts', () => {
  it.each(tags)('drops what stands between %s and %s, at every length', (open, close) => {
    fc.assert(fc.property(plain, plain, (thought, answer) => {
      const whole = `${open}${thought}${close}\n${answer}`
      for (let end = 0; end < open.length + thought.length + close.length; end++) expect(withoutThoughts(whole.slice(0, end))).toBe('')
      expect(withoutThoughts(whole)).toBe(answer.trimStart())
    }))
  })

  it('drops what stands before an end whose beginning the template wrote', () => {
    expect(withoutThoughts('First I look.\n</think>\nAt seven.')).toBe('At seven.')
  })

  it('drops one thought after another', () => {
    expect(withoutThoughts('<think>a</think> <think>b</think> c')).toBe('c')
  })

  it('leaves an answer without thoughts as it is', () => {
    fc.assert(fc.property(plain, (answer) => { expect(withoutThoughts(answer)).toBe(answer.trimStart()) }))
    expect(withoutThoughts('a < b, and <b> is a tag')).toBe('a < b, and <b> is a tag')
  })
})
