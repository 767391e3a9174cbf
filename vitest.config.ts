import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{architecture,unit,properties,faults,hostile,trust}/**/*.test.ts'],
    environment: 'node',
    hookTimeout: 60_000,
    testTimeout: 60_000,
    sequence: { shuffle: true },
  },
})
