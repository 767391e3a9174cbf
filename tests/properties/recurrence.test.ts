/** Recurrence against two implementations that share no code with it: the RFC's table row by row, and python3-dateutil. */
import { describe, expect, it } from 'vitest'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { dateutilReadsOtherwise, expandWithDateutil, noDateutil } from '../support/dateutil.ts'
import { generateRules, type GeneratedRule } from '../support/generated-rules.ts'
import { expandByTable } from '../support/rfc-table.ts'

const LIMIT = 30
const rules = generateRules(5545, 400)

function ours({ dtstart, rrule, to }: GeneratedRule, limit = LIMIT): readonly string[] {
  const result = expand({ dtstart, rrule, to, limit })
  if (!result.ok) throw new Error(`${rrule}: ${JSON.stringify(result.problem)}`)
  return result.value.occurrences
}

describe('recurrence by RFC 5545', () => {
  it('gives what the table of §3.3.10 gives, for 400 generated rules', () => {
    const differences = rules.filter((rule) => JSON.stringify(ours(rule)) !== JSON.stringify(expandByTable(rule.dtstart, rule.rrule, rule.to, LIMIT)))
    expect(differences).toEqual([])
    const lengths = rules.map((rule) => ours(rule).length)
    expect(lengths.filter((length) => length > 0).length).toBeGreaterThan(200)
    expect(lengths.filter((length) => length === LIMIT).length).toBeGreaterThan(100)
  })

  it.each(dateutilReadsOtherwise)('settled by the text of the standard: $about', ({ example }) => {
    expect(ours(example)).toEqual(example.right)
    expect(expandByTable(example.dtstart, example.rrule, example.to, LIMIT)).toEqual(example.right)
  })

  it.skipIf(noDateutil !== undefined)(`gives what dateutil gives, but for the settled kinds of difference${noDateutil === undefined ? '' : ` — skipped: ${noDateutil}`}`, () => {
    const theirs = expandWithDateutil(rules, LIMIT)
    const differing = rules.map((rule, i) => ({ rule, theirs: theirs[i] ?? 'no answer' })).filter((one) => JSON.stringify(ours(one.rule)) !== JSON.stringify(one.theirs))
    expect(differing.filter((one) => !dateutilReadsOtherwise.some(({ meets }) => meets(one.rule.rrule, one.theirs)))).toEqual([])
    expect(differing.length).toBeLessThan(rules.length / 10)
    // Were a settled kind no difference any more, its row would excuse what it should not.
    const examples = expandWithDateutil(dateutilReadsOtherwise.map(({ example }) => example), LIMIT)
    dateutilReadsOtherwise.forEach(({ about, example }, i) => { expect(examples[i], about).not.toEqual(example.right) })
  })

  it('a window shows exactly the part of the whole that lies in it', () => {
    const whole = rules.map((rule) => ours(rule, 10_000))
    expect(rules.flatMap((rule, i) => {
      const all = whole[i] ?? [], from = all[Math.floor(all.length / 3)], to = all[Math.floor((all.length * 2) / 3)]
      if (from === undefined || to === undefined || all.length === 10_000) return []
      const part = expand({ ...rule, from, to })
      return part.ok && JSON.stringify(part.value.occurrences) === JSON.stringify(all.filter((at) => at >= from && at < to)) ? [] : [rule]
    })).toEqual([])
  })

  it('a zone changes the clock, never the rule: in one without clock changes the wall times are the same', () => {
    expect(rules.filter((rule) => {
      const local = expand({ dtstart: rule.dtstart.replace('Z', ''), tz: 'Asia/Tokyo', rrule: rule.rrule.replace(/UNTIL=(\d+)T(\d+)Z/, 'UNTIL=$1T$2'), to: rule.to.replace('Z', ''), limit: LIMIT })
      return !local.ok || JSON.stringify(local.value.occurrences.map((at) => `${at}Z`)) !== JSON.stringify(ours(rule))
    })).toEqual([])
  })
})
