/** Lists every private value a household has, for the privacy layers: names and their parts, aliases, numbers, addresses, canaries; and the phrases it has forbidden. */
import type { Household, Person, Place } from '../../shared/household.ts'
import { PlainDate } from '../../shared/time.ts'
import type { Written } from './words.ts'

/** As `KnownValue` of the privacy layers, which may not be imported here. */
interface Known { readonly value: string; readonly kind: string; readonly entity: string; readonly cue?: string; readonly strength: 'identifying' | 'word' | 'role' | 'forbidden' }

/** Words that say what somebody is, not who. */
const ROLE_WORDS = new Set('mum mom mummy mommy mama dad daddy papa baby toddler kid child son daughter wife husband partner grandma granny grandpa nana aunt auntie uncle nanny sitter dog cat puppy kitten home house work school office nursery kindergarten gym shop mami mutti papi vati säugling kleine kleiner kind kinder sohn tochter mann frau ehemann ehefrau partnerin oma omi opa opi tante onkel babysitter babysitterin hund katze kater welpe zuhause haus arbeit schule büro krippe kita laden klinik krankenhaus'.split(' '))
const TITLES = new Set('mr mrs ms miss dr prof st saint the a an our my of and van von de la le der den du di da al el bin ibn der die das dem des ein eine einen mein meine meinen unser unsere unseren und vom zum zur im am bei herr herrn frau'.split(' '))

/** What the household itself knows, as it stands before and after what is written in events and tasks: of two values that are the same, the first one speaks. */
export interface OwnValues { readonly before: readonly Known[]; readonly after: readonly Known[] }

/** Whether a lower-case word is also an everyday word, so that Rose is told from a rose. What stands in prose is judged by the household's own language too, what somebody is called more strictly. */
export type IsWord = (lowerCase: string, standsIn: 'name' | 'prose') => boolean

export function ownValues(household: Household, canaries: readonly string[], isWord: IsWord): OwnValues {
  const before = [
    ...household.people.flatMap((person) => ofPerson(person, isWord)),
    ...household.places.flatMap((place) => ofPlace(place, isWord)),
    ...[household.name].filter((name) => /\p{Lu}/u.test(name.slice(1))).map((value): Known => ({ value, kind: 'household', entity: 'household', strength: 'identifying' })),
    ...household.routines.flatMap((routine) => [routine.name, ...routine.aliases].map((value): Known => ({ value, kind: 'routine', entity: `routine/${routine.id}`, strength: 'role' }))).filter((k) => !mentions(k.value, household)),
    ...household.devices.flatMap((device) => [device.name, ...device.aliases].map((value): Known => ({ value, kind: 'device', entity: `device/${device.id}`, strength: 'role' }))),
    ...household.notes.flatMap((note) => written(`${note.title}\n${note.text}`, `note/${note.id}`, isWord)),
  ]
  const after = [
    ...household.rules.filter((rule) => rule.kind === 'forbid').map(({ id, phrase }): Known => ({ value: phrase, kind: 'phrase', entity: `rule/${id}`, strength: 'forbidden' })),
    ...canaries.map((value, i): Known => ({ value, kind: 'canary', entity: `canary/${i}`, strength: 'identifying' })),
  ]
  const isFirst = firsts()
  return { before: before.filter(isFirst), after: after.filter(isFirst) }
}

/** The same with the `writtenValues` of events and tasks, as one list. */
export function knownValues(household: Household, ofWritten: readonly Known[], canaries: readonly string[], isWord: IsWord): Known[] {
  const { before, after } = ownValues(household, canaries, isWord)
  return [...before, ...ofWritten, ...after].filter(firsts())
}

/** Lets the first of each value pass, but for what is hardly one. */
function firsts(): (known: Known) => boolean {
  const seen = new Set<string>()
  return ({ value, entity }) => {
    const key = `${value}\n${entity}`, isFirst = value.trim().length > 1 && !seen.has(key)
    if (isFirst) seen.add(key)
    return isFirst
  }
}

