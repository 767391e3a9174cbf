/** Whom a sentence names. "Me" is who usually sits here, or the only adult; otherwise it is asked. */
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { asks, type Asked, type World } from './world.ts'

export function peopleOf({ people }: Pick<HouseholdRequest, 'people'>, world: World): { readonly ids: readonly string[] } | Asked {
  const ids: string[] = []
  for (const { id, name } of people) {
    if (id !== undefined) { ids.push(id); continue }
    if (!/^(?:me|i|ich|mir|mich)$/i.test(name)) continue
    const me = whoIsMe(world)
    if (me === undefined) return asks(world.words.whoIsMe, adults(world).filter((adult) => !people.some((other) => other.id === adult.id)).map((adult) => world.words.meMeans(adult.aliases[0] ?? adult.name)))
    ids.push(me)
  }
  return { ids: [...new Set(ids)] }
}

const adults = ({ household }: World): World['household']['people'] => household.people.filter(({ role }) => role === 'adult')

export function whoIsMe(world: World): string | undefined {
  const { household, answers, words } = world
  const answered = household.people.find(({ name, aliases }) => answers.some((answer) => answer === words.meMeans(aliases[0] ?? name)))
  if (answered !== undefined) return answered.id
  if (household.meId !== undefined && household.people.some(({ id }) => id === household.meId)) return household.meId
  const grown = adults(world)
  return grown.length === 1 ? grown[0]?.id : undefined
}

export const nameOf = (id: string, { household }: Pick<World, 'household'>): string => { const person = household.people.find((one) => one.id === id); return person?.aliases[0] ?? person?.name ?? id }
