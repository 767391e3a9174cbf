/** Words of a language put into the grammar's words; every token still stands where it stood in the message. */
import { phraseBook } from '../grammar.ts'
import type { Matcher } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import { tokenize } from '../tokens.ts'
import { monthName } from './calendar-words.ts'
import type { Lexicon } from './lexicon.ts'

/** Tokens of the message in the grammar's words. What no gloss covers stays as it is. */
export const gloss = (tokens: readonly Token[], lexicon: Lexicon): Token[] => {
  const book = bookOf(lexicon), result: Token[] = []
  const joined = withSeparated(lexicon.clockOf24 ? withDottedDays(withDottedDates(tokens, lexicon)) : withDottedDates(tokens, lexicon), lexicon)
  for (let at = 0; at < joined.length;) {
    const found = book(joined, at), token = joined[at]
    if (token === undefined) break
    if (found === undefined) result.push(token)
    else result.push(...standIns(found.value, token, joined[found.next - 1] ?? token))
    at = found?.next ?? at + 1
  }
  return result
}

/** The grammar's words for a phrase: all of them stand where the phrase stood, and keep its capital. */
const standIns = (words: string, first: Token, last: Token): Token[] =>
  tokenize(words).map((word) => ({ ...word, start: first.start, end: last.end, capital: first.capital }))

const books = new WeakMap<Lexicon, Matcher<string>>()
const bookOf = (lexicon: Lexicon): Matcher<string> => {
  const book = books.get(lexicon) ?? phraseBook(lexicon.glosses)
  books.set(lexicon, book)
  return book
}

/** "12.3." is the twelfth of March; where a comma and not a full stop parts decimals, wherever it stands, else only behind "on". */
const withDottedDates = (tokens: readonly Token[], { clockOf24 }: Lexicon): Token[] => {
  const result: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i], stop = tokens[i + 1]
    if (token === undefined) break
    const found = (token.kind === 'number' || token.kind === 'clock') && (clockOf24 || /^(on|from|until|till|by|to)$/.test(tokens[i - 1]?.lower ?? '')) ? /^(\d{1,2})\.(\d{1,2})$/.exec(token.text) : null
    const month = found === null || stop?.text !== '.' || stop.start !== token.end ? undefined : monthName(Number(found[2]))
    if (found === null || month === undefined) { result.push(token); continue }
    // With a capital, since "march" and "may" in small letters are words.
    result.push(...standIns(`${found[1] ?? ''} ${month}`, { ...token, capital: true }, stop ?? token))
    i++
  }
  return result
}

/** "Am 5.", "vom 12. bis 19.": an ordinal, and no end of a sentence. */
const withDottedDays = (tokens: readonly Token[]): Token[] => {
  const result: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i], stop = tokens[i + 1]
    if (token === undefined) break
    const led = /^(am|vom|bis|zum|den|der|dem|ab|und|jeden|jeder)$/.test(tokens[i - 1]?.lower ?? '')
    const isDay = token.kind === 'number' && /^([12]?\d|3[01])$/.test(token.text) && stop?.text === '.' && stop.start === token.end && tokens[i + 2] !== undefined && led
    if (!isDay) { result.push(token); continue }
    const alone = !/^(?:bis|und|oder|jede[nrs]?|im|in|des|eines|[-–—]|(?:jan|jän|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*|\p{L}+tag|mittwoch|tag|woche|\p{L}+woche)$/u.test(tokens[i + 2]?.lower ?? '')
    result.push(...standIns(/^jede/.test(tokens[i - 1]?.lower ?? '') ? `${token.text}th` : `the ${token.text}th${alone ? ' of this month' : ''}`, token, stop))
    i++
  }
  return result
}

/** "Sag den Termin ab": the verb and its particle at the end of the clause are one verb. */
const withSeparated = (tokens: readonly Token[], { separable }: Lexicon): Token[] => {
  const result: (Token | undefined)[] = [...tokens]
  for (const [at, token] of tokens.entries()) {
    const rows = separable.filter(({ verb }) => verb.test(token.lower))
    if (rows.length === 0) continue
    const end = clauseEnd(tokens, at)
    const last = tokens[end - 1]
    const row = end - 1 > at ? rows.find(({ particle }) => particle === last?.lower) : undefined
    if (row === undefined) continue
    result[at] = { ...token, ...standIns(row.means, token, token)[0], text: row.means, lower: row.means, stem: row.means }
    result[end - 1] = undefined
  }
  return result.filter((token) => token !== undefined)
}

const clauseEnd = (tokens: readonly Token[], from: number): number => {
  const end = tokens.findIndex((token, i) => i > from && (/^[?!;,\n]$/.test(token.text) || (token.text === '.' && tokens[i - 1]?.kind !== 'number') || token.lower === 'und'))
  return end < 0 ? tokens.length : end
}
