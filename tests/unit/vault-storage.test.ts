/** What the vault keeps: every section comes back from a new start as it went in, and refuses what would break it. */
import { join } from 'node:path'
import Engine from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createDatabase, openDatabase, type Database } from '../../electron/vault/database.ts'
import { applyChanges, changeHistory, eventsBetween, eventsById } from '../../electron/vault/events.ts'
import { plantHousehold, readHousehold } from '../../electron/vault/household.ts'
import { newKey } from '../../electron/vault/keys.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import { prepareFolder, vaultPaths } from '../../electron/vault/folder.ts'
import { listReceipts } from '../../electron/vault/receipts.ts'
import { reveal } from '../../electron/vault/secret.ts'
import { listTasks } from '../../electron/vault/tasks.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import type { CalendarEvent, Change, ChangeSet, EventChange } from '../../shared/calendar.ts'
import type { Household } from '../../shared/household.ts'
import { defaultSettings } from '../../shared/settings.ts'
import type { Task } from '../../shared/tasks.ts'
import { toInstant } from '../../shared/time.ts'
import { chore } from '../support/chores.ts'
import { adding, closeVaults, conversation, event, freshVault, household, newFolder, outcome, passphrase, receipt, turn, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

/** The same vault after the app was closed and started again. */
const restarted = async (vault: Vault): Promise<Vault> => {
  await vault.close()
  const again = vaultIn(vault.state().folder)
  value(await again.unlock(passphrase))
  return again
}

describe('the household', () => {
  it('comes back in its order, and is replaced as a whole', async () => {
    const { vault } = await freshVault()
    value(await vault.household.write(household))
    const again = await restarted(vault)
    expect(value(await again.household.read())).toEqual(household)
    const smaller: Household = { ...household, people: [...household.people].reverse(), notes: [], devices: [] }
    delete smaller.tariffId
    value(await again.household.write(smaller))
    expect(value(await (await restarted(again)).household.read())).toEqual(smaller)
  })

  it('is as it was when what replaces it is refused', async () => {
    const { vault } = await freshVault()
    value(await vault.household.write(household))
    expect(outcome(await vault.household.write({ ...household, people: [...household.people, ...household.people] }))).toBe('input.invalid')
    expect(value(await vault.household.read())).toEqual(household)
  })
})

describe('events', () => {
  it('come back, found by their overlap with a span: start included, end not', async () => {
    const { vault } = await freshVault()
    const events = [
      event('before', { start: '2026-11-21T10:00:00Z', end: '2026-11-22T00:00:00Z' }),
      event('across', { start: '2026-11-21T23:00:00Z', end: '2026-11-22T00:00:00.001Z' }),
      event('instant', { start: '2026-11-22T00:00:00Z', end: '2026-11-22T00:00:00Z' }),
      event('half-second', { start: '2026-11-22T09:00:00.500Z', end: '2026-11-22T10:00:00Z', people: ['emma'], placeId: 'home', deviceId: 'dishwasher', note: 'bring cake' }),
      event('around', { start: '2026-11-01T00:00:00Z', end: '2026-12-01T00:00:00Z', allDay: true }),
      event('last', { start: '2026-11-22T23:59:59Z', end: '2026-11-23T01:00:00Z' }),
      event('after', { start: '2026-11-23T00:00:00Z', end: '2026-11-23T01:00:00Z' }),
    ]
    value(await vault.events.apply(adding('c1', ...events)))
    const again = await restarted(vault)
    const found = value(await again.events.between('2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'))
    expect(found.map((e) => e.id)).toEqual(['around', 'across', 'instant', 'half-second', 'last'])
    expect(found[3]).toEqual(events[3])
    expect(value(await again.events.byIds(['last', 'nobody', 'before'])).map((e) => e.id)).toEqual(['before', 'last'])
  })

  it('change all or not at all, and only from what `before` says', async () => {
    const { vault } = await freshVault()
    const [a, b] = [event('a'), event('b')]
    value(await vault.events.apply(adding('c1', a, b)))
    const refused: readonly (readonly [Change, string])[] = [
      [{ kind: 'add', after: event('b', { title: 'Again' }) }, 'calendar.changed'],
      [{ kind: 'edit', before: event('b', { title: 'Stale' }), after: event('b', { title: 'New' }) }, 'calendar.changed'],
      [{ kind: 'edit', before: event('gone'), after: event('gone', { title: 'New' }) }, 'calendar.changed'],
      [{ kind: 'edit', before: b, after: event('c') }, 'input.invalid'],
      [{ kind: 'remove', before: event('b', { note: 'Stale' }) }, 'calendar.changed'],
      [{ kind: 'remove', before: event('gone') }, 'calendar.changed'],
    ]
    for (const [change, name] of refused) {
      const set = { ...adding('c2', event('new')), changes: [{ kind: 'add' as const, after: event('new') }, { kind: 'remove' as const, before: a }, change] }
      expect(outcome(await vault.events.apply(set))).toBe(name)
    }
    expect(value(await vault.events.byIds(['a', 'b', 'c', 'new', 'gone']))).toEqual([a, b])
    expect(value(await vault.events.history(10)).map((set) => set.id)).toEqual(['c1'])
  })

  it('follow the changes of one set in their order, whatever order the fields of an event come in', async () => {
    const { vault } = await freshVault()
    const a = event('a')
    const shuffled = Object.fromEntries(Object.entries(a).reverse()) as CalendarEvent
    value(await vault.events.apply({ ...adding('c1'), changes: [{ kind: 'add', after: a }, { kind: 'edit', before: shuffled, after: event('a', { title: 'Two' }) }, { kind: 'remove', before: event('a', { title: 'Two' }) }, { kind: 'add', after: event('a', { title: 'Three' }) }] }))
    expect(value(await vault.events.byIds(['a']))).toEqual([event('a', { title: 'Three' })])
  })

  it('remember what was undone, in the same step as the undoing', async () => {
    const { vault } = await freshVault()
    value(await vault.events.apply(adding('c1', event('a'))))
    const undo = { ...adding('c2'), source: 'undo' as const, changes: [{ kind: 'remove' as const, before: event('a') }] }
    expect(outcome(await vault.events.apply(undo, 'no-such-set'))).toBe('calendar.nothing-to-undo')
    expect(value(await vault.events.byIds(['a']))).toHaveLength(1)
    expect(outcome(await vault.events.apply(undo, 'c1'))).toBe('ok')
    expect(outcome(await vault.events.apply(adding('c3', event('b')), 'c1'))).toBe('calendar.nothing-to-undo')
    const again = await restarted(vault)
    expect(value(await again.events.history(10))).toEqual([undo, { ...adding('c1', event('a')), undone: true }])
    expect(value(await again.events.history(1))).toEqual([undo])
  })
})

describe('tasks', () => {
  const full = chore({
    list: 'Garden', people: ['anna', 'emma'], rotation: 'fixed', turn: 'emma', swapped: { place: 'anna', owed: [{ place: 'emma', by: 'anna' }] }, due: { at: '2026-11-23T18:00:00Z', zone: 'Europe/Berlin', allDay: false }, movedFrom: '2026-11-24T18:00:00Z',
    repeats: { from: 'due', rrule: 'FREQ=WEEKLY', since: '2026-11-24T18:00:00Z' }, checklist: [{ text: 'Glass', done: true }], reminders: [60, 0], nag: 15, snoozedUntil: '2026-11-23T19:00:00Z', medicine: true,
    done: [{ at: '2026-11-17T18:00:00Z', by: 'anna', skipped: false, due: '2026-11-17T18:00:00Z' }], note: 'The brown one too',
  })
  const tasksIn = (id: string, ...changes: Change[]): ChangeSet => ({ ...adding(id), changes })
  const add = (after: Task): Change => ({ kind: 'add-task', after })

  it('come back as they went in, in the order they were made, an edited one in its place', async () => {
    const { vault } = await freshVault()
    const [one, two] = [chore({ id: 'one' }), chore({ id: 'two', doneAt: '2026-11-22T09:00:00Z' })]
    value(await vault.events.apply(tasksIn('c1', add(one), add(full), add(two))))
    value(await vault.events.apply(tasksIn('c2', { kind: 'edit-task', before: one, after: { ...one, title: 'First' } })))
    expect(value(await (await restarted(vault)).tasks())).toEqual([{ ...one, title: 'First' }, full, two])
  })

  it('change all or not at all, together with events, and only from what `before` says', async () => {
    const { vault } = await freshVault()
    value(await vault.events.apply(tasksIn('c1', add(full))))
    const refused: readonly (readonly [Change, string])[] = [
      [add(full), 'calendar.changed'],
      [{ kind: 'edit-task', before: { ...full, effort: 20 }, after: { ...full, title: 'New' } }, 'calendar.changed'],
      [{ kind: 'edit-task', before: chore({ id: 'gone' }), after: chore({ id: 'gone', title: 'New' }) }, 'calendar.changed'],
      [{ kind: 'edit-task', before: full, after: { ...full, id: 'other' } }, 'input.invalid'],
      [{ kind: 'remove-task', before: { ...full, done: [] } }, 'calendar.changed'],
      [{ kind: 'remove-task', before: chore({ id: 'gone' }) }, 'calendar.changed'],
    ]
    for (const [change, name] of refused) expect(outcome(await vault.events.apply(tasksIn('c2', { kind: 'add', after: event('e') }, add(chore({ id: 'new' })), change)))).toBe(name)
    expect(value(await vault.tasks())).toEqual([full])
    expect(value(await vault.events.byIds(['e']))).toEqual([])
    value(await vault.events.apply(tasksIn('c3', { kind: 'remove-task', before: full })))
    expect(value(await vault.tasks())).toEqual([])
  })
})

describe('conversations', () => {
  it('come back newest first, with their turns in order and their tokens', async () => {
    const { vault } = await freshVault()
    value(await vault.chat.saveConversation(conversation('old', { lastAt: '2026-11-22T09:00:00.500Z' })))
    value(await vault.chat.saveConversation(conversation('new', { lastAt: '2026-11-22T09:00:00Z' })))
    value(await vault.chat.saveConversation(conversation('new', { lastAt: '2026-11-22T09:00:01Z', title: 'Renamed' })))
    for (const id of ['t2', 't1', 't3']) value(await vault.chat.saveTurn(turn(id, 'old')))
    value(await vault.chat.saveTurn(turn('t2', 'old', 'Said again')))
    value(await vault.chat.saveTokens('old', new Map([['[PERSON_B]', 'Anna'], ['[PERSON_A]', 'Emma']])))
    value(await vault.chat.saveTokens('old', new Map([['[PLACE_A]', 'Wiesenweg 12'], ['[PERSON_A]', 'Emma Lindqvist']])))
    const again = await restarted(vault)
    expect(value(await again.chat.conversations()).map((c) => [c.id, c.title])).toEqual([['new', 'Renamed'], ['old', 'Talk old']])
    expect(value(await again.chat.turns('old'))).toEqual([turn('t2', 'old', 'Said again'), turn('t1', 'old'), turn('t3', 'old')])
    expect(value(await again.chat.turn('t1'))).toEqual(turn('t1', 'old'))
    expect([...value(await again.chat.tokens('old'))]).toEqual([['[PERSON_B]', 'Anna'], ['[PERSON_A]', 'Emma Lindqvist'], ['[PLACE_A]', 'Wiesenweg 12']])
    expect(value(await again.chat.tokens('new')).size).toBe(0)
  })

  it('go with everything in them, and take nothing afterwards', async () => {
    const { vault } = await freshVault()
    value(await vault.chat.saveConversation(conversation('talk')))
    value(await vault.chat.saveTurn(turn('t1', 'talk')))
    value(await vault.chat.saveTokens('talk', new Map([['[PERSON_A]', 'Emma']])))
    value(await vault.chat.removeConversation('talk'))
    const again = await restarted(vault)
    expect(value(await again.chat.turns('talk'))).toEqual([])
    expect(value(await again.chat.tokens('talk')).size).toBe(0)
    const refused = [again.chat.turn('t1'), again.chat.removeConversation('talk'), again.chat.saveTurn(turn('t1', 'talk')), again.chat.saveTokens('talk', new Map([['[PERSON_A]', 'Emma']]))]
    expect((await Promise.all(refused)).map(outcome)).toEqual(refused.map(() => 'vault.not-found'))
  })

  it('keep their turns: one cannot move to another', async () => {
    const { vault } = await freshVault()
    for (const id of ['one', 'two']) value(await vault.chat.saveConversation(conversation(id)))
    value(await vault.chat.saveTurn(turn('t1', 'one')))
    await expect(vault.chat.saveTurn(turn('t1', 'two'))).rejects.toThrow('cannot move')
    expect(value(await vault.chat.turns('two'))).toEqual([])
  })
})

describe('receipts', () => {
  it('form a chain that comes back and only grows', async () => {
    const { vault } = await freshVault()
    expect(value(await vault.receipts.head())).toBeNull()
    value(await vault.receipts.append(receipt(1)))
    value(await vault.receipts.append(receipt(2)))
    await expect(vault.receipts.append(receipt(2))).rejects.toThrow('next number')
    await expect(vault.receipts.append(receipt(4))).rejects.toThrow('next number')
    await expect(vault.receipts.append(receipt(3, { previous: 'f'.repeat(64) }))).rejects.toThrow('continue the chain')
    const again = await restarted(vault)
    expect(value(await again.receipts.list())).toEqual([receipt(2), receipt(1)])
    expect(value(await again.receipts.head())).toEqual(receipt(2))
  })

  it('are finished once, while they are the newest, and only in what became known', async () => {
    const { vault } = await freshVault()
    for (const number of [1, 2]) value(await vault.receipts.append(receipt(number)))
    const finished = receipt(2, { outcome: 'sent', status: 200, answer: '{}', tokensIn: 5, tokensOut: 6, hash: 'a'.repeat(64) })
    await expect(vault.receipts.finish(receipt(1, { outcome: 'sent' }))).rejects.toThrow('newest')
    await expect(vault.receipts.finish({ ...finished, replaced: 3 })).rejects.toThrow('keeps what was known')
    await expect(vault.receipts.finish({ ...finished, request: { ...finished.request, body: '{}' } })).rejects.toThrow('keeps what was known')
    value(await vault.receipts.finish(finished))
    await expect(vault.receipts.finish(finished)).rejects.toThrow('only once')
    value(await vault.receipts.append(receipt(3, { previous: 'a'.repeat(64) })))
    expect(value(await (await restarted(vault)).receipts.list()).map((r) => r.outcome)).toEqual(['interrupted', 'sent', 'interrupted'])
  })

  it('cannot be finished where there is none', async () => {
    const { vault } = await freshVault()
    await expect(vault.receipts.finish(receipt(1))).rejects.toThrow('newest')
  })
})

describe('settings, secrets and canaries', () => {
  it('come back', async () => {
    const { vault } = await freshVault()
    const settings = { ...defaultSettings, theme: 'dark' as const, autoLockMinutes: 0 }
    const canaries = value(await vault.canaries())
    value(await vault.settings.write(settings))
    value(await vault.secrets.write('openai', 'sk-one'))
    value(await vault.secrets.write('openai', 'sk-two'))
    value(await vault.secrets.write('azure', 'key'))
    value(await vault.secrets.write('azure', ''))
    const again = await restarted(vault)
    expect(value(await again.settings.read())).toEqual(settings)
    expect(value(await again.secrets.read('openai'))).toBe('sk-two')
    expect(value(await again.secrets.read('azure'))).toBeNull()
    expect(value(await again.canaries())).toEqual(canaries)
  })
})

describe('the tables', () => {
  /** A database without its vault, in this thread. */
  const opened = (): Database => {
    const paths = vaultPaths(newFolder()), key = newKey(), options = { migrations, maxPages: null }
    prepareFolder(paths)
    createDatabase(paths.database, key, options, plantHousehold)
    return openDatabase(paths, key, options)
  }

  it('can be read by any SQLCipher 4 tool that is given the key, and so can their backups, which keep a log like the original', () => {
    const paths = vaultPaths(newFolder()), key = newKey()
    prepareFolder(paths)
    createDatabase(paths.database, key, { migrations, maxPages: null }, plantHousehold)
    openDatabase(paths, key, { migrations: [...migrations, 'CREATE TABLE second (x TEXT) STRICT'], maxPages: null }).close()
    const now = migrations.length + 1
    for (const [path, format] of [[paths.database, now], [join(paths.backups, `vault-format-${migrations.length}.db`), migrations.length]] as const) {
      const tool = new Engine(path, { fileMustExist: true })
      try {
        tool.pragma("cipher = 'sqlcipher'")
        tool.pragma('legacy = 4')
        tool.pragma(`key = "x'${reveal(key).toString('hex')}'"`)
        expect([tool.pragma('user_version', { simple: true }), tool.pragma('journal_mode', { simple: true }), tool.prepare('SELECT count(*) FROM household').pluck().get()]).toEqual([format, 'wal', 1])
      } finally { tool.close() }
    }
  })

  it('of format 2 keep all they held, and take tasks and series afterwards', () => {
    const paths = vaultPaths(newFolder()), key = newKey()
    prepareFolder(paths)
    createDatabase(paths.database, key, { migrations: migrations.slice(0, 2), maxPages: null }, plantHousehold)
    const old = openDatabase(paths, key, { migrations: migrations.slice(0, 2), maxPages: null })
    const [a, b] = [event('a'), event('b', { start: '2026-11-23T17:00:00Z', end: '2026-11-23T18:00:00Z' })], set = adding('c1', a, b)
    for (const { id, start, end, ...rest } of [a, b]) old.prepare('INSERT INTO events (id, starts, ends, body) VALUES (?, ?, ?, ?)').run(id, Date.parse(start), Date.parse(end), JSON.stringify({ id, start, end, ...rest }))
    old.prepare('INSERT INTO change_sets (id, undone, body) VALUES (?, 0, ?)').run(set.id, JSON.stringify(set))
    old.prepare("INSERT INTO household_entries (kind, position, id, body) VALUES ('people', 0, 'emma', ?)").run(JSON.stringify(household.people[0]))
    old.close()
    const database = openDatabase(paths, key, { migrations, maxPages: null })
    try {
      expect(eventsBetween(database, '2026-11-22T00:00:00Z', '2026-11-24T00:00:00Z')).toEqual([a, b])
      expect(changeHistory(database, 10)).toEqual([set])
      expect(readHousehold(database).people).toEqual([household.people[0]])
      expect(listTasks(database)).toEqual([])
      applyChanges(database, { ...adding('c2'), changes: [{ kind: 'add-task', after: chore() }, { kind: 'edit', before: a, after: { ...a, repeats: { rrule: 'FREQ=DAILY', rdates: [], exdates: [] } } }] })
      expect(listTasks(database)).toEqual([chore()])
      expect(eventsBetween(database, '2027-06-01T00:00:00Z', '2027-06-02T00:00:00Z').map(({ id }) => id)).toEqual(['a'])
    } finally { database.close() }
  })

  it('say where a row is that no longer makes sense, instead of handing it out', () => {
    const database = opened()
    try {
      database.exec(`INSERT INTO events VALUES ('a', 0, 1, '{"id":"a"}', NULL); INSERT INTO tasks VALUES (1, 't', NULL, '{}'); INSERT INTO receipts VALUES (1, 'r1', 'not json'); INSERT INTO household_entries VALUES ('people', 0, 'emma', '{"id":"emma"}')`)
      const damaged = (table: string): Error => expect.objectContaining({ problem: { name: 'vault.damaged', detail: { table } } }) as Error
      expect(() => eventsBetween(database, '1969-01-01T00:00:00Z', '1971-01-01T00:00:00Z')).toThrow(damaged('events'))
      expect(() => listTasks(database)).toThrow(damaged('tasks'))
      expect(() => listReceipts(database)).toThrow(damaged('receipts'))
      expect(() => readHousehold(database)).toThrow(damaged('household'))
    } finally { database.close() }
  })

  it('hold what a plain map of events would hold, after any run of changes', () => {
    const day = 24 * 60
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const some = fc.record({ id, start: fc.integer({ min: 0, max: day }), length: fc.integer({ min: 0, max: 200 }), title: fc.constantFrom('One', 'Two') })
      .map(({ id: key, start, length, title }) => event(key, { title, start: toInstant(start * 60_000), end: toInstant((start + length) * 60_000) }))
    const change: fc.Arbitrary<EventChange> = fc.oneof(
      some.map((after): EventChange => ({ kind: 'add', after })),
      fc.tuple(some, some).map(([before, after]): EventChange => ({ kind: 'edit', before, after: { ...after, id: before.id } })),
      some.map((before): EventChange => ({ kind: 'remove', before })),
    )
    const run = fc.array(fc.array(fc.tuple(change, fc.boolean()), { minLength: 1, maxLength: 4 }), { maxLength: 8 })
    const database = opened()
    try {
      fc.assert(fc.property(run, fc.integer({ min: 0, max: day }), fc.integer({ min: 0, max: 300 }), (sets, from, length) => {
        database.exec('DELETE FROM events; DELETE FROM change_sets')
        let model = new Map<string, CalendarEvent>()
        sets.forEach((changes, number) => {
          const next = new Map(model)
          const fits: boolean[] = []
          const list = changes.map(([drawn, truthful]) => {
            // Half of the changes know what is there; the others only believe they do.
            const there = drawn.kind === 'add' ? undefined : next.get(drawn.before.id)
            const made: EventChange = truthful && there !== undefined && drawn.kind !== 'add' ? { ...drawn, before: there } : drawn
            const key = made.kind === 'add' ? made.after.id : made.before.id
            fits.push(JSON.stringify(next.get(key)) === JSON.stringify(made.kind === 'add' ? undefined : made.before))
            if (made.kind === 'remove') next.delete(key)
            else next.set(key, made.after)
            return made
          })
          const apply = (): null => applyChanges(database, { ...adding(`c${number}`), changes: list })
          if (fits.every(Boolean)) { apply(); model = next } else expect(apply).toThrow('calendar.changed')
        })
        const [start, end] = [from * 60_000, (from + length) * 60_000]
        const overlapping = [...model.values()].filter((e) => Date.parse(e.start) < end && (Date.parse(e.end) > start || Date.parse(e.start) >= start)).map((e) => e.id).sort()
        expect(eventsById(database, ['a', 'b', 'c', 'd']).map((e) => e.id).sort()).toEqual([...model.keys()].sort())
        expect(eventsBetween(database, toInstant(start), toInstant(end)).map((e) => e.id).sort()).toEqual(overlapping)
      }), { numRuns: 100 })
    } finally { database.close() }
  })
})
