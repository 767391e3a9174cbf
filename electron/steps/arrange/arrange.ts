/** Household requests → what would change, in the household's own words. Nothing is written; whatever is unclear is asked. */
import type { Arrangement, LastArranged } from '../../../shared/stages.ts'
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { cancel, change, move, remindOf } from './alter.ts'
import { remember, rule } from './keep.ts'
import { lists } from './lists.ts'
import { make, makeReminder } from './make.ts'
import { done, isGoods, isOver, isTold } from './over.ts'
import { isFinding, rearrange } from './rearrange.ts'
import { questionOf, tell } from './tell.ts'
import { asks, says, type Arranged, type Made, type World } from './world.ts'

/** What a proposal can hold. */
const MOST_CHANGES = 100

/** Everything that one message asks for, as one proposal; the first thing that is unclear is asked before anything else. `text` is the message without its answers. */
export async function arrange(arrangement: Arrangement, text: string, world: World): Promise<Arranged> {
  const arranged = await arrangeAll(arrangement, text, world)
  // What ends in an abbreviation ("23. Nov.") ends its sentence too.
  return 'says' in arranged ? { ...arranged, says: arranged.says.map((line) => line.replace(/\.\.(?=\s|$)/g, '.')) } : arranged
}

async function arrangeAll({ requests, last }: Arrangement, text: string, world: World): Promise<Arranged> {
  const [first] = requests
  if (last?.status === 'accepted' && first?.corrects === true) return corrected(first, last, world)
  const made: Made[] = []
  for (const request of requests) {
    if (request.unclear !== undefined) return asks(request.unclear.ask, request.unclear.choices)
    const one = await arrangeOne(request, text, world)
    if (!('changes' in one)) return one
    made.push(one)
  }
  const changes = made.flatMap((one) => one.changes)
  if (changes.length > MOST_CHANGES) return asks(world.words.tooMuch)
  return { changes, says: [...new Set(made.flatMap((one) => one.says))], checks: [...new Set(made.flatMap(({ checks }) => checks))] }
}

async function arrangeOne(request: HouseholdRequest, text: string, world: World): Promise<Arranged> {
  const whole = (await rearrange(request, text, world)) ?? (isTold(text) ? await done(text, request, world) : undefined)
  if (whole !== undefined) return whole
  switch (request.intent) {
    case 'create': return request.start === undefined && request.due === undefined && /^\s*(?:please )?(?:add|put) /i.test(text) && isGoods(request.title ?? '') ? lists(text, world) : make(request, world)
    case 'move': return move(request, world)
    case 'cancel': return cancel(request, world)
    case 'change': return change(request, world)
    case 'remind': return request.reminders.length > 0 || request.start === undefined ? (await remindOf(request, world)) ?? makeReminder(request, world) : makeReminder(request, world)
    case 'list': return isAgenda(text, request) ? (await tell('agenda', request, text, world)) ?? says(world.words.notFound(request.title ?? '')) : lists(text, world)
    case 'rule': return rule(request, world)
    case 'fact': return (await isOver(text, world)) ?? remember(request, world)
    case 'undo': return takeBack(world)
    case 'ask': {
      const question = questionIn(request, text)
      return (question === undefined ? undefined : await tell(question, request, text, world)) ?? { unanswered: world.words.notFound(request.title ?? text) }
    }
    // "When is power cheapest?" is asked, not planned.
    case 'plan': return (await tell('prices', request, text, world)) ?? says(world.words.noTariff)
    // Told apart before.
    case 'write': throw new Error(`${request.intent} is not arranged`)
  }
}

/** "Show me next week", "list all of Emma's appointments". */
const isAgenda = (text: string, { start, people }: HouseholdRequest): boolean => (start !== undefined || people.length > 0) && !/\blists?\b(?! all)|liste|zettel/i.test(text.replace(/^\s*list\b/i, ''))

/** What was accepted already is moved to where the correction puts it. */
async function corrected(request: HouseholdRequest, last: LastArranged, world: World): Promise<Arranged> {
  const task = last.changes.flatMap((one) => (one.kind === 'add-task' || one.kind === 'edit-task' ? [one.after] : [])).at(-1)
  if (request.repetition !== undefined && task === undefined) {
    const once = last.changes.flatMap((one) => (one.kind === 'add' || one.kind === 'edit' ? [one.after] : [])).at(-1)
    if (once !== undefined) return change({ ...request, intent: 'change', title: once.title, people: [] }, world)
  }
  if (request.start !== undefined && task !== undefined && last.changes.length === 1) return move({ ...request, intent: 'move', title: task.title, people: [] }, world)
  const event = last.changes.flatMap((one) => (one.kind === 'add' || one.kind === 'edit' ? [one.after] : [])).at(-1)
  if (event === undefined) return asks(world.words.unknownChange)
  return move({ ...request, intent: 'move', title: event.title, people: [] }, { ...world, answers: [...world.answers, world.words.theOne(world.words.when(event))] })
}

