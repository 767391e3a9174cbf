/** Everything as one open file: all of it is there, as it is in the vault, and no key is. */
import { afterEach, expect, it } from 'vitest'
import { dataHandlers } from '../../electron/ipc/data.ts'
import { ok } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { adding, closeVaults, conversation, event, freshVault, household, outcome, receipt, turn, value } from '../support/vault.ts'

afterEach(closeVaults)

it('the export holds what the vault holds, under the name of its day, and neither a key nor a token', async () => {
  const { vault } = await freshVault()
  value(await vault.household.write(household))
  value(await vault.events.apply(adding('c1', event('e1'), event('e2', { start: '1999-01-01T00:00:00Z', end: '1999-01-01T01:00:00Z' }))))
  value(await vault.chat.saveConversation(conversation('talk')))
  value(await vault.chat.saveTurn(turn('t1', 'talk')))
  value(await vault.chat.saveTokens('talk', new Map([['[PERSON_A]', 'Schnurrwert']])))
  value(await vault.receipts.append(receipt(1)))
  value(await vault.settings.write({ ...defaultSettings, theme: 'dark' }))
  value(await vault.secrets.write('cloud-key', 'sk-Fluesterkey'))
  const saved: { name: string; text: string }[] = []
  const data = dataHandlers({ vault, clock: { now: () => Date.UTC(2026, 10, 22, 9) }, files: { save: async (_title, _kind, name, bytes) => { saved.push({ name, text: new TextDecoder().decode(bytes) }); return ok(name) } } })

  expect(value(await data.export(null))).toBe('lares-2026-11-22.json')
  expect(saved.map(({ name }) => name)).toEqual(['lares-2026-11-22.json'])
  expect(JSON.parse(saved[0]?.text ?? '')).toEqual({
    format: 'lares-export', version: 1, exportedAt: '2026-11-22T09:00:00Z', household, events: [event('e2', { start: '1999-01-01T00:00:00Z', end: '1999-01-01T01:00:00Z' }), event('e1')], tasks: [],
    conversations: [{ ...conversation('talk'), turns: [turn('t1', 'talk')] }], receipts: [receipt(1)], changes: value(await vault.events.history(10)), settings: { ...defaultSettings, theme: 'dark' },
  })
  for (const hidden of ['Fluesterkey', 'Schnurrwert', ...value(await vault.canaries())]) expect(saved[0]?.text).not.toContain(hidden)

  await vault.lock()
  expect([outcome(await data.export(null)), saved.length]).toEqual(['vault.locked', 1])
})
