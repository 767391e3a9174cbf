/** What the ledger says providers were told of each entry, and what the household's pages make of it. */
import { describe, expect, it } from 'vitest'
import { seenOf } from '../../electron/cloud/seen.ts'
import { entryName, entryNames } from '../../renderer/views/ledger/entries.ts'
import { leftOf } from '../../renderer/views/household/left-line.tsx'
import type { How, Receipt, Told } from '../../shared/departure.ts'
import { household, receipt } from '../support/vault.ts'

const told = (entity: string | null, kind = 'person', how: How = 'tokenised'): Told => ({ entity, kind, token: '[A]', layer: 'vault', how })
const left = (number: number, things: readonly Told[] | undefined, over: Partial<Receipt> = {}): Receipt =>
  receipt(number, { outcome: 'sent', provider: 'OpenAI', practice: false, at: `2026-11-${String(10 + number)}T09:00:00Z`, ...(things === undefined ? {} : { told: [...things] }), ...over })

describe('what providers have seen', () => {
  it('is counted by departure, provider and entry, kinds and ways apart', () => {
    const { seen, unrecorded } = seenOf([
      left(6, [told('person/emma'), told('person/emma'), told('person/emma', 'phone'), told(null, 'name')]),
      left(5, [told('person/emma', 'person', 'released')], { outcome: 'interrupted' }),
      left(4, [told('person/emma')], { outcome: 'not-sent' }),
      left(3, [told('person/emma')], { provider: 'Practice cloud', practice: true }),
      left(2, undefined),
      left(1, undefined, { practice: true }),
    ])
    expect(unrecorded).toBe(1)
    expect(seen).toEqual([
      { provider: 'OpenAI', practice: false, entity: 'person/emma', times: 2, first: '2026-11-15T09:00:00Z', last: '2026-11-16T09:00:00Z', as: [{ kind: 'person', how: 'tokenised', times: 1 }, { kind: 'phone', how: 'tokenised', times: 1 }, { kind: 'person', how: 'released', times: 1 }] },
      { provider: 'OpenAI', practice: false, entity: null, times: 1, first: '2026-11-16T09:00:00Z', last: '2026-11-16T09:00:00Z', as: [{ kind: 'name', how: 'tokenised', times: 1 }] },
      { provider: 'Practice cloud', practice: true, entity: 'person/emma', times: 1, first: '2026-11-13T09:00:00Z', last: '2026-11-13T09:00:00Z', as: [{ kind: 'person', how: 'tokenised', times: 1 }] },
    ])
    expect(seenOf([])).toEqual({ seen: [], unrecorded: 0 })
  })

  it('is told of an entry over all clouds, the openest way first; practice stays here', () => {
    const { seen } = seenOf([left(4, [told('person/emma')]), left(3, [told('person/emma', 'person', 'reworded')], { provider: 'Azure' }), left(2, [told('place/home', 'place', 'released'), told('place/home', 'place')]), left(1, [told('person/anna')], { practice: true })])
    expect(leftOf(seen, 'person/emma')).toEqual({ times: 2, last: '2026-11-14T09:00:00Z', provider: 'OpenAI', how: 'reworded' })
    expect(leftOf(seen, 'place/home')).toEqual({ times: 1, last: '2026-11-12T09:00:00Z', provider: 'OpenAI', how: 'released' })
    expect(leftOf(seen, 'person/anna')).toBeNull()
    expect(leftOf(seen, 'person/nobody')).toBeNull()
  })

  it('calls entries by their names, also those that are gone and those that never were', () => {
    const names = entryNames(household)
    expect(['household', 'person/emma', 'tariff/night', 'note/n1', 'place/gone', null].map((entity) => entryName(entity, names))).toEqual(['The Lindqvist house', 'Emma Lindqvist', 'Night tariff', 'Boiler', 'A deleted entry (place)', 'Not in your household'])
    expect(entryNames(null).size).toBe(0)
  })
})
