/** P6: with the cloud off and no model everything ends with a plan, an answer, a question or a named problem; the main jobs with what was asked for; and no socket is opened. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { connect } from 'node:net'
import type { Turn } from '../../shared/conversation.ts'
import { wording } from '../../shared/problems.ts'
import { openHouse, valueOf } from '../support/house.ts'
import { randomFrom } from '../support/random.ts'
import { householdByChance, sayingByChance, type Saying } from '../support/sayings.ts'
import { createCounter, type Tally } from './tally.ts'

/** Sayings for one household before another takes its place. */
const OF_ONE = 15

function isWhole({ answer }: Turn): boolean {
  if (answer.status === 'problem') return answer.problem !== null && wording(answer.problem).says !== '' && wording(answer.problem).todo !== ''
  return answer.status === 'done' && (answer.text.trim() !== '' || answer.runs.length > 0 || answer.proposal !== null || answer.choices.length > 0)
}

function hasCome(comes: Saying['comes'], { answer }: Turn): boolean {
  switch (comes) {
    case 'plan': return answer.runs.length > 0 && answer.proposal !== null
    case 'proposal': return answer.proposal !== null
    case 'words': return answer.status === 'done' && answer.text.trim() !== ''
    case 'anything': return true
  }
}

/** So many sayings in households by chance. */
export async function proveAlone(sayings: number): Promise<Tally> {
  const { count, tally } = createCounter(), random = randomFrom(6)
  let sockets = 0
  const onSocket = (): void => { sockets += 1 }
  subscribe('net.client.socket', onSocket)
  connect(9, '127.0.0.1').once('error', () => undefined)
  count('a socket would not be seen', sockets === 1)
  sockets = 0
  const house = await openHouse()
  try {
    await house.settings((s) => ({ ...s, engine: 'builtin', cloud: { ...s.cloud, provider: 'none' } }))
    let household = householdByChance(random)
    for (let at = 0; at < sayings; at += 1) {
      if (at % OF_ONE === 0) {
        household = householdByChance(random)
        while ((await house.handlers.calendar.undo({ changeSetId: null })).ok);
        valueOf(await house.handlers.household.write(household))
        await house.begin()
      }
      const { says, route, comes } = sayingByChance(random, at, household), turn = await house.say(says, route)
      const name = `${says} (${route}): ${turn.answer.status} ${turn.answer.problem?.name ?? turn.answer.text.slice(0, 120)}`
      count(`no end of ${name}`, isWhole(turn))
      if (comes !== 'anything') count(`not what was asked for, ${name}`, hasCome(comes, turn))
      count(`bytes left: ${name}`, turn.answer.provenance.bytesLeft === 0 && turn.answer.provenance.receiptIds.length === 0)
    }
    count('there are receipts', valueOf(await house.handlers.ledger.list(null)).length === 0)
    count(`${String(sockets)} sockets were opened`, sockets === 0)
    count(`tripped: ${house.trips.join('; ')}`, house.trips.length === 0)
    return tally()
  } finally { await house.close(); unsubscribe('net.client.socket', onSocket) }
}
