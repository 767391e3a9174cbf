/** How much that is private leaves in prose: every text goes through the same layers as in the app; `known` stands for the vault. */
import { z } from 'zod'
import type { KnownValue } from '../electron/privacy/finding.ts'
import { openTokenBook } from '../electron/privacy/placeholders.ts'
import { sanitizeText } from '../electron/privacy/sanitize-text.ts'
import { loadVocabulary, type Vocabulary } from '../electron/privacy/vocabulary.ts'
import { knownValuesOf } from '../electron/vault/matcher.ts'
import type { Evaluated } from './run.ts'
import { scoreOf, sharesOf } from './score.ts'

const Line = z.object({
  id: z.string(),
  text: z.string(),
  known: z.array(z.object({ kind: z.string(), value: z.string() })).default([]),
  spans: z.array(z.object({ start: z.int().min(0), end: z.int().min(0), type: z.string() })).default([]),
})

/** Texts run before the clock counts, over and over if there are fewer, so that it measures the code and not its compilation. */
const WARM_UP = 20_000
/** How often each text is timed: what counts is the median, so that a pause of the machine is not charged to a text. */
const TIMED = 5

/**
 * Gives per text what would leave (`sent`), which labelled spans are wholly replaced (`covered`), whether one is not
 * (`leak`) and the median time taken in milliseconds. Throughput counts UTF-8 bytes of text on one thread, loading and a warm-up left out.
 */
export async function evaluatePrivacy(lines: readonly string[]): Promise<Evaluated> {
  const vocabulary = await loadVocabulary()
  const texts = lines.map((line) => Line.parse(JSON.parse(line)))
  for (let run = 0; run < WARM_UP; run++) for (const line of texts.slice(run % texts.length, (run % texts.length) + 1)) evaluate(line, vocabulary)
  const passes = Array.from({ length: TIMED }, () => texts.map((line) => evaluate(line, vocabulary)))
  const results = (passes[0] ?? []).map((result, i) => ({ ...result, ms: median(passes.map((pass) => pass[i]?.ms ?? 0)) }))
  const seconds = results.reduce((sum, r) => sum + r.ms, 0) / 1000
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const covered = results.flatMap((r) => r.covered)
  const { leak, names, kept } = sharesOf(texts.map((text, i) => scoreOf(text, results[i]?.sent ?? text.text)))
  const summary = [
    `texts            ${results.length}`,
    `leak             ${leak.toFixed(1)} % of texts leave an identifier as it was written`,
    `names            ${names.toFixed(1)} % of texts with people leave a word of a name`,
    `kept             ${kept.toFixed(1)} % of all other words`,
    `spans covered    ${percent(covered.filter(Boolean).length, covered.length)}`,
    `not covered      ${byType(texts.flatMap((text, i) => text.spans.filter((_, span) => results[i]?.covered[span] === false)))}`,
    `throughput       ${(bytes / 1e6 / seconds).toFixed(2)} MB/s`,
  ].join('\n')
  return { lines: results.map((r) => JSON.stringify(r)), summary }
}

interface Result { readonly id: string; readonly sent: string; readonly covered: readonly boolean[]; readonly leak: boolean; readonly ms: number }

function evaluate({ id, text, known, spans }: z.infer<typeof Line>, vocabulary: Vocabulary): Result {
  const values = known.flatMap(({ kind, value }, i): KnownValue[] => knownValuesOf(kind, value, `${kind}/${i}`, vocabulary.has))
  const start = performance.now()
  const { text: sent, replacements } = sanitizeText({ text, known: values, vocabulary, given: [], redacted: [], changed: [], released: [], tokens: openTokenBook(new Map(), text), cues: false })
  const ms = performance.now() - start
  // A span is covered when no letter or digit of it is left, though several replacements may share it.
  const covered = spans.map((span) => !/[\p{L}\p{N}]/u.test(replacements.reduceRight((rest, r) => rest.slice(0, Math.max(0, r.span.start - span.start)) + rest.slice(Math.max(0, r.span.end - span.start)), text.slice(span.start, span.end))))
  return { id, sent, covered, leak: covered.includes(false), ms: Math.round(ms * 1000) / 1000 }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** "DATE_TIME 12, TITLE 3": how many of each type, most first. */
function byType(spans: readonly { readonly type: string }[]): string {
  const counts = new Map<string, number>()
  for (const { type } of spans) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([type, count]) => `${type} ${count}`).join(', ') || 'none'
}

const percent = (part: number, whole: number): string => `${whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`
