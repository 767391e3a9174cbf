/** Files of conversations: what was saved comes back as words, a hostile or broken file changes nothing, and Markdown stays plain text. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Chat } from '../../electron/chat/chat.ts'
import { createConversationFiles, MAX_CHAT_FILE } from '../../electron/chat/conversation-files.ts'
import { plain } from '../../electron/chat/markdown.ts'
import { MAX_MESSAGE, type Conversation, type Turn } from '../../shared/conversation.ts'
import { isPrintable } from '../../shared/printable.ts'
import { ok } from '../../shared/result.ts'
import { conversation, event, turn, value } from '../support/vault.ts'

/** A chat that holds what it is given, and takes in what is imported. */
const house = (conversations: readonly Conversation[] = [], turns: readonly Turn[] = []) => {
  const kept = { conversations: [...conversations], turns: [...turns] }
  let made = 0
  const chat: Pick<Chat, 'conversations' | 'turns'> = { conversations: async () => ok(kept.conversations), turns: async (id) => ok(kept.turns.filter(({ conversationId }) => conversationId === id)) }
  const files = createConversationFiles({
    chat, zone: async () => ok('Europe/Berlin'), clock: { now: () => Date.UTC(2026, 10, 22, 9) }, newId: () => `new-${made += 1}`,
    vault: { add: async (added, said) => { kept.conversations.push(...added); kept.turns.push(...said); return ok(null) } },
  })
  return { files, kept }
}
const bytesOf = (json: unknown): Uint8Array => new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json))
const saved = (turns: readonly Record<string, unknown>[], over: Record<string, unknown> = {}) => ({ format: 'lares-conversations', version: 1, savedAt: '2026-11-22T09:00:00Z', conversations: [{ title: 'T', startedAt: '2026-11-22T09:00:00Z', lastAt: '2026-11-22T09:00:00Z', turns }], ...over })
const { id: _id, conversationId: _conversationId, ...oneTurn } = turn('t', 'c')

const words = (most: number) => fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.slice(0, most)).filter((text) => text !== '' && isPrintable(text))
const anyTurn = (id: string, home: string) => fc.record({ question: words(MAX_MESSAGE), text: words(2000), route: fc.constantFrom('auto' as const, 'here' as const, 'cloud' as const), bytesLeft: fc.nat(9999), status: fc.constantFrom('done' as const, 'stopped' as const) })
  .map(({ question, text, route, bytesLeft, status }): Turn => { const base = turn(id, home, question); return { ...base, route, answer: { ...base.answer, status, text, provenance: { ...base.answer.provenance, bytesLeft } } } })

