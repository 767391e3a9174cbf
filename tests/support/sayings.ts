/** Households by chance, and what somebody in them says: with what has to come of it where no cloud and no model is there to help. */
import { emptyHousehold, type Household } from '../../shared/household.ts'
import type { Route } from '../../shared/conversation.ts'
import type { Random } from './random.ts'

/** `plan`: runs of a device; `proposal`: something to say yes to; `words`: an answer in words; `anything`: any of these, a question back or a named problem. */
export interface Saying { readonly says: string; readonly route: Route; readonly comes: 'plan' | 'proposal' | 'words' | 'anything' }

const FIRST = ['Mara', 'Jonas', 'Ines', 'Oskar', 'Leyla', 'Piet', 'Svenja', 'Tariq', 'Wanda', 'Yara'], LAST = ['Lindqvist', 'Okonjo', 'Ferrand', 'Kowalska', 'Haddad', 'Quiroga']
const DEVICES = [['Dishwasher', 1.2, 75], ['Washing machine', 2, 120], ['Tumble dryer', 2.2, 90], ['Bread machine', 0.6, 180]] as const

export function householdByChance(random: Random): Household {
  const last = random.of(LAST), names = FIRST.toSorted(() => random(2) - 0.5).slice(0, 2 + random(4)), devices = DEVICES.slice(0, 1 + random(4))
  const tariff = random.of([
    { id: 't', name: 'Flat', kind: 'flat' as const, price: 0.2 + random(30) / 100, currency: 'EUR' },
    { id: 't', name: 'Night', kind: 'time-of-use' as const, currency: 'EUR', bands: [{ from: '00:00', price: 0.2 }, { from: '06:00', price: 0.35 + random(10) / 100 }] },
  ])
  return {
    ...emptyHousehold('Europe/Berlin'), name: `The ${last}s`, capKw: random.of([3.7, 7.4, 11]), tariffs: [tariff], tariffId: 't',
    people: names.map((name, at) => ({ id: `p${String(at)}`, name: `${name} ${last}`, role: at < 2 ? 'adult' as const : 'child' as const, aliases: [], hue: at % 8 })),
    places: [{ id: 'home', name: 'Home', aliases: [], address: '4 Orchard Road, Berlin' }],
    devices: devices.map(([name, powerKw, runMinutes], at) => ({ id: `d${String(at)}`, name, aliases: [], powerKw, runMinutes, contiguous: true, noisy: random(2) === 0, vehicle: false })),
    routines: random(2) === 0 ? [] : [{ id: 'r', name: 'Night', aliases: [], people: ['p0'], days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], from: '23:00', to: '06:00', quiet: true }],
  }
}

const KINDS: readonly (readonly [comes: Saying['comes'], routes: readonly Route[], say: (who: string, device: string, random: Random) => string])[] = [
  ['plan', ['auto', 'here', 'check'], (_, device) => `Run the ${device} tonight as cheaply as possible`],
  ['plan', ['auto', 'here'], (_, device, random) => `Run the ${device} tomorrow, finished by ${String(18 + random(4))}:00`],
  ['anything', ['auto', 'here'], (_, device) => `Lass ${device === 'Dishwasher' ? 'den' : 'die'} ${device} heute Nacht so günstig wie möglich laufen`],
  ['proposal', ['auto', 'here'], (who, _, random) => `${random.of(['Piano', 'Football', 'Swimming'])} for ${who} on Thursday from ${String(2 + random(4))} to 6 pm`],
  ['proposal', ['auto', 'here'], (who, _, random) => `${who} has ballet every ${random.of(['Monday', 'Wednesday', 'Friday'])} from 5 to 6 pm`],
  ['proposal', ['auto', 'here'], (_, __, random) => `Add ${random.of(['milk', 'eggs', 'bread'])} and ${random.of(['rice', 'tea', 'soap'])} to the shopping list`],
  ['proposal', ['auto', 'here'], (_, __, random) => `Remind me to call the plumber tomorrow at ${String(8 + random(4))}`],
  ['proposal', ['auto', 'here'], (who) => `Plan ${who}'s birthday on 12 December with 8 children`],
  ['words', ['auto', 'here'], (_, __, random) => random.of(["What's on tomorrow?", "What's on on 5 January?", 'Was steht morgen an?', 'When is Easter?'])],
  ['words', ['auto', 'here'], (who) => `Is ${who} free on Friday between 9 and 11?`],
  ['words', ['auto', 'here', 'cloud'], (who) => `Write a letter to Dr. Okafor that ${who} is ill`],
  ['anything', ['auto', 'here', 'cloud', 'check'], (who) => `What could we cook for ${who}?`],
  ['anything', ['cloud'], (who, device) => `Run the ${device} tonight before ${who} comes home`],
  ['anything', ['auto', 'here', 'cloud', 'check'], (who, device, random) => Array.from({ length: 3 + random(12) }, () => random.of([who, device, 'not', 'before', '25:61', 'every', 'oder', 'the', '7', 'yesterday', '…', 'because', '🧺'])).join(' ')],
  ['anything', ['auto', 'here'], (who, device) => `Charge the ${device} for ${who} on 30 February at 26:00`],
]

/** The kinds one after the other. */
export function sayingByChance(random: Random, at: number, { people, devices }: Household): Saying {
  const [comes, routes, say] = KINDS[at % KINDS.length] ?? random.of(KINDS)
  return { comes, route: random.of(routes), says: say(random.of(people).name.split(' ')[0] ?? '', random.of(devices).name, random) }
}
