/** Chores for tests. */
import type { Task } from '../../shared/tasks.ts'

export const ZONE = 'Europe/Berlin'
export const chore = (over: Partial<Task> = {}): Task => ({ id: 'bins', title: 'Take the bins out', people: [], rotation: 'together', effort: 15, checklist: [], reminders: [], medicine: false, done: [], ...over })
