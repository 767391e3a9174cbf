/** Which lists there are, by name. Lists are the same whatever their letters' case. */
import type { Task } from '../../../shared/tasks.ts'

/** The list that is always there. */
export const SHOPPING = 'Shopping'

export const sameList = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase()

/** Names of lists as they were first written: shopping, then those with something on them, then the new ones. */
export const listNames = (tasks: readonly Task[], newLists: readonly string[]): readonly string[] =>
  [SHOPPING, ...tasks.flatMap(({ list }) => list ?? []), ...newLists].reduce<readonly string[]>((names, list) => (names.some((one) => sameList(one, list)) ? names : [...names, list]), [])
