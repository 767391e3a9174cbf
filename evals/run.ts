/** `npm run eval -- NAME --data FILE [--out FILE]` and what one of them takes besides: measures one part of the app on examples written as JSON Lines; one result per line, a summary last. */
import { readFile, writeFile } from 'node:fs/promises'
import { evaluateLanguage } from './language.ts'
import { evaluatePatterns } from './patterns.ts'
import { evaluatePlanner } from './planner.ts'
import { evaluatePrivacy } from './privacy.ts'
import { evaluateRecurrence } from './recurrence.ts'

export interface Evaluated { readonly lines: readonly string[]; readonly summary: string }

/** ← ADD AN EVALUATION. Each takes the lines of the data file and the options of the command, and returns the lines of the result and a summary for people. */
const evaluations = new Map<string, (lines: readonly string[], options: readonly string[]) => Promise<Evaluated>>([['language', evaluateLanguage], ['patterns', evaluatePatterns], ['planner', evaluatePlanner], ['privacy', evaluatePrivacy], ['recurrence', evaluateRecurrence]])

async function run([name = '', ...options]: readonly string[]): Promise<string> {
  const evaluate = evaluations.get(name), data = option(options, '--data'), out = option(options, '--out')
  if (evaluate === undefined || data === undefined) throw new Error(`Use: npm run eval -- ${[...evaluations.keys()].join('|')} --data FILE [--out FILE] [--engine builtin|ollama --model NAME --address URL]`)
  const { lines, summary } = await evaluate((await readFile(data, 'utf8')).split('\n').filter((line) => line.trim() !== ''), options)
  if (out !== undefined) await writeFile(out, lines.map((line) => `${line}\n`).join(''))
  return summary
}

const option = (options: readonly string[], name: string): string | undefined => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)

console.log(await run(process.argv.slice(2)))
