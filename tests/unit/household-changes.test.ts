import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createCalendar, type Calendar } from '../../electron/calendar/changes.ts'
import { householdHandlers } from '../../electron/ipc/household.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import { emptyHousehold, Household, type Device, type Person } from '../../shared/household.ts'
import { entryChanges } from '../../shared/household-changes.ts'
import { defaultSettings, Settings } from '../../shared/settings.ts'
import { freshSetup, longSettled } from '../../shared/setup.ts'
import { openSteps } from '../../shared/setup-steps.ts'
import { closeVaults, freshVault, value } from '../support/vault.ts'

const bare = emptyHousehold('Europe/Berlin')
const mia: Person = { id: 'mia', name: 'Mia Winter', role: 'child', aliases: ['Mimi'], born: '2019', hue: 0 }
const ada: Person = { id: 'ada', name: 'Ada Winter', role: 'adult', aliases: [], hue: 1 }
const school = { id: 'school', name: 'Birkenschule', aliases: [] } as const
const dishwasher: Device = { id: 'dishes', name: 'Dishwasher', aliases: [], powerKw: 1.2, runMinutes: 90, contiguous: true, noisy: true, vehicle: false }
const night = { id: 'night', name: 'Electricity', kind: 'flat', price: 0.3, currency: 'EUR' } as const
const filled = Household.parse({ ...bare, people: [mia, ada], places: [school], devices: [dishwasher], tariffs: [night], tariffId: 'night', meId: 'ada' })

describe('what differs between two households', () => {
  it('is every entry that was added, and last the house, which names some of them', () => {
    expect(entryChanges(bare, filled).map((change) => `${String(change.before === null)} ${change.after?.list ?? ''} ${change.after?.entry.id ?? ''}`)).toEqual(['true people mia', 'true people ada', 'true places school', 'true devices dishes', 'true tariffs night', 'false house house'])
  })
  it('is nothing where only the order of fields or entries is another', () => {
    const { aliases, ...rest } = mia
    expect(entryChanges(filled, { ...filled, people: [ada, { aliases: [...aliases], ...rest }] })).toEqual([])
  })
  it('is one change for an entry that was changed, and one for each that was taken out', () => {
    const changes = entryChanges(filled, { ...filled, people: [{ ...ada, name: 'Ada Sommer' }] })
    expect(changes.map(({ before, after }) => [before?.entry.id, after?.entry.id])).toEqual([['ada', 'ada'], ['mia', undefined]])
  })
})

describe('P11 a household filled in by a form', () => {
  let vault: Vault, calendar: Calendar, touched: boolean[] = []
  const change = (before: Household, after: Household) => householdHandlers({ vault: vault.household, calendar, clock: { now: () => 0 }, sample: () => ({ household: bare, events: [], tasks: [] }), onChange: () => undefined }).change({ changes: [...entryChanges(before, after)] })
  const read = async (): Promise<Household> => value(await vault.household.read())
  beforeEach(async () => {
    await closeVaults()
    vault = (await freshVault()).vault
    touched = []
    let id = 0
    const agenda = { check: () => { throw new Error('there is no event in it') } } as unknown as Parameters<typeof createCalendar>[0]['agenda']
    calendar = createCalendar({ vault, agenda, clock: { now: () => 0 }, newId: () => `set-${String(++id)}`, onChange: ({ household }) => { touched.push(household) } })
  })
  afterAll(closeVaults)

  it('comes as one change and goes with one undo, devices, tariff and the house itself too', async () => {
    const before = await read()
    const after = { ...filled, zone: before.zone, name: before.name, capKw: 7 }
    const id = value(await change(before, after))
    expect(await read()).toEqual(after)
    expect(value(await calendar.history())).toMatchObject([{ id, label: 'Added “Mia Winter” and 4 more', source: 'hand', undone: false }])
    value(await calendar.undo(id))
    expect(await read()).toEqual(before)
    expect(touched).toEqual([true, true])
  })
  it('changes nothing at all where one entry is no longer as the form found it', async () => {
    const before = await read()
    value(await change(before, { ...filled, zone: before.zone }))
    expect(await change(before, { ...filled, zone: before.zone, people: [...filled.people, { ...ada, id: 'kai', name: 'Kai' }] })).toMatchObject({ ok: false, problem: { name: 'calendar.changed' } })
    expect((await read()).people).toHaveLength(2)
  })
  it('is not undone over a later change of the same', async () => {
    const before = await read()
    const id = value(await change(before, { ...filled, zone: before.zone }))
    const now = await read()
    value(await vault.household.write({ ...now, devices: [{ ...dishwasher, powerKw: 2 }] }))
    expect(await calendar.undo(id)).toMatchObject({ ok: false, problem: { name: 'calendar.changed' } })
    expect((await read()).people).toHaveLength(2)
  })
  it('cannot lose the house itself', async () => {
    const now = await read()
    expect(await calendar.changeHousehold('x', [{ kind: 'household', before: { list: 'house', entry: { id: 'house', name: now.name, zone: now.zone, capKw: now.capKw } }, after: null }])).toMatchObject({ ok: false, problem: { name: 'input.invalid' } })
  })
})

describe('setting up', () => {
  it('is offered to a new vault, and not to one from before there was a way', () => {
    const { setup, ...older } = defaultSettings
    expect(setup).toEqual(freshSetup)
    expect(Settings.parse(older).setup).toEqual(longSettled)
  })
  it.each([
    [[], { people: 0, rest: 0 }, ['people', 'house', 'model', 'cloud']],
    [[], { people: 2, rest: 3 }, ['model', 'cloud']],
    [['model'], { people: 0, rest: 1 }, ['people', 'cloud']],
    [['people', 'house', 'model', 'cloud'], { people: 0, rest: 0 }, []],
  ] as const)('with %j gone through and %j in the household, %j are open', (done, holds, open) => {
    expect(openSteps({ ...freshSetup, done: [...done] }, holds)).toEqual(open)
  })
})
