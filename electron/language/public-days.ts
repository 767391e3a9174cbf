/** Public and family days: what they are called, and on which date of a year they fall. Some depend on the country, which the zone tells. */
import { Temporal } from '../../shared/time.ts'

/** Days that are not on the same date every year, or not in every country. */
export type Holiday =
  | 'shrove-monday' | 'shrove-tuesday' | 'ash-wednesday' | 'palm-sunday' | 'maundy-thursday' | 'good-friday' | 'holy-saturday' | 'easter' | 'easter-monday' | 'ascension' | 'whit-sunday' | 'whit-monday' | 'corpus-christi'
  | 'mothers-day' | 'fathers-day' | 'thanksgiving' | 'black-friday' | 'martin-luther-king-day' | 'presidents-day' | 'memorial-day' | 'labor-day' | 'columbus-day' | 'repentance-day'
  | 'advent-1' | 'advent-2' | 'advent-3' | 'advent-4' | 'national-day'

/** Phrases in the notation of `phraseBook`. To add a day: 1. its phrase here or in `fixedDays`  2. where it falls in `holidayIn`  3. its German name in requests/german.ts. */
export const movableDays: readonly (readonly [pattern: string, holiday: Holiday])[] = [
  ['shrove monday', 'shrove-monday'], ['shrove|pancake tuesday|day', 'shrove-tuesday'], ['mardi gras', 'shrove-tuesday'], ['ash wednesday', 'ash-wednesday'], ['palm sunday', 'palm-sunday'], ['maundy|holy thursday', 'maundy-thursday'],
  ['good friday', 'good-friday'], ['holy|easter saturday', 'holy-saturday'], ['easter sunday?', 'easter'], ['easter monday', 'easter-monday'], ['ascension day', 'ascension'],
  ['pentecost|whitsun sunday?', 'whit-sunday'], ['whit|pentecost monday', 'whit-monday'], ['corpus christi', 'corpus-christi'],
  ["mother's|mothers|mothers' day", 'mothers-day'], ['mothering sunday', 'mothers-day'], ["father's|fathers|fathers' day", 'fathers-day'],
  ['thanksgiving day?', 'thanksgiving'], ['black friday', 'black-friday'], ['mlk day', 'martin-luther-king-day'], ['martin luther king jr? day', 'martin-luther-king-day'], ["presidents'|president's|presidents day", 'presidents-day'],
  ['memorial day', 'memorial-day'], ['labor day', 'labor-day'], ["columbus day", 'columbus-day'], ["indigenous peoples'|people's|peoples day", 'columbus-day'], ['repentance day', 'repentance-day'],
  ['first sunday? of|in? advent', 'advent-1'], ['second sunday? of|in? advent', 'advent-2'], ['third sunday? of|in? advent', 'advent-3'], ['fourth sunday? of|in? advent', 'advent-4'], ['national day', 'national-day'],
]

export const fixedDays: readonly (readonly [pattern: string, month: number, day: number])[] = [
  ['christmas eve', 12, 24], ['christmas|xmas day?', 12, 25], ['boxing day', 12, 26], ["st|st.|saint stephen's|stephens day", 12, 26], ["new year's|years eve", 12, 31], ["new year's|years day", 1, 1], ["valentine's|valentines day", 2, 14],
  ['epiphany', 1, 6], ['three kings day?', 1, 6], ['twelfth night', 1, 5], ['burns night', 1, 25], ['australia day', 1, 26], ["st|st.|saint patrick's|patricks day", 3, 17], ["april fools'|fool's|fools day", 4, 1], ["st|st.|saint george's|georges day", 4, 23],
  ['anzac day', 4, 25], ['may day', 5, 1], ['canada day', 7, 1], ['independence day', 7, 4], ['assumption day', 8, 15], ['german unity day', 10, 3], ['halloween', 10, 31], ['reformation day', 10, 31], ["all saints'|saints day", 11, 1], ["all souls'|souls day", 11, 2],
  ['bonfire|fireworks night', 11, 5], ['guy fawkes night|day', 11, 5], ["martinmas", 11, 11], ['remembrance|veterans|armistice day', 11, 11], ["st|st.|saint andrew's|andrews day", 11, 30], ["st|st.|saint nicholas day?", 12, 6],
]

type Country = 'uk' | 'us' | 'canada' | 'germany' | 'austria' | 'switzerland' | 'antipodes' | 'france' | 'sweden' | 'spain' | 'portugal' | 'italy' | 'poland' | 'norway' | 'finland' | 'elsewhere'
const countries: readonly (readonly [Country, RegExp])[] = [
  ['uk', /^Europe\/(?:London|Belfast|Dublin|Jersey|Guernsey|Isle_of_Man)$/], ['canada', /^(?:Canada\/|America\/(?:Toronto|Vancouver|Montreal|Edmonton|Calgary|Winnipeg|Halifax|Regina|St_Johns|Moncton|Whitehorse)$)/],
  ['us', /^(?:US\/|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Indiana|Kentucky|North_Dakota|Adak|Juneau|Nome|Sitka)|Pacific\/Honolulu)/],
  ['germany', /^Europe\/(?:Berlin|Busingen)$/], ['austria', /^Europe\/Vienna$/], ['switzerland', /^Europe\/Zurich$/], ['antipodes', /^(?:Australia\/|Pacific\/Auckland)/],
  ['france', /^Europe\/Paris$/], ['sweden', /^Europe\/Stockholm$/], ['spain', /^(?:Europe\/Madrid|Atlantic\/Canary)$/], ['portugal', /^(?:Europe\/Lisbon|Atlantic\/Madeira)$/], ['italy', /^Europe\/Rome$/], ['poland', /^Europe\/Warsaw$/], ['norway', /^Europe\/Oslo$/], ['finland', /^Europe\/Helsinki$/],
]
const countryOf = (zone: string): Country => countries.find(([, zones]) => zones.test(zone))?.[0] ?? 'elsewhere'

