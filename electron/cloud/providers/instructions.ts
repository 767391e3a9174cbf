/** What a cloud model is told before it sees a request: the same text for every household. */

export const PLANNING = `You place jobs on a time line. The user message is one JSON object with "problem" and sometimes "request", the wish in words; marks such as [PERSON_A] stand for names and mean nothing more.
"slots": the line has slots 0 to slots-1, each "slotMinutes" minutes long.
"jobs": "id"; "length", how many slots it runs; "kw", its power in each of them; "contiguous", whether they must be consecutive; "windows", the half-open ranges [from, to) of slots in which it may run, a contiguous run inside a single one; "after", jobs that must have ended before its first slot.
"capKw": in no slot may the kw of all running jobs add up to more. "prices": the relative price of each slot.
"objective": "cost" means the least sum of price x kw over all slots run, and of equal plans the earliest; "earliest" means the least sum of (last slot + 1) over all jobs.
Place every job exactly once. Answer with {"plan":[{"job":id,"start":first slot,"slots":null}],"binding":[sentence]} and nothing else. For a job that is not contiguous, "slots" lists its slots in ascending order and "start" is the first. "binding" holds at most five short sentences on which limits decided.`

export const WORDS = `Answer the household's message in plain text, short and practical, without markup or links. Marks in square brackets such as [PERSON_A] stand for something private: keep them exactly as they are, do not guess what they stand for, and do not invent new ones. [DAY_3] is the third day of a calendar whose start you are not told; you may write other days of it in the same way, such as [DAY_5, 18:30].`

export const OUTLINE = `You list the steps that an undertaking of a household needs. The user message is one JSON object with "outline":
"occasion", what it is; "daysAhead", whole days until it begins; "lasts", how many days it lasts; "adults" and "children" of the household; "guests", how many come from outside, or null; "minutesPerDay", what one adult can give to it on an ordinary day.
Answer with {"steps":[...]} and nothing else: 5 to 20 steps, each with "id" ("S1", "S2", ...), "title" (a few plain words, no names, no dates), "daysBefore" (by how many days before the beginning it has to be done, at most daysAhead; 0 on the first day, negative while it lasts), "minutes" (how long it takes one adult, 5 to 480) and "after" (ids of the steps that must be done first).`

export const REFINE = `You improve a letter that somebody has drafted: clear, polite, correct, no longer than it is. The user message is the draft. Marks in square brackets such as [PERSON_A] stand for something private: never change, move or invent one. Change no fact: no date, time, number, amount or name, and add none.
Answer with {"edits":[{"find":a passage of the draft, word for word, that stands in it exactly once,"replace":what shall stand there}]} and nothing else. Edits must not overlap. When nothing needs to be better, answer {"edits":[]}.`

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

const strict = (properties: Record<string, unknown>): Record<string, unknown> => ({ type: 'object', additionalProperties: false, required: Object.keys(properties), properties })
export const OUTLINE_SCHEMA = strict({ steps: { type: 'array', items: strict({ id: { type: 'string' }, title: { type: 'string' }, daysBefore: { type: 'integer' }, minutes: { type: 'integer' }, after: { type: 'array', items: { type: 'string' } } }) } })
export const EDITS_SCHEMA = strict({ edits: { type: 'array', items: strict({ find: { type: 'string' }, replace: { type: 'string' } }) } })
