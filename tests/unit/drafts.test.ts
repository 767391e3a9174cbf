/** Drafts: saved in time however long the typing goes on, in the vault for as long as their conversation, and gone once sent. */
import { afterEach, expect, it } from 'vitest'
import { createDraftKeeper, SAVE_WITHIN_MS } from '../../renderer/state/drafts.ts'
import { MAX_DRAFT, type Draft } from '../../shared/conversation.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { closeVaults, conversation, freshVault, outcome, passphrase, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

/** A keeper whose time passes when told. */
const keeping = (answer: Result<null> = ok(null)) => {
  const saved: Draft[] = [], refused: string[] = [], waiting: { ms: number; call: () => void }[] = []
  const keeper = createDraftKeeper({
    save: async (draft) => { saved.push(draft); return answer },
    after: (ms, call) => { const timer = { ms, call }; waiting.push(timer); return () => { waiting.splice(waiting.indexOf(timer), 1) } },
    onRefused: ({ name }) => { refused.push(name) },
  })
  return { keeper, saved, refused, waiting, pass: () => { for (const { call } of [...waiting]) call() } }
}

it('saves the newest text of each draft once, in time though the typing goes on', () => {
  const { keeper, saved, waiting, pass } = keeping()
  for (const text of ['B', 'Bu', 'Buy milk']) keeper.note('c1', text)
  keeper.note(null, 'another thought')
  expect(waiting.map(({ ms }) => ms)).toEqual([SAVE_WITHIN_MS])
  expect(saved).toEqual([])
  pass()
  expect(saved).toEqual([{ conversationId: 'c1', text: 'Buy milk' }, { conversationId: null, text: 'another thought' }])
  expect(waiting).toEqual([])
  keeper.note('c1', '')
  keeper.flush()
  expect(saved.at(-1)).toEqual({ conversationId: 'c1', text: '' })
  expect(waiting).toEqual([])
  keeper.note('c1', 'not to be kept')
  keeper.forget()
  pass()
  expect(saved).toHaveLength(3)
})

it('says when it could not be saved, and not when there is nothing left to belong to', async () => {
  const full = keeping(fail(problem('vault.full'))), gone = keeping(fail(problem('vault.not-found')))
  for (const { keeper } of [full, gone]) { keeper.note('c1', 'x'); keeper.flush() }
  await Promise.resolve()
  await Promise.resolve()
  expect([full.refused, gone.refused]).toEqual([['vault.full'], []])
})

it('come back after a restart, and go with their conversation or when empty', async () => {
  const { vault, folder } = await freshVault()
  for (const id of ['one', 'two']) value(await vault.chat.saveConversation(conversation(id)))
  for (const [conversationId, text] of [['one', 'first'], [null, 'new'], ['two', 'second'], [null, 'newer'], ['one', 'first, longer']] as const) value(await vault.chat.saveDraft({ conversationId, text }))
  await vault.close()
  const again = vaultIn(folder)
  value(await again.unlock(passphrase))
  expect(value(await again.chat.drafts())).toEqual([{ conversationId: 'two', text: 'second' }, { conversationId: null, text: 'newer' }, { conversationId: 'one', text: 'first, longer' }])
  value(await again.chat.removeConversation('one'))
  value(await again.chat.saveDraft({ conversationId: null, text: '' }))
  expect(value(await again.chat.drafts())).toEqual([{ conversationId: 'two', text: 'second' }])
  expect(outcome(await again.chat.saveDraft({ conversationId: 'one', text: 'too late' }))).toBe('vault.not-found')
  expect(outcome(await again.chat.saveDraft({ conversationId: 'two', text: 'x'.repeat(MAX_DRAFT + 1) }))).toBe('input.invalid')
})
