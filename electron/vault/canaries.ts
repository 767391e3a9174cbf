/** Canaries: made-up values that live in every vault and nowhere else, so that one seen outside proves a leak. */
import { randomInt } from 'node:crypto'
import type { Database } from './database.ts'

/** Plants a surname, an address and a telephone number that look natural, belong to nobody, and differ from vault to vault. */
export const plantCanaries = (database: Database): void => {
  const insert = database.prepare('INSERT INTO canaries (value) VALUES (?)')
  for (const value of [inventedName(), `${randomInt(201, 1000)} ${inventedName()} ${pick(['Lane', 'Row', 'Crescent', 'Rise'])}`, reservedNumber()]) insert.run(value)
}

export const readCanaries = (database: Database): readonly string[] => database.prepare<[], string>('SELECT value FROM canaries ORDER BY position').pluck().all()

/** Five syllable groups, about ten million names; none of them a word. */
const inventedName = (): string => {
  const name = pick(['br', 'dr', 'fl', 'gr', 'kl', 'pr', 'st', 'thr', 'tr', 'v']) + pick(['a', 'e', 'i', 'o', 'u', 'ae', 'ei']) + pick(['lq', 'mv', 'ndr', 'rzh', 'skv', 'thm', 'vr', 'xt', 'zl']) + pick(['a', 'e', 'i', 'o', 'u'])
    + pick(['b', 'd', 'g', 'k', 'l', 'm', 'n', 'r', 's', 'z']) + pick(['a', 'e', 'i', 'o', 'u']) + pick(['mbrook', 'nquist', 'rdwyn', 'rsholt', 'ssfeld', 'thwell', 'vnik', 'wmere', 'xley', 'zhart'])
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** From ranges that Ofcom keeps free for drama: London, Leeds, Manchester and Cardiff. */
const reservedNumber = (): string => `+44 ${pick(['20 7946 0', '113 496 0', '161 496 0', '29 2018 0'])}${String(randomInt(0, 1000)).padStart(3, '0')}`

const pick = (choices: readonly string[]): string => choices[randomInt(choices.length)] ?? ''
