/** Chores, to-dos and lists as the window knows them, and what of them is looked at. Rules stay in main. */
import { create } from 'zustand'
import type { ChangeSet } from '../../shared/calendar.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import type { Task, TaskDraft, TaskMark } from '../../shared/tasks.ts'
import { bridge } from '../bridge.ts'
import { lastChange } from './calendar.ts'
import { createQuestions } from './questions.ts'

export type TaskPart = 'due' | 'lists' | 'fairness'

/** With the change that takes it back, when it is known. */
export type Changed<T> = Promise<Result<T & { readonly changeSetId: string | null }>>

interface TasksState {
  /** null until the first answer; in the order they were made. */
  readonly tasks: readonly Task[] | null
  readonly problem: Problem | null
  readonly part: TaskPart
  /** Whose are shown; nobody = everybody's. */
  readonly only: readonly string[]
  /** The list in front, by name; null = the first. */
  readonly list: string | null
  /** Lists that were opened by name, also those with nothing on them yet. */
  readonly newLists: readonly string[]
  readonly setPart: (part: TaskPart) => void
  readonly setOnly: (only: readonly string[]) => void
  readonly openList: (list: string) => void
  readonly load: () => Promise<void>
  readonly save: (id: string | null, task: TaskDraft) => Changed<{ readonly task: Task }>
  readonly mark: (id: string, mark: TaskMark) => Changed<{ readonly task: Task }>
  readonly remove: (ids: readonly string[]) => Changed<object>
  readonly undo: (changeSetId: string | null) => Promise<Result<ChangeSet>>
  readonly forget: () => void
}

const empty = { tasks: null, problem: null, part: 'due', only: [], list: null, newLists: [] } as const

const questions = createQuestions()

export const useTasks = create<TasksState>((set, get) => {
  const changed = async <T extends object>(value: T): Changed<T> => {
    await get().load()
    return { ok: true, value: { ...value, changeSetId: await lastChange() } }
  }
  return {
    ...empty,
    setPart: (part) => { set({ part }) },
    setOnly: (only) => { set({ only }) },
    openList: (list) => { set({ part: 'lists', list, newLists: [...new Set([...get().newLists, list])] }) },
    load: async () => {
      const isNewest = questions.ask()
      const read = await bridge.tasks.list(null)
      if (!isNewest()) return
      set(read.ok ? { tasks: read.value, problem: null } : { problem: read.problem })
    },
    save: async (id, task) => {
      const saved = await bridge.tasks.save({ id, task })
      return saved.ok ? changed({ task: saved.value }) : saved
    },
    mark: async (id, mark) => {
      const marked = await bridge.tasks.mark({ id, mark })
      return marked.ok ? changed({ task: marked.value }) : marked
    },
    remove: async (ids) => {
      const removed = await bridge.tasks.remove({ ids: [...ids] })
      return removed.ok ? changed({}) : removed
    },
    undo: async (changeSetId) => {
      const undone = await bridge.calendar.undo({ changeSetId })
      await get().load()
      return undone
    },
    forget: () => {
      questions.drop()
      set(empty)
    },
  }
})
