/** P11: nothing is written before the yes, only what was shown is written by it, and taking it back leaves everything as it was; whoever answers late, twice or wrongly is refused. */
import type { Change, EventDraft } from '../../shared/calendar.ts'
import type { Turn } from '../../shared/conversation.ts'
import type { PlanningProblem, Placement } from '../../shared/planning.ts'
import type { Result } from '../../shared/result.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'
import { randomFrom, type Random } from '../support/random.ts'
import { answerWith, chatCompletion, startRecordingCloud } from '../support/recording-cloud.ts'
import { householdByChance, sayingByChance } from '../support/sayings.ts'
import { createCounter, type Counter, type Tally } from './tally.ts'

const OF_ONE = 24
const nameOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.name)

/** Everything a change can touch, to the letter. */
async function stateOf({ handlers }: House): Promise<string> {
  return JSON.stringify([valueOf(await handlers.calendar.between({ from: '2026-11-01T00:00:00Z', to: '2027-03-01T00:00:00Z' })), valueOf(await handlers.tasks.list(null)), valueOf(await handlers.household.read(null))])
}
const afterOf = (change: Change): { readonly id: string } | null => (change.kind === 'household' ? change.after?.entry ?? null : change.kind === 'remove' || change.kind === 'remove-task' ? null : change.after)

interface Round { readonly house: House; readonly turn: Turn; readonly changes: readonly Change[]; readonly before: string; readonly name: string; readonly random: Random; readonly count: Counter['count'] }

/** The yes, and that all of it and nothing else is there. */
async function accepted({ house, turn, changes, before, name, count }: Round, without: readonly number[] = []): Promise<string> {
  count(`${name}: the yes is refused`, (await house.handlers.calendar.accept({ turnId: turn.id, without: [...without] })).ok)
  const now = await stateOf(house), kept = changes.filter((_, at) => !without.includes(at))
  count(`${name}: what was accepted is not there`, now !== before && kept.every((change) => { const after = afterOf(change); return after === null || now.includes(`"id":"${after.id}`) }))
  count(`${name}: what was left out is there`, changes.every((change, at) => { const after = afterOf(change); return !without.includes(at) || after === null || before.includes(`"id":"${after.id}"`) || !now.includes(`"id":"${after.id}"`) }))
  return now
}
async function refusedAs(what: string, names: readonly string[], result: Promise<Result<unknown>>, state: string, { house, name, count }: Round): Promise<void> {
  const became = nameOf(await result)
  count(`${name}: ${what}: ${became}`, names.includes(became))
  count(`${name}: ${what} changed something`, await stateOf(house) === state)
}
async function takenBack(round: Round): Promise<void> {
  const { house, before, name, count, turn } = round
  count(`${name}: it cannot be taken back`, (await house.handlers.calendar.undo({ changeSetId: turn.id })).ok)
  count(`${name}: taken back it is not as it was`, await stateOf(house) === before)
}

