/** What a cloud can be asked: one shape per purpose, and each an allow-list. What has no field here cannot leave. */
import { z } from 'zod'
import type { PlanningProblem } from './planning.ts'

export const occasions = ['birthday', 'party', 'move', 'holiday', 'visit', 'feast', 'other'] as const
export const Occasion = z.enum(occasions)
export type Occasion = z.infer<typeof Occasion>

/** What an undertaking looks like from outside: no date, no name, no place, no word of the person's. */
export const OutlineShape = z.strictObject({
  occasion: Occasion,
  /** Whole days from now until it begins, as far as steps may reach back. */
  daysAhead: z.number().int().min(0).max(120),
  /** How many days it lasts. */
  lasts: z.number().int().min(1).max(30),
  adults: z.number().int().min(1).max(20),
  children: z.number().int().min(0).max(20),
  guests: z.number().int().min(0).max(200).nullable(),
  /** What one person can give to it on an ordinary day, minutes. */
  minutesPerDay: z.number().int().min(15).max(480),
})
export type OutlineShape = z.infer<typeof OutlineShape>

export const OutlineStep = z.strictObject({
  id: z.string().regex(/^S[1-9]\d?$/),
  title: z.string().trim().min(1).max(80),
  /** Whole days before the occasion begins by which it has to be done; 0 = on its first day, negative = while it lasts. */
  daysBefore: z.number().int().min(-30).max(120),
  minutes: z.number().int().min(5).max(480),
  /** Steps that have to be done first. */
  after: z.array(z.string().regex(/^S[1-9]\d?$/)).max(10),
})
export type OutlineStep = z.infer<typeof OutlineStep>
export const OutlinePlan = z.strictObject({ steps: z.array(OutlineStep).min(1).max(25).refine((steps) => new Set(steps.map((s) => s.id)).size === steps.length, 'step ids are unique') })
export type OutlinePlan = z.infer<typeof OutlinePlan>

/** One change to a draft: a passage that stands in it exactly once, and what is to stand there. */
export const Edit = z.strictObject({ find: z.string().min(1).max(2000), replace: z.string().max(2000) })
export type Edit = z.infer<typeof Edit>

export type Ask =
  /** Place the jobs of a problem; `words` is the wish in words, null when withheld. */
  | { readonly kind: 'solve'; readonly problem: PlanningProblem; readonly words: string | null }
  /** Answer a question. */
  | { readonly kind: 'answer'; readonly words: string }
  /** Which steps does such an undertaking need? */
  | { readonly kind: 'outline'; readonly shape: OutlineShape }
  /** Improve a draft, as edits of it. */
  | { readonly kind: 'refine'; readonly draft: string }

/** The person's words in it, sanitised; null where none leave. */
export function wordsOfAsk(ask: Ask): string | null {
  switch (ask.kind) {
    case 'solve':
    case 'answer': return ask.words
    case 'refine': return ask.draft
    case 'outline': return null
  }
}