/** What an event or task tells. The same value is the same wherever it is written. */
export const writtenValues = ({ text, names, addresses, places }: Written, isWord: IsWord): Known[] => [
  ...written(text, 'written', isWord),
  ...names.flatMap((name) => nameValues(name, isWord).map((v): Known => ({ kind: 'person', entity: `guest/${name}`, ...v }))),
  ...addresses.flatMap((address) => contact(address, 'e-mail address', `guest/${address}`)),
  ...places.flatMap((place) => written(place, 'written/place', isWord)),
]

function ofPerson(person: Person, isWord: IsWord): Known[] {
  const entity = `person/${person.id}`, base = { kind: 'person', entity, cue: person.role }
  return [
    ...[person.name, ...person.aliases].flatMap((name) => nameValues(name, isWord).map((v): Known => ({ ...base, ...v }))),
    ...contact(person.phone, 'phone', entity), ...contact(person.email, 'e-mail address', entity),
    ...(person.born === undefined || !PlainDate.safeParse(person.born).success ? [] : dateForms(person.born).map((value): Known => ({ value, kind: 'date of birth', entity: `${entity}/born`, strength: 'identifying' }))),
    ...written(person.note ?? '', `${entity}/note`, isWord),
  ]
}

function ofPlace(place: Place, isWord: IsWord): Known[] {
  const entity = `place/${place.id}`
  const address = place.address ?? ''
  const parts = address === '' ? [] : [address, ...address.split(/[,\n]/).map((part) => part.trim()).filter((part) => part.length > 3)]
  return [
    ...[place.name, ...place.aliases].flatMap((name) => nameValues(name, isWord, true).map((v): Known => ({ kind: 'place', entity, ...v }))),
    ...parts.flatMap((part) => [part, withoutNumber(part)]).map((value): Known => ({ value, kind: 'address', entity: `${entity}/address`, strength: 'identifying' })),
    ...contact(place.phone, 'phone', entity),
    ...written(place.note ?? '', `${entity}/note`, isWord),
  ]
}

/** "14 Linden Lane" → "Linden Lane"; a part of one word is no street by itself. */
const withoutNumber = (part: string): string => { const bare = part.replace(/^\d+\w?\s+|\s+\d+\s?\w?$/g, '').trim(); return bare !== part && wordsOf(bare).length >= 2 ? bare : '' }

/** Whether a phrase names somebody of the household, who is then replaced inside it. */
const mentions = (phrase: string, household: Household): boolean => household.people.some((person) => [person.name, ...person.aliases].flatMap(wordsOf).some((name) => wordsOf(phrase).some((word) => word.toLowerCase() === name.toLowerCase())))

/**
 * What free text holds that must not leave: its numbers and codes, what stands in quotation marks (a password, a name), its capitalised
 * words that are no everyday words, and its longer clauses word for word. Its short clauses ("divorce lawyer") are replaced unless released.
 */
