/** "I'm Ada, my husband is Tom": who and what a household is, read from how people tell it in English and German. Only what is read to its last word counts. */
import type { Role } from '../../../shared/household.ts'

export interface ToldPerson { readonly name: string; readonly role?: Role; readonly isMe?: true; /** "2019" or "2019-03-04". */ readonly born?: string; readonly age?: number }
export type ToldDevice = 'dishwasher' | 'washer' | 'dryer' | 'car'
export interface Told { readonly people: readonly ToldPerson[]; readonly devices: readonly { readonly kind: ToldDevice; readonly name: string }[]; readonly address?: string; /** Per kWh, in euros. */ readonly price?: number }

const NAME = String.raw`(?!(?:I|We|My|Our|The|And|Ich|Wir|Mein|Unser|Die|Der|Das|Und)\b)\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?`
const roles: readonly (readonly [role: Role, said: string])[] = [
  ['adult', 'husband|wife|partner|boyfriend|girlfriend|mother|father|mum|mom|dad|grandma|grandmother|grandpa|grandfather|aunt|uncle|mann|frau|partnerin|freund|freundin|mutter|vater|mama|papa|oma|opa|großmutter|großvater|tante|onkel'],
  ['child', 'sons?|daughters?|kids?|child|children|boys?|girls?|twins|sohn|söhne|tochter|töchter|kind|kinder|jungs|mädchen|zwillinge'],
  ['baby', 'baby|babies|babys'],
  ['pet', 'dogs?|cats?|hamsters?|rabbits?|horses?|pets?|hunde?|katzen?|kater|kaninchen|pferde?|haustiere?'],
  ['helper', 'nanny|babysitter|cleaner|au pair|putzhilfe|kindermädchen|tagesmutter'],
]
const REL = `(?:${roles.map(([, said]) => said).join('|')})`
const OUR = String.raw`(?:my|our|the|mein\p{L}*|unser\p{L}*|die|der|das)`
const AGE = String.raw`(?:\s*\(?(?<age>\d{1,3})(?: years old| Jahre(?: alt)?)?\)?)?`
const exact = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u')
/** Letters of either case, for words that are no names. */
const anyCase = (pattern: string): string => pattern.replace(/(^|[(|:\s])([a-zäöü])(?=\p{L}|\\p)/gu, (_, before: string, letter: string) => `${before}[${letter}${letter.toUpperCase()}]`)

const [our, rel] = [anyCase(OUR), anyCase(REL)]
const ME = exact(String.raw`(?:[Ii](?:['’]m| am)|[Mm]y name is|[Ii]ch bin|[Ii]ch heiße|[Mm]ein Name ist) (?<name>${NAME})`)
const KIN = exact(String.raw`${our} (?<rel>${rel}) (?:is called|are called|is named|are named|is|are|called|named|heißt|heißen|sind) (?<names>.+)`)
const HAVE = exact(String.raw`(?:[Ww]e have|[Ww]ir haben) (?:an? |ein\p{L}* |two |three |four |zwei |drei |vier |\d )?(?<rel>${rel})(?:,|:| called| named| namens)? (?<names>.+)`)
const NAMED = exact(String.raw`(?<name>${NAME}) (?:is|ist) (?:${our}|a|an|ein\p{L}*) (?<rel>${rel})`)
const MEMBERS = exact(String.raw`(?:[Ww]e are|[Ww]e['’]re|[Ww]ir sind) (?<names>.+)`)
const OLD = exact(String.raw`(?<name>${NAME}) (?:is|ist) (?<age>\d{1,3})(?: years old| Jahre(?: alt)?)?`)
const BORN = exact(String.raw`(?:(?<name>${NAME}) (?:was born|is born|wurde|ist)|born|geboren)(?: geboren)?(?: in| on| am| im Jahr)? (?<date>.+?)(?: geboren)?`)
const LIVE = exact(String.raw`(?:[Ww]e live|[Ww]ir wohnen) (?:at|in|on|am|im|an)(?: der| dem)? (?<address>.*\d.*)`)
const OWN = exact(String.raw`(?:[Ww]e have|[Ww]e own|[Ww]e['’]ve got|[Ww]ir haben) (?<things>.+)`)
const PRICE = /^(?:our |unser )?(?:electricity|power|strom)(?: costs?| is| kostet| price is|preis ist) (?:(?<cents>\d{1,3}(?:[.,]\d+)?) ?(?:cents?|ct)|(?:€ ?)?(?<euros>\d(?:[.,]\d+)?) ?(?:euros?|€)?) ?(?:(?:per|a|pro|je) |\/ ?)(?:kwh|kilowatt hour|kilowattstunde)$/i
const MEMBER = exact(String.raw`(?:(?:${our} |and |und )?(?<rel>${rel}) )?(?<name>${NAME})${AGE}`)
const devices: readonly (readonly [ToldDevice, RegExp])[] = [
  ['dishwasher', /^(?:dishwasher|spülmaschine|geschirrspüler)$/i], ['washer', /^(?:washing machine|washer|waschmaschine)$/i],
  ['dryer', /^(?:tumble dryer|dryer|trockner|wäschetrockner)$/i], ['car', /^(?:electric car|ev|elektroauto|e-auto)$/i],
]

const AND = /\s*,\s*(?:(?:and|und)\s+)?|\s+(?:and|und)\s+/
/** Where another thing begins to be told. */
const NEXT = /\s*[.!;\n]+\s*|\s*,?\s+(?:and|und)\s+(?=(?:i|we|my|our|ich|wir|mein\p{L}*|unser\p{L}*|electricity|strom)\s)|\s*,\s*(?=(?:i['’]?m?|we|my|our|ich|wir|mein\p{L}*|unser\p{L}*|born|geboren)\s)/giu

/** Told in German; where nothing says so, English. */
export const isToldInGerman = (text: string): boolean => /\b(?:ich|wir|mein\w*|unser\w*|strom|ist|sind|heißt|geboren)(?![\p{L}])/iu.test(text)

/** Undefined unless every part of it tells of the household. */
export const readTelling = (text: string): Told | undefined => {
  if (text.includes('?') || text.length > 300) return undefined
  // A date in figures has full stops of its own.
  const parts = text.trim().replace(/(\d)\.(?=\s?\d|\s?\p{Lu}\p{Ll}+ \d{4})/gu, '$1·').split(NEXT).map((part) => part.replace(/·/g, '.').trim()).filter((part) => part !== '')
  let told: Told = { people: [], devices: [] }
  for (const part of parts) {
    const next = readPart(part, told)
    if (next === undefined) return undefined
    told = next
  }
  return parts.length === 0 ? undefined : told
}

const readPart = (part: string, told: Told): Told | undefined => {
  const add = (...people: readonly ToldPerson[]): Told => ({ ...told, people: [...told.people, ...people] })
  const all = (people: readonly ToldPerson[] | undefined): Told | undefined => (people === undefined ? undefined : add(...people))
  const me = ME.exec(part)?.groups
  if (me !== undefined) return add({ name: me['name'] ?? '', role: 'adult', isMe: true })
  const kin = (KIN.exec(part) ?? HAVE.exec(part))?.groups
  if (kin !== undefined) return all(membersOf(kin['names'] ?? '', roleOf(kin['rel'] ?? '')))
  const named = NAMED.exec(part)?.groups
  if (named !== undefined) return add({ name: named['name'] ?? '', ...roleIn(roleOf(named['rel'] ?? '')) })
  const members = MEMBERS.exec(part)?.groups
  // One alone is no family: "we are Methodist".
  if (members !== undefined) { const family = membersOf(members['names'] ?? ''); return family?.length === 1 ? undefined : all(family) }
  const old = OLD.exec(part)?.groups
  if (old !== undefined) return add(aged(old['name'] ?? '', Number(old['age'])))
  return readBirth(part, told) ?? readHouse(part, told)
}

const readBirth = (part: string, told: Told): Told | undefined => {
  const { name, date = '' } = BORN.exec(part)?.groups ?? {}
  const born = readDate(date), last = told.people.at(-1)
  if (born === undefined || (name === undefined && last === undefined)) return undefined
  return name === undefined && last !== undefined ? { ...told, people: [...told.people.slice(0, -1), { ...last, born }] } : { ...told, people: [...told.people, { name: name ?? '', born }] }
}

const readHouse = (part: string, told: Told): Told | undefined => {
  const address = LIVE.exec(part)?.groups?.['address']
  if (address !== undefined) return { ...told, address }
  const { cents, euros } = PRICE.exec(part)?.groups ?? {}
  if (cents !== undefined || euros !== undefined) return { ...told, price: Number(((cents === undefined ? Number(euros?.replace(',', '.')) : Number(cents.replace(',', '.')) / 100)).toFixed(4)) }
  const found = OWN.exec(part)?.groups?.['things']?.split(AND).map((thing) => {
    const name = thing.replace(/^(?:an?|ein\p{L}*|the)\s+/iu, '')
    const kind = devices.find(([, fits]) => fits.test(name))?.[0]
    return kind === undefined ? undefined : { kind, name: `${name.charAt(0).toUpperCase()}${name.slice(1)}` }
  })
  const things = found?.filter((thing) => thing !== undefined)
  return found === undefined || things === undefined || things.length !== found.length ? undefined : { ...told, devices: [...told.devices, ...things] }
}

/** "My husband is German" names nobody: English writes what somebody speaks with a capital. */
const tongue = new Intl.DisplayNames(['en'], { type: 'language' })
const tongues = new Set('af ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km ko ku la lb lt lv mk ml mn mr ms mt my nb ne nl no pa pl ps pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi yi zh zu'.split(' ').map((code) => tongue.of(code)))

/** "Mia (7), Max and the cat Minka"; undefined where one of them is no name. */
const membersOf = (names: string, role?: Role): readonly ToldPerson[] | undefined => {
  const people = names.split(AND).map((one) => MEMBER.exec(one.trim())?.groups)
  const named = people.filter((one) => one !== undefined)
  return named.length === people.length && !named.some((one) => tongues.has(one['name'])) ? named.map((one) => aged(one['name'] ?? '', one['age'] === undefined ? undefined : Number(one['age']), one['rel'] === undefined ? role : roleOf(one['rel']))) : undefined
}

const roleIn = (role: Role | undefined): { readonly role?: Role } => (role === undefined ? {} : { role })
const aged = (name: string, age?: number, role?: Role): ToldPerson => ({ name, ...roleIn(role ?? (age === undefined ? undefined : age < 2 ? 'baby' : age < 18 ? 'child' : 'adult')), ...(age === undefined ? {} : { age }) })
const roleOf = (said: string): Role | undefined => roles.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(said))?.[0]

const months = ['jan', 'feb', 'm[aä]r', 'apr', 'ma[yi]', 'jun', 'jul', 'aug', 'sep', 'o[ck]t', 'nov', 'de[cz]'].map((month) => new RegExp(`^${month}`, 'i'))
/** A year, or a day that only one reading fits; 3/4/2019 is read differently in two countries. */
const readDate = (said: string): string | undefined => {
  if (/^(?:19|20)\d{2}(?:-\d{2}-\d{2})?$/.test(said)) return said
  const [, day, month, year] = /^(?:the )?(\d{1,2})(?:\.|st|nd|rd|th)?(?: of)? ?(\d{1,2}(?=\.)|\p{L}+)\.?,? ?((?:19|20)\d{2})$/u.exec(said) ?? []
  const [, inWords, dayAfter, yearAfter] = /^(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})$/u.exec(said) ?? []
  const written = month ?? inWords ?? '', number = /^\d/.test(written) ? Number(written) : months.findIndex((fits) => fits.test(written)) + 1
  const [d, y] = [Number(day ?? dayAfter), year ?? yearAfter]
  return y === undefined || number < 1 || number > 12 || !(d >= 1 && d <= new Date(Date.UTC(Number(y), number, 0)).getUTCDate()) ? undefined : `${y}-${String(number).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}
