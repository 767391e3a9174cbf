/** Conversations as Markdown (CommonMark), for reading elsewhere. What was said is plain text and stays so: no link, picture or tag can come of it. */
import { answerInWords } from '../../shared/answer-words.ts'
import type { Conversation, Turn } from '../../shared/conversation.ts'
import { engineName } from '../../shared/engines.ts'
import { translated } from '../../shared/language.ts'
import { instantToWall } from '../../shared/time.ts'

const words = translated(
  { you: 'You', left: (bytes: number): string => (bytes === 0 ? 'Nothing left the computer' : `${String(bytes)} bytes left the computer`) },
  { you: 'Du', left: (bytes) => (bytes === 0 ? 'Nichts verließ den Computer' : `${String(bytes)} Bytes verließen den Computer`) },
)

export interface Told { readonly conversation: Conversation; readonly turns: readonly Turn[] }

/** Times in `zone`. */
export const inMarkdown = (told: readonly Told[], zone: string): string => `${told.map((one) => conversationInMarkdown(one, zone)).join('\n\n---\n\n')}\n`

const conversationInMarkdown = ({ conversation, turns }: Told, zone: string): string =>
  [`# ${plain(conversation.title.replace(/\s+/g, ' '))}`, ...turns.flatMap((turn) => exchange(turn, zone))].join('\n\n')

const exchange = ({ at, text, answer }: Turn, zone: string): readonly string[] => {
  const said = answerInWords(answer, zone), { bytesLeft, engines } = answer.provenance
  const origin = [words.left(bytesLeft), ...engines.map(engineName)].join('; ')
  return [
    `## ${words.you}, ${instantToWall(at, zone).replace('T', ' ')}`, plain(text), '## Lares', ...(said === '' ? [] : [plain(said)]),
    ...answer.others.map((other) => `**${plain(other.by)}**\n\n${plain(other.text)}`),
    `*${plain(origin)}*`,
  ]
}

/**
 * Text in which every mark of Markdown stands for itself: all ASCII punctuation may be escaped (CommonMark 0.31.2 §2.4), a line break becomes a hard one (§6.7),
 * and white space that would begin a code block is written as no-break spaces. An entity would be decoded, so `&` is escaped with the rest.
 */
export const plain = (text: string): string =>
  text.split('\n').map((line) => line.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/^[ \t]+/, (indent) => '\u00A0'.repeat(indent.replaceAll('\t', '    ').length)))
    .join('\n').replace(/([^\n])\n(?!\n)/g, '$1\\\n').replace(/\n{2,}/g, '\n\n')
