import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{architecture,unit,properties,faults,hostile,trust}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    sequence: { shuffle: true },
  },
})
