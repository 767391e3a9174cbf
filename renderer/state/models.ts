/** The local models as the window knows them: what Ollama has, what is on its way, and how the last test of each went. */
import { create } from 'zustand'
import type { ModelStatus, ModelTest, Pull } from '../../shared/models.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge.ts'
import { createQuestions } from './questions.ts'

interface ModelsState {
  /** null until the first answer. */
  readonly status: ModelStatus['ollama'] | null
  /** Why not even that could be asked. */
  readonly problem: Problem | null
  readonly isAsking: boolean
  readonly pulls: readonly Pull[]
  /** The model whose download was done last, to be read out; null until there is one. */
  readonly arrived: string | null
  /** By model; null while it runs. */
  readonly tests: Readonly<Record<string, Result<ModelTest> | null>>
  readonly load: () => Promise<void>
  /** What main tells of downloads; one that is done means that there is a new model. */
  readonly hear: (pulls: readonly Pull[]) => void
  readonly pull: (model: string) => Promise<Result<Pull>>
  readonly stopPull: (model: string) => void
  readonly dismissPull: (model: string) => void
  readonly remove: (model: string) => Promise<Result<null>>
  readonly unload: (model: string) => Promise<Result<null>>
  readonly test: (model: string) => Promise<void>
  readonly stopTest: () => void
  readonly forget: () => void
}

const empty = { status: null, problem: null, isAsking: false, pulls: [], arrived: null, tests: {} } as const

const questions = createQuestions()

export const useModels = create<ModelsState>((set, get) => ({
  ...empty,
  load: async () => {
    const isNewest = questions.ask()
    set({ isAsking: true })
    const answer = await bridge.models.status(null)
    if (!isNewest()) return
    set(answer.ok ? { status: answer.value.ollama, pulls: answer.value.pulls, problem: null, isAsking: false } : { problem: answer.problem, isAsking: false })
  },
  hear: (pulls) => {
    const done = pulls.find((pull) => pull.phase === 'done')
    set({ pulls: pulls.filter((pull) => pull.phase !== 'done'), arrived: done?.model ?? (pulls.length > 0 ? null : get().arrived) })
    if (done !== undefined) void get().load()
  },
  pull: async (model) => {
    const answer = await bridge.models.pull({ model })
    if (answer.ok && !get().pulls.some((pull) => pull.model === answer.value.model)) set({ pulls: [...get().pulls, answer.value] })
    return answer
  },
  stopPull: (model) => { void bridge.models.stopPull({ model }) },
  dismissPull: (model) => { void bridge.models.dismissPull({ model }) },
  remove: async (model) => {
    const answer = await bridge.models.remove({ model })
    await get().load()
    return answer
  },
  unload: async (model) => {
    const answer = await bridge.models.unload({ model })
    await get().load()
    return answer
  },
  test: async (model) => {
    const { [model]: former, ...others } = get().tests
    if (former === null) return
    set({ tests: { ...others, [model]: null } })
    const answer = await bridge.models.test({ model })
    const isStopped = !answer.ok && answer.problem.name === 'local.stopped'
    const { [model]: _running, ...rest } = get().tests
    set({ tests: isStopped ? rest : { ...rest, [model]: answer } })
    await get().load()
  },
  stopTest: () => { void bridge.models.stopTest(null) },
  forget: () => {
    questions.drop()
    set(empty)
  },
}))
