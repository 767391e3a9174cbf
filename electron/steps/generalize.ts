/** Stage 2 → 3 of an undertaking: only its shape may leave. No word of the message, no name and no date is in it, because it has no field for one. */
import type { OutlineShape } from '../../shared/ask.ts'
import type { Fact } from '../../shared/departure.ts'
import { ok } from '../../shared/result.ts'
import type { Sanitized, Understanding } from '../../shared/stages.ts'
import { strings } from './panel-strings.ts'
import { go, type Step } from './step.ts'

const words = strings.shape

export const generalize: Step<Understanding, Sanitized> = (understanding, walk) => {
  const { message, task } = understanding
  if (task.kind !== 'outline') throw new Error('only an undertaking has a shape')
  const { shape, title } = task.undertaking
  const sanitized = Object.freeze({
    ask: { kind: 'outline', shape }, source: message.text, replacements: [], told: [],
    facts: [...factsOf(shape), { label: title, leaves: null, why: words.noName }, { label: words.day, leaves: null, why: words.dayWhy }, { label: strings.words, leaves: null, why: words.wordsWhy }],
    guesses: [
      { words: [], says: words.people },
      ...(shape.daysAhead === 0 ? [] : [{ words: [], says: words.asked }]),
    ],
  }) as Partial<Sanitized> as Sanitized
  // There is nothing in it to take out or to let through.
  walk.resanitize = () => Promise.resolve(ok(sanitized))
  return Promise.resolve(go(sanitized))
}

const factsOf = ({ occasion, daysAhead, lasts, adults, children, guests, minutesPerDay }: OutlineShape): Fact[] => [
  { label: words.what, leaves: occasion, why: words.stepsFit },
  { label: words.until, leaves: words.days(daysAhead), why: words.notLate },
  { label: words.lasts, leaves: words.lastsDays(lasts), why: words.stepsFit },
  { label: words.who, leaves: words.whoLeaves(adults, children, guests), why: words.amountsFit },
  { label: words.time, leaves: words.minutes(minutesPerDay), why: words.notLarge },
]
