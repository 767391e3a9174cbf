/** Stage 8 → 9 of an undertaking: the steps the cloud thought of become this household's own. Their names are text of a stranger: shown, never followed. */
import type { CloudAnswer, Grounded } from '../../shared/stages.ts'
import { go, type Step } from './step.ts'

export const ground: Step<CloudAnswer, Grounded> = (answer) => Promise.resolve(go(grounded({ outline: answer.outline, by: answer.engine })))

/** What is grounded, with everything it does not say left empty. */
export const grounded = (parts: Partial<Pick<Grounded, 'placements' | 'outline' | 'changes' | 'text' | 'remarks' | 'others'>> & Pick<Grounded, 'by'>): Grounded =>
  Object.freeze({ placements: null, outline: null, changes: [], text: '', remarks: [], others: [], ...parts }) as Partial<Grounded> as Grounded
