import { afterEach, describe, expect, it } from 'vitest'
import { createKnowledge, type Knowledge } from '../../electron/steps/knowledge.ts'
import { ownValues, writtenValues } from '../../electron/vault/matcher.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import { loadVocabulary } from '../../electron/privacy/vocabulary.ts'
import type { Change } from '../../shared/calendar.ts'
import { chore } from '../support/chores.ts'
import { adding, closeVaults, event, freshVault, household, value } from '../support/vault.ts'

const vocabulary = await loadVocabulary()
afterEach(closeVaults)

async function open(): Promise<{ vault: Vault; knowledge: Knowledge; known: () => Promise<readonly string[]>; forbidden: () => Promise<readonly string[]> }> {
  const { vault } = await freshVault()
  value(await vault.household.write(household))
  const knowledge = createKnowledge({ household: vault.household.read, words: vault.words, moreWords: vault.moreWords, canaries: vault.canaries, vocabulary: () => Promise.resolve(vocabulary), ownValues, writtenValues, pause: () => Promise.resolve() })
  return {
    vault, knowledge,
    known: async () => value(await knowledge.known(value(await vault.household.read()), vocabulary)).map((one) => one.value),
    forbidden: async () => value(await knowledge.forbidden([])).map((one) => one.value),
  }
}
const set = (id: string, ...changes: readonly Change[]) => ({ id, at: '2026-11-22T09:00:00Z', label: id, source: 'hand' as const, changes: [...changes], undone: false })

describe('P4 what the household knows is as new as the vault', () => {
  it('of an event that was added, reworded, taken away and brought back, at the next asking', async () => {
    const { vault, known, forbidden } = await open(), quexington = event('q', { title: 'Lunch at Quexington' }), zyloric = { ...quexington, title: 'Lunch at Zyloric' }
    expect(await known()).not.toContain('Quexington')
    value(await vault.events.apply(set('one', { kind: 'add', after: quexington })))
    expect(await known()).toContain('Quexington')
    expect(await forbidden()).toContain('Quexington')
    value(await vault.events.apply(set('two', { kind: 'edit', before: quexington, after: zyloric })))
    expect(await known()).not.toContain('Quexington')
    expect(await forbidden()).toContain('Zyloric')
    value(await vault.events.apply(set('three', { kind: 'remove', before: zyloric })))
    expect(await known()).not.toContain('Zyloric')
    value(await vault.events.apply({ ...set('four', { kind: 'add', after: zyloric }), source: 'undo' }, 'three'))
    expect(await forbidden()).toContain('Zyloric')
  })
  it('of a task, of the household, and of both in one change set', async () => {
    const { vault, forbidden } = await open(), task = chore({ title: 'Water the Quexium' })
    await forbidden()
    value(await vault.events.apply(set('one', { kind: 'add-task', after: task }, { kind: 'household', before: null, after: { list: 'notes', entry: { id: 'new', title: 'Safe', text: 'The safe code is 730914' } } })))
    expect(await forbidden()).toEqual(expect.arrayContaining(['Quexium', '730914']))
    value(await vault.household.write({ ...household, people: [{ id: 'x', name: 'Xanthippe Brandt', role: 'adult', aliases: [], hue: 1 }] }))
    expect(await forbidden()).toEqual(expect.arrayContaining(['Xanthippe', 'Quexium']))
    expect(await forbidden()).not.toContain('Emma Lindqvist')
  })
  it('of a hundred more changes than are looked through one by one', async () => {
    const { vault, known } = await open()
    await known()
    for (let i = 0; i < 201; i++) value(await vault.events.apply(adding(`s${String(i)}`, event(`e${String(i)}`, { title: `Visit to Quex${String.fromCharCode(97 + (i % 26))}ton${'o'.repeat(i / 26)}` }))))
    expect((await known()).filter((one) => one.startsWith('Quex'))).toHaveLength(201)
  })
})

describe('what has not changed is not made again', () => {
  it('the same list for the same household, also after a chore is ticked or a conversation goes on', async () => {
    const { vault, knowledge } = await open(), task = chore({ title: 'Take out the bins' })
    value(await vault.events.apply(set('one', { kind: 'add-task', after: task })))
    const before = value(await knowledge.forbidden([])), known = value(await knowledge.known(value(await vault.household.read()), vocabulary))
    value(await vault.events.apply(set('two', { kind: 'edit-task', before: task, after: { ...task, doneAt: '2026-11-22T09:00:00Z' } })))
    expect(value(await knowledge.forbidden([]))).toBe(before)
    expect(value(await knowledge.known(value(await vault.household.read()), vocabulary))).toBe(known)
    // What is released once has a list of its own, and leaves that of everything as it is.
    const released = value(await knowledge.forbidden([{ phrase: 'Wiesenweg 12, Potsdam', known: true }]))
    expect(released.length).toBeLessThan(before.length)
    expect(value(await knowledge.forbidden([]))).toBe(before)
  })
  it('once forgotten, nothing is left of it; a locked vault answers that it is locked', async () => {
    const { vault, knowledge, forbidden } = await open()
    const before = value(await knowledge.forbidden([]))
    knowledge.forget()
    expect(value(await knowledge.forbidden([]))).not.toBe(before)
    expect(await forbidden()).toEqual(before.map((one) => one.value))
    value(await vault.lock())
    expect(await knowledge.forbidden([])).toMatchObject({ ok: false, problem: { name: 'vault.locked' } })
  })
})
