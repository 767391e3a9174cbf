/** Search over all conversations: what is found, what is not, and that the index keeps step with what is saved and removed. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { removeConversation, saveConversation, saveTurn } from '../../electron/vault/chat.ts'
import { searchTurns } from '../../electron/vault/chat-search.ts'
import { createDatabase, openDatabase, type Database } from '../../electron/vault/database.ts'
import { prepareFolder, vaultPaths } from '../../electron/vault/folder.ts'
import { newKey } from '../../electron/vault/keys.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import type { FoundTurn, Turn } from '../../shared/conversation.ts'
import { closeVaults, conversation, freshVault, newFolder, outcome, passphrase, turn, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

const exchange = (id: string, conversationId: string, question: string, answer: string): Turn => { const one = turn(id, conversationId, question); return { ...one, answer: { ...one.answer, text: answer } } }
const ids = (turns: readonly FoundTurn[]): string[] => turns.map(({ turnId }) => turnId)
const marked = (pieces: FoundTurn['question']): string => pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')

describe('search', () => {
  it('finds words by their beginning, without case and accents, in question and answer together, newest first, and marks them', async () => {
    const { vault, folder } = await freshVault()
    for (const id of ['kitchen', 'school']) value(await vault.chat.saveConversation(conversation(id)))
    value(await vault.chat.saveTurn(exchange('t1', 'kitchen', 'Wann läuft die Spülmaschine?', 'Nach 22 Uhr, für 0,31 €.')))
    value(await vault.chat.saveTurn(exchange('t2', 'school', 'Write to Mme Lefèvre', 'Chère Madame Lefèvre, Emma can’t come.')))
    value(await vault.chat.saveTurn(exchange('t3', 'kitchen', 'And the SPULMASCHINE tomorrow?', '')))

    const found = value(await vault.chat.search('spulm', 50))
    expect(ids(found.turns)).toEqual(['t3', 't1'])
    expect(found.turns[1]).toMatchObject({ conversationId: 'kitchen', title: 'Talk kitchen', at: '2026-11-22T09:00:00Z' })
    expect(found.turns.map(({ question }) => marked(question))).toEqual(['And the [SPULMASCHINE] tomorrow?', 'Wann läuft die [Spülmaschine]?'])
    expect(marked(value(await vault.chat.search('Lefevre EMMA', 50)).turns[0]?.answer ?? [])).toBe('Chère Madame [Lefèvre], [Emma] can’t come.')
    expect(ids(value(await vault.chat.search('maschine 22', 50)).turns)).toEqual([]) // only beginnings of words
    expect(ids(value(await vault.chat.search('wann 22', 50)).turns)).toEqual(['t1']) // one word asked, one answered
    expect(value(await vault.chat.search('spulm', 1))).toMatchObject({ turns: [{ turnId: 't3' }], total: 2 })

    // The same after a restart.
    await vault.close()
    const again = vaultIn(folder)
    value(await again.unlock(passphrase))
    expect(value(await again.chat.search('spulm', 50))).toEqual(found)
  })

  it('keeps step: reworded, answered, removed', async () => {
    const { vault } = await freshVault()
    for (const id of ['one', 'two']) value(await vault.chat.saveConversation(conversation(id)))
    value(await vault.chat.saveTurn(exchange('t1', 'one', 'the first plumber', '')))
    value(await vault.chat.saveTurn(exchange('t2', 'two', 'the second plumber', '')))
    value(await vault.chat.saveTurn(exchange('t1', 'one', 'the first plumber', 'comes on Tuesday')))
    expect(ids(value(await vault.chat.search('tuesday', 50)).turns)).toEqual(['t1'])
    value(await vault.chat.saveTurn(exchange('t1', 'one', 'the first plumber', 'comes on Friday')))
    expect(value(await vault.chat.search('tuesday', 50))).toEqual({ turns: [], total: 0 })
    value(await vault.chat.removeConversation('one'))
    expect(value(await vault.chat.search('friday', 50)).total).toBe(0)
    expect(ids(value(await vault.chat.search('plumber', 50)).turns)).toEqual(['t2'])
  })

  it('takes everything typed as words, and nothing as its language', async () => {
    const { vault } = await freshVault()
    value(await vault.chat.saveConversation(conversation('c')))
    value(await vault.chat.saveTurn(exchange('t1', 'c', 'Say "NOT OR" near it’s (half) * done', 'ok')))
    for (const typed of ['"NOT', 'not', '(half)', 'it’s', 'OR near', '  ok\n', 'done * —']) expect([typed, ids(value(await vault.chat.search(typed, 9)).turns)]).toEqual([typed, ['t1']])
    for (const typed of ['', '   ', '—', '*', '"', 'question:ok', 'ok NOT half2', 'ok"*x']) expect([typed, value(await vault.chat.search(typed, 9)).total]).toEqual([typed, 0])
    expect(outcome(await vault.chat.search('x'.repeat(201), 9))).toBe('input.invalid')
  })

  it('finds what was said before there was an index', () => {
    const paths = vaultPaths(newFolder()), key = newKey()
    prepareFolder(paths)
    createDatabase(paths.database, key, { migrations: migrations.slice(0, 4), maxPages: null }, (old) => {
      saveConversation(old, conversation('c'))
      old.prepare('INSERT INTO turns (id, conversation_id, body) VALUES (?, ?, ?)').run('t1', 'c', JSON.stringify(turn('t1', 'c', 'the old boiler')))
    })
    const database = openDatabase(paths, key, { migrations, maxPages: null })
    try { expect(ids(searchTurns(database, 'boil', 9).turns)).toEqual(['t1']) } finally { database.close() }
  })
})

/** The same question answered by looking at every turn. */
const lookThrough = (turns: readonly Turn[], query: string): string[] => {
  const words = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return turns.filter(({ text, answer }) => words(query).length > 0 && words(query).every((wanted) => [...words(text), ...words(answer.text)].some((word) => word.startsWith(wanted)))).map(({ id }) => id)
}

