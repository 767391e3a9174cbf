/** Runs one measurement by its name: `npm run bench -- NAME [--json]`. To add one: a file here that exports `measure`, and its row below. */
import process from 'node:process'

/** What a measurement prints: names with numbers, units in the names. */
export type Figures = Readonly<Record<string, number | string>>

const benches = new Map<string, () => Promise<{ readonly measure: (flags: readonly string[]) => Figures | Promise<Figures> }>>([
  ['chat', () => import('./chat.ts')],
  ['leak-check', () => import('./leak-check.ts')],
  ['privacy', () => import('./privacy.ts')],
  ['planner', () => import('./planner.ts')],
  ['recurrence', () => import('./recurrence.ts')],
  ['scale', () => import('./scale.ts')],
  ['start', () => import('./start.ts')],
])

const [name = '', ...flags] = process.argv.slice(2)
const bench = benches.get(name)
if (bench === undefined) {
  process.stderr.write(`Usage: npm run bench -- NAME [--json], where NAME is one of: ${[...benches.keys()].join(', ')}\n`)
  process.exitCode = 2
} else {
  const figures = await (await bench()).measure(flags)
  process.stdout.write(flags.includes('--json') ? `${JSON.stringify({ bench: name, ...figures })}\n` : `${Object.entries(figures).map(([what, value]) => `${what.padEnd(48)} ${value}`).join('\n')}\n`)
}
