/** Whose turn a chore is next, and who stands in for whom when two exchange theirs. Pure. */
import { minutesGiven, turnOf, type Task, type TaskDone } from '../../shared/tasks.ts'
import { fromInstant, type Instant } from '../../shared/time.ts'

/** What a task says about its turns. */
export type Turns = Pick<Task, 'turn' | 'swapped'>

export interface TurnDeps {
  readonly now: Instant
  /** A whole number from 0 up to, and without, the given one. */
  readonly draw: (below: number) => number
  /** Every task, for what is fair. */
  readonly all: readonly Task[]
}

/**
 * After it was done or skipped; `task` knows of that already. A turn that was skipped stays. A fixed order goes on, whoever did it. Who did it out
 * of turn has done a turn all the same where it is fair, and is not drawn next where it is random.
 */
export function turnAfter(task: Task, one: TaskDone, deps: TurnDeps): Turns {
  const { people, rotation, swapped } = task
  const turn = turnOf(task)
  if (turn === undefined) return {}
  if (one.skipped) return { turn, ...(swapped === undefined ? {} : { swapped }) }
  switch (rotation) {
    case 'together': return {}
    case 'fixed': return inOrder(people, swapped?.owed ?? [], after(people, swapped?.place ?? turn))
    case 'fair': {
      const given = minutesGiven(deps.all.map((other) => (other.id === task.id ? task : other)), deps.now)
      const [first = turn] = people.toSorted((a, b) => (given.get(a) ?? 0) - (given.get(b) ?? 0) || lastDid(task, a) - lastDid(task, b))
      return { turn: first }
    }
    case 'random': {
      const last = one.by !== null && people.includes(one.by) ? one.by : turn
      const others = people.filter((id) => id !== last)
      return { turn: others.length === 0 ? last : others[deps.draw(others.length)] ?? last }
    }
  }
}

/** Somebody else takes this turn. In a fixed order whoever had it takes the next one of theirs in exchange; elsewhere turns even out by themselves. */
export function exchanged(task: Task, other: string): Turns {
  const turn = turnOf(task)
  if (task.rotation !== 'fixed' || turn === undefined) return { turn: other }
  const place = task.swapped?.place ?? turn, owed = task.swapped?.owed ?? []
  const next = comingTurns(task.people, place, owed).find(({ by }) => by === other)
  if (next === undefined) return settled(other, place, owed)
  // Whoever stands in at a later coming of a place stands behind the earlier ones.
  const here = owed.filter((debt) => debt.place === next.place).map(({ by }) => by)
  const standing = Array.from({ length: Math.max(here.length, next.coming + 1) }, (_, coming) => (coming === next.coming ? turn : here[coming] ?? next.place))
  const last = standing.findLastIndex((by) => by !== next.place)
  return settled(other, place, [...owed.filter((debt) => debt.place !== next.place), ...standing.slice(0, last + 1).map((by) => ({ place: next.place, by }))])
}

type Owed = NonNullable<Task['swapped']>['owed']

const inOrder = (people: readonly string[], owed: Owed, place: string): Turns => {
  const debt = owed.findIndex((one) => one.place === place)
  const by = owed[debt]?.by ?? place
  return settled(people.includes(by) ? by : place, place, owed.filter((one, i) => i !== debt && people.includes(one.place)))
}

/** Nothing is remembered once everybody stands in their own place. */
const settled = (turn: string, place: string, owed: Owed): Turns => ({ turn, ...(turn === place && owed.length === 0 ? {} : { swapped: { place, owed } }) })

const after = (people: readonly string[], place: string): string => people[(people.indexOf(place) + 1) % people.length] ?? place

/** Enough rounds to meet everybody again, also somebody who stood in for another just now. */
const ROUNDS = 3
/** Who does it after this turn, if nobody swaps again: each place, how many times it came up before, and who stands there then. */
function comingTurns(people: readonly string[], place: string, owed: Owed): readonly { readonly place: string; readonly coming: number; readonly by: string }[] {
  const at = people.indexOf(place) + 1, order = [...people.slice(at), ...people.slice(0, at)]
  return Array.from({ length: ROUNDS }, (_, coming) => order.map((one) => ({ place: one, coming, by: owed.filter((debt) => debt.place === one)[coming]?.by ?? one }))).flat()
}

const lastDid = (task: Task, person: string): number => { const one = task.done.find(({ by }) => by === person); return one === undefined ? 0 : fromInstant(one.at) }
