/** A problem as it crosses a border; apart from its words, so that the door of the house needs no schema library. */
import { z } from 'zod'
import { problemNames, type Problem as Told, type ProblemName } from './problems.ts'

export const Problem = z.strictObject({
  name: z.enum(problemNames as [ProblemName, ...ProblemName[]]),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
}) satisfies z.ZodType<Told>
