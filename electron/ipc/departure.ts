/** Handlers of the departure panel: what waits, the person's decision, and what a rule would have changed about earlier ones. */
import type { Handlers, Requests } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Replay } from '../../shared/departure.ts'
import type { Result } from '../../shared/result.ts'
import type { Desk } from '../approval/desk.ts'

export const departureHandlers = (desk: Desk, replay: (rule: Requests<'departure', 'replay'>) => Promise<Result<Replay>>): Handlers<'departure'> => ({
  waiting: () => Promise.resolve(ok(desk.waiting())),
  approve: (shown) => Promise.resolve(desk.approve(shown)),
  refuse: ({ id }) => Promise.resolve(desk.refuse(id)),
  answerHere: ({ id }) => Promise.resolve(desk.answerHere(id)),
  amend: ({ id, revision, amendment }) => desk.amend(id, revision, amendment),
  replay,
})
