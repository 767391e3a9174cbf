/** Who worked on an answer. What is kept is a name for good, the same in every language; what is shown is this computer's own in the language of the window. */
import { translated } from './language.ts'

/** The built-in rules, which read and write with no model. */
export const RULES = 'built-in rules'
/** The planner on this computer. */
export const PLANNER = 'Planner on this computer'
/** The cloud inside the app, by which all of it can be tried. */
export const PRACTICE = 'Practice cloud'
const HERE = ' on this computer'
/** Models on this computer, by their names. */
export const modelHere = (models: string): string => `${models}${HERE}`

const words = translated(
  { rules: 'built-in rules', planner: 'Planner on this computer', practice: 'Practice cloud', thePractice: 'The practice cloud', here: (models: string): string => `${models} on this computer` },
  { rules: 'eingebaute Regeln', planner: 'Planer auf diesem Computer', practice: 'Übungs-Cloud', thePractice: 'Die Übungs-Cloud', here: (models) => `${models} auf diesem Computer` },
)

/** A kept name as it is shown; the names of providers and of models are what they are. */
export const engineName = (kept: string): string => {
  if (kept === RULES) return words.rules
  if (kept === PLANNER) return words.planner
  if (kept.startsWith(PRACTICE)) return `${words.practice}${kept.slice(PRACTICE.length)}`
  return kept.endsWith(HERE) ? words.here(kept.slice(0, -HERE.length)) : kept
}

/** The same as what a sentence begins with. */
export const engineSubject = (kept: string): string => (kept === PRACTICE ? words.thePractice : engineName(kept))
