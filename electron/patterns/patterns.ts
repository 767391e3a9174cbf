/** Every pattern on one page: which steps, in which order, and what to tell the person about it. Each begins with what was understood; misuse does not compile. */
import type { PatternName } from '../../shared/conversation.ts'
import type { CloudAnswer, Grounded, Sanitized, Understanding, Verified } from '../../shared/stages.ts'
import { both, refined, whenUnsure, type CloudOff } from '../steps/combine.ts'
import { pipe, type Step } from '../steps/step.ts'

export interface Pattern {
  readonly name: PatternName
  readonly title: string
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
      name: 'answered-here', title: 'Answered here',
      run: pipe(answerHere, verify),
    },
    'sanitize-and-solve': {
      name: 'sanitize-and-solve', title: 'Sanitize-and-Solve',
      run: pipe(throughTheCloud, verify),
    },
    'plan-then-ground': {
      name: 'plan-then-ground', title: 'Plan-then-Ground',
      run: pipe(generalize, consult, ground, verify),
    },
    'escalate-on-hard': {
      name: 'escalate-on-hard', title: 'Escalate-on-Hard',
      run: pipe(whenUnsure(answerHere, throughTheCloud, cloudOff), verify),
    },
    'draft-then-refine': {
      name: 'draft-then-refine', title: 'Draft-then-Refine',
      run: pipe(refined(answerHere, throughTheCloud), verify),
    },
    'cross-check': {
      name: 'cross-check', title: 'Cross-Check',
      run: pipe(both(answerHere, throughTheCloud), verify),
    },
  }
}
