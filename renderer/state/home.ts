/** What every room asks of the household: its clock, and whether there is anything in it yet. */
import type { Household } from '../../shared/household.ts'
import { useHousehold } from './household.ts'

/** This computer's zone: what a new household starts with. */
export const systemZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The household's zone; this computer's until it was read. */
export const useZone = (): string => useHousehold((state) => state.household?.zone ?? systemZone())

/** True when the household was read and holds nothing yet. */
export const useIsEmptyHouse = (): boolean => useHousehold((state) => state.household !== null && isEmpty(state.household))

const isEmpty = ({ people, places, devices, tariffs, routines, notes }: Household): boolean => [people, places, devices, tariffs, routines, notes].every((list) => list.length === 0)
