import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/package',
  // One package of a name can be installed at a time.
  workers: 1,
  retries: 0,
  reporter: 'list',
  // Installing runs the desktop’s own triggers, which take their time on a busy computer.
  timeout: 180_000,
  expect: { timeout: 10_000 },
})