function written(text: string, entity: string, isWord: IsWord): Known[] {
  const quoted = [...text.matchAll(/[“"„«‚‘]([^“”"„«»‚‘’\n]{3,80})[”"“»’]/g)].map((m) => m[1] ?? '')
  const codes = [...text.matchAll(/\b(?:code|pin|alarm|door|safe|lock|key|tür|tresor|schloss|schlüssel|kennwort)\b\D{0,20}(\d{3,8})\b/gi)].map((m) => m[1] ?? '')
  const clauses = text.split(/[.,;:!?()\n]+/).map((clause) => clause.trim())
  const rare = wordsOf(text).filter((word) => /^\p{Lu}\p{Ll}{2,}/u.test(word) && !isWord(word.toLowerCase(), 'prose'))
  const as = (kind: string, strength: Known['strength']) => (value: string): Known => ({ value, kind, entity: `${entity}/${value}`, strength })
  return [
    ...[...numbersIn(text), ...codes].map(as('number', 'identifying')),
    ...[...quoted, ...rare, ...clauses.filter((clause) => wordsOf(clause).length >= 4)].map(as('note', 'identifying')),
    ...clauses.filter((clause) => wordsOf(clause).length === 2 || wordsOf(clause).length === 3).map(as('note', 'role')),
  ]
}

/** A name as a whole and, of people, each part that can stand for it. A part that is a role word says no name. */
function nameValues(name: string, isWord: IsWord, wholeOnly = false): { value: string; strength: Known['strength'] }[] {
  const words = wordsOf(name)
  const content = words.filter((w) => !TITLES.has(w.toLowerCase()))
  const strengthOf = (list: readonly string[]): Known['strength'] =>
    list.every((w) => ROLE_WORDS.has(w.toLowerCase())) ? 'role' : list.length === 1 && list.every((w) => isWord(w.toLowerCase(), 'name')) ? 'word' : 'identifying'
  const rare = content.filter((w) => w.length > 1 && !isWord(w.toLowerCase(), wholeOnly ? 'prose' : 'name') && !ROLE_WORDS.has(w.toLowerCase()))
  const parts = wholeOnly ? rare : content.filter((w) => w.length > 1 && !ROLE_WORDS.has(w.toLowerCase()))
  const titled = [...name.matchAll(/(?<!\p{L})(?:St|Saint|Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau)\.?\s+[\p{L}\p{M}]+(?:['’]s)?/giu)].map((m): { value: string; strength: Known['strength'] } => ({ value: m[0], strength: 'identifying' }))
  return [{ value: name, strength: strengthOf(content) }, ...titled, ...(words.length > 1 ? parts.map((value) => ({ value, strength: strengthOf([value]) })) : [])]
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]{2,})*/gu) ?? []
const contact = (value: string | undefined, kind: string, entity: string): Known[] => (value === undefined || value === '' ? [] : [{ value, kind, entity: `${entity}/${kind}`, strength: 'identifying' }])
const numbersIn = (text: string): string[] => [...text.matchAll(/[\w+]*\d(?:[\s().\-/]?\w){4,}/g)].map((m) => m[0].trim()).filter((v) => v.replace(/\D/g, '').length >= 5)

/** What is known when only a value and its kind are: names of people with their parts, names of places and firms with their rare words, anything else as it stands. */
export function knownValuesOf(kind: string, value: string, entity: string, isWord: IsWord): Known[] {
  const base = { kind: kind.toLowerCase().replaceAll('_', ' '), entity }
  if (/person|name|people|alias/i.test(kind)) return nameValues(value, isWord).map((v) => ({ ...base, ...v }))
  if (/place|org|school|shop|firm|company|gpe|city|town/i.test(kind)) return nameValues(value, isWord, true).map((v) => ({ ...base, ...v }))
  return [{ ...base, value, strength: 'identifying' }]
}

const MONTHS = [['January', 'Januar'], ['February', 'Februar'], ['March', 'März'], ['April', 'April'], ['May', 'Mai'], ['June', 'Juni'], ['July', 'Juli'], ['August', 'August'], ['September', 'September'], ['October', 'Oktober'], ['November', 'November'], ['December', 'Dezember']] as const
/** The ways people write a date. */
function dateForms(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-')
  const [name, german] = MONTHS[Number(month) - 1] ?? ['', '']
  const d = String(Number(day)), m = String(Number(month))
  return [date, `${day}.${month}.${year}`, `${d}.${m}.${year}`, `${day}/${month}/${year}`, `${month}/${day}/${year}`, `${d} ${name} ${year}`, `${name} ${d}, ${year}`, `${d} ${name}`, `${name} ${d}`, `${d}. ${german} ${year}`, `${d}. ${german}`, year + month + day]
}
