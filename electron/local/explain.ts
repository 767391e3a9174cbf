/**
 * What Ollama's own error texts mean, as problems a person can act on. The texts may echo what was asked or name folders: they are only ever matched, never kept.
 * Wordings: ollama/ollama server/routes.go, server/sched.go, server/images.go, llm/status.go.
 */
import { printable } from '../../shared/printable.ts'
import { problem } from '../../shared/problems.ts'
import type { Problem } from '../../shared/problems.ts'

/** Names what Ollama reported; `status` is 200 for an error in the middle of an answer. */
export type Explain = (status: number, message: string) => Problem

const MIDDLE = 200
const outOfMemory = /more system memory|memory than|out of (device )?memory|outofdevicememory|not enough memory|insufficient memory|failed to allocate|allocation failed|malloc failed/i

export const failed = (status: string): Problem => problem('local.failed', { status })

export const cloudModel = (model: string): Problem => problem('local.cloud-model', { model: printable(model) })
export const noModel = (model: string): Problem => problem('local.no-model', { model: printable(model) })

/** Of any call. */
export const explain: Explain = (status, message) => {
  if (status === 503 && /busy/i.test(message)) return problem('local.busy')
  return failed(status === MIDDLE ? 'it failed in the middle of its answer' : `status ${status}`)
}

/** Of a call that needs this model. */
export const explainModel = (model: string): Explain => (status, message) => {
  if (outOfMemory.test(message)) return problem('local.out-of-memory', { model: printable(model) })
  if (status === 404) return noModel(model)
  if (status === 403 && /cloud/i.test(message)) return cloudModel(model)
  return explain(status, message)
}

/** Of a download. */
export const explainPull = (given: string, found: string): Explain => (status, message) => {
  const model = printable(given)
  if (/newer version of ollama|\b412\b/i.test(message)) return problem('local.needs-newer', { model, found })
  if (/no space left|not enough space|disk (is )?full|disk quota/i.test(message)) return problem('local.disk-full', { model })
  if (/dial tcp|no such host|lookup |network is unreachable|i\/o timeout|connection re(fused|set)|tls|x509|deadline exceeded|\beof\b|max retries/i.test(message)) return problem('local.library-unreachable', { model })
  if (/file does not exist|not found|\b40[134]\b|unauthorized|access denied|invalid model name|repository/i.test(message)) return problem('local.not-in-library', { model })
  if (/digest mismatch/i.test(message)) return problem('local.pull-failed', { model, why: 'what arrived was damaged' })
  return problem('local.pull-failed', { model, why: status === MIDDLE || status === 500 ? 'Ollama stopped it' : `status ${status}` })
}
