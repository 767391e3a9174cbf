/** The vault's own thread: answers one question at a time, in order, so that whatever was asked before `lock` is finished before the database closes. */
import '../cloud/no-network.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { operations } from './operations.ts'
import type { Question, Reply } from './protocol.ts'
import { problemOf } from './refusal.ts'
import { createSession, type SessionOptions } from './session.ts'

type Work = (...given: readonly unknown[]) => unknown

const { database, ...lifecycle } = createSession(workerData as SessionOptions)

const answer = ({ name, given }: Question): Result<unknown> => {
  try {
    if (name in lifecycle) return ok((lifecycle[name as keyof typeof lifecycle] as Work)(...given))
    const opened = database()
    return opened === null ? fail(problem('vault.locked')) : ok((operations[name as keyof typeof operations] as Work)(opened, ...given))
  } catch (error) {
    const expected = problemOf(error)
    if (expected === null) throw error
    return fail(expected)
  }
}

parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(replyTo(question))
})

function replyTo(question: Question): Reply {
  try {
    return { id: question.id, result: answer(question) }
  } catch (error) {
    return { id: question.id, bug: error instanceof Error ? (error.stack ?? error.message) : 'not an error' }
  }
}
