/** `npm test`: lint, types, then architecture, unit, property, fault and hostile tests, then end to end, then the package. Stops at the first part that fails. */
import { spawnSync } from 'node:child_process'

const parts: readonly (readonly [string, string])[] = [
  ['lint', 'npm run --silent lint'],
  ['types', 'npm run --silent types'],
  ['unused code and dependencies', 'npm run --silent unused'],
  ['architecture, unit, properties, faults, hostile', 'npm run --silent unit'],
  ['end to end', 'npm run --silent e2e'],
  ['the package, unpacked', 'npm run --silent package:check -- --quick'],
]

const since = performance.now()
for (const [name, command] of parts) {
  const start = performance.now()
  console.log(`\n── ${name}`)
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true })
  if (status !== 0) {
    console.error(`\n${name}: failed. Everything before it passed.`)
    process.exit(status ?? 1)
  }
  console.log(`   ${name}: passed in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}
console.log(`\nAll ${parts.length} parts passed in ${((performance.now() - since) / 1000).toFixed(0)} s.`)