const GONE = ['calendar.decided', 'vault.not-found']
/** What a person, or somebody in their place, does with a proposal. */
const FATES: readonly ((round: Round) => Promise<void>)[] = [
  async (round) => {
    const now = await accepted(round)
    await refusedAs('a second yes', GONE, round.house.handlers.calendar.accept({ turnId: round.turn.id, without: [] }), now, round)
    await refusedAs('a no after the yes', GONE, round.house.handlers.calendar.dismiss({ turnId: round.turn.id }), now, round)
    await takenBack(round)
  },
  async (round) => {
    await refusedAs('a yes to nothing', ['vault.not-found', 'calendar.decided'], round.house.handlers.calendar.accept({ turnId: `${round.turn.id.slice(0, -1)}~`, without: [] }), round.before, round)
    await refusedAs('a yes without any of it', ['input.invalid'], round.house.handlers.calendar.accept({ turnId: round.turn.id, without: round.changes.map((_, at) => at) }), round.before, round)
    await accepted(round, round.changes.length > 1 ? [round.random(round.changes.length)] : [])
    await takenBack(round)
  },
  async (round) => {
    valueOf(await round.house.handlers.calendar.dismiss({ turnId: round.turn.id }))
    await refusedAs('a yes after the no', GONE, round.house.handlers.calendar.accept({ turnId: round.turn.id, without: [] }), round.before, round)
  },
  async (round) => {
    const at = round.changes.findIndex(({ kind }) => kind === 'add'), change = round.changes[at], { id: _id, ...draft } = change?.kind === 'add' ? change.after : { id: '' }
    if (at !== -1) {
      const title = `Amended ${String(round.random(1e6))}`
      round.count(`${round.name}: cannot be amended`, (await round.house.handlers.calendar.amend({ turnId: round.turn.id, at, event: { ...draft as EventDraft, title } })).ok)
      round.count(`${round.name}: amending wrote something`, await stateOf(round.house) === round.before)
      round.count(`${round.name}: what was amended is not what is there`, (await accepted(round)).includes(title))
    } else await accepted(round)
    await takenBack(round)
    await refusedAs('a yes after it was taken back', GONE, round.house.handlers.calendar.accept({ turnId: round.turn.id, without: [] }), round.before, round)
    await refusedAs('taking it back twice', ['calendar.nothing-to-undo', 'calendar.changed'], round.house.handlers.calendar.undo({ changeSetId: round.turn.id }), round.before, round)
  },
  async (round) => {
    const { handlers } = round.house, run = round.changes.find((change) => change.kind === 'add' && change.after.deviceId !== undefined), edit = round.changes.find((change) => change.kind === 'edit' || change.kind === 'remove')
    if (run?.kind === 'add') { const { id: _id, ...draft } = run.after; valueOf(await handlers.calendar.save({ id: null, event: { ...draft, title: 'Taken meanwhile' }, scope: 'one' })) }
    else if (edit?.kind === 'edit' || edit?.kind === 'remove') { const { id, ...draft } = edit.before; valueOf(await handlers.calendar.save({ id, event: { ...draft, note: 'changed meanwhile' }, scope: 'all' })) }
    else return FATES[0]?.(round)
    await refusedAs('a yes to what is stale', ['plan.clash', 'calendar.changed'], handlers.calendar.accept({ turnId: round.turn.id, without: [] }), await stateOf(round.house), round)
    valueOf(await handlers.calendar.undo({ changeSetId: null }))
  },
  async (round) => {
    const now = await accepted(round), { handlers } = round.house, made = round.changes.find((change) => change.kind === 'add')
    if (made?.kind === 'add') {
      const { id, ...draft } = made.after
      valueOf(await handlers.calendar.save({ id, event: { ...draft, note: 'and by hand' }, scope: 'all' }))
      await refusedAs('taking back what was changed since', ['calendar.changed'], handlers.calendar.undo({ changeSetId: round.turn.id }), await stateOf(round.house), round)
      valueOf(await handlers.calendar.undo({ changeSetId: null }))
      round.count(`${round.name}: the later change taken back leaves something`, await stateOf(round.house) === now)
    }
    await takenBack(round)
  },
]

