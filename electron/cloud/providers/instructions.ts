/** What a cloud model is told before it sees a request: the same text for every household. */

export const PLANNING = `You place jobs on a time line. The user message is one JSON object with "problem" and sometimes "request", the wish in words; marks such as [PERSON_A] stand for names and mean nothing more.
"slots": the line has slots 0 to slots-1, each "slotMinutes" minutes long.
"jobs": "id"; "length", how many slots it runs; "kw", its power in each of them; "contiguous", whether they must be consecutive; "windows", the half-open ranges [from, to) of slots in which it may run, a contiguous run inside a single one; "after", jobs that must have ended before its first slot.
"capKw": in no slot may the kw of all running jobs add up to more. "prices": the relative price of each slot.
"objective": "cost" means the least sum of price x kw over all slots run, and of equal plans the earliest; "earliest" means the least sum of (last slot + 1) over all jobs.
Place every job exactly once. Answer with {"plan":[{"job":id,"start":first slot,"slots":null}],"binding":[sentence]} and nothing else. For a job that is not contiguous, "slots" lists its slots in ascending order and "start" is the first. "binding" holds at most five short sentences on which limits decided.`

export const WORDS = `Answer the household's message in plain text, short and practical, without markup or links. Marks in square brackets such as [PERSON_A] stand for something private: keep them exactly as they are, do not guess what they stand for, and do not invent new ones.`

/** The shape of a planning answer, for servers that can hold a model to a JSON schema. Strict mode wants every key required, so absence is written as null. */
export const PLAN_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['plan', 'binding'],
  properties: {
    plan: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['job', 'start', 'slots'],
        properties: { job: { type: 'string' }, start: { type: 'integer' }, slots: { type: ['array', 'null'], items: { type: 'integer' } } },
      },
    },
    binding: { type: 'array', items: { type: 'string' } },
  },
}
