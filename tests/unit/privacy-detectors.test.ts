/** Every detector finds exactly the bracketed part of its examples, and nothing in its counter-examples. */
import { describe, expect, it } from 'vitest'
import { detectors } from '../../electron/privacy/detectors/all.ts'
import { EVERYTHING, seenIn } from '../../electron/privacy/detectors/seen.ts'
import { randomFrom } from '../support/random.ts'

describe.each(detectors.map((d) => [d.kind, d] as const))('%s', (_kind, detector) => {
  it.each(detector.examples)('finds %s', (example) => {
    const start = example.indexOf('['), text = example.replace('[', '').replace(/\](?!.*\])/, ''), end = example.lastIndexOf(']') - 1
    const found = detector.find(text)
    expect(found.some((f) => f.start <= start && f.end >= end)).toBe(true)
    expect(found.every((f) => f.start >= start - 1 && f.end <= end + 1)).toBe(true)
  })
  it.each(detector.counterExamples)('leaves %s', (text) => {
    expect(detector.find(text)).toEqual([])
  })
})

describe('what a text shows at a glance', () => {
  const texts = detectors.flatMap(({ examples, counterExamples }) => [...examples, ...counterExamples]).map((text) => text.replace(/[[\]]/g, ''))
  const random = randomFrom(4)
  /** Signs that hang on words, hide in them or stand between them. */
  const signs = ['\u00ad', '\u200b', '’', 'é', 'ß', '1', 'A', '_', '.', '-', ':', '@', '\n', '']
  const changed = (text: string): string => {
    const other = random.of(texts), at = random(text.length + 1)
    return random.of([text.toUpperCase(), text.toLowerCase(), `${text} ${other}`, text.slice(0, at) + other.slice(random(other.length)), text.slice(0, at) + random.of(signs) + text.slice(at), text.replaceAll(' ', () => (random(4) === 0 ? random.of(signs) : ' '))])
  }
  it('rules out no pattern that would find something', () => {
    let found = 0
    for (let run = 0; run < 4000; run++) {
      const text = changed(changed(random.of(texts)))
      for (const { kind, find } of detectors) {
        const all = find(text, EVERYTHING)
        found += all.length
        expect({ text, kind, all: find(text) }).toEqual({ text, kind, all })
      }
    }
    expect(found).toBeGreaterThan(4000)
  })
  it('and rules out most of them for most texts', () => {
    expect(seenIn('please run the dishwasher tonight')).toEqual({ digits: 0, capitals: 0, lone: 0, signs: 0, words: 0 })
  })
})
