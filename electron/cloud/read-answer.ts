/** Reads what a cloud model wrote. It is a stranger's text: checked for shape and length, stripped of what cannot be seen, never obeyed. */
import { z } from 'zod'
import { MAX_RUNS, Placement, timesOf, type PlanningProblem } from '../../shared/planning.ts'
import { printable } from '../../shared/printable.ts'
import type { ReadAnswer } from './provider.ts'

/** The longest text that is shown, UTF-16 code units. */
export const MAX_TEXT = 20_000
const SAID_STRIPPED = '(Lares removed characters from this answer that cannot be seen.)'

/** Either what the text says, or in half a sentence why it could not be read. */
export type AnswerReading = { readonly says: Pick<ReadAnswer, 'plan' | 'text'> } | { readonly why: string }

/** A planning answer is one JSON object; keys nobody asked for are dropped, wrong types refuse the whole. Whether the plan is any good is for the verifier. */
export const readPlan = (content: string, problem: PlanningProblem): AnswerReading => {
  const parsed = PlanAnswer.safeParse(parseJson(unfenced(content)))
  if (!parsed.success) return { why: 'it is not a plan in the agreed form' }
  const { plan, binding } = parsed.data
  if (plan.length > problem.jobs.reduce((sum, job) => sum + timesOf(job), 0)) return { why: 'it places more jobs than there are' }
  const text = (binding ?? []).slice(0, 20).map((sentence) => visible(sentence).text.replace(/\s+/g, ' ').trim().slice(0, 200)).filter((sentence) => sentence !== '').join('\n')
  return { says: { plan: plan.map(({ job, start, slots, with: chosen }) => ({ job, start, ...(slots === null || slots === undefined ? {} : { slots }), ...(chosen === null || chosen === undefined ? {} : { with: chosen }) })), text } }
}

export const readWords = (content: string): AnswerReading => {
  const { text, stripped } = visible(content)
  if (text.trim() === '') return { why: 'it is empty' }
  if (text.length > MAX_TEXT - SAID_STRIPPED.length - 2) return { why: 'it is too long' }
  return { says: { plan: null, text: stripped ? `${text}\n\n${SAID_STRIPPED}` : text } }
}

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