async function takeBack({ words, takingBack }: World): Promise<Arranged> {
  const back = await takingBack()
  if (!back.ok) return { problem: back.problem }
  return back.value === undefined ? says(words.undoNothing) : { changes: back.value.changes, says: [words.undoWhat(back.value.label)], checks: [] }
}

/** By its own words, or where a verb parted ("was steht … an") by the whole message. */
const questionIn = (request: HouseholdRequest, text: string): ReturnType<typeof questionOf> => questionOf(request.title ?? text, request) ?? questionOf(text, request)

/** Whether all that is asked is the household's own affair. A statement without a time that asks for nothing is left to conversation. */
export function isHouseholds(requests: readonly HouseholdRequest[], text: string): boolean {
  return requests.length > 0 && (!mood.test(text) || away.test(text) || hosting.test(text) || isTold(text) || requests.every(({ intent }) => intent === 'list')) && requests.every((request) => {
    switch (request.intent) {
      case 'plan': return (/^\s*(?:when|what|how|wann|wie|was)\b/i.test(text) && questionIn(request, text) === 'prices') || isFinding(text)
      case 'write': return false
      case 'ask': return questionIn(request, text) !== undefined || isFinding(text)
      case 'create': return request.unclear === undefined ? request.start !== undefined || request.due !== undefined || request.repetition !== undefined || errand.test(text) || isTold(text) : request.title !== undefined
      case 'change': return request.unclear === undefined || request.title !== undefined
      case 'fact': return !text.includes('?') && (isTold(text) || !past.test(text))
      case 'rule': return !/^\s*(?:i|we|it|he|she|they|ich|wir|es|er|sie)\b/i.test(text)
      default: return true
    }
  })
}
/** How somebody feels or what somebody thinks is no appointment, though a day may stand in it. */
const mood = /^\s*(?:i|we|it|this|that|he|she|they|ich|wir|es|das|er|sie)(?: (?:am|are|is|was|were|bin|ist|sind|war|waren|feel|felt|think|thought|hope|love|hate|wish|know|guess|don['’]?t|didn['’]?t|couldn['’]?t|slept|ate|saw|went|fühle|denke|hoffe|liebe|hasse|glaube|weiß|schlief)|['’](?:m|re|s))\b/i
/** What somebody did is told in passing, and nothing to keep. */
const past = /^\s*(?:(?:ich|wir) (?:habe|haben|bin|sind) .*(?<!\p{L})\p{L}*ge\p{L}+(?:t|en)|(?:i|we)(?: have|['’]ve) (?:(?:just|already|never|also) )?\p{L}+(?:ed|en|ept|ought|ade|one) .*)[\s.!]*$/iu
/** Guests come to the house on a day. */
const hosting = /^\s*(?:we(?:['’]re| are) (?:having|expecting|hosting) (?!(?:a )?(?:fun|trouble|problems|difficult))|(?:we|i)(?:['’](?:re|m)| are| am) (?:meeting|seeing|visiting|having (?:lunch|dinner|breakfast|coffee|tea|drinks)|going (?:to|out|for)|playing|flying|travelling|driving|taking) )/i
/** But this takes days out of the calendar. */
const away = /\b(?:on (?:a )?(?:holiday|vacation|trip)|away|abroad|out of town|im urlaub|weg|nicht (?:da|zu ?hause)|verreist|in den ferien|unterwegs)\b/i
/** What begins like this is to be done by somebody. */
const errand = /^\s*(?:please |bitte |we (?:need|have|must) to |i (?:need|have|must) to |don['’]?t forget to |wir müssen |ich muss |nicht vergessen[:,]? )*(?:make (?:a|an) (?:appointment|reservation)|schedule|arrange|mach\w* (?:einen|ein|nen) termin|vereinbar\w*|add|buy|call|ring|phone|pay|book|order|return|collect|fetch|pick up|drop off|bring|take|fix|repair|clean|wash|renew|sign|send back|water|feed|empty|pack|print|check|replace|get|kauf\w*|ruf\w*|bezahl\w*|bestell\w*|hol\w*|bring\w*|reparier\w*|putz\w*|gieß\w*|anrufen|kaufen|bezahlen|bestellen|abholen)\b/i
