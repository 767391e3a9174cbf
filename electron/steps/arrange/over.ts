/** "The laundry is done", "die Milch ist leer": what is over. A task is ticked off, and what runs out in a kitchen goes on the list. */
import type { Task } from '../../../shared/tasks.ts'
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { alike, contentWords, findTasks, soughtOf } from './find.ts'
import { lists } from './lists.ts'
import { whoIsMe } from './people.ts'
import { says, type Arranged, type World } from './world.ts'

const over = /^\s*(.{2,60}?) (?:is|are|ist|sind) (?:(?:all|already|finally|now|schon|jetzt|endlich|fast|wieder) )*(done|finished|ready|empty|over|gone|fertig|erledigt|gemacht|geschafft|leer|aus|alle)\s*[.!]*\s*$/i
const ticks = /^(?:done|finished|fertig|erledigt|gemacht|geschafft)$/i
const runsOut = /^(?:done|finished|empty|gone|leer|aus|alle)$/i

/** What most kitchens and bathrooms run out of, by its last word; in German also the last part of one: "Hafermilch" is milk, a "Feier" holds no eggs. */
const english = new RegExp('(?<!\\p{L})(?:milk|bread|butter|coffee|tea|sugar|salt|pepper|flour|rice|pasta|noodles|oil|vinegar|cheese|yogh?urt|cream|eggs?|ham|meat|fish|potatoes|onions?|tomatoes|apples?|bananas?|fruit|vegetables|juice|water|beer|wine|cereal|oats|muesli|honey|jam|chocolate|biscuits|soap|shampoo|toothpaste|toilet (?:paper|roll)|kitchen roll|tissues|detergent|washing powder|bin bags|nappies|diapers|wipes|cat food|dog food|litter|sunscreen|plasters)$', 'iu')
const german = new RegExp('(?:milch|brot|brötchen|butter|kaffee|tee|zucker|salz|pfeffer|mehl|reis|nudeln|öl|essig|käse|joghurt|quark|sahne|eier|wurst|schinken|fleisch|fisch|kartoffeln|zwiebeln?|tomaten|äpfel|bananen|obst|gemüse|saft|wasser|sprudel|bier|wein|müsli|haferflocken|honig|marmelade|schokolade|kekse|seife|shampoo|zahnpasta|toilettenpapier|klopapier|küchenrolle|taschentücher|waschmittel|waschpulver|spülmittel|müllbeutel|windeln|feuchttücher|futter|streu|sonnencreme|pflaster|tabs)$', 'iu')
const noGoods = /(?:[pk]reis|schwein|(?:f|l|g|schl)eier|komitee)$/i
export const isGoods = (thing: string): boolean => english.test(thing) || (german.test(thing) && !noGoods.test(thing))

/** What is done about the house, and said so: who slept well, or took the children to the zoo, tells of something else. */
const verbs = 'did|done|watered|fed|emptied|unloaded|loaded|cleaned|vacuumed|hoovered|mowed|washed|folded|ironed|swept|tidied|paid|bought'
const participles = 'gemacht|erledigt|gegossen|gefüttert|geleert|ausgeleert|ausgeräumt|eingeräumt|aufgeräumt|geputzt|gesaugt|gewischt|gemäht|gewaschen|gefaltet|gebügelt|gekehrt|gefegt|bezahlt|überwiesen|gekauft|(?:raus|runter|hinaus)(?:gebracht|gestellt|getragen)'
/** "I watered the plants", "Max did the bins", "mark the plants as watered". */
const told = new RegExp(`^\\s*(?:(i|we|\\p{L}+)(?: have| has|['’]ve|['’]s)?(?: (?:just|already|now|finally))* (?:(?:${verbs})|(?:took|taken|put)(?= .* (?:out|away)\\b))|mark) (?:the |our |my |all the )?(.{2,60}?)(?: (?:as )?(?:${verbs}))?(?: (?:out|up|in|away))?(?: (?:today|already|now|just now|this morning|tonight))?[\\s.!]*$`, 'iu')
/** "Ich habe die Pflanzen gegossen", "Max hat den Müll rausgebracht". */
const toldInGerman = new RegExp(`^\\s*(ich|Ich|wir|Wir|\\p{Lu}\\p{L}+) (?:habe|haben|hat)(?: (?:schon|gerade|jetzt|heute|eben))* (?:(?:die|den|das|unsere?n?|meine?n?|alle) )?(\\p{Lu}.{1,60}?)(?: (?:schon|gerade|heute|eben))* (?:${participles})[\\s.!]*$`, 'u')

const partsOf = (text: string): RegExpExecArray | null => (text.includes('?') || /\b(?:every|each|tomorrow|next|jede\w*|morgen|nächste\w*)\b/i.test(text) ? null : told.exec(text) ?? toldInGerman.exec(text))

/** Whether somebody tells what they have done. */
export const isTold = (text: string): boolean => partsOf(text) !== null

/** The task somebody has done is ticked off, by them, and what they bought; undefined where a day is named, which is no task that is done. */
export async function done(text: string, request: HouseholdRequest, world: World): Promise<Arranged | undefined> {
  if (request.start !== undefined || request.due !== undefined || request.repetition !== undefined) return undefined
  const [, who = '', what = ''] = partsOf(text) ?? [], [named] = request.people.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const sought = soughtOf({ title: what, people: [] }, world.household).words
  if (sought.length === 0) return undefined
  const chores = findTasks({ words: sought, people: [] }, world.tasks.filter(({ list }) => list === undefined))
  const [task, other] = chores.length > 0 ? chores : findTasks({ words: sought, people: [] }, world.tasks)
  // What is told of somebody may be worth keeping: "Emma did the Seepferdchen".
  if (task === undefined || other !== undefined) return named !== undefined && request.intent === 'fact' ? undefined : says(world.words.notFound(what))
  const by = /^(?:i|ich)$/i.test(who) ? whoIsMe(world) ?? null : /^(?:we|wir|)$/i.test(who) ? null : named ?? null
  return tick(task, by, world)
}

async function tick(task: Task, by: string | null, { mark, words }: World): Promise<Arranged> {
  const after = await mark(task, { kind: 'done', by })
  return after.ok ? { changes: [{ kind: 'edit-task', before: task, after: after.value }], says: [words.ticked(task.title)], checks: [] } : { problem: after.problem }
}

/** Undefined where it says neither; then it is a fact like any other. */
export async function isOver(text: string, world: World): Promise<Arranged | undefined> {
  const [, what = '', how = ''] = over.exec(text) ?? []
  const thing = what.replace(/^(?:the|our|my|her|his|their|die|der|das|unsere?|meine?|ihre?|seine?) /i, ''), sought = contentWords(thing)
  if (sought.length === 0) return undefined
  if (ticks.test(how)) {
    const [task, other] = findTasks({ words: sought, people: [] }, world.tasks.filter(({ list }) => list === undefined))
    if (task !== undefined && other === undefined) return tick(task, whoIsMe(world) ?? null, world)
  }
  // Nobody wants it kept for good.
  const isStatus = /^(?:done|fertig|erledigt|geschafft)$/i.test(how)
  const bought = world.tasks.some(({ list, title }) => list !== undefined && sought.every((word) => contentWords(title).some((own) => alike(word, own))))
  return runsOut.test(how) && (bought || isGoods(thing)) ? lists(`${thing} ${/[äöüß]|^(?:leer|aus|alle)$/i.test(how) ? 'ist alle' : 'is all gone'}`, world) : isStatus ? says(world.words.notFound(thing)) : undefined
}
