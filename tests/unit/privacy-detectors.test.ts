/** Every detector finds exactly the bracketed part of its examples, and nothing in its counter-examples. */
import { describe, expect, it } from 'vitest'
import { detectors } from '../../electron/privacy/detectors/all.ts'

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
