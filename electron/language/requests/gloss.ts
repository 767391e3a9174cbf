/** Words of a language put into the grammar's words; every token still stands where it stood in the message. */
import { phraseBook } from '../grammar.ts'
import type { Matcher } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import { tokenize } from '../tokens.ts'
import { wholeNumber } from '../words.ts'
import { monthName } from './calendar-words.ts'
import type { Lexicon } from './lexicon.ts'

/** Tokens of the message in the grammar's words. What no gloss covers stays as it is. */
export const gloss = (tokens: readonly Token[], lexicon: Lexicon): Token[] => {
  const book = bookOf(lexicon), result: Token[] = []
  const joined = withSeparated(lexicon.clockOf24 ? withDottedDays(withOrdinals(withDottedDates(tokens, lexicon))) : withDottedDates(tokens, lexicon), lexicon)
  for (let at = 0; at < joined.length;) {
    const found = book(joined, at), token = joined[at]
    if (token === undefined) break
    if (found === undefined) result.push(token)
    else result.push(...standIns(found.value, token, joined[found.next - 1] ?? token))
    at = found?.next ?? at + 1
  }
  return lexicon.clockOf24 ? withMinutes(result) : result
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
    const token = tokens[i], stop = tokens[i + 1], [monthNumber, lastStop] = tokens.slice(i + 2, i + 4)
    if (token === undefined) break
    // "Am 3. 5.".
    const spaced = clockOf24 && token.kind === 'number' && /^(?:[12]?\d|3[01])$/.test(token.text) && stop?.text === '.' && stop.start === token.end && monthNumber?.kind === 'number' && /^\d{1,2}$/.test(monthNumber.text) && lastStop?.text === '.' && lastStop.start === monthNumber.end ? monthName(Number(monthNumber.text)) : undefined
    if (spaced !== undefined && lastStop !== undefined) { result.push(...standIns(`${token.text} ${spaced}`, { ...token, capital: true }, lastStop)); i += 3; continue }
    const found = (token.kind === 'number' || token.kind === 'clock') && (clockOf24 || /^(on|from|until|till|by|to)$/.test(tokens[i - 1]?.lower ?? '')) ? /^(\d{1,2})\.(\d{1,2})$/.exec(token.text) : null
    const month = found === null || stop?.text !== '.' || stop.start !== token.end ? undefined : monthName(Number(found[2]))
    if (found === null || month === undefined) { result.push(token); continue }
    // With a capital, since "march" and "may" in small letters are words.
    result.push(...standIns(`${found[1] ?? ''} ${month}`, { ...token, capital: true }, stop ?? token))
    i++
  }
  return result
}

const counted = /^(?:advent\p{L}*|weihnachts\p{L}+|geburtstag\p{L}*|hochzeitstag\p{L}*|jahrestag\p{L}*|klasse|stock|etage|mal|schuljahr|semester|spieltag|halbjahr|quartal|stunde|runde|platz)$/u
const monthOrDay = /^(?:jan|jän|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*$|tag$|^mittwoch$/u
const saysTime = /^(?:um|gegen|ab|bis|von|vom|am|uhr|nach|vor|zwischen|und|kurz|ca)$/

/** "Nonnas 70. Geburtstag", "zum 5. Training", "am 1. Advent": an ordinal that counts the noun behind it, and no end of a sentence. */
const withOrdinals = (tokens: readonly Token[]): Token[] => {
  const result: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i], stop = tokens[i + 1], noun = tokens[i + 2], before = tokens[i - 1]
    if (token === undefined) break
    const dotted = token.kind === 'number' && /^\d{1,3}$/.test(token.text) && stop?.text === '.' && stop.start === token.end && noun?.kind === 'word'
    const isNoun = noun?.capital === true && !monthOrDay.test(noun.lower) && before !== undefined && !saysTime.test(before.lower)
    // Of a day of the month there are 31, and somebody's is never one.
    const counts = isNoun && (Number(token.text) > 31 || (/^zu[mr]$/.test(before.lower) && tokens[i - 2]?.lower !== 'bis') || /^(?:mein|dein|sein|ihr|unser|euer)/.test(before.lower) || (before.capital && /s$/.test(before.lower)))
    if (!dotted || !(counted.test(noun.lower) || counts)) { result.push(token); continue }
    result.push(...standIns(`${token.text}th`, token, stop))
    i++
  }
  return result
}

const beside = /^(?:bis|und|oder|jede[nrs]?|im|in|des|eines|[-–—]|(?:jan|jän|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*|\p{L}+tag|mittwoch|tag|woche|\p{L}+woche)$/u

/** "Am 5.", "vom 12. bis 19.", "ich meinte den 5.": an ordinal, and no end of a sentence. "Am 5" without its full stop is a day too. */
const withDottedDays = (tokens: readonly Token[]): Token[] => {
  const result: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i], stop = tokens[i + 1], before = tokens[i - 1]?.lower ?? ''
    if (token === undefined) break
    const ends = tokens[i + 2] === undefined
    const led = (ends ? /^(am|vom|den|dem)$/ : /^(am|vom|bis|zum|den|der|dem|ab|und|jeden|jeder)$/).test(before)
    const isNumber = token.kind === 'number' && /^([12]?\d|3[01])$/.test(token.text) && led
    const isDay = isNumber && stop?.text === '.' && stop.start === token.end
    const isBare = isNumber && /^(am|vom)$/.test(before) && (stop === undefined || /^(?:um|ab|bis|und|[,?!])$/.test(stop.lower))
    if (!isDay && !isBare) { result.push(token); continue }
    const alone = !beside.test((isDay ? tokens[i + 2] : stop)?.lower ?? '')
    result.push(...standIns(/^jede/.test(before) ? `${token.text}th` : `the ${token.text}th${alone ? ' of this month' : ''}`, token, isDay ? stop : token))
    if (isDay) i++
  }
  return result
}

const notMinutes = /^(?:personen|leute|gäste|kinder|freunde|erwachsene|minutes|hours|day|week|month|year|euro|stück|prozent)$/

/** "19 Uhr 30", "sieben Uhr fünfzehn": the minutes stand behind. */
const withMinutes = (tokens: readonly Token[]): Token[] => {
  const result: Token[] = []
  for (let i = 0; i < tokens.length;) {
    const hour = wholeNumber(tokens, i), token = tokens[i]
    if (token === undefined) break
    const minute = hour !== undefined && tokens[hour.next]?.lower === "o'clock" ? wholeNumber(tokens, hour.next + 1) : undefined
    const isTime = hour !== undefined && minute !== undefined && hour.value <= 24 && minute.value < 60 && (tokens[hour.next + 1]?.kind === 'word' || /^[0-5]\d$/.test(tokens[hour.next + 1]?.text ?? '')) && !notMinutes.test(tokens[minute.next]?.lower ?? '') && !/^(?:\.|o'clock)$/.test(tokens[minute.next]?.lower ?? '')
    if (!isTime) { result.push(token); i++; continue }
    result.push(...standIns(`${hour.value}:${String(minute.value).padStart(2, '0')} o'clock`, token, tokens[minute.next - 1] ?? token))
    i = minute.next
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
    result[end - 1] = row.stays === undefined || last === undefined ? undefined : { ...last, lower: row.stays, stem: row.stays }
  }
  return result.filter((token) => token !== undefined)
}

const clauseEnd = (tokens: readonly Token[], from: number): number => {
  const end = tokens.findIndex((token, i) => i > from && (/^[?!;,\n]$/.test(token.text) || (token.text === '.' && tokens[i - 1]?.kind !== 'number') || token.lower === 'und'))
  return end < 0 ? tokens.length : end
}
