/**
 * `npm run trust`: proves the promises P1 to P12, one line each with what was tried and what held; ends with 1 when one did not hold.
 * Every test whose title names the promise is run, and a proof (tests/trust) counts its attempts; so do the end-to-end tests of the ways out of a page (P9) and of what a window leaves on disk (P8), where a window can be shown. A planted defect holds when it is found. `--short` runs the proofs alone, in the size that `npm test` does; where a promise has none, its tests.
 * Names of promises (`P7 P8`) restrict it to these.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startVitest, type Reporter, type TestCase } from 'vitest/node'
import { proveInWindow } from './trust-window.ts'

const root = dirname(import.meta.dirname)
const promises: readonly (readonly [name: string, says: string])[] = [
  ['P1', 'only approved bytes leave, once'],
  ['P2', 'nothing else sends anything'],
  ['P3', 'one door per power'],
  ['P4', 'nothing the vault knows leaves'],
  ['P5', 'sanitise and restore are inverse'],
  ['P6', 'works without a cloud or a model'],
  ['P7', 'the vault survives a kill at any instant'],
  ['P8', 'at rest nothing is readable'],
  ['P9', 'the page has only the contract'],
  ['P10', 'text from outside is never obeyed'],
  ['P11', 'no change without a check and a yes'],
  ['P12', 'no calendar file hangs or crashes it'],
]

/** Proofs that need the window. */
const inWindow: ReadonlyMap<string, string> = new Map([['P8', 'at-rest.spec.ts'], ['P9', 'page-routes.spec.ts']])

interface Shown { tried: number; held: number; proofs: number; planted: number; tests: number; skipped: number; readonly failures: string[] }

/** Runs what proves a promise, in one process after the other, so that a hundred things that kill and fill do not disturb each other. */
async function prove(promise: string, isShort: boolean): Promise<Shown> {
  const shown: Shown = { tried: 0, held: 0, proofs: 0, planted: 0, tests: 0, skipped: 0, failures: [] }
  const inTitle = new RegExp(String.raw`\b${promise}\b`)
  const naming = globSync('tests/{architecture,unit,properties,faults,hostile,trust}/*.test.ts', { cwd: root }).filter((file) => inTitle.test(readFileSync(join(root, file), 'utf8')))
  const proofFiles = naming.filter((file) => file.startsWith('tests/trust/'))
  // What has no proof that counts has its tests.
  const files = isShort && proofFiles.length > 0 ? proofFiles : naming
  const reporter: Reporter = {
    onTestCaseResult: (test: TestCase) => {
      const { state, errors } = test.result()
      if (state === 'skipped') { shown.skipped += Number(inTitle.test(test.fullName)); return }
      const { tally } = test.meta() as { readonly tally?: { readonly tried: number; readonly held: number } }
      if (tally === undefined) {
        if (test.fullName.includes('planted defect')) shown.planted += Number(state === 'passed'); else shown.tests += 1
        shown.tried += 1
        shown.held += Number(state === 'passed')
      } else { shown.proofs += 1; shown.tried += tally.tried; shown.held += tally.held }
      if (state === 'failed') shown.failures.push(`${test.fullName}: ${errors[0]?.message ?? ''}\n${errors[0]?.diff ?? ''}`)
    },
    onTestRunEnd: (modules, unhandled) => {
      for (const module of modules) for (const error of module.errors()) shown.failures.push(`${module.moduleId}: ${error.message}`)
      for (const error of unhandled) shown.failures.push(error.message)
    },
  }
  const vitest = await startVitest(files, { root, watch: false, reporters: [reporter], testNamePattern: inTitle, fileParallelism: false, testTimeout: 240_000, env: { LARES_TRUST: isShort ? 'short' : 'full' } })
  await vitest.close()
  const spec = isShort ? undefined : inWindow.get(promise)
  if (spec !== undefined) {
    const counted = await proveInWindow(spec)
    if (counted === null) shown.skipped += 1
    else { shown.proofs += 1; shown.tried += counted.tried; shown.held += counted.held; shown.failures.push(...counted.failures) }
  }
  return shown
}

const given = process.argv.slice(2), isShort = given.includes('--short'), chosen = given.filter((word) => word !== '--short')
const unknown = chosen.filter((word) => !promises.some(([name]) => name === word))
if (unknown.length > 0) throw new Error(`no such promise: ${unknown.join(' ')}`)

let broken = 0, found = 0
const began = performance.now()
for (const [name, says] of promises.filter(([name]) => chosen.length === 0 || chosen.includes(name))) {
  const since = performance.now()
  const { tried, held, proofs, planted, tests, skipped, failures } = await prove(name, isShort)
  const holds = failures.length === 0 && tried > 0 && held === tried
  if (!holds) broken += 1
  found += planted
  const count = (number: number): string => number.toLocaleString('en').padStart(7)
  console.log(`${name.padEnd(4)}${says.padEnd(42)}tried ${count(tried)}   held ${count(held)}   ${holds ? 'held  ' : 'BROKEN'}   ${String(proofs)} proofs, ${String(tests)} tests${planted > 0 ? `, planted defects found: ${String(planted)}` : ''}${skipped > 0 ? `, ${String(skipped)} skipped` : ''}, ${((performance.now() - since) / 1000).toFixed(0)} s`)
  for (const failure of failures.slice(0, 5)) console.log(`    ${failure.replaceAll('\n', '\n    ')}`)
}
console.log(`    planted defects found: ${String(found)}; ${((performance.now() - began) / 60_000).toFixed(1)} min`)
// Whatever a test runner thought of a single run: this is what counts.
process.exitCode = broken > 0 ? 1 : 0
