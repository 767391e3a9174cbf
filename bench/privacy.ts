/** The sanitiser beside the tools that can be installed for the same: what each lets through, keeps and takes, on the same texts in one run. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { openTokenBook } from '../electron/privacy/placeholders.ts'
import { sanitizeText } from '../electron/privacy/sanitize-text.ts'
import { loadVocabulary } from '../electron/privacy/vocabulary.ts'
import { scoreOf, sharesOf } from '../evals/score.ts'
import type { Figures } from './run.ts'

const PEERS = new URL('./peers/', import.meta.url)
const DATA = ['household-privacy.jsonl', 'families-1.jsonl', 'families-2.jsonl', 'families-3.jsonl', 'families-4.jsonl'].map((name) => new URL(`../evals/data/${name}`, import.meta.url))
const WARM_UP = 300

type Tool = (text: string) => string | Promise<string>
const Line = z.object({ text: z.string(), spans: z.array(z.object({ start: z.number(), end: z.number(), type: z.string() })) })

/** Each tool alone, one text after the other, without a vault and without a model. Throughput counts UTF-8 bytes on one thread. */
export async function measure(flags: readonly string[]): Promise<Figures> {
  const files = flags.includes('--data') ? [pathToFileURL(flags[flags.indexOf('--data') + 1] ?? '')] : DATA
  const texts = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => Line.parse(JSON.parse(line)))).filter(({ spans }) => spans.length > 0)
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const figures: Record<string, number | string> = { texts: texts.length }
  const tools: Record<string, Tool> = { lares: await lares(), ...await peers() }
  const leaks: number[] = []
  for (const [name, tool] of Object.entries(tools)) {
    for (const { text } of texts.slice(0, WARM_UP)) await tool(text)
    const start = performance.now(), sent: string[] = []
    for (const { text } of texts) sent.push(await tool(text))
    const seconds = (performance.now() - start) / 1000
    const { leak, names, kept } = sharesOf(texts.map((line, i) => scoreOf(line, sent[i] ?? '')))
    Object.assign(figures, { [`${name}: leak %`]: leak, [`${name}: names %`]: names, [`${name}: kept %`]: kept, [`${name}: MB/s`]: Math.round(bytes / seconds / 1e4) / 100 })
    if (name !== 'lares') leaks.push(leak)
  }
  const own = Number(figures['lares: leak %'])
  return { ...figures, 'best peer leaks, times ours': own === 0 ? 'ours is 0' : Math.round((10 * Math.min(...leaks)) / own) / 10 }
}

async function lares(): Promise<Tool> {
  const vocabulary = await loadVocabulary()
  return (text) => sanitizeText({ text, known: [], vocabulary, given: [], redacted: [], changed: [], released: [], tokens: openTokenBook(new Map(), text), cues: false }).text
}

interface Named { readonly json: (options: object) => readonly { readonly offset?: { readonly start: number; readonly length: number } }[] }
interface Peers {
  readonly openredaction: { readonly OpenRedaction: new (options: object) => { readonly detect: (text: string) => Promise<{ readonly redacted: string }> } }
  readonly redactPii: { readonly SyncRedactor: new () => { readonly redact: (text: string) => string } }
  readonly redactpiiNode: { readonly Redactor: new () => { readonly redact: (text: string) => string } }
  readonly compromise: { readonly default: (text: string) => { readonly people: () => Named; readonly places: () => Named; readonly organizations: () => Named; readonly emails: () => Named; readonly phoneNumbers: () => Named; readonly urls: () => Named } }
}

/** The peers are installed beside the bench the first time, from their own lockfile. */
async function peers(): Promise<Record<string, Tool>> {
  if (!existsSync(new URL('node_modules/compromise', PEERS))) execFileSync('npm', ['ci'], { cwd: fileURLToPath(PEERS), stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  const require = createRequire(new URL('package.json', PEERS))
  const load = async (name: string): Promise<unknown> => import(pathToFileURL(require.resolve(name)).href)
  const [openredaction, redactPii, redactpiiNode, compromise] = await Promise.all(['@openredaction/core', 'redact-pii', '@redactpii/node', 'compromise'].map(load)) as [Peers['openredaction'], Peers['redactPii'], Peers['redactpiiNode'], Peers['compromise']]
  const detector = new openredaction.OpenRedaction({ confidenceThreshold: 0, enableContextAnalysis: false }), plain = new redactPii.SyncRedactor(), node = new redactpiiNode.Redactor()
  return {
    '@openredaction/core': async (text) => (await detector.detect(text)).redacted,
    'redact-pii': (text) => plain.redact(text),
    '@redactpii/node': (text) => node.redact(text),
    'compromise': (text) => {
      const doc = compromise.default(text)
      const found = [doc.people(), doc.places(), doc.organizations(), doc.emails(), doc.phoneNumbers(), doc.urls()].flatMap((view) => view.json({ offset: true })).flatMap(({ offset }) => (offset === undefined ? [] : [offset]))
      return found.sort((a, b) => b.start - a.start).reduce((rest, { start, length }) => `${rest.slice(0, start)}█${rest.slice(start + length)}`, text)
    },
  }
}
