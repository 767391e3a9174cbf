/** The steps of setting up and which of them are open, without a schema library: the window knows them before anything else. */
import type { Setup } from './setup.ts'

export const setupSteps = ['people', 'house', 'model', 'cloud'] as const
export type SetupStep = (typeof setupSteps)[number]

/** Steps that are still open, in their order: by what was gone through, and by what the household holds however it came there. */
export const openSteps = ({ done }: Setup, holds: { readonly people: number; readonly rest: number }): readonly SetupStep[] =>
  setupSteps.filter((step) => !done.includes(step) && !(step === 'people' && holds.people > 0) && !(step === 'house' && holds.rest > 0))
