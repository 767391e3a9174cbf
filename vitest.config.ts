import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// The many processes and threads that tests start need not compile the same files again.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.cache/compile')

export default defineConfig({
  test: {
    include: ['tests/{architecture,unit,properties,faults,hostile,trust}/**/*.test.ts'],
    environment: 'node',
    // A test waits for its own threads most of the time, so three fit even on two processors.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    hookTimeout: 60_000,
    testTimeout: 60_000,
    sequence: { shuffle: true },
  },
})
