/** The store of reminders: says aloud only what is new, keeps what could not be answered, forgets at the lock. */
import { beforeEach, expect, it, vi } from 'vitest'
import { problem } from '../../shared/problems.ts'
import type { Reminder } from '../../shared/reminders.ts'
import { fail, ok } from '../../shared/result.ts'

const calls = { reminders: { standing: vi.fn(), answer: vi.fn() } }
Object.assign(globalThis, { lares: { ...calls, onNews: () => () => undefined } })
const { useReminders } = await import('../../renderer/state/reminders.ts')

const reminder = (id: string, ...keys: string[]): Reminder => ({ keys, about: { kind: 'event', id }, title: id, at: '2026-11-22T17:20:00Z', zone: 'Europe/Berlin', allDay: false, people: [], medicine: false })
const { getState } = useReminders

beforeEach(() => {
  vi.resetAllMocks()
  getState().forget()
})

it('says only what came, also when a thing that stands is reminded of once more', async () => {
  calls.reminders.standing.mockResolvedValue(ok([reminder('a', 'a1')]))
  await getState().load()
  expect(getState().arrived.map(({ title }) => title)).toEqual(['a'])
  getState().hear([reminder('a', 'a1'), reminder('b', 'b1')])
  expect(getState().arrived.map(({ title }) => title)).toEqual(['b'])
  getState().hear([reminder('a', 'a1', 'a2'), reminder('b', 'b1')])
  expect(getState().arrived.map(({ title }) => title)).toEqual(['a'])
  getState().hear([reminder('b', 'b1')])
  expect(getState().arrived.map(({ title }) => title)).toEqual(['a'])
})

it('takes away what was answered and keeps what could not be', async () => {
  getState().hear([reminder('a', 'a1', 'a2'), reminder('b', 'b1')])
  calls.reminders.answer.mockResolvedValueOnce(ok(null)).mockResolvedValueOnce(fail(problem('vault.full')))
  expect(await getState().answer(reminder('a', 'a1', 'a2'), { kind: 'dismiss' })).toBeNull()
  expect(await getState().answer(reminder('b', 'b1'), { kind: 'snooze', for: 'tomorrow' })).toEqual(problem('vault.full'))
  expect(getState().reminders.map(({ title }) => title)).toEqual(['b'])
  expect(calls.reminders.answer.mock.calls).toEqual([[{ keys: ['a1', 'a2'], answer: { kind: 'dismiss' } }], [{ keys: ['b1'], answer: { kind: 'snooze', for: 'tomorrow' } }]])
})

it('forgets everything at the lock', () => {
  getState().hear([reminder('a', 'a1')])
  getState().setOpen(true)
  getState().forget()
  expect(getState()).toMatchObject({ reminders: [], arrived: [], isOpen: false })
})