const fromEaster: Readonly<Partial<Record<Holiday, number>>> = { 'shrove-monday': -48, 'shrove-tuesday': -47, 'ash-wednesday': -46, 'palm-sunday': -7, 'maundy-thursday': -3, 'good-friday': -2, 'holy-saturday': -1, 'easter': 0, 'easter-monday': 1, 'ascension': 39, 'whit-sunday': 49, 'whit-monday': 50, 'corpus-christi': 60 }

/**
 * The date of a holiday in a year. Mother's Day, Father's Day, Thanksgiving and the national day are those of the zone's country,
 * elsewhere the second Sunday of May, the third of June, the American day and 4 July; whoever asks says the date back.
 */
export const holidayIn = (holiday: Holiday, year: number, zone: string): Temporal.PlainDate => {
  const shift = fromEaster[holiday]
  if (shift !== undefined) return easter(year).add({ days: shift })
  const country = countryOf(zone), on = (month: number, day: number): Temporal.PlainDate => Temporal.PlainDate.from({ year, month, day })
  switch (holiday) {
    case 'mothers-day':
      if (country === 'uk') return easter(year).subtract({ days: 21 })
      if (country === 'spain' || country === 'portugal') return nth(on(5, 1), 1, 7)
      if (country === 'poland') return on(5, 26)
      if (country === 'norway') return nth(on(2, 1), 2, 7)
      if (country === 'sweden') return lastOf(on(5, 1), 7)
      if (country === 'france') return frenchMothersDay(year)
      return nth(on(5, 1), 2, 7)
    case 'fathers-day':
      if (country === 'germany') return easter(year).add({ days: 39 })
      if (country === 'austria') return nth(on(6, 1), 2, 7)
      if (country === 'switzerland') return nth(on(6, 1), 1, 7)
      if (country === 'antipodes') return nth(on(9, 1), 1, 7)
      if (country === 'spain' || country === 'portugal' || country === 'italy') return on(3, 19)
      if (country === 'poland') return on(6, 23)
      if (country === 'norway' || country === 'sweden' || country === 'finland') return nth(on(11, 1), 2, 7)
      return nth(on(6, 1), 3, 7)
    case 'thanksgiving': return country === 'canada' ? nth(on(10, 1), 2, 1) : nth(on(11, 1), 4, 4)
    case 'black-friday': return nth(on(11, 1), 4, 4).add({ days: 1 })
    case 'martin-luther-king-day': return nth(on(1, 1), 3, 1)
    case 'presidents-day': return nth(on(2, 1), 3, 1)
    case 'memorial-day': return lastOf(on(5, 1), 1)
    case 'labor-day': return nth(on(9, 1), 1, 1)
    case 'columbus-day': return nth(on(10, 1), 2, 1)
    // The Wednesday before 23 November.
    case 'repentance-day': return nth(on(11, 16), 1, 3)
    // The fourth Sunday of Advent is the last before Christmas Day.
    case 'advent-1': case 'advent-2': case 'advent-3': case 'advent-4': return nth(on(12, 18), 1, 7).subtract({ weeks: 4 - Number(holiday.slice(-1)) })
    case 'national-day': return country === 'germany' ? on(10, 3) : country === 'austria' ? on(10, 26) : country === 'switzerland' ? on(8, 1) : country === 'france' ? on(7, 14) : country === 'canada' ? on(7, 1) : on(7, 4)
    default: return easter(year)
  }
}

/** The nth such weekday from a date on, that date counted. */
const nth = (from: Temporal.PlainDate, count: number, weekday: number): Temporal.PlainDate => from.add({ days: ((weekday - from.dayOfWeek + 7) % 7) + 7 * (count - 1) })
const lastOf = (first: Temporal.PlainDate, weekday: number): Temporal.PlainDate => nth(first.with({ day: first.daysInMonth }).subtract({ days: 6 }), 1, weekday)
/** The last Sunday of May; a week later where that is Whit Sunday. */
const frenchMothersDay = (year: number): Temporal.PlainDate => {
  const last = lastOf(Temporal.PlainDate.from({ year, month: 5, day: 1 }), 7)
  return last.equals(easter(year).add({ days: 49 })) ? last.add({ weeks: 1 }) : last
}

/** Gregorian Easter Sunday (Meeus, Jones, Butcher). */
const easter = (year: number): Temporal.PlainDate => {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}
