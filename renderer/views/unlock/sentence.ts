import { wording, type Problem } from '../../../shared/problems.ts'

/** What happened and what to do, in one line below a field. */
export const sentence = (problem: Problem): string => {
  const { says, todo } = wording(problem)
  return `${says} ${todo}`
}
