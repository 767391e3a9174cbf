/** The vault's worker, which dies of certain questions: `settings.read` ends it, `secrets.read` breaks it. */
import { parentPort } from 'node:worker_threads'
import type { Question } from '../../electron/vault/protocol.ts'

if (parentPort === null) throw new Error('this is a worker')
const listen = parentPort.on.bind(parentPort)
parentPort.on = ((name: string, answer: (question: Question) => void) => listen(name, (question: Question) => {
  if (question.name === 'settings.read') process.exit(1)
  if (question.name === 'secrets.read') throw new Error('broken on purpose')
  answer(question)
})) as typeof parentPort.on
await import('../../electron/vault/worker.ts')
