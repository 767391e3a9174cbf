/** Whether this runtime can carry the vault engine at all; looked at before the engine is loaded, because an older one loads it and then crashes. */
import { problem, type Problem } from '../../shared/problems.ts'

/** The engine's prebuilt addon is made for this version of Node-API (Node 22.14, Electron 35 and later). */
const NEEDED = 10

/** `vault.too-old-node` when the runtime's Node-API is below 10, else null. */
export const runtimeProblem = (napi: string | undefined = process.versions['napi']): Problem | null => {
  const found = Number(napi ?? 0)
  return found >= NEEDED ? null : problem('vault.too-old-node', { found, needed: NEEDED })
}
