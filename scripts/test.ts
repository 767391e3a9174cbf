/** `npm test`: lint, types and unused code side by side, then architecture, unit, property, fault and hostile tests and the proofs, then end to end, then the package. Stops at the first stage that fails. */
import { spawn } from 'node:child_process'

interface Part { readonly name: string; readonly command: string }

/** The parts of a stage run side by side: what they say is kept back then, so that it stands together. */
const stages: readonly (readonly Part[])[] = [
  [{ name: 'lint', command: 'npm run --silent lint' }, { name: 'types, unused code and dependencies', command: 'npm run --silent types && npm run --silent unused' }],
  [{ name: 'architecture, unit, properties, faults, hostile, trust', command: 'npm run --silent unit' }],
  [{ name: 'end to end', command: 'npm run --silent e2e' }],
  [{ name: 'the package, unpacked', command: 'npm run --silent package:check -- --quick' }],
]

const began = performance.now()
const secondsSince = (start: number): string => ((performance.now() - start) / 1000).toFixed(0)

/** Its exit code. */
const run = ({ name, command }: Part, alone: boolean): Promise<number> => new Promise((resolve) => {
  const start = performance.now()
  if (alone) console.log(`\n── ${name}`)
  let said = ''
  const child = spawn(command, { stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'], shell: true })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { said += chunk.toString() })
  child.once('close', (code) => {
    if (!alone) console.log(`\n── ${name}\n${said.trimEnd()}`)
    if (code === 0) console.log(`   ${name}: passed in ${secondsSince(start)} s`)
    else console.error(`\n${name}: failed.`)
    resolve(code ?? 1)
  })
})

for (const stage of stages) {
  const codes = await Promise.all(stage.map((part) => run(part, stage.length === 1)))
  const failed = codes.find((code) => code !== 0)
  if (failed !== undefined) {
    console.error('Everything before it passed.')
    process.exit(failed)
  }
}
console.log(`\nAll ${stages.flat().length} parts passed in ${secondsSince(began)} s.`)
