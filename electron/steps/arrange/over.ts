/** "The laundry is done", "die Milch ist leer": what is over. A task is ticked off, and what runs out in a kitchen goes on the list. */
import { findTasks, contentWords, alike } from './find.ts'
import { lists } from './lists.ts'
import { whoIsMe } from './people.ts'
import { says, type Arranged, type World } from './world.ts'

const over = /^\s*(.{2,60}?) (?:is|are|ist|sind) (?:(?:all|already|finally|now|schon|jetzt|endlich|fast|wieder) )*(done|finished|ready|empty|over|gone|fertig|erledigt|gemacht|geschafft|leer|aus|alle)\s*[.!]*\s*$/i
const ticks = /^(?:done|finished|fertig|erledigt|gemacht|geschafft)$/i
const runsOut = /^(?:done|finished|empty|gone|leer|aus|alle)$/i

/** What most kitchens and bathrooms run out of, by the word that says what it is: "Hafermilch" is milk. */
const goods = new RegExp(`(?:^|.*[^\\p{L}])\\p{L}*?(?:${[
  'milk|bread|butter|coffee|tea|sugar|salt|pepper|flour|rice|pasta|noodles|oil|vinegar|cheese|yogh?urt|cream|eggs?|ham|meat|fish|potatoes|onions?|tomatoes|apples?|bananas?|fruit|vegetables|juice|water|beer|wine|cereal|oats|muesli|honey|jam|chocolate|biscuits|soap|shampoo|toothpaste|toilet (?:paper|roll)|kitchen roll|tissues|detergent|washing powder|bin bags|nappies|diapers|wipes|cat food|dog food|litter|sunscreen|plasters',
  'milch|brot|brötchen|butter|kaffee|tee|zucker|salz|pfeffer|mehl|reis|nudeln|öl|essig|käse|joghurt|quark|sahne|eier|wurst|schinken|fleisch|fisch|kartoffeln|zwiebeln?|tomaten|äpfel|bananen|obst|gemüse|saft|wasser|sprudel|bier|wein|müsli|haferflocken|honig|marmelade|schokolade|kekse|seife|shampoo|zahnpasta|toilettenpapier|klopapier|küchenrolle|taschentücher|waschmittel|waschpulver|spülmittel|müllbeutel|windeln|feuchttücher|futter|streu|sonnencreme|pflaster|tabs',
].join('|')})$`, 'iu')

/** Undefined where it says neither; then it is a fact like any other. */
export async function isOver(text: string, world: World): Promise<Arranged | undefined> {
  const [, what = '', how = ''] = over.exec(text) ?? []
  const thing = what.replace(/^(?:the|our|my|her|his|their|die|der|das|unsere?|meine?|ihre?|seine?) /i, ''), sought = contentWords(thing)
  if (sought.length === 0) return undefined
  if (ticks.test(how)) {
    const [task, other] = findTasks({ words: sought, people: [] }, world.tasks.filter(({ list }) => list === undefined))
    if (task !== undefined && other === undefined) {
      const after = await world.mark(task, { kind: 'done', by: whoIsMe(world) ?? null })
      return after.ok ? { changes: [{ kind: 'edit-task', before: task, after: after.value }], says: [world.words.ticked(task.title)], checks: [] } : { problem: after.problem }
    }
  }
  // Nobody wants it kept for good.
  const isStatus = /^(?:done|fertig|erledigt|geschafft)$/i.test(how)
  const bought = world.tasks.some(({ list, title }) => list !== undefined && sought.every((word) => contentWords(title).some((own) => alike(word, own))))
  return runsOut.test(how) && (bought || goods.test(thing)) ? lists(`${thing} ${/[äöüß]|^(?:leer|aus|alle)$/i.test(how) ? 'ist alle' : 'is all gone'}`, world) : isStatus ? says(world.words.notFound(thing)) : undefined
}
