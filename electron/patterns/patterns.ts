/** Every pattern on one page: which steps, in which order, and what to tell the person about it. Each begins with what was understood; misuse does not compile. */
import type { PatternName } from '../../shared/conversation.ts'
import type { CloudAnswer, Grounded, Sanitized, Understanding, Verified } from '../../shared/stages.ts'
import { both, refined, whenUnsure, type CloudOff } from '../steps/combine.ts'
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
  readonly run: Step<Understanding, Verified>
}

export interface Steps {
  readonly answerHere: Step<Understanding, Grounded>
  readonly sanitize: Step<Understanding, Sanitized>
  readonly generalize: Step<Understanding, Sanitized>
  readonly consult: Step<Sanitized, CloudAnswer>
  readonly restore: Step<CloudAnswer, Grounded>
  readonly ground: Step<CloudAnswer, Grounded>
  readonly verify: Step<Grounded, Verified>
  readonly cloudOff: CloudOff
}

export function createPatterns({ answerHere, sanitize, generalize, consult, restore, ground, verify, cloudOff }: Steps): Readonly<Record<PatternName, Pattern>> {
  const throughTheCloud = pipe(sanitize, consult, restore)
  return {
    'answered-here': {
      name: 'answered-here', title: 'Answered here', direction: 'this computer only', trigger: 'always possible', purpose: 'nothing needs to leave',
      run: pipe(answerHere, verify),
    },
    'sanitize-and-solve': {
      name: 'sanitize-and-solve', title: 'Sanitize-and-Solve', direction: 'this computer → cloud → this computer', trigger: 'when you ask for the cloud', purpose: 'the cloud solves; only an anonymous problem is shown to it',
      run: pipe(throughTheCloud, verify),
    },
    'plan-then-ground': {
      name: 'plan-then-ground', title: 'Plan-then-Ground', direction: 'cloud → this computer', trigger: 'when you ask for the cloud', purpose: 'the cloud thinks of the steps and sees only the shape; who, when and where is decided here',
      run: pipe(generalize, consult, ground, verify),
    },
    'escalate-on-hard': {
      name: 'escalate-on-hard', title: 'Escalate-on-Hard', direction: 'this computer → perhaps cloud', trigger: 'only when code has measured that the answer from here may not be good enough', purpose: 'the cloud is there for the hard ones',
      run: pipe(whenUnsure(answerHere, throughTheCloud, cloudOff), verify),
    },
    'draft-then-refine': {
      name: 'draft-then-refine', title: 'Draft-then-Refine', direction: 'this computer → cloud → this computer', trigger: 'when you ask for the cloud', purpose: 'drafted here from what only you know; the cloud polishes a text without names',
      run: pipe(refined(answerHere, throughTheCloud), verify),
    },
    'cross-check': {
      name: 'cross-check', title: 'Cross-Check', direction: 'this computer and cloud, each by itself', trigger: 'when a mistake would be costly, or you ask for it', purpose: 'two answers that do not know of each other; code checks what it can, you see the difference',
      run: pipe(both(answerHere, throughTheCloud), verify),
    },
  }
}
