/** Cuts what an answer says to the room a turn has, whoever wrote it and however long: an answer that cannot be kept would be none. */
import type { Answer } from '../../shared/conversation.ts'
import { cut } from '../../shared/printable.ts'

type Words = Pick<Answer, 'text' | 'others'> & { readonly checks: readonly string[] }

/** As `Turn` allows (shared/conversation.ts), UTF-16 code units and entries. */
const ROOM = { text: 20_000, by: 120, differs: 300, check: 400, entries: 20 } as const
const REST_LEFT_OUT = '\n\n(The rest was too long and was left out.)'

/** Says of a text that it was cut; a sentence that was ends in “…”. */
export const fitted = ({ text, others, checks }: Words): { text: string; others: Answer['others']; checks: string[] } => ({
  text: cut(text, ROOM.text, REST_LEFT_OUT),
  others: others.map((other) => ({ by: cut(other.by, ROOM.by), text: cut(other.text, ROOM.text, REST_LEFT_OUT), differs: sentences(other.differs, ROOM.differs) })),
  checks: sentences(checks, ROOM.check),
})

const sentences = (list: readonly string[], room: number): string[] => list.slice(0, ROOM.entries).map((sentence) => cut(sentence, room))
