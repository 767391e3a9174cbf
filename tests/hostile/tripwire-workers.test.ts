/** A worker is out of the main thread's reach, so each one must shut its own network before it does anything else. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const door = join(root, 'electron/cloud/no-network.ts')

/** The module that a source file runs first, as a path; null when it is a built-in, a package or nothing. Type imports run nothing. */
const firstImport = (source: string, file: string): string | null => {
  const first = /^import\s+(?!type\b)(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/m.exec(source)?.[1]
  return first?.startsWith('.') === true ? join(dirname(file), first) : null
}

describe('P2: workers', () => {
  it('the rule sees a violation', () => {
    const file = join(root, 'electron/vault/worker.ts')
    expect(firstImport(`/** x */\nimport net from 'node:net'\nimport '../cloud/no-network.ts'\n`, file)).not.toBe(door)
    expect(firstImport(`import { x } from './y.ts'\nimport '../cloud/no-network.ts'\n`, file)).not.toBe(door)
    expect(firstImport(`import type { x } from './y.ts'\nimport '../cloud/no-network.ts'\n`, file)).toBe(door)
  })

  const workers = globSync('electron/**/*worker.ts', { cwd: root })
  it('there are workers', () => { expect(workers.length).toBeGreaterThan(0) })
  it.each(workers)('%s begins with no-network', (file) => {
    const path = join(root, file)
    expect(firstImport(readFileSync(path, 'utf8'), path), `add as its first import: import '${relative(dirname(path), door)}'`).toBe(door)
  })
})
