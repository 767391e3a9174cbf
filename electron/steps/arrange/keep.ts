/** What is told to be remembered: facts about people and the house, and standing rules about what may leave. */
import type { Change } from '../../../shared/calendar.ts'
import { Note, Person } from '../../../shared/household.ts'
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { moveIn } from './move-in.ts'
import { readTelling } from './telling.ts'
import { asks, says, type Arranged, type World } from './world.ts'

/** Who lives here moves in. "Emma is allergic to peanuts" goes to Emma's page; the gas man's number is a note. */
export function remember({ title = '', people }: HouseholdRequest, world: World): Arranged {
  const { household, words, newId } = world, told = readTelling(title)
  if (told !== undefined) return moveIn(told, world)
  const fact = `${title.charAt(0).toUpperCase()}${title.slice(1)}`.replace(/\s*[.!]*$/, '.')
  const [only, other] = people.flatMap(({ id }) => household.people.filter((person) => person.id === id))
  if (only !== undefined && other === undefined) {
    if (only.note?.includes(fact) === true) return says(words.notedFor(only.aliases[0] ?? only.name, fact))
    const after = Person.safeParse({ ...only, note: [only.note?.trim(), fact].filter((part) => part !== undefined && part !== '').join('\n') })
    if (!after.success) return asks(words.pageFull)
    return { changes: [{ kind: 'household', before: { list: 'people', entry: only }, after: { list: 'people', entry: after.data } }], says: [words.notedFor(only.aliases[0] ?? only.name, fact)], checks: [] }
  }
  const [, owner] = /^(?:the |our |my |die |der |das |unsere?r? |meine?r? )?(.{2,60}?)(?:['’]s?)? (?:number|phone|address|code|password|email|is|are|ist|sind|nummer|telefonnummer)\b/i.exec(title) ?? []
  const name = (owner ?? title.split(/[,.;:]/)[0] ?? title).slice(0, 60)
  const entry = Note.parse({ id: newId(), title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, text: fact })
  return { changes: [{ kind: 'household', before: null, after: { list: 'notes', entry } } satisfies Change], says: [words.noted(fact)], checks: [] }
}

const forbids = /^(?:please )?(?:(?:you must |you should )?never|don['’]?t(?: ever)?|do not|nobody outside (?:may|should)|erwähne? nie(?:mals)?|sag nie(?:mals)?|nenn(?:e)? nie(?:mals)?|nie(?:mals)?) ?(?:mention|send|share|tell (?:anyone|anybody|the cloud)(?: about)?|say|show|give away|reveal|let out|write|name|erwähnen|senden|sagen|nennen|verraten)? ?(?:about |of )?(?:the |our |my |die |den |das |der |unsere?n? |meine?n? )?(.{2,200}?)(?: (?:to (?:anyone|anybody|the cloud)|outside|erwähnen|nennen|verraten|sagen))?[.!]*$/i
const about = /\b(?:mention|send|share|tell|say|reveal|give away|let out|name|erwähn\w*|verrat\w*|nenn\w*)\b/i
const releases = /^(?:you may (?:always )?|always |it is fine to |du darfst (?:immer )?|immer )(?:mention|send|share|say|name|erwähnen|senden|nennen|erwähne|nenne) (?:the |our |die |den |das |der |unsere?n? )?(.{2,200}?)(?: (?:erwähnen|nennen))?[.!]*$/i

export function rule({ title = '' }: HouseholdRequest, { household, words, newId, now }: World): Arranged {
  const [, free] = releases.exec(title) ?? [], [, shut] = about.test(title) ? forbids.exec(title) ?? [] : []
  const phrase = free ?? shut
  if (phrase === undefined) return says(words.ruleUnread)
  const kind = free === undefined ? 'forbid' : 'release'
  const entry = { id: newId(), kind, phrase: phrase.trim(), since: now } as const
  const present = household.rules.find((one) => one.phrase.toLowerCase() === entry.phrase.toLowerCase())
  const line = kind === 'forbid' ? words.ruleForbid(entry.phrase) : words.ruleRelease(entry.phrase)
  if (present?.kind === kind) return says(line)
  return { changes: [{ kind: 'household', before: present === undefined ? null : { list: 'rules', entry: present }, after: { list: 'rules', entry: present === undefined ? entry : { ...entry, id: present.id } } }], says: [line], checks: [] }
}
