/** Matching what the vault knows: exact places, whole words, many values, and names that are also words. */
import { describe, expect, it } from 'vitest'
import type { KnownValue } from '../../electron/privacy/finding.ts'
import { unite } from '../../electron/privacy/finding.ts'
import { matchKnown } from '../../electron/privacy/match-known.ts'
import { writtenValues } from '../../electron/vault/matcher.ts'
import { wordsOfEvent, wordsOfTask } from '../../electron/vault/words.ts'
import { chore } from '../support/chores.ts'

const known = (value: string, strength: KnownValue['strength'] = 'identifying', entity = value): KnownValue => ({ value, kind: 'person', entity, strength })
const places = (text: string, ...values: KnownValue[]): string[] => matchKnown(text, values).map((f) => text.slice(f.start, f.end))

describe('P4 a known value is found as it is written', () => {
  it.each([
    ['ask Bích now', 'Bich', 'Bích'], ['ask Bi\u0301ch now', 'Bích', 'Bi\u0301ch'], ['ask BICH now', 'Bích', 'BICH'], ['Łukasz is here', 'Lukasz', 'Łukasz'],
    ['in the Große Straße', 'Grosse Strasse', 'Große Straße'], ['Em\u200bma sleeps', 'Emma', 'Em\u200bma'], ['near St. Mary’s Hospital', 'St Marys Hospital', 'St. Mary’s Hospital'],
    ['near St Marys Hospital', 'St. Mary’s Hospital', 'St Marys Hospital'], ['ask ONeill', 'O’Neill', 'ONeill'], ['the Jean-Luc one', 'Jean Luc', 'Jean-Luc'],
  ])('%s', (text, value, found) => {
    expect(places(text, known(value))).toContain(found)
  })

  it('leaves an ending outside the name', () => {
    expect(places('Emma’s, Emmas and Bíchs', known('Emma'), known('Bich'))).toEqual(['Emma', 'Emma', 'Bích'])
  })

  it('finds no name inside another word', () => {
    expect(places('Emmaus, Gemma, dilemma and emmas-like', known('Emma'))).toEqual(['emma'])
  })

  it('finds numbers however they are spaced, and one with a country code as dialled at home', () => {
    expect(places('call 030/9018-2011 or (0049) 30 90182011', known('+49 30 9018 2011'))).toEqual(['030/9018-2011', '0049) 30 90182011'])
    expect(places('the code 000000', known('000000'))).toEqual(['000000'])
    expect(places('at 12345', known('000000'))).toEqual([])
  })

  it('takes a name that is also a word for a name when it is capitalised or stands where names stand', () => {
    const rose = known('Rose', 'word')
    expect(places('Rose waters the rose; ask rose to help', rose)).toEqual(['Rose', 'rose'])
    expect(matchKnown('i think will will come, but it will rain', [known('Will', 'word')]).map((f) => f.start)).toEqual([8])
  })
})

describe('many values', () => {
  const names = Array.from({ length: 10_000 }, (_, i) => `Name${letters(i)} Surname${letters(i * 7)}`)
  const values = names.map((name, i) => known(name, 'identifying', `person/${i}`))

  it('finds each of ten thousand, and only those', () => {
    for (const i of [0, 1, 4999, 9999]) {
      const text = `Please ask ${names[i] ?? ''} and Nobody Else.`
      expect(matchKnown(text, values).map((f) => [f.entity, f.start, text.slice(f.start, f.end)])).toEqual([[`person/${i}`, 11, names[i]]])
    }
  })

  it('takes no longer over a text when there are more values', () => {
    const text = 'nothing private is said here at all. '.repeat(1000)
    const few = values.slice(0, 10)
    matchKnown(text, few)
    matchKnown(text, values)
    expect(cpu(() => matchKnown(text, values))).toBeLessThan(10 * cpu(() => matchKnown(text, few)) + 20)
  })
})

describe('uniting layers', () => {
  const finding = (start: number, end: number, layer: 'vault' | 'unknown-word', entity: string): Parameters<typeof unite>[0][number] => ({ start, end, layer, kind: 'x', entity, why: '', release: layer === 'vault' ? 'twice' : 'once' })
  it('P5 leaves the stronger whole and keeps the rest of the weaker, so that two never become one', () => {
    expect(unite([finding(0, 11, 'unknown-word', 'w'), finding(3, 7, 'vault', 'emma')], 'Dr Emma Zqx').map((f) => [f.start, f.end, f.entity, f.release])).toEqual([[0, 2, 'word/dr', 'once'], [3, 7, 'emma', 'twice'], [8, 11, 'word/zqx', 'once']])
    expect(unite([finding(0, 12, 'unknown-word', 'w'), finding(0, 4, 'vault', 'emma'), finding(9, 12, 'vault', 'tom')], 'Emma Zqx Tom').map((f) => [f.start, f.end, f.layer])).toEqual([[0, 4, 'vault'], [5, 8, 'unknown-word'], [9, 12, 'vault']])
  })
})

function letters(n: number): string { return n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26) - 1) + String.fromCharCode(97 + (n % 26)) }

/** Processor time in milliseconds, the least of five runs: what else the machine does is left out. */
function cpu(work: () => unknown): number {
  return Math.min(...Array.from({ length: 5 }, () => { const from = process.cpuUsage(); work(); const used = process.cpuUsage(from); return (used.user + used.system) / 1000 }))
}

describe('P4 what stands in a task is known', () => {
  it('its title, its list, its checklist and its note', () => {
    const task = chore({ title: 'Ramipril for Tom', list: 'Quexington pharmacy', checklist: [{ text: 'Ask about the Zyloric dose', done: false }], note: 'Customer 4471-0938' })
    const values = writtenValues(wordsOfTask(task), (word) => ['for', 'pharmacy', 'ask', 'about', 'the', 'dose', 'customer'].includes(word)).map(({ value }) => value)
    for (const value of ['Ramipril', 'Quexington', 'Zyloric', 'Ask about the Zyloric dose', '4471-0938']) expect(values).toContain(value)
  })
})

describe('P4 what came with a calendar file is known', () => {
  it('who comes, who sends it, and where it is', () => {
    const rest = JSON.stringify({ entry: { name: 'vevent', properties: [['attendee', { cn: 'Nadia "Nadi" Okonjo' }, 'cal-address', 'mailto:nadia.okonjo@example.com'], ['organizer', {}, 'cal-address', 'mailto:desk@quexington.example'], ['location', { language: 'en' }, 'text', 'Quexington Hall, door code 4711']] } })
    const values = writtenValues(wordsOfEvent({ title: 'Fair', ical: { uid: 'fair', rest } }), (word) => ['hall', 'door', 'code', 'fair'].includes(word)).map(({ value }) => value)
    for (const value of ['Nadia "Nadi" Okonjo', 'Okonjo', 'nadia.okonjo@example.com', 'desk@quexington.example', 'Quexington', '4711']) expect(values).toContain(value)
  })
})
