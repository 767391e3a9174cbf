/** Which way each pattern goes, when, and what for, as every answer says it. */
import type { PatternName } from '../../shared/conversation.ts'
import { translated } from '../../shared/language.ts'

export const strings = translated(
  {
    'answered-here': { direction: 'this computer only', trigger: 'always possible', purpose: 'nothing needs to leave' },
    'sanitize-and-solve': { direction: 'this computer → cloud → this computer', trigger: 'when you ask for the cloud', purpose: 'the cloud solves; only an anonymous problem is shown to it' },
    'plan-then-ground': { direction: 'cloud → this computer', trigger: 'when you ask for the cloud', purpose: 'the cloud thinks of the steps and sees only the shape; who, when and where is decided here' },
    'escalate-on-hard': { direction: 'this computer → perhaps cloud', trigger: 'only when code has measured that the answer from here may not be good enough', purpose: 'the cloud is there for the hard ones' },
    'draft-then-refine': { direction: 'this computer → cloud → this computer', trigger: 'when you ask for the cloud', purpose: 'drafted here from what only you know; the cloud polishes a text without names' },
    'cross-check': { direction: 'this computer and cloud, each by itself', trigger: 'when a mistake would be costly, or you ask for it', purpose: 'two answers that do not know of each other; code checks what it can, you see the difference' },
  } satisfies Record<PatternName, Readonly<Record<'direction' | 'trigger' | 'purpose', string>>>,
  {
    'answered-here': { direction: 'nur dieser Computer', trigger: 'immer möglich', purpose: 'nichts muss hinaus' },
    'sanitize-and-solve': { direction: 'dieser Computer → Cloud → dieser Computer', trigger: 'wenn du die Cloud fragst', purpose: 'die Cloud löst; gezeigt wird ihr nur ein namenloses Rätsel' },
    'plan-then-ground': { direction: 'Cloud → dieser Computer', trigger: 'wenn du die Cloud fragst', purpose: 'die Cloud denkt sich die Schritte aus und sieht nur den Umriss; wer, wann und wo entscheidet sich hier' },
    'escalate-on-hard': { direction: 'dieser Computer → vielleicht Cloud', trigger: 'nur wenn gemessen ist, dass die Antwort von hier vielleicht nicht reicht', purpose: 'die Cloud ist für die schweren da' },
    'draft-then-refine': { direction: 'dieser Computer → Cloud → dieser Computer', trigger: 'wenn du die Cloud fragst', purpose: 'hier entworfen aus dem, was nur du weißt; die Cloud verfeinert einen Text ohne Namen' },
    'cross-check': { direction: 'dieser Computer und Cloud, jeder für sich', trigger: 'wenn ein Fehler teuer wäre, oder du es willst', purpose: 'zwei Antworten, die nichts voneinander wissen; geprüft wird, was sich prüfen lässt, und du siehst den Unterschied' },
  },
)
