/** An answer as plain text, for wherever only text goes: the clipboard, a quotation, a file. */
import type { Answer, PlannedRun } from './conversation.ts'
import { figure, language, locale } from './language.ts'
import { wording } from './problems.ts'

/** What was said, the plan a line each, and the problem if there is one; times in `zone`. Empty when there is nothing to say. */
export const answerInWords = ({ text, runs, problem }: Pick<Answer, 'text' | 'runs' | 'problem'>, zone: string): string => {
  const problemWords = problem === null ? '' : Object.values(wording(problem)).join(' ')
  return [text, runs.map((run) => runInWords(run, zone)).join('\n'), problemWords].filter((part) => part !== '').join('\n\n')
}

/** "Dishwasher: Mon 23 Nov, 00:15–02:45; 1.4 kWh; 0.31 EUR" */
const runInWords = ({ title, spans, kwh, cost, currency }: PlannedRun, zone: string): string => {
  const time = new Intl.DateTimeFormat(locale(), { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const when = spans.map(({ from, to }) => time.formatRange(new Date(from), new Date(to))).join(language() === 'de' ? ' und ' : ' and ')
  return [`${title}: ${when}`, `${fixed(kwh, 1)} kWh`, ...(cost === null || currency === null ? [] : [`${fixed(cost, 2)} ${currency}`])].join('; ')
}

const fixed = (value: number, digits: number): string => figure(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false })
