/** Handlers of the departure panel: what waits, and the person's decision. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Desk } from '../approval/desk.ts'

export const departureHandlers = (desk: Desk): Handlers<'departure'> => ({
  waiting: () => Promise.resolve(ok(desk.waiting())),
  approve: (shown) => Promise.resolve(desk.approve(shown)),
  refuse: ({ id }) => Promise.resolve(desk.refuse(id)),
  answerHere: ({ id }) => Promise.resolve(desk.answerHere(id)),
  amend: ({ id, revision, amendment }) => desk.amend(id, revision, amendment),
})
