/** Twelve faults of Ollama, and the problem by which a person hears of each; null where it can be used all the same. */
import { problem, wording, type ProblemName } from '../../shared/problems.ts'
import { createGate, type FakeScript } from './fake-ollama.ts'
import { STORY, storyForm, storyThoughts } from './ollama-story.ts'

/** Opened at the end of a test file: until then a slow model says nothing. */
export const never = createGate()
const half = JSON.stringify(storyForm).slice(0, 200)

export interface Fault {
  readonly name: string
  readonly script: FakeScript
  readonly isDown?: boolean
  /** What a plan says; null when nothing is wrong after all. */
  readonly plan: ProblemName | null
  /** What a question says, which only a model can answer. */
  readonly question: ProblemName | null
}
const both = (name: string, why: ProblemName, script: FakeScript, more: Partial<Fault> = {}): Fault => ({ name, script, plan: why, question: why, ...more })

export const faults: readonly Fault[] = [
  both('down', 'local.unreachable', {}, { isDown: true }),
  both('slow', 'local.slow', { chat: () => ({ say: 'late', before: never }) }),
  { name: 'half a JSON', script: { chat: (body) => (body.format === undefined ? storyThoughts : half) }, plan: 'local.garbled', question: null },
  { name: 'endless', script: { chat: () => ({ endless: 'words' }) }, plan: 'local.garbled', question: null },
  both('500', 'local.failed', { chat: () => ({ status: 500, error: `unexpected EOF ${STORY}` }) }),
  both('missing model', 'local.no-model', { models: [{ name: 'llama3.2' }] }),
  both('killed in mid-stream', 'local.failed', { chat: () => ({ say: 'The answer is', end: 'killed' }) }),
  { name: '::1 only', script: { host: '::1', chat: (body) => (body.format === undefined ? storyThoughts : JSON.stringify(storyForm)) }, plan: null, question: null },
  both('wrong version', 'local.too-old', { version: '0.4.7' }),
  both('out of memory', 'local.out-of-memory', { chat: () => ({ status: 500, error: 'model requires more system memory (9.6 GiB) than is available (4.1 GiB)' }) }),
  both('cloud-run model', 'local.cloud-model', { models: [{ name: 'gemma4:e4b', remote: { remote_host: 'https://ollama.com:443', remote_model: 'gemma4' } }] }),
  { name: 'garbage', script: { chat: () => 'ﾟ~*[]{{::' }, plan: 'local.garbled', question: null },
]

/** The sentence of that very problem, with any details. */
export const anyDetail = (name: ProblemName): string => wording(problem(name)).says.replace(/[.?()]/g, '\\$&').replace(/\{\w+\}/g, '[^{}]+')
