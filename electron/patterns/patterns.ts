/** Every pattern on one page: which steps, in which order, and what to tell the person about it. Misuse does not compile. */
import type { PatternName } from '../../shared/conversation.ts'
import type { CloudAnswer, Grounded, Message, Sanitized, Understanding, Verified } from '../../shared/stages.ts'
import { pipe, type Step } from '../steps/step.ts'

export interface Pattern {
  readonly name: PatternName
  readonly title: string
  /** Who acts first. */
  readonly direction: string
  /** Always, or only when. */
  readonly trigger: string
  /** Why the work is split. */
  readonly purpose: string
  readonly run: Step<Message, Verified>
}

export interface Steps {
  readonly understand: Step<Message, Understanding>
  readonly answerHere: Step<Understanding, Grounded>
  readonly sanitize: Step<Understanding, Sanitized>
  readonly consult: Step<Sanitized, CloudAnswer>
  readonly restore: Step<CloudAnswer, Grounded>
  readonly verify: Step<Grounded, Verified>
}

export const createPatterns = ({ understand, answerHere, sanitize, consult, restore, verify }: Steps): Readonly<Record<PatternName, Pattern>> => ({
  'answered-here': {
    name: 'answered-here',
    title: 'Answered here',
    direction: 'this computer only',
    trigger: 'always possible',
    purpose: 'nothing needs to leave',
    run: pipe(understand, answerHere, verify),
  },
  'sanitize-and-solve': {
    name: 'sanitize-and-solve',
    title: 'Sanitize-and-Solve',
    direction: 'this computer → cloud → this computer',
    trigger: 'when you ask for the cloud',
    purpose: 'the cloud solves; only an anonymous problem is shown to it',
    run: pipe(understand, sanitize, consult, restore, verify),
  },
})
