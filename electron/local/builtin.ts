/** The local step that needs nothing: the built-in rules. They read messages about running devices and say what they did not read; they do not converse. */
import { RULES } from '../../shared/engines.ts'
import { problem } from '../../shared/problems.ts'
import { fail } from '../../shared/result.ts'
import { understand } from '../language/understand.ts'
import type { LocalModel } from './model.ts'

/** A local model of rules alone: the same message at the same time gives the same answer. */
export const createBuiltin = (): LocalModel => ({
  label: RULES,
  understand: ({ text, now, household, signal }) => Promise.resolve(signal.aborted ? fail(problem('local.stopped')) : understand(text, { now, household })),
  converse: null,
  draft: null,
  review: null,
  restate: null,
})
