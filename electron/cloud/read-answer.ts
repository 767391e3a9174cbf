/** Reads what a cloud model wrote. It is a stranger's text: checked for shape and length, stripped of what cannot be seen, never obeyed. */
import { z } from 'zod'
import { Edit, OutlineStep, type Ask } from '../../shared/ask.ts'
import { MAX_RUNS, Placement, timesOf, type PlanningProblem } from '../../shared/planning.ts'
import { printable } from '../../shared/printable.ts'
import type { ReadAnswer } from './provider.ts'

/** The longest text that is shown, UTF-16 code units. */
export const MAX_TEXT = 20_000
const SAID_STRIPPED = '(Lares removed characters from this answer that cannot be seen.)'

/** Either what the text says, or in half a sentence why it could not be read. */
export type AnswerReading = { readonly says: Pick<ReadAnswer, 'plan' | 'outline' | 'edits' | 'text'> } | { readonly why: string }

const nothing = { plan: null, outline: null, edits: null, text: '' } as const

/** Reads what was asked for, and nothing else. */
export function readAnswer(content: string, ask: Ask): AnswerReading {
  switch (ask.kind) {
    case 'solve': return readPlan(content, ask.problem)
    case 'answer': return readWords(content)
    case 'outline': return readOutline(content)
    case 'refine': return readEdits(content, ask.draft)
  }
}

/** A planning answer is one JSON object; keys nobody asked for are dropped, wrong types refuse the whole. Whether the plan is any good is for the verifier. */
const readPlan = (content: string, problem: PlanningProblem): AnswerReading => {
  const parsed = PlanAnswer.safeParse(parseJson(unfenced(content)))
  if (!parsed.success) return { why: 'it is not a plan in the agreed form' }
  const { plan, binding } = parsed.data
  if (plan.length > problem.jobs.reduce((sum, job) => sum + timesOf(job), 0)) return { why: 'it places more jobs than there are' }
  const text = (binding ?? []).slice(0, 20).map((sentence) => visible(sentence).text.replace(/\s+/g, ' ').trim().slice(0, 200)).filter((sentence) => sentence !== '').join('\n')
  return { says: { ...nothing, plan: plan.map(({ job, start, slots, with: chosen }) => ({ job, start, ...(slots === null || slots === undefined ? {} : { slots }), ...(chosen === null || chosen === undefined ? {} : { with: chosen }) })), text } }
}

const readWords = (content: string): AnswerReading => {
  const { text, stripped } = visible(content)
  if (text.trim() === '') return { why: 'it is empty' }
  if (text.length > MAX_TEXT - SAID_STRIPPED.length - 2) return { why: 'it is too long' }
  return { says: { ...nothing, text: stripped ? `${text}\n\n${SAID_STRIPPED}` : text } }
}

/** Steps with names that are only text: shown, never followed. What refers to a step that is not there is dropped with its reference. */
const readOutline = (content: string): AnswerReading => {
  const parsed = OutlineAnswer.safeParse(parseJson(unfenced(content)))
  if (!parsed.success) return { why: 'it is not an outline in the agreed form' }
  const ids = new Set(parsed.data.steps.map(({ id }) => id))
  if (ids.size < parsed.data.steps.length) return { why: 'it names a step twice' }
  const steps = parsed.data.steps.map((step) => ({ ...step, title: visible(step.title).text.replace(/\s+/g, ' ').trim(), after: step.after.filter((id) => ids.has(id) && id !== step.id) }))
  return steps.some(({ title }) => title === '') ? { why: 'a step of it has no name' } : { says: { ...nothing, outline: { steps } } }
}

/** Edits that fit the draft: each passage stands in it exactly once, and no two overlap. One that does not fit refuses the whole, for half a patch is a text nobody wrote. */
const readEdits = (content: string, draft: string): AnswerReading => {
  const parsed = EditsAnswer.safeParse(parseJson(unfenced(content)))
  if (!parsed.success) return { why: 'it is not a list of edits in the agreed form' }
  const edits = parsed.data.edits.map(({ find, replace }) => ({ find, replace: visible(replace).text })).filter(({ find, replace }) => find !== replace)
  const places = edits.map(({ find }) => ({ from: draft.indexOf(find), to: draft.indexOf(find) + find.length, again: draft.indexOf(find, draft.indexOf(find) + 1) }))
  if (places.some(({ from, again }) => from === -1 || again !== -1)) return { why: 'it changes a passage that does not stand in the draft, or not once' }
  const sorted = [...places].sort((a, b) => a.from - b.from)
  if (sorted.some(({ from }, i) => i > 0 && from < (sorted[i - 1]?.to ?? 0))) return { why: 'two of its edits overlap' }
  return { says: { ...nothing, edits } }
}

const OutlineAnswer = z.object({ steps: z.array(OutlineStep).min(1).max(25) })
const EditsAnswer = z.object({ edits: z.array(Edit).max(60) })

const PlanAnswer = z.object({
  plan: z.array(z.object({ ...Placement.shape, slots: Placement.shape.slots.nullish(), with: Placement.shape.with.nullish() })).max(MAX_RUNS),
  binding: z.array(z.string()).nullish(),
})

/** Undefined for what is not JSON; no JSON text means undefined. */
const parseJson = (text: string): unknown => {
  try { return JSON.parse(text) } catch { return undefined }
}

/** Some servers cannot be held to a schema, and their models put a code fence around the object. */
const unfenced = (text: string): string => /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1] ?? text

const visible = (raw: string): { readonly text: string; readonly stripped: boolean } => {
  const lines = raw.replace(/\r\n?/g, '\n')
  const text = printable(lines)
  return { text, stripped: text !== lines }
}
