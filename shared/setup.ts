/** How far a household has come with setting up: kept in the vault, so that it can be left and gone on with. */
import { z } from 'zod'
import { setupSteps } from './setup-steps.ts'

const SetupStep = z.enum(setupSteps)

const Typed = z.string().max(400)
const rows = <T extends z.ZodType>(row: T): z.ZodArray<T> => z.array(row).max(40)

/** What was typed into the guided form and is not in the household yet: as typed, so not yet checked. A row keeps the id of its entry. */
export const SetupForm = z.strictObject({
  people: rows(z.strictObject({ id: z.string().max(64), name: Typed, aliases: Typed, born: Typed, role: z.enum(['adult', 'child', 'baby', 'pet', 'helper', 'other']) })),
  /** The id of whom “me” means. */
  me: z.string().max(64).nullable(),
  places: rows(z.strictObject({ id: z.string().max(64), name: Typed, aliases: Typed, address: Typed })),
  devices: rows(z.strictObject({ id: z.string().max(64), name: Typed, power: Typed, minutes: Typed, contiguous: z.boolean(), noisy: z.boolean(), vehicle: z.boolean() })),
  tariff: z.strictObject({ kind: z.enum(['none', 'flat', 'time-of-use']), currency: Typed, price: Typed, bands: z.array(z.strictObject({ from: Typed, price: Typed })).max(48) }),
  /** Ids of entries that were taken out. */
  removed: z.array(z.string().max(64)).max(200),
})
export type SetupForm = z.infer<typeof SetupForm>

export const Setup = z.strictObject({
  /** Steps that were gone through. One that was skipped stays open. */
  done: z.array(SetupStep).max(4),
  /** Whether it is no longer offered. */
  dismissed: z.boolean(),
  form: SetupForm.nullable(),
})
export type Setup = z.infer<typeof Setup>

/** What a new vault begins with. */
export const freshSetup: Setup = { done: [], dismissed: false, form: null }
/** What a vault from before there was a way to set up has: nothing is offered to a household that has long moved in. */
export const longSettled: Setup = { done: [], dismissed: true, form: null }
