/** The steps that usual undertakings need, as Lares knows them by itself: for answers without any model, and for the practice cloud. */
import type { Occasion, OutlinePlan, OutlineShape, OutlineStep } from '../../shared/ask.ts'
import { language } from '../../shared/language.ts'
import { german } from './outlines-german.ts'

type Row = readonly [title: string, daysBefore: number, minutes: number, after: readonly number[], onlyIf?: (shape: OutlineShape) => boolean]
const withGuests = ({ guests, occasion }: OutlineShape): boolean => guests === null ? occasion !== 'move' && occasion !== 'holiday' : guests > 0
const withChildren = ({ children }: OutlineShape): boolean => children > 0
const isLong = ({ lasts }: OutlineShape): boolean => lasts >= 4

/** `after` names rows by their number, from 1. */
const outlines: Readonly<Record<Occasion, readonly Row[]>> = {
  birthday: [
    ['Agree on guests and place', 21, 30, []], ['Send the invitations', 18, 30, [1], withGuests], ['Think of a present', 14, 30, []], ['Buy the present', 7, 60, [3]], ['Plan food and drinks', 7, 30, [1]],
    ['Plan games', 5, 30, [1], withChildren], ['Order or bake the cake', 1, 90, [5]], ['Shop for food and drinks', 2, 75, [5]], ['Decorate', 1, 60, []], ['Wrap the present', 1, 15, [4]], ['Lay the table', 0, 30, [8]], ['Tidy up', -1, 60, []],
  ],
  party: [
    ['Agree on guests and day', 21, 30, []], ['Send the invitations', 18, 30, [1]], ['Tell the neighbours', 7, 15, []], ['Plan food and drinks', 7, 30, [1]], ['Plan music and light', 4, 30, []], ['Shop for drinks', 3, 60, [4]], ['Shop for food', 1, 60, [4]], ['Prepare the food', 0, 120, [7]], ['Set up the room', 0, 45, []], ['Tidy up', -1, 90, []],
  ],
  move: [
    ['Give notice for the old home', 90, 45, []], ['Compare and book a removal firm or a van', 42, 60, []], ['Sort out what does not come along', 35, 180, []], ['Change the address at bank, insurance and authorities', 14, 90, []], ['Have the post redirected', 14, 20, []], ['Move the electricity and internet contracts', 21, 60, []],
    ['Get boxes', 21, 45, []], ['Pack what is seldom used', 10, 240, [7, 3]], ['Register children at the new school', 30, 60, [], withChildren], ['Pack the rest', 1, 300, [8]], ['Defrost the freezer', 1, 30, []], ['Read the meters in the old home', 0, 15, []], ['Hand over the keys', -1, 45, [12]], ['Read the meters in the new home', 0, 15, []], ['Unpack the kitchen', -2, 180, []], ['Register the new address', -7, 60, []],
  ],
  holiday: [
    ['Agree on where to go', 60, 60, []], ['Check passports and papers', 50, 30, []], ['Book the journey', 45, 60, [1]], ['Book where to stay', 45, 60, [1]], ['Find somebody for plants, post and pets', 14, 20, []], ['Check the insurance', 14, 30, []], ['Write the packing list', 7, 20, [], isLong], ['Wash what comes along', 3, 60, []], ['Refill regular medicines', 7, 30, []], ['Pack', 1, 120, [8]], ['Empty the fridge', 1, 20, []], ['Switch off water and devices', 0, 15, []],
  ],
  visit: [
    ['Agree on arrival and departure', 14, 15, []], ['Make the beds', 1, 30, []], ['Plan the meals', 3, 30, [1]], ['Shop for food', 1, 60, [3]], ['Tidy and clean', 1, 90, []], ['Fetch the guests', 0, 60, [1]], ['Wash the bed linen', -1, 30, []],
  ],
  feast: [
    ['Agree on who comes', 28, 20, []], ['Write the list of presents', 21, 30, []], ['Buy the presents', 10, 120, [2]], ['Send cards', 12, 60, []], ['Plan the menu', 10, 30, [1]], ['Order what has to be ordered', 7, 20, [5]], ['Decorate', 7, 90, []], ['Wrap the presents', 2, 60, [3]], ['Shop for food', 2, 90, [5]], ['Cook ahead', 1, 120, [9]], ['Cook', 0, 150, [10]], ['Tidy up', -1, 60, []],
  ],
  other: [
    ['Write down what it should be like', 14, 30, []], ['Agree on who does what', 12, 20, [1]], ['Book or order what is needed', 10, 60, [1]], ['Buy what is missing', 3, 60, [3]], ['Prepare everything', 1, 90, [4]], ['Tidy up', -1, 45, []],
  ],
}

/** In the household's language. What there is no time for any more comes at the latest moment that is left; more guests take longer. */
export function outlineOf(shape: OutlineShape): OutlinePlan {
  const rows = outlines[shape.occasion].map((row, i) => ({ row, number: i + 1 })).filter(({ row: [, , , , onlyIf] }) => onlyIf?.(shape) ?? true)
  const idOf = new Map(rows.map(({ number }, i) => [number, `S${i + 1}`]))
  const many = Math.min(2, 1 + (shape.guests ?? 0) / 30)
  return { steps: rows.map(({ row: [title, daysBefore, minutes, after], number }): OutlineStep => ({
    id: idOf.get(number) ?? 'S1', title: language() === 'de' ? (german[title] ?? title) : title, daysBefore: Math.min(daysBefore, shape.daysAhead),
    minutes: Math.min(480, Math.round((minutes * (/food|drinks|tidy|cook|table/i.test(title) ? many : 1)) / 5) * 5),
    after: after.flatMap((n) => { const id = idOf.get(n); return id === undefined ? [] : [id] }),
  })) }
}
