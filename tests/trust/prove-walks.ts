/** P1 through the whole house: a person who does anything at the desk, in any of the five patterns, and a server that keeps what came. */
import { createHash } from 'node:crypto'
import { DOTS } from '../../electron/cloud/provider.ts'
import type { PatternName, Route } from '../../shared/conversation.ts'
import type { Departure } from '../../shared/departure.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'
import { obedientCloud } from '../support/obedient-model.ts'
import { STORY } from '../support/ollama-story.ts'
import { randomFrom, type Random } from '../support/random.ts'
import { answerWith, chatCompletion, startRecordingCloud, type Recorded, type RecordingCloud } from '../support/recording-cloud.ts'
import { createCounter, type Counter, type Tally } from './tally.ts'

const KEY = 'sk-walks-0123456789'
export const SAYINGS: readonly (readonly [pattern: PatternName, route: Route, says: string])[] = [
  ['sanitize-and-solve', 'cloud', STORY],
  ['sanitize-and-solve', 'cloud', 'Run the dishwasher tonight before Emma comes home'],
  ['plan-then-ground', 'cloud', "Plan Emma's birthday on 12 December with 8 children"],
  ['escalate-on-hard', 'auto', 'What could we cook for Emma while I am away?'],
  ['draft-then-refine', 'cloud', "Write a letter to Dr. Okafor that Emma can't come on 3 December at 9:00"],
  ['cross-check', 'check', 'Run the dishwasher tonight before Emma comes home'],
]
/** Nobody told this cloud anything. */
const NOTHING = { phone: '', alarmCode: '', canaries: [], thief: 'http://127.0.0.1:9' }

/** A cloud that answers well, and sometimes not at all well. */
export const startCloud = (random: Random): Promise<RecordingCloud> => startRecordingCloud({ behave: (socket, request) => {
  if (random(8) === 0) answerWith(random.of([429, 500, 307]), '{"error":{"message":"no"}}')(socket, request)
  else answerWith(200, chatCompletion(obedientCloud(request, NOTHING, undefined)))(socket, request)
} })

export async function sendTo(house: House, cloud: RecordingCloud): Promise<void> {
  await house.settings((s) => ({ ...s, cloud: { provider: 'compatible', address: `http://127.0.0.1:${String(cloud.port)}/v1`, model: 'test-model', prices: null } }))
  valueOf(await house.handlers.settings.setKey({ key: KEY }))
}

/** One decision at the desk by chance. What was approved is added to `approved`; what must not be possible is counted. */
export async function decide({ handlers }: House, departure: Departure, random: Random, approved: Departure[], { count }: Counter): Promise<void> {
  const { id, revision, request: { sha256, body }, wrote } = departure
  const otherHash = `${sha256.startsWith('0') ? '1' : '0'}${sha256.slice(1)}`
  if (random(3) === 0) count('another hash is approved', !(await handlers.departure.approve({ id, revision, sha256: otherHash })).ok)
  if (random(3) === 0) count('another revision is approved', !(await handlers.departure.approve({ id, revision: revision + 1, sha256 })).ok)
  if (random(3) === 0) count('another departure is approved', !(await handlers.departure.approve({ id: `${id}x`, revision, sha256 })).ok)
  count('the panel shows another hash than that of its body', createHash('sha256').update(body).digest('hex') === sha256)
  const choice = random(10)
  if (choice < 2 && revision < 4) {
    const phrase = random.of(wrote.match(/\p{L}{3,}/gu) ?? ['tonight'])
    void handlers.departure.amend({ id, revision, amendment: random.of([{ kind: 'redact', phrase }, { kind: 'again' }] as const) })
    count('the revision before an amendment is approved', !(await handlers.departure.approve({ id, revision, sha256 })).ok)
  } else if (choice === 2) valueOf(await handlers.departure.refuse({ id }))
  else if (choice === 3) valueOf(await handlers.departure.answerHere({ id }))
  else if ((await handlers.departure.approve({ id, revision, sha256 })).ok) {
    approved.push(departure)
    count('an approval is taken twice', !(await handlers.departure.approve({ id, revision, sha256 })).ok)
  } else valueOf(await handlers.departure.refuse({ id }))
}

/** The very bytes of the panel, its address and its header lines, with the key in place of its dots. */
function isAsShown({ request }: Departure, { requestLine, headers, body }: Recorded): boolean {
  const { pathname, search } = new URL(request.url)
  return body.toString() === request.body && requestLine === `POST ${pathname}${search} HTTP/1.1` && JSON.stringify(headers) === JSON.stringify(request.headers.map(([name, value]) => [name, value.replace(DOTS, KEY)]))
}

/** So many messages, each with what the person happens to do: every request was shown and approved, and each approval became one request. */
export async function proveWalks(walks: number, seed = 1): Promise<Tally> {
  const counter = createCounter(), { count, tally } = counter, random = randomFrom(seed)
  const cloud = await startCloud(random), house = await openHouse()
  try {
    await sendTo(house, cloud)
    const seen = new Map<PatternName, number>()
    for (let walk = 0; walk < walks; walk += 1) {
      if (walk % 10 === 0) await house.begin()
      const [pattern, route, says] = SAYINGS[walk % SAYINGS.length] ?? random.of(SAYINGS)
      const before = cloud.requests.length, approved: Departure[] = []
      const turn = await house.say(says, route, (departure) => decide(house, departure, random, approved, counter))
      const sent = cloud.requests.slice(before)
      seen.set(pattern, (seen.get(pattern) ?? 0) + approved.length)
      const name = `walk ${String(walk)} (${pattern})`
      count(`${name}: ${String(sent.length)} requests for ${String(approved.length)} approvals`, sent.length === approved.length && approved.length <= 1)
      for (const [at, request] of sent.entries()) count(`${name}: the request is not what was shown`, approved[at] !== undefined && isAsShown(approved[at], request))
      count(`${name}: the answer says another count of bytes`, turn.answer.provenance.bytesLeft === approved.reduce((sum, { request }) => sum + request.bytes, 0))
    }
    count(`not every pattern sent something: ${JSON.stringify([...seen])}`, walks < 30 || (seen.size === 5 && [...seen.values()].every((number) => number > 0)))
    count(`tripped: ${house.trips.join('; ')}`, house.trips.length === 0)
    count(`${String(cloud.connections())} connections for ${String(cloud.requests.length)} requests`, cloud.connections() === cloud.requests.length)
    return tally()
  } finally { await house.close(); await cloud.close() }
}