it('what was saved comes back, word for word, with new ids and marked as imported', async () => {
  const talks = fc.array(fc.record({ title: words(100), pinned: fc.boolean(), turns: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 3 }).chain((all) => fc.tuple(
    fc.constant(all.map(({ title, pinned }, index) => conversation(`c${index}`, { title, ...(pinned ? { pinned: true as const } : {}) }))),
    fc.tuple(...all.flatMap(({ turns }, index) => Array.from({ length: turns }, (_, k) => anyTurn(`c${index}-${k}`, `c${index}`)))),
  ))
  await fc.assert(fc.asyncProperty(talks, async ([conversations, turns]) => {
    const from = house(conversations, turns), to = house(conversations, turns)
    const added = value(await to.files.read(value(await from.files.write(null, 'json')).bytes))
    const fresh = to.kept.conversations.slice(conversations.length)
    expect(added).toEqual(fresh)
    expect(fresh.map(({ id: _new, importedAt, ...rest }) => [rest, importedAt])).toEqual(conversations.map(({ id: _old, ...rest }) => [rest, '2026-11-22T09:00:00Z']))
    const saidIn = (all: readonly Turn[], home: string) => all.filter(({ conversationId }) => conversationId === home).map(({ id: _turn, conversationId: _home, ...rest }) => rest)
    conversations.forEach(({ id }, index) => { expect(saidIn(to.kept.turns, fresh[index]?.id ?? '')).toEqual(saidIn(turns, id)) })
    expect(new Set(to.kept.turns.map(({ id }) => id)).size).toBe(2 * turns.length)
  }), { numRuns: 25 })
})

it('P10 P11 nothing of a file can be accepted, chosen, undone or opened; hidden characters are gone', async () => {
  const { files, kept } = house()
  const answer = { ...oneTurn.answer, status: 'waiting', text: 'Yes\u202E\u200B', choices: ['tonight'], proposal: { id: 'p', status: 'accepted', changeSetId: 'theirs', changes: [{ kind: 'add', after: event('e1') }] }, provenance: { ...oneTurn.answer.provenance, receiptIds: ['r1'] } }
  value(await files.read(bytesOf(saved([{ ...oneTurn, answer }]))))
  expect(kept.turns).toHaveLength(1)
  expect(kept.turns[0]?.answer).toMatchObject({ status: 'stopped', text: 'Yes', choices: [], proposal: null, provenance: { receiptIds: [] } })
})

it('refuses what is not exactly of the format, by name, and adds nothing', async () => {
  const tries: readonly (readonly [unknown, string])[] = [
    ['', 'chat-file.other'], ['{', 'chat-file.other'], ['[]', 'chat-file.other'], ['null', 'chat-file.other'], [{ format: 'chatgpt', version: 1 }, 'chat-file.other'], ['[['.repeat(1000), 'chat-file.other'],
    [saved([oneTurn], { version: 2 }), 'chat-file.newer'],
    [saved([oneTurn], { conversations: [] }), 'chat-file.broken'], [saved([{ ...oneTurn, id: 'chosen' }]), 'chat-file.broken'], [saved([{ ...oneTurn, text: '' }]), 'chat-file.broken'],
    [saved([{ ...oneTurn, text: 'x'.repeat(MAX_MESSAGE + 1) }]), 'chat-file.broken'], [saved([{ ...oneTurn, at: 'soon' }]), 'chat-file.broken'], [saved([{ ...oneTurn, run: 'rm -rf' }]), 'chat-file.broken'],
    [JSON.stringify(saved([oneTurn])).replace('"title":"T"', '"title":"T","__proto__":{"pinned":true}'), 'chat-file.broken'],
  ]
  const { files, kept } = house()
  for (const [json, name] of tries) {
    const read = await files.read(bytesOf(json))
    expect([json, read.ok ? 'ok' : read.problem.name]).toEqual([json, name])
  }
  const big = await files.read(new Uint8Array(MAX_CHAT_FILE + 1))
  expect(big.ok ? 'ok' : big.problem.name).toBe('chat-file.too-big')
  expect((await files.read(Uint8Array.of(0xff, 0xfe, 0x7b))).ok).toBe(false)
  expect(kept).toEqual({ conversations: [], turns: [] })
  const broken = await files.read(bytesOf(saved([oneTurn, { ...oneTurn, text: 'Geheimnis', at: 'Geheimnis' }])))
  expect(JSON.stringify(broken)).not.toContain('Geheimnis')
  expect(JSON.stringify(broken)).toContain('conversations → 1 → turns → 2 → at')
})

it('P10 in Markdown every mark stands for itself', async () => {
  const hostile = '![x](https://evil.example/p.png)\n<img src=x onerror=y>\n# Not a title\n    code\n1. one\n&lt;b&gt; `a` *b* _c_ ~d~ | e |\n\nhttps://evil.example'
  const { files } = house([conversation('c', { title: '# [T](u)' })], [{ ...turn('t', 'c', 'Say it'), answer: { ...turn('t', 'c').answer, text: hostile } }])
  const { bytes, name } = value(await files.write('c', 'markdown')), text = new TextDecoder().decode(bytes)
  expect(name).toBe('lares-conversations-2026-11-22.md')
  expect(text).toContain('# \\# \\[T\\]\\(u\\)\n\n## You, 2026-11-22 10:00\n\nSay it\n\n## Lares\n\n\\!\\[x\\]\\(https\\:')
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('!', '[', ']', '(', ')', '<', '>', '&', '#', '*', '_', '`', '~', '|', '=', '+', '-', '.', '1', ' ', 'a', '\n', '\t', '\\'), maxLength: 40 }), (typed) => {
    const written = plain(typed)
    // Taken back as CommonMark takes them back, the marks are what was typed; and none stands without its backslash.
    expect(written.replace(/\\\n/g, '\n').replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\u00A0+/g, ' ').replace(/\s+/g, ' ').trim()).toBe(typed.replace(/\s+/g, ' ').trim())
    expect(written.replace(/\\[\n!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]/)
    expect(written).not.toMatch(/^(?: {4}|\t)/m)
  }))
})

it('one conversation or all; empty ones are no file', async () => {
  const { files } = house([conversation('a'), conversation('b'), conversation('empty')], [turn('1', 'a'), turn('2', 'b')])
  expect(value(await files.write(null, 'json')).conversations).toBe(2)
  expect(value(await files.write('b', 'json')).conversations).toBe(1)
  for (const id of ['empty', 'gone']) { const none = await files.write(id, 'json'); expect(none.ok ? 'ok' : none.problem.name).toBe('chat-file.nothing') }
})
