/** A household with many people and places, with names as they are given in many countries. */
import { emptyHousehold, type Household } from '../../shared/household.ts'
import { randomFrom } from './random.ts'

const FIRST = 'Anna Ben Theresa Martin Ina Ida Andrea Marion Carmen Norman Liam Nora Deb Gus Iris Eve Ali Leon Tom Emma Jürgen Siobhán Łukasz Søren Zoë Mia Noah Ian Sam Tim Jo Al Rose Will May Grace Mark Frank Pat Ray Don Sue Amy Kim Max Lea Isabella Alexander Oluwaseun Ngozi Priya Arjun Mei Hiroshi Fatima Omar Ksenia Dmitri Ольга Ксения Δημήτρης 张伟 佐藤 김민준 Xiomara Joaquín François Céline Björn Åsa Þór'.split(' ')
const LAST = 'Allison Easton Weston Anders Sanders Bergmann Nguyễn O’Neill Schmidt Müller García Fernández Kowalski Novák Ivanova Papadopoulos Tanaka Park Singh Okafor Hansen Jensen Smith Brown White Baker Cook Young Winter Forest Hill Stone Rivers Price Short Long Day Case Worth Mann Koch Weiß'.split(' ')
const STREETS = ['Kastanienallee', 'Linden Lane', 'Rue de la Paix', 'Hauptstraße', 'Orchard Road', 'Mill Street']

/** The same household for the same numbers; `people` up to 200, `places` up to 500. */
export function largeHousehold(people: number, places: number): Household {
  const random = randomFrom(people * 1000 + places)
  const digits = (count: number): string => Array.from({ length: count }, () => random(10)).join('')
  return {
    ...emptyHousehold('Europe/Berlin'),
    name: 'The Bergmanns',
    people: Array.from({ length: people }, (_, i) => {
      const first = FIRST[i % FIRST.length] ?? 'Ada', last = random.of(LAST)
      return { id: `p${i}`, name: `${first} ${last}`, role: random.of(['adult', 'child', 'helper'] as const), aliases: i % 5 === 0 ? [`${first}i`] : [], phone: random.of([`+49 30 ${digits(4)} ${digits(4)}`, `0${digits(3)} ${digits(7)}`, `+1 (${digits(3)}) 555-${digits(4)}`]), email: `${digits(2)}.${last.toLowerCase()}@example.org`, born: `${1940 + random(80)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`, hue: i % 8, note: i % 4 === 0 ? `badge ${digits(6)}` : '' }
    }),
    places: Array.from({ length: places }, (_, i) => ({ id: `q${i}`, name: `${random.of(LAST)} ${random.of(['School', 'Clinic', 'Office', 'Garage'])}`, aliases: [], address: `${1 + random(99)} ${random.of(STREETS)}, ${digits(5)} ${random.of(['Berlin', 'Springfield', 'Graz', 'Lyon'])}` })),
    notes: Array.from({ length: Math.ceil(people / 4) }, (_, i) => ({ id: `n${i}`, title: 'Contract', text: `KX-${digits(4)}-${digits(2)}, account DE${digits(20)}, meter ${digits(8)}` })),
  }
}
