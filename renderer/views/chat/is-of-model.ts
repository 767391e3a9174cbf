/** Whose words an answer is made of. */
import type { Answer } from '../../../shared/conversation.ts'
import { PLANNER, RULES } from '../../../shared/engines.ts'

/** What code here says of itself: it writes plain words, in which a star or an underscore is one. */
const OURS = new Set([RULES, PLANNER])

/** Whether a model wrote it, here or in a cloud: then it is Markdown, as models write. */
export const isOfModel = ({ runs, proposal, provenance }: Pick<Answer, 'runs' | 'proposal' | 'provenance'>): boolean => runs.length === 0 && proposal === null && provenance.engines.some((engine) => !OURS.has(engine))
