/** Stage 2 → 3 of an undertaking: only its shape may leave. No word of the message, no name and no date is in it, because it has no field for one. */
import type { OutlineShape } from '../../shared/ask.ts'
import type { Fact } from '../../shared/departure.ts'
import { ok } from '../../shared/result.ts'
import type { Sanitized, Understanding } from '../../shared/stages.ts'
import { go, type Step } from './step.ts'

export const generalize: Step<Understanding, Sanitized> = (understanding, walk) => {
  const { message, task } = understanding
  if (task.kind !== 'outline') throw new Error('only an undertaking has a shape')
  const { shape, title } = task.undertaking
  const sanitized = Object.freeze({
    ask: { kind: 'outline', shape }, source: message.text, replacements: [], told: [],
    facts: [...factsOf(shape), { label: title, leaves: null, why: 'A shape has no name.' }, { label: 'The day', leaves: null, why: 'Only how many days are left until then.' }, { label: 'Your own words', leaves: null, why: 'The shape says what is needed.' }],
    guesses: [
      { words: [], says: 'How many adults and children live here, and how many guests come.' },
      ...(shape.daysAhead === 0 ? [] : [{ words: [], says: 'Together with the day on which it is asked: when it takes place.' }]),
    ],
  }) as Partial<Sanitized> as Sanitized
  // There is nothing in it to take out or to let through.
  walk.resanitize = () => Promise.resolve(ok(sanitized))
  return Promise.resolve(go(sanitized))
}

const factsOf = ({ occasion, daysAhead, lasts, adults, children, guests, minutesPerDay }: OutlineShape): Fact[] => [
  { label: 'What it is', leaves: occasion, why: 'So that the steps fit.' },
  { label: 'Until then', leaves: `${daysAhead} days`, why: 'So that nothing comes too late.' },
  { label: 'How long', leaves: lasts === 1 ? 'one day' : `${lasts} days`, why: 'So that the steps fit.' },
  { label: 'Who', leaves: `${adults} ${adults === 1 ? 'adult' : 'adults'}, ${children} ${children === 1 ? 'child' : 'children'}${guests === null ? '' : `, ${guests} guests`}`, why: 'So that the amounts fit.' },
  { label: 'Time a day', leaves: `${minutesPerDay} minutes`, why: 'So that the steps are not too large.' },
]
