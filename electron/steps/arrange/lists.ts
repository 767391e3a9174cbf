/** Lists by chat: what goes on one, what comes off, what is on it. */
import type { Change } from '../../../shared/calendar.ts'
import type { Task } from '../../../shared/tasks.ts'
import { contentWords } from './find.ts'
import { says, type Arranged, type World } from './world.ts'

const asking = /^(?:what|what's|whats|show|list|print|display|is there|are there|how|do we|have we|was|zeig|zeige|liste|gibt es|steht|stehen|haben wir)\b/i
/** "Eier von der Liste streichen": the verb stands last. */
const offLast = /\b(?:streichen|nehmen|entfernen|löschen|abhaken)\s*[.!]?$/i
const off = /^(?:tick|check|cross|take|remove|delete|got|bought|we have|streich|streiche|hak|hake|nimm|entferne|lösch|lösche)\b/i
const named = /\b(?:on|onto|to|from|off|in|auf|von|in|an)?\s*(?:the |our |my |die |der |den |unsere |unserer |meine |meiner )?((?:[\p{L}-]+ )?(?:list|liste)|[\p{L}-]*(?:einkaufsliste|packliste|wunschliste|einkaufszettel))\b/iu
/** "Coffee is all gone", "Kaffee ist alle", "no bread left": what is used up is to be bought. */
const usedUp = /\s+(?:(?:is|are|ist|sind)\s+(?:all |almost |nearly |fast )*(?:used up|gone|alle|aufgebraucht|ausgegangen)|geht zur neige|gehen zur neige|left|mehr da|mehr im haus|mehr)\s*[.!]*$/i
const clearing = /^(?:please |bitte )?(?:delete|clear|empty|wipe|lösche?|leere?|leer) (?:(?:out|the|our|my|whole|entire|die|unsere|meine|ganze) )*(?:[\p{L}-]+ )?(?:list|\p{L}*liste|\p{L}*zettel)\s*[.!]*$|(?:list|liste|zettel) (?:leeren|löschen)\s*[.!]*$/iu
const opening = /^(?:please |bitte )?(?:put|add|write|set|tick|check|cross|take|remove|delete|(?:we['’]re|we are|i['’]m) (?:running |getting |almost |nearly )*(?:out of|low on)|running (?:out of|low on)|out of|low on|(?:there['’]s|there is|we have|we['’]ve got) no(?: more)?|no(?: more)?|keine?n?|wir haben keine?n?|we['’]ve run out of|we|i|need|are out of|have run out of|got|bought|setz|setze|schreib|schreibe|pack|packe|tu|streich|streiche|hak|hake|nimm|entferne|lösch|lösche|wir brauchen|ich brauche)\b\s*(?:need |are out of |have run out of |ran out of |off |down )?/i

/** The name of a list as it is written, or "Shopping". */
function listIn(text: string, { words, tasks }: World): string {
  const said = named.exec(text)?.[1]
  if (said === undefined || /^(?:shopping|grocery|groceries|einkauf)/i.test(said)) return tasks.find(({ list }) => list !== undefined && /^(?:shopping|groceries|einkauf)/i.test(list))?.list ?? words.shopping
  const name = said.replace(/\s*(?:list|liste)$/i, '').trim()
  const known = tasks.find(({ list }) => list?.toLowerCase().startsWith(name.toLowerCase()) === true)?.list
  return known ?? (name === '' ? words.shopping : `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
}

export async function lists(text: string, world: World): Promise<Arranged> {
  const { words, tasks, newId } = world
  const list = listIn(text, world), items = tasks.filter((task) => task.list === list && task.doneAt === undefined)
  if (asking.test(text.trim()) || text.trim().endsWith('?')) return says(items.length === 0 ? words.listEmpty(list) : words.listHolds(list, items.map(({ title }) => title).join(', ')))
  if (clearing.test(text.trim())) return items.length === 0 ? says(words.listEmpty(list)) : { changes: items.map((before): Change => ({ kind: 'remove-task', before })), says: [words.cleared(words.list(items.map(({ title }) => title)), list)], checks: [] }
  const rest = text.replace(named, ' ').replace(opening, '').replace(offLast, '').replace(usedUp, '').replace(/^(?:also|and|plus|auch|und|dazu|außerdem)\s+(?:auch |noch |also |some )?/i, '').replace(/[.!]+$/, '').replace(/\s+(?:off|down|ab|runter|drauf|to|on|from|auf|von)\s*$/i, '').trim()
  const things = rest.split(/\s*(?:,|;|\band\b|\bund\b|&)\s*/i).map((thing) => thing.replace(/^(?:some|the|a|an|etwas|noch|die|der|das|den|ein|eine|einen)\s+/i, '').trim()).filter((thing) => thing !== '').slice(0, 40)
  if (things.length === 0) return says(items.length === 0 ? words.listEmpty(list) : words.listHolds(list, items.map(({ title }) => title).join(', ')))
  if (off.test(text.trim()) || offLast.test(text.trim())) {
    const found = things.flatMap((thing) => items.find(({ title }) => title.toLowerCase() === thing.toLowerCase()) ?? items.find(({ title }) => contentWords(thing).every((word) => contentWords(title).includes(word))) ?? [])
    if (found.length === 0) return says(words.notFound(things.join(', ')))
    const ticked: Change[] = []
    for (const before of found) {
      const after = await world.mark(before, { kind: 'done', by: null })
      if (!after.ok) return { problem: after.problem }
      ticked.push({ kind: 'edit-task', before, after: after.value })
    }
    return { changes: ticked, says: [words.offList(words.list(found.map(({ title }) => title)), list)], checks: [] }
  }
  const fresh = things.filter((thing) => !items.some(({ title }) => title.toLowerCase() === thing.toLowerCase()))
  if (fresh.length === 0) return says(words.listHolds(list, items.map(({ title }) => title).join(', ')))
  const item = (title: string): Task => ({ id: newId(), title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`.slice(0, 300), list, people: [], rotation: 'together', effort: 1, checklist: [], reminders: [], medicine: false, done: [] })
  return { changes: fresh.map((thing): Change => ({ kind: 'add-task', after: item(thing) })), says: [words.onList(words.list(fresh), list)], checks: [] }
}
