/** P7 a kill between remembering a reminder and showing it: on the real vault it is never shown twice, and stands in the window all the same. */
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { createAgenda } from '../../electron/calendar/agenda.ts'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { createReminderClock } from '../../electron/calendar/reminder-clock.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import { fromInstant } from '../../shared/time.ts'
import { plainHabits } from '../../shared/habits.ts'
import type { Notice, Reminder } from '../../shared/reminders.ts'
import { adding, closeVaults, event, freshVault, passphrase, runChild, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

const NOW = fromInstant('2026-11-22T16:30:00Z')

/** Looks once at the vault as it is; everything that would have been shown, and what stands. */
async function lookAt(vault: Vault): Promise<{ readonly shown: readonly Notice[]; readonly standing: readonly Reminder[] }> {
  const shown: Notice[] = []
  const looked = Promise.withResolvers<readonly Reminder[]>()
  const agenda = createAgenda({ vault: vault.events, expand: (series) => Promise.resolve(expand(series)), newId: () => 'unused' })
  const clock = createReminderClock({
    clock: { now: () => NOW }, after: () => () => undefined, isOpen: () => true, household: vault.household.read, settings: vault.settings.read, events: agenda.between, tasks: vault.tasks, vault: vault.reminders,
    mark: () => { throw new Error('nothing is marked') }, system: plainHabits, notices: { show: (notice) => { shown.push(notice) }, clear: () => undefined },
    onChange: looked.resolve, onBug: (_code, error) => { looked.reject(error) },
  })
  clock.look()
  const standing = await looked.promise
  clock.stop()
  return { shown, standing }
}

it('killed in between, the notification is lost and never doubled; the reminder stands until it is answered', async () => {
  const { vault, folder } = await freshVault()
  value(await vault.events.apply(adding('c', event('e', { reminders: [30] }))))
  await vault.close()

  const { output, errors, code, signal } = await runChild('give', folder, { script: fileURLToPath(new URL('../support/reminder-child.ts', import.meta.url)) })
  // It came as far as showing, and died before it could.
  expect([output, errors, code, signal]).toEqual(['about to show: A reminder from Lares', '', null, 'SIGKILL'])

  const again = vaultIn(folder)
  value(await again.unlock(passphrase))
  const { shown, standing } = await lookAt(again)
  expect(shown).toEqual([])
  expect(standing.map(({ title }) => title)).toEqual(['Event e'])
  value(await again.reminders.answer(standing[0]?.keys ?? [], null))
  await again.close()
})

it('what was remembered is told apart: given, answered, put off, and forgotten when it is old', async () => {
  const { vault } = await freshVault()
  const given = async (): Promise<unknown> => value(await vault.reminders.given(['a', 'b', 'c', 'unknown']))
  value(await vault.reminders.give({ at: 10, given: ['a', 'b'], passed: ['c'], forget: { before: 0, except: [] } }))
  expect(await given()).toEqual([{ key: 'a', at: 10, answered: false, again: null }, { key: 'b', at: 10, answered: false, again: null }, { key: 'c', at: 10, answered: true, again: null }])
  value(await vault.reminders.answer(['a'], null))
  value(await vault.reminders.answer(['b', 'unknown'], 99))
  expect(await given()).toEqual([{ key: 'a', at: 10, answered: true, again: null }, { key: 'b', at: 10, answered: false, again: 99 }, { key: 'c', at: 10, answered: true, again: null }])
  value(await vault.reminders.give({ at: 99, given: ['b'], passed: [], forget: { before: 50, except: ['c'] } }))
  expect(await given()).toEqual([{ key: 'b', at: 99, answered: false, again: null }, { key: 'c', at: 10, answered: true, again: null }])
})
