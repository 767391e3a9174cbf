/** What the practice cloud says in words: it has no model, so it tells what it got to read, and tidies a letter by a few plain rules. */
import type { Edit } from '../../shared/ask.ts'
import { translated } from '../../shared/language.ts'

const said = translated(
  {
    answer: (words: number, had: string): string => `This is the practice cloud inside your computer; it has no model to answer with. A real provider would have had ${words} ${words === 1 ? 'word' : 'words'} of yours before it, and ${had}. Choose one under Settings to get an answer.`,
    noMarks: 'no marks', marks: (marks: string, isMore: boolean): string => `the marks ${marks}${isMore ? ' and more' : ''}`,
  },
  {
    answer: (words, had) => `Das ist die Übungs-Cloud in deinem Computer; sie hat kein Modell, das antworten könnte. Ein echter Anbieter hätte ${words === 1 ? 'ein Wort' : `${words} Wörter`} von dir vor sich gehabt, und ${had}. Wähle einen unter Einstellungen, um eine Antwort zu bekommen.`,
    noMarks: 'keine Marken', marks: (marks, isMore) => `die Marken ${marks}${isMore ? ' und weitere' : ''}`,
  },
)

const mark = /\[[A-Z]+(?:_[A-Z]+)*_-?\w*(?:[:,][^\]\n]*)?\]/g

/** Honest about itself, and of use all the same: it shows what a provider would have had before it. */
export function practiceAnswer(question: string): string {
  const marks = [...new Set(question.match(mark) ?? [])], words = question.replace(mark, ' ').match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0
  return said.answer(words, marks.length === 0 ? said.noMarks : said.marks(marks.slice(0, 8).join(', '), marks.length > 8))
}

/** Rules of a tidy letter, each for a passage that stands once: capitals after a full stop, doubled spaces and words, clipped words spelled out. */
const rules: readonly (readonly [wrong: RegExp, right: (...found: string[]) => string])[] = [
  [/ {2,}/g, () => ' '],
  [/\b(ca|do|does|did|is|was|has|have|would|could|should)n['’]?t\b/gi, (_, verb = '') => (/^ca$/i.test(verb) ? `${verb}nnot` : `${verb} not`)],
  [/\bpls\b/gi, () => 'please'], [/\bthx\b/gi, () => 'thank you'], [/\bi\b(?!['’.])/g, () => 'I'],
  [/(?<=[.!?] )\p{Ll}/gu, (letter) => letter.toUpperCase()],
  [/\b(\p{L}+) \1\b/giu, (_, word = '') => word],
]

/** Edits that each name enough of the draft around them to stand there once. */
export function practiceEdits(draft: string): Edit[] {
  const edits: Edit[] = [], taken: [number, number][] = []
  for (const [wrong, right] of rules) for (const match of draft.matchAll(wrong)) {
    const replacement = match[0].replace(new RegExp(wrong.source, wrong.flags.replace('g', '')), (...found: unknown[]) => right(...found.filter((part): part is string => typeof part === 'string')))
    const place = uniqueAround(draft, match.index, match.index + match[0].length)
    if (replacement === match[0] || place === undefined || taken.some(([from, to]) => place[0] < to && from < place[1]) || /\[|\]/.test(draft.slice(...place))) continue
    taken.push(place)
    edits.push({ find: draft.slice(...place), replace: draft.slice(place[0], match.index) + replacement + draft.slice(match.index + match[0].length, place[1]) })
  }
  return edits.slice(0, 40)
}

/** The passage grown to both sides until it stands once; undefined when it never does. */
function uniqueAround(text: string, from: number, to: number): [number, number] | undefined {
  for (let grow = 0; grow < 60; grow += 4) {
    const start = Math.max(0, from - grow), end = Math.min(text.length, to + grow), passage = text.slice(start, end)
    if (text.indexOf(passage) === start && !text.includes(passage, start + 1)) return [start, end]
  }
  return undefined
}