/** So many sayings that propose something, each with one of the fates. */
export async function proveYes(sayings: number): Promise<Tally> {
  const { count, tally } = createCounter(), random = randomFrom(11), house = await openHouse()
  let proposals = 0
  try {
    let household = householdByChance(random)
    for (let at = 0; at < sayings; at += 1) {
      if (at % OF_ONE === 0) {
        household = householdByChance(random)
        while ((await house.handlers.calendar.undo({ changeSetId: null })).ok);
        valueOf(await house.handlers.household.write(household))
        for (const title of ['Choir', 'Pottery']) valueOf(await house.handlers.calendar.save({ id: null, event: { title, start: '2026-11-26T17:00:00Z', end: '2026-11-26T18:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [] }, scope: 'one' }))
        await house.begin()
      }
      const says = at % 4 === 3 ? random.of(['Move choir to Friday at 5 pm', 'Cancel pottery', 'Push choir back by an hour', 'Make pottery 15 minutes longer']) : sayingByChance(random, random(8), household).says
      const before = await stateOf(house), turn = await house.say(says, 'auto'), changes = turn.answer.proposal?.changes ?? []
      count(`${says}: something was written before the yes`, await stateOf(house) === before)
      if (changes.length === 0) continue
      proposals += 1
      await FATES[proposals % FATES.length]?.({ house, turn, changes, before, name: `${says} (fate ${String(proposals % FATES.length)})`, random, count })
    }
    count(`only ${String(proposals)} proposals of ${String(sayings)}`, proposals > sayings * 0.6)
    count(`tripped: ${house.trips.join('; ')}`, house.trips.length === 0)
    return tally()
  } finally { await house.close() }
}

/** What a cloud makes of a plan that holds. */
const SPOILED: readonly ((plan: readonly Placement[], problem: PlanningProblem, random: Random) => readonly unknown[])[] = [
  (plan) => plan,
  (plan, { slots }, random) => plan.map((one) => ({ ...one, start: random(slots) })),
  (plan) => plan.slice(1),
  (plan) => [...plan, ...plan],
  (plan, { slots }) => plan.map((one) => ({ ...one, start: slots - 1 })),
  (plan) => plan.map((one, at) => ({ ...one, job: `J${String(at + 7)}` })),
  (plan) => plan.map((one) => ({ ...one, start: 0, slots: one.slots === undefined ? null : one.slots.map((_, at) => at) })),
]

/** So many plans from a cloud that spoils them by chance: what is proposed costs what the proven plan costs, ends in time, and is only proposed. */
export async function provePlans(plans: number): Promise<Tally> {
  const { count, tally } = createCounter(), random = randomFrom(111), house = await openHouse()
  const spoiled = new Map<number, number>()
  let kind = 0
  const cloud = await startRecordingCloud({ behave: (socket, request) => {
    const { messages } = JSON.parse(request.body.toString().trim()) as { messages: readonly { readonly content: string }[] }
    const { problem } = JSON.parse(messages[1]?.content ?? '') as { problem: PlanningProblem }
    const plan = problem.jobs.map(({ id, length, windows, contiguous }): Placement => { const start = windows.findLast(([from, to]) => to - from >= length)?.[0] ?? 0; return { job: id, start, ...(contiguous ? {} : { slots: Array.from({ length }, (_, at) => start + at) }) } })
    answerWith(200, chatCompletion(JSON.stringify({ plan: SPOILED[kind]?.(plan, problem, random).map((one) => ({ slots: null, ...one as object })), binding: [] })))(socket, request)
  } })
  try {
    await house.settings((s) => ({ ...s, cloud: { provider: 'compatible', address: `http://127.0.0.1:${String(cloud.port)}/v1`, model: 'test-model', prices: null } }))
    valueOf(await house.handlers.settings.setKey({ key: 'test-key' }))
    for (let at = 0; at < plans; at += 1) {
      kind = at % SPOILED.length
      const hour = 5 + random(4), says = random.of([`Run the dishwasher and charge the car tonight as cheaply as possible, both done before ${String(hour)}:00`, `Run the dishwasher tonight as cheaply as possible, done before ${String(hour)}:00`])
      const proven = await house.say(says, 'here'), before = await stateOf(house), { answer } = await house.say(says, 'cloud', house.approve)
      const costOf = (turn: Turn['answer']): number => turn.runs.reduce((sum, { cost }) => sum + (cost ?? 0), 0), [dear, best] = [costOf(answer), costOf(proven.answer)]
      const name = `${says}, spoiled ${String(kind)}: ${answer.status} ${answer.problem?.name ?? ''}, ${String(dear)} for ${String(best)}`
      // One that says a thing twice is no plan at all, and is refused as a whole.
      const isRefused = kind === 3 && answer.problem?.name === 'cloud.unreadable' && answer.proposal === null
      count(`${name}: another number of runs`, isRefused || (answer.runs.length === proven.answer.runs.length && answer.runs.length > 0))
      count(`${name}: dearer than proven`, dear <= best * 1.01 + 0.005)
      count(`${name}: ends too late`, answer.runs.every(({ spans }) => spans.every(({ to }) => to <= `2026-11-23T${String(hour - 1).padStart(2, '0')}:00:00Z`)))
      count(`${name}: wrote something`, await stateOf(house) === before)
      spoiled.set(kind, (spoiled.get(kind) ?? 0) + Number(answer.text.includes('gave a plan that does not work')))
    }
    count(`nothing spoiled was told: ${JSON.stringify([...spoiled])}`, plans < SPOILED.length || [2, 4, 5].every((one) => (spoiled.get(one) ?? 0) > 0))
    return tally()
  } finally { await house.close(); await cloud.close() }
}