it('finds what looking through everything finds, whatever was saved, saved again and removed', () => {
  const paths = vaultPaths(newFolder()), key = newKey(), options = { migrations, maxPages: null }
  prepareFolder(paths)
  createDatabase(paths.database, key, options, () => undefined)
  const database: Database = openDatabase(paths, key, options)
  const text = fc.array(fc.constantFrom('Tür', 'tur', 'TÜREN', 'e', 'é', 'été', 'oven', 'Ofen', '22', '2', '…', 'a-b', 'naïve', 'Ångström', 'дом', 'Дома'), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ save: fc.nat(5), question: text, answer: text }) },
    { weight: 1, arbitrary: fc.record({ remove: fc.nat(1) }) },
  )
  try {
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), text, (steps, query) => {
      database.exec('DELETE FROM conversations')
      let kept: Turn[] = []
      for (const one of steps) {
        if ('save' in one) {
          const home = `c${one.save % 2}`, saved = exchange(`t${one.save}`, home, one.question, one.answer), at = kept.findIndex(({ id }) => id === saved.id)
          saveConversation(database, conversation(home))
          saveTurn(database, saved)
          kept = at === -1 ? [...kept, saved] : kept.with(at, saved)
        } else if (kept.some(({ conversationId }) => conversationId === `c${one.remove}`)) {
          removeConversation(database, `c${one.remove}`)
          kept = kept.filter(({ conversationId }) => conversationId !== `c${one.remove}`)
        }
      }
      const found = searchTurns(database, query, 100)
      expect(ids(found.turns).reverse()).toEqual(lookThrough(kept, query))
      expect(found.total).toBe(found.turns.length)
      database.exec("INSERT INTO turn_index (turn_index, rank) VALUES ('integrity-check', 1)")
    }), { numRuns: 60 })
  } finally { database.close() }
})
