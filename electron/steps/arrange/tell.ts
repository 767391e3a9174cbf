/** Questions that the calendar, the tasks and the household can answer. They never change anything. */
import type { CalendarEvent } from '../../../shared/calendar.ts'
import { Weekday, type Person } from '../../../shared/household.ts'
import { isOpen, turnOf } from '../../../shared/tasks.ts'
import { fromInstant, Temporal, toInstant, type Instant } from '../../../shared/time.ts'
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { clashesBetween } from '../../../shared/clashes.ts'
import { alike, contentWords, eachOnce, findEvents, findTasks, soughtOf, windowOf, withoutRead } from './find.ts'
import { lists } from './lists.ts'
import { nameOf, peopleOf, whoIsMe } from './people.ts'
import { prices } from './prices.ts'
import { instantOf, says, type Arranged, type World } from './world.ts'

export type Question = 'on-list' | 'prices' | 'born' | 'agenda' | 'when' | 'free' | 'who-can' | 'who-has' | 'last-time' | 'turn' | 'about' | 'look-up'

/** The first that fits; a question that is none of these is not about the household. Where it says `timed`, only with a day or a time in it. */
const table: readonly (readonly [question: Question, fits: RegExp, timed?: 'timed'])[] = [
  ['on-list', /\bauf (?:der|unserer|meiner|dem|unserem|meinem) (?:\p{L}*liste|\p{L}*zettel)\b/iu],
  ['prices', /\b(?:electricity|power|energy|strom|kwh|kilowatt\w*)\b.*\b(?:cheap\w*|expensive|costs?|prices?|dear\w*|billig\w*|günstig\w*|teuer\w*|kostet|preise?)\b|\b(?:cheap\w*|expensive|prices?|costs?|billig\w*|günstig\w*|teuer\w*|preise?|kostet)\b.*\b(?:electricity|power|energy|strom|kwh)\b|\bstrompreise?\b/i],
  ['born', /^(?:so )?(?:when|what day)\b.*\bbirthdays?\b|^how old\b|^wann (?:hat|ist|wird)\b.*\b(?:geburtstag|geboren)\b|^wie alt\b|^when was .* born\b/i],
  ['turn', /\bwhose turn\b|\bwho(?:['’]s| is) (?:next|turn)\b|\bwho has to\b|\bwer ist (?:dran|an der reihe)\b|\bwer muss\b/i],
  ['who-can', /^(?:so )?who(?:['’]s| is) (?:free|available|home|at home|there|around|in|picking|taking|driving|collecting|bringing)\b|^(?:so )?who (?:can|could|will|would|is able|has time|picks|takes|drives|collects|brings)\b|^wer (?:kann|könnte|hat zeit|ist (?:frei|da|zu ?hause)|holt|fährt|bringt)\b|^wer (?:ist|hat) .*\b(?:frei|da|daheim|zu ?hause|zeit)\s*\?*$/i],
  ['who-has', /^who(?:['’]s got| has| needs| uses| is using| takes) (?:the |our )?(?:\S+ )?(?:car|van|bike|auto|wagen)\b|^wer (?:hat|braucht|nimmt|fährt) .*\b(?:auto|wagen|fahrrad)\b/i],
  ['who-can', /^(?:is|are|does|do|has|can|could|will|hat|ist|kann|könnte) (?:anyone|anybody|somebody|someone|jemand|irgendwer)\b.*\b(?:free|available|time|home|around|pick|take|drive|fetch|collect|zeit|frei|da|hause|hol\w*|abhol\w*|abzuholen|bring\w*|fahr\w*)\b/i],
  ['about', /\bwhat do (?:you|we) know about\b|^tell me (?:everything )?about\b|\bwas (?:weißt du|wissen wir) über\b|^erzähl(?:e)? mir (?:etwas |alles )?(?:von|über)\b/i],
  ['free', /^(?:is|are|am|will|when is|when are|when am) .*\b(?:free|available|busy)\b|^(?:do|does) .*\bhave time\b|^(?:ist|sind|bin|hat|habe|haben|wann ist|wann sind|wann hat|wann haben|wann habe) .*\b(?:frei|zeit|verfügbar|beschäftigt)\b|\bdo(?:es)? .* have time\b/i],
  ['agenda', /^(?:so )?what does .+ look like\b|^how does .+ look\b|^wie sieht .+ aus\b|^what(?:['’]?s| is| are| do we have| have we got)? (?:on|up|happening|planned|scheduled|coming up|in the (?:calendar|diary))\b|^was (?:steht|liegt) .*\b(?:an|im kalender)\b|^was steht im kalender\b|^(?:show|list) /i],
  ['agenda', /^what (?:do|does|is|are|am) .*\b(?:have|doing|got|up to|planned|on)\b|^(?:is|are) there (?:anything|something|any)\b|^(?:do|have|does|has) \S+ (?:have |got )?(?:anything|any|something|plans)\b|^anything\b|^was (?:haben|hat|machen|macht|ist|gibt)\b|^(?:steht|haben wir|habe ich|gibt es|ist) .*\b(?:etwas|was|an|los|geplant|vor)\b/i, 'timed'],
  ['agenda', /^what(?:['’]?s| is) (?:for|on for)\b|^what needs (?:doing|to be done)\b|^what (?:do|must|should) (?:i|we) (?:have|need) to do\b/i],
  ['agenda', /^what did (?:we|i)\b.*\b(?:do|have)\b|^what was on\b|^was (?:war|haben (?:wir|ich)) .*\b(?:los|gemacht)\b/i, 'timed'],
  ['last-time', /^(?:so )?when (?:did|was|were|have|has) .*\blast\b|^(?:so )?when was the last\b|^wann (?:war|waren|hatte|hatten|ging|haben|hat) .*\b(?:zuletzt|das letzte mal|letzte[rsn]?)\b|^wann .*\bzuletzt\b/i],
  ['when', /^how (?:many (?:days|weeks|nights|sleeps)|long) (?:is it |are there |are left )?(?:until|till|to|before)\b|^wie (?:viele? (?:tage|wochen|nächte)|lange) .*\bbis\b/i],
  ['when', /^(?:so )?(?:when|what time|what day|how long until)\b|^(?:wann|um wie viel uhr|wie viel uhr|an welchem tag)\b/i],
  ['look-up', /^.{2,60}['’]s? (?:phone |telephone |mobile )?(?:number|address|email|birthday)\s*\?*$|^.{2,60}s (?:telefonnummer|handynummer|nummer|adresse|e-?mail)\s*\?*$|^(?:telefonnummer|handynummer|nummer|adresse) von\b/i],
  ['look-up', /^(?:what(?:['’]s| is)|where(?:['’]s| is| are)|how old is|which)\b.*\b(?:number|phone|address|email|code|password|birthday|allerg\w+|meter|old|live[s]?|kept|is|are)\b|^(?:wogegen|worauf) \b|^(?:wie ist|was ist|wo ist|wo sind|wie alt ist|wie lautet)\b/i],
]
export const questionOf = (text: string, { start }: Pick<HouseholdRequest, 'start'>): Question | undefined => table.find(([, fits, timed]) => fits.test(text.trim()) && (timed === undefined || start !== undefined))?.[0]

/** Undefined where the household has no answer; then it is a question like any other. */
export async function tell(question: Question, request: HouseholdRequest, text: string, world: World): Promise<Arranged | undefined> {
  switch (question) {
    case 'on-list': return lists(text, world)
    case 'prices': return prices(request, world)
    case 'born': return born(request, world)
    case 'agenda': return agenda(request, world)
    case 'when': return when(request, text, world)
    case 'free': return free(request, text, world)
    case 'who-can': return (able.test(text) ? undefined : turn(request, text, world, true)) ?? whoCan(request, world)
    case 'who-has': return whoHas(request, text, world)
    case 'last-time': return lastTime(request, text, world)
    case 'turn': return turn(request, text, world)
    case 'about': return about(request, world)
    case 'look-up': return lookUp(request, world)
  }
}

/** The stretch that is asked about: what is said, else today and the six days after it. */
function stretchOf(request: HouseholdRequest, { household, now }: World): readonly [Instant, Instant, string] {
  const { zone } = household
  const from = request.start ?? Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString()
  const day = Temporal.PlainDate.from(from.slice(0, 10))
  const to = request.end !== undefined ? instantOf(request.end, zone) : instantOf(day.add({ days: request.start === undefined ? 7 : 1 }).toString(), zone)
  return [instantOf(from, zone), to, zone]
}

const spoken = (event: Pick<CalendarEvent, 'start' | 'end' | 'allDay' | 'zone'>, [from, to, zone]: readonly [Instant, Instant, string], { words }: World): string => {
  const isDay = fromInstant(to) - fromInstant(from) <= 25 * 3_600_000
  return isDay ? words.day(from, zone) : words.when({ ...event, start: from, end: to, allDay: true, zone })
}

async function agenda(request: HouseholdRequest, world: World): Promise<Arranged> {
  const stretch = stretchOf(request, world), { words, household, tasks } = world
  const events = await world.diary.between(stretch[0], stretch[1])
  if (!events.ok) return { problem: events.problem }
  const ids = request.people.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const own = events.value.filter((event) => ids.length === 0 || ids.some((id) => event.people.includes(id)))
  const due = tasks.filter((task) => task.doneAt === undefined && task.due !== undefined && fromInstant(task.due.at) >= fromInstant(stretch[0]) && fromInstant(task.due.at) < fromInstant(stretch[1]) && (ids.length === 0 || ids.some((id) => (turnOf(task) === undefined ? task.people.includes(id) : turnOf(task) === id))))
  if (own.length + due.length === 0) return says(words.nothing(spoken({ start: stretch[0], end: stretch[1], allDay: true, zone: household.zone }, stretch, world)))
  return says(...own.slice(0, 40).map((event) => line(event, world)), ...due.slice(0, 20).map((task) => words.todo(task.title, words.due(task.due))))
}

const line = (event: CalendarEvent, world: World): string => `${world.words.when(event)}: ${event.title}`

const countingWords = new Set(['how', 'many', 'days', 'day', 'weeks', 'nights', 'sleeps', 'left', 'there', 'until', 'till', 'before', 'long', 'wie', 'viel', 'viele', 'tage', 'wochen', 'nächte', 'lange', 'noch', 'es', 'sind', 'dauert', 'bis'])

async function when(request: HouseholdRequest, text: string, world: World): Promise<Arranged | undefined> {
  const { words, household } = world
  const sought = soughtOf({ ...request, title: (request.title ?? '').replace(/^\s*(?:so )?(?:when|what time|what day|how long until|wann|um wie viel uhr)\b/i, '').replace(/\b(?:next|nächste[rsn]?|does|do|is|are|have|has|start|starts|begin|begins|ist|hat|sind|haben|beginnt|fängt|go(?:es)?|taken?|put|out|due|muss|müssen|kommt|kommen|raus|rausgestellt|dran)\b/gi, ' ') }, household)
  if (sought.words.length === 0 && sought.people.length === 0) return undefined
  const events = await findEvents(sought, windowOf(request, world, request.says === 'day' || request.says === 'both'), world)
  if (!events.ok) return { problem: events.problem }
  const next = eachOnce(events.value).filter(({ end }) => fromInstant(end) > fromInstant(world.now)).slice(0, 3)
  if (next.length > 0) return says(...next.map((event) => line(event, world)))
  const [task] = findTasks(sought, world.tasks)
  if (task?.due !== undefined) return says(words.todo(task.title, words.due(task.due)))
  // "When is Easter?": the word itself is a day.
  const days = request.readings.flatMap(({ span }) => (span === undefined ? [] : contentWords(text.slice(span.start, span.end))))
  if (request.start !== undefined && sought.words.every((word) => days.includes(word) || countingWords.has(word))) {
    const today = Temporal.Instant.from(world.now).toZonedDateTimeISO(household.zone).toPlainDate(), count = today.until(Temporal.PlainDate.from(request.start.slice(0, 10))).days
    const day = words.day(instantOf(request.start, household.zone), household.zone)
    return says(/^(?:how|wie)\b/i.test(text.trim()) && count >= 0 ? words.daysUntil(day, count) : day)
  }
  return routine(contentWords(text), world)
}

/** Who takes the car: what stands in the calendar that speaks of it, or whose device it is. */
async function whoHas(request: HouseholdRequest, text: string, world: World): Promise<Arranged> {
  const { words, household } = world, stretch = stretchOf(request, world)
  const events = await world.diary.between(stretch[0], stretch[1])
  if (!events.ok) return { problem: events.problem }
  const [thing = ''] = /\b(?:car|van|bike|auto|wagen|fahrrad)\b/i.exec(text) ?? [], vehicles = new Set(household.devices.filter(({ vehicle }) => vehicle).map(({ id }) => id))
  const own = events.value.filter((event) => contentWords(`${event.title} ${event.note ?? ''}`).some((word) => alike(word, thing.toLowerCase())) || (event.deviceId !== undefined && vehicles.has(event.deviceId)))
  return own.length === 0 ? says(words.nothing(spoken({ start: stretch[0], end: stretch[1], allDay: true, zone: household.zone }, stretch, world))) : says(...own.slice(0, 10).map((event) => line(event, world)))
}

/** How far back "when did we last" looks, in days. */
const BACK = 3 * 366

/** When something was done last, as the calendar has it. */
async function lastTime(request: HouseholdRequest, text: string, world: World): Promise<Arranged | undefined> {
  const { words, household, now } = world
  const title = text.replace(/\b(?:so|when|did|was|were|have|has|had|last|latest|time|go|went|been|see|saw|visit|do|done|wann|war|waren|hatte|hatten|ging|gingen|haben|hat|zuletzt|letzte[rsn]?|mal|das|gewesen|gemacht|beim|zum|bei)\b/gi, ' ').replace(/[?.!]/g, ' ')
  const sought = soughtOf({ ...request, title }, household)
  if (sought.words.length === 0 && sought.people.length === 0) return undefined
  const events = await findEvents(sought, [toInstant(fromInstant(now) - BACK * 86_400_000), now], world)
  if (!events.ok) return { problem: events.problem }
  const last = events.value.filter(({ end }) => fromInstant(end) <= fromInstant(now)).at(-1)
  // Of somebody of the household only the calendar could tell; anything else somebody else may know.
  if (last === undefined && sought.people.length === 0) return undefined
  return says(last === undefined ? words.neverYet(text.replace(/[?.!\s]+$/, '')) : `${words.date(Temporal.Instant.from(last.start).toZonedDateTimeISO(last.zone).toPlainDate())}: ${last.title}`)
}

/** "When does the baby sleep?" */
function routine(asked: readonly string[], { household, words }: World): Arranged | undefined {
  const found = household.routines.filter(({ name, aliases }) => [name, ...aliases].some((one) => { const own = contentWords(one); return own.length > 0 && own.every((word) => asked.some((other) => alike(word, other))) }))
  if (found.length === 0) return undefined
  return says(...found.slice(0, 4).map(({ name, days, from, to }) => `${name}: ${from}–${to}${days.length === 7 ? '' : ` (${days.map((day) => words.weekdays[Weekday.options.indexOf(day)] ?? day).join(', ')})`}`))
}

/** Birthdays and ages of those who are named; undefined where nobody of the household is. */
function born({ people }: HouseholdRequest, { household, words, now }: World): Arranged | undefined {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(household.zone).toPlainDate()
  const named = household.people.filter(({ id }) => people.some((one) => one.id === id))
  if (named.length === 0) return undefined
  return says(...named.map((person) => {
    const name = person.aliases[0] ?? person.name
    if (person.born === undefined) return words.noBirthday(name)
    if (person.born.length === 4) return words.knownYear(name, person.born)
    const day = Temporal.PlainDate.from(person.born), age = day.until(today, { largestUnit: 'year' }).years
    const next = day.add({ years: age }).equals(today) ? today : day.add({ years: age + 1 })
    return words.birthday(name, words.date(day), age, next.equals(today) ? '' : words.day(instantOf(next.toString(), household.zone), household.zone))
  }))
}

/** Events that take the time of a person in a stretch. */
const taking = (person: string, events: readonly CalendarEvent[], from: Instant, to: Instant): CalendarEvent[] =>
  events.filter((event) => event.free !== true && !event.allDay && event.people.includes(person) && fromInstant(event.start) < fromInstant(to) && fromInstant(event.end) > fromInstant(from))

async function free(request: HouseholdRequest, text: string, world: World): Promise<Arranged | undefined> {
  const { words } = world, stretch = stretchOf(request, world)
  const me = whoIsMe(world), named = request.people.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const ours = /\b(?:we|us|everybody|everyone|all of us|wir|alle)\b/i.test(text) ? world.household.people.filter(({ role }) => role !== 'pet' && role !== 'helper' && role !== 'other').map(({ id }) => id) : []
  const ids = named.length > 0 ? named : ours.length > 0 ? ours : me === undefined ? [] : [me]
  if (ids.length === 0) {
    const asked = /\b(?:i|me|ich|mir)\b/i.test(text) ? peopleOf({ people: [{ name: 'me' }] }, world) : undefined
    return asked !== undefined && 'ask' in asked ? asked : undefined
  }
  const events = await world.diary.between(stretch[0], stretch[1])
  if (!events.ok) return { problem: events.problem }
  const at = request.start?.length === 16 ? words.when({ start: stretch[0], end: request.end === undefined ? toInstant(fromInstant(stretch[0]) + 3_600_000) : stretch[1], allDay: false, zone: stretch[2] }) : spoken({ start: stretch[0], end: stretch[1], allDay: true, zone: stretch[2] }, stretch, world)
  const end = request.start?.length === 16 && request.end === undefined ? toInstant(fromInstant(stretch[0]) + 3_600_000) : stretch[1]
  return says(...ids.map((id) => {
    const busy = taking(id, events.value, stretch[0], end)
    return busy.length === 0 ? words.free(nameOf(id, world), at) : words.busy(nameOf(id, world), busy.slice(0, 6).map((event) => `${words.when(event)}: ${event.title}`).join('; '))
  }))
}

/** Adults who have nothing else, with the way there; of somebody who is to be picked up, at the end of what they have that day. */
async function whoCan(request: HouseholdRequest, world: World): Promise<Arranged> {
  const { words, household } = world, stretch = stretchOf(request, world)
  const events = await world.diary.between(toInstant(fromInstant(stretch[0]) - 86_400_000), toInstant(fromInstant(stretch[1]) + 86_400_000))
  if (!events.ok) return { problem: events.problem }
  const fetched = request.people.flatMap(({ id }) => household.people.filter((person) => person.id === id)).find(({ role }) => role !== 'adult')
  const lines: string[] = []
  let from = stretch[0], to = request.start?.length === 16 && request.end === undefined ? toInstant(fromInstant(stretch[0]) + 30 * 60_000) : stretch[1]
  let job: CalendarEvent = { id: 'wanted', title: '', start: from, end: to, zone: household.zone, allDay: false, people: [] }
  if (fetched !== undefined && request.start?.length !== 16) {
    const last = events.value.filter((event) => event.people.includes(fetched.id) && !event.allDay && fromInstant(event.end) > fromInstant(stretch[0]) && fromInstant(event.start) < fromInstant(stretch[1])).at(-1)
    if (last === undefined) lines.push(words.noPickup(nameOf(fetched.id, world)))
    else {
      lines.push(words.pickup(nameOf(fetched.id, world), `${words.quoted(last.title)} ${words.when(last)}`))
      from = last.end
      to = toInstant(fromInstant(last.end) + 15 * 60_000)
      job = { ...job, start: from, end: to, ...(last.placeId === undefined ? {} : { placeId: last.placeId }) }
    }
  }
  const candidates = household.people.filter(({ role }) => role === 'adult' || role === 'helper')
  if (candidates.length === 0) return says(words.nobodyHere)
  const verdicts = candidates.map((person) => ({ person, clashes: clashesBetween({ ...job, people: [person.id] }, events.value, world) }))
  const able = verdicts.filter(({ clashes, person }) => clashes.length === 0 && person.role === 'adult')
  const helpers = verdicts.filter(({ clashes, person }) => clashes.length === 0 && person.role === 'helper')
  const named = (all: typeof verdicts): string => words.list(all.map(({ person }) => nameOf(person.id, world)))
  lines.push(able.length > 0 ? words.canDo(named(able)) : helpers.length > 0 ? words.canDo(named(helpers)) : words.nobody)
  for (const { person, clashes } of verdicts) {
    const [clash] = clashes
    if (clash !== undefined) lines.push(clash.travel === undefined ? words.busy(nameOf(person.id, world), `${words.quoted(clash.other.title)}, ${words.when(clash.other)}`) : words.travel(nameOf(person.id, world), clash.other.title, clash.travel))
  }
  // Nobody can: what could give way, the smallest move first.
  if (able.length + helpers.length === 0) {
    const fixes = await Promise.all(verdicts.flatMap(({ person, clashes }) => clashes.slice(0, 1).map(async ({ other }) => {
      const elsewhere = await world.nearestFree(other, [...events.value, { ...job, id: 'wanted', people: [person.id] }])
      return elsewhere === undefined ? undefined : { by: Math.abs(fromInstant(elsewhere) - fromInstant(other.start)), says: words.fix(other.title, words.when({ ...other, start: elsewhere, end: toInstant(fromInstant(elsewhere) + fromInstant(other.end) - fromInstant(other.start)) })) }
    })))
    lines.push(...new Set(fixes.filter((fix) => fix !== undefined).sort((a, b) => a.by - b.by).slice(0, 3).map((fix) => fix.says)))
  }
  return says(...lines)
}

/** What asks who is able to, not whose turn it is. */
const able = /^\s*(?:so )?(?:who(?:['’]s| is) (?:home|at home|there|around|in|free|available)|(?:is|are|hat|ist) (?:anyone|anybody|somebody|someone|jemand)|who (?:can|could|will|would|is able|has time|is free)|wer (?:kann|könnte|hat zeit|ist (?:frei|da|zu ?hause)))\b/i

/** `named`: only a chore that is named; whoever asks “whose turn is it?” is told of all. */
function turn(request: HouseholdRequest, text: string, world: World, named = false): Arranged | undefined {
  const { words, household, tasks } = world
  const sought = soughtOf({ ...request, title: withoutRead(text, request, ' ').replace(/\b(?:whose|turn|who['’]?s?|has|takes?|taking|do|does|puts?|brings?|bringing|feeds?|out|wer|dran|muss|reihe|bringt|holt|macht|raus|rein|runter|hinaus)\b/gi, ' ') }, household)
  if (named && sought.words.length === 0) return undefined
  const found = sought.words.length === 0 ? tasks.filter((task) => turnOf(task) !== undefined && isOpen(task)) : findTasks(sought, tasks)
  if (found.length === 0) return undefined
  return says(...found.slice(0, 6).map((task) => {
    const whose = turnOf(task)
    return whose === undefined ? words.turnNone(task.title) : words.turn(task.title, nameOf(whose, world), words.due(task.due))
  }))
}

async function about(request: HouseholdRequest, world: World): Promise<Arranged> {
  const { words, household } = world
  const [id] = request.people.flatMap((person) => (person.id === undefined ? [] : [person.id]))
  const person = household.people.find((one) => one.id === id)
  const topic = (request.title ?? '').replace(/^.*\b(?:about|über|von)\s+/i, '').replace(/[?.!]+$/, '').trim()
  if (person === undefined) return noted(contentWords(topic), world) ?? says(words.knowNothing(topic))
  const ahead = await world.diary.between(world.now, toInstant(fromInstant(world.now) + 14 * 86_400_000))
  if (!ahead.ok) return { problem: ahead.problem }
  const own = ahead.value.filter((event) => event.people.includes(person.id)).slice(0, 8)
  return says(words.known(person.name), ...factsOf(person), ...(own.length === 0 ? [] : [words.nextEvents, ...own.map((event) => line(event, world))]))
}

const factsOf = ({ aliases, role, born, phone, email, note }: Person): string[] =>
  [aliases.length === 0 ? role : `${role} (${aliases.join(', ')})`, born ?? '', phone ?? '', email ?? '', ...(note?.split('\n') ?? [])].filter((fact) => fact.trim() !== '').map((fact) => `• ${fact}`)

/** Notes, places and people that hold all of these words. */
function noted(wanted: readonly string[], { household }: World): Arranged | undefined {
  if (wanted.length === 0) return undefined
  const entries = [
    ...household.notes.map(({ title, text }) => ({ title, text, also: '' })),
    ...household.places.map(({ name, aliases, address, phone, note }) => ({ title: name, text: [address, phone, note].filter((part) => part !== undefined && part !== '').join(' · '), also: aliases.join(' ') })),
    ...household.people.map((person) => ({ title: person.name, text: factsOf(person).join(' '), also: person.aliases.join(' ') })),
  ]
  const found = entries.filter(({ title, text, also }) => { const own = contentWords(`${title} ${text} ${also}`); return wanted.every((word) => own.some((other) => other === word || (word.length > 3 && other.startsWith(word)))) })
  return found.length === 0 ? undefined : says(...found.slice(0, 4).map(({ title, text }) => `${title}: ${text}`))
}

function lookUp(request: HouseholdRequest, world: World): Arranged | undefined {
  const asked = new Set(['wogegen', 'worauf', 'to', "what's", 'what’s', 'our', 'what', 'where', 'which', 'how', 'number', 'phone', 'telephone', 'address', 'email', 'old', 'live', 'lives', 'kept', 'wie', 'was', 'wo', 'ist', 'sind', 'nummer', 'telefonnummer', 'adresse', 'alt', 'lautet', 'birthday', 'geburtstag', "what's", 'do', 'does'])
  const wanted = contentWords(request.title ?? '').filter((word) => !asked.has(word))
  // What is worth noting nobody but the household could know.
  return noted(wanted, world) ?? (/\b(?:code|pin|password|passwort|kennwort|wifi|wlan|number|nummer|kept|telefonnummer)\b/i.test(request.title ?? '') && wanted.length > 0 ? says(world.words.notNoted(wanted.join(' '))) : undefined)
}
