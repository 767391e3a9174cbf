/** The evaluation of the patterns: it says what left, finds what should not have, and lets a local model work. */
import { afterEach, describe, expect, it } from 'vitest'
import { evaluatePatterns } from '../../evals/patterns.ts'
import { startFakeOllama, type FakeOllama } from '../support/fake-ollama.ts'

let ollama: FakeOllama | undefined
afterEach(async () => { await ollama?.close() })

const evaluate = async (lines: readonly object[], options: readonly string[] = []): Promise<{ results: unknown[]; summary: string }> => {
  const { lines: results, summary } = await evaluatePatterns(lines.map((line) => JSON.stringify(line)), options)
  return { results: results.map((line) => JSON.parse(line) as unknown), summary }
}

describe('eval: patterns', () => {
  it('tells pattern, bytes and leaks of each line, and goes on after one that cannot be read', async () => {
    const { results, summary } = await evaluate([
      { id: 'plan', text: 'Run the dishwasher tonight before Emma wakes up', route: 'cloud', expect: { pattern: 'sanitize-and-solve', kind: 'plan', private: ['Emma', 'tonight'] } },
      { id: 'here', text: 'Run the heater tonight', now: '2026-11-22T18:00[Europe/Berlin]', household: { devices: [{ id: 'heater', name: 'Heater', aliases: [], powerKw: 1, runMinutes: 30, contiguous: true, noisy: false, vehicle: false }] }, expect: { pattern: 'cross-check' } },
      { id: 'odd', text: 'x', route: 'elsewhere' },
    ])
    // A word that everybody writes leaves as it stands, so it is told of: the search can find something.
    expect(results).toMatchObject([
      { id: 'plan', pattern: 'sanitize-and-solve', kind: 'plan', status: 'done', left: expect.any(Number) as number, leaks: ['tonight'] },
      { id: 'here', pattern: 'escalate-on-hard', kind: 'plan', status: 'done', left: 0, leaks: [] },
      { id: 'odd', error: expect.stringContaining('route') as string },
    ])
    expect((results[0] as { left: number }).left).toBeGreaterThan(1000)
    expect(summary).toMatch(/as expected +1 of 2; not: here\n/)
    expect(summary).toMatch(/not read +odd$/)
  })

  it('lets Ollama read and write, at the address and with the model that were given', async () => {
    ollama = await startFakeOllama({ models: [{ name: 'small:1b' }], chat: (body) => (body.format === undefined ? 'She sleeps at eight.' : JSON.stringify({ kind: 'question', objective: 'cost', from: '', until: '', loads: [], quiet: [], ask: '', choices: [], not_understood: [] })) })
    const { results } = await evaluate([{ id: 'q', text: 'What does a baby eat at ten months?' }], ['--engine', 'ollama', '--model', 'small:1b', '--address', ollama.address])
    expect(results).toMatchObject([{ id: 'q', pattern: 'escalate-on-hard', kind: 'question', status: 'done', left: 0 }])
    expect(ollama.chats().map(({ model }) => model)).toContain('small:1b')
    await expect(evaluate([], ['--engine', 'other'])).rejects.toThrow('--engine')
  })
})
