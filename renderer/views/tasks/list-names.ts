/** Which lists there are, by name. Lists are the same whatever their letters' case. */
import { translated } from '../../../shared/language.ts'
import type { Task } from '../../../shared/tasks.ts'

const words = translated({ shopping: 'Shopping' }, { shopping: 'Einkauf' })

/** The list that is always there: the one for shopping as it was first written, whatever its language. */
export const shoppingIn = (tasks: readonly Task[]): string => {
  const first = tasks.find(({ list }) => list !== undefined && /^(?:shopping|groceries|einkauf)/i.test(list))?.list ?? words.shopping
  return sameList(first, words.shopping) ? words.shopping : first
}

export const sameList = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase()

/** Names of lists as they were first written: shopping, then those with something on them, then the new ones. */
export const listNames = (tasks: readonly Task[], newLists: readonly string[]): readonly string[] =>
  [shoppingIn(tasks), ...tasks.flatMap(({ list }) => list ?? []), ...newLists].reduce<readonly string[]>((names, list) => (names.some((one) => sameList(one, list)) ? names : [...names, list]), [])
