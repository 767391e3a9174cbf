/** Undoes the encodings a value can hide behind: escapes in place, and whole passages of hexadecimal or base64. */
import { buildPiece, ESCAPE, NO_TEXT, WALL, type Piece, type PieceBuilder } from './leak-piece.ts'

/** How often escapes are undone in what earlier rounds brought to light: enough for an escape of an escape of an escape. */
const ROUNDS = 3

const escapes = /\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|((?:%[0-9a-f]{2})+)|%u([0-9a-f]{4})|&#x([0-9a-f]{1,6});?|&#(\d{1,7});?|&([a-z]{2,8});?/gi

/** The text with its \x, \u, per cent and HTML escapes undone, also where they are nested; the very same piece when there are none. */
export function unescaped(piece: Piece): Piece {
  let current = piece
  for (let round = 0; round < ROUNDS && /[\\%&]/.test(current.text); round++) {
    const builder = buildPiece()
    let copied = 0
    for (const match of current.text.matchAll(escapes)) {
      const end = match.index + match[0].length
      const held = buildPiece()
      if (!decode(match, current, held)) continue
      const decoded = held.done()
      builder.copy(current, copied, match.index)
      builder.copy(decoded, 0, decoded.text.length)
      copied = end
    }
    if (copied === 0) break
    builder.copy(current, copied, current.text.length)
    current = builder.done()
  }
  return current
}

function decode(match: RegExpExecArray, source: Piece, out: PieceBuilder): boolean {
  const [whole, braced, four, two, percent, percentFour, hex, decimal, name] = match
  const end = match.index + whole.length
  const json = braced ?? four ?? two
  const text = json !== undefined ? character(parseInt(json, 16)) : percentFour !== undefined ? character(parseInt(percentFour, 16))
    : hex !== undefined ? character(parseInt(hex, 16)) : decimal !== undefined ? character(Number(decimal)) : name !== undefined ? entity(name) : undefined
  if (percent !== undefined) {
    const bytes = Uint8Array.from(percent.slice(1).split('%'), (pair) => parseInt(pair, 16))
    const places = Int32Array.from(bytes, (_, i) => match.index + 3 * i)
    fromBytes(bytes, places, 3, source, out, ESCAPE.url, true)
    return true
  }
  if (text === undefined) return false
  out.add(text, source, match.index, end, json !== undefined ? ESCAPE.json : percentFour !== undefined ? ESCAPE.url : ESCAPE.html)
  return true
}

const character = (code: number): string | undefined => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined)

const ACCENTS: Readonly<Record<string, string>> = { grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', macr: '\u0304', breve: '\u0306', uml: '\u0308', ring: '\u030a', caron: '\u030c', cedil: '\u0327', ogon: '\u0328', slash: '' }
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwj: '', zwnj: '', lrm: '', rlm: '', szlig: 'ß', aelig: 'æ', oelig: 'œ', thorn: 'þ', eth: 'ð', inodot: 'ı', imath: 'ı', lstrok: 'ł', dstrok: 'đ', commat: '@', period: '.', num: '#', plus: '+', colon: ':', comma: ',', sol: '/', hyphen: '-', dash: '-', ndash: '–', mdash: '—', lowbar: '_', excl: '!', dollar: '$', lpar: '(', rpar: ')', tab: ' ', newline: '\n', rsquo: '’', lsquo: '‘' }

function entity(name: string): string | undefined {
  const accent = /^([a-z])(grave|acute|circ|tilde|macr|breve|uml|ring|caron|cedil|ogon|slash)$/i.exec(name)
  if (accent !== null) return (accent[1] ?? '') + (ACCENTS[(accent[2] ?? '').toLowerCase()] ?? '')
  const plain = NAMED[name.toLowerCase()]
  return plain !== undefined && /^[A-Z]/.test(name) ? plain.toUpperCase() : plain
}

/** Every passage of hexadecimal digits as the text it encodes, with walls between. Undefined when there is none. */
export function fromHex(piece: Piece): Piece | undefined {
  const builder = buildPiece()
  let any = false
  for (const match of piece.text.matchAll(/(?<![0-9a-f])(?:(?:0x)?[0-9a-f]{2}(?:, |[ :,;_-])?){3,}/gi)) {
    const values: number[] = [], places: number[] = []
    for (const pair of match[0].matchAll(/(?:0x)?([0-9a-f]{2})/gi)) { values.push(parseInt(pair[1] ?? '', 16)); places.push(match.index + pair.index + pair[0].length - 2) }
    if (any) builder.part(WALL)
    fromBytes(Uint8Array.from(values), Int32Array.from(places), 2, piece, builder, 0, false)
    any = true
  }
  return any ? textIn(builder.done()) : undefined
}

const NO_TEXT_UNIT = NO_TEXT.charCodeAt(0)

/** A word of one case, as texts are full of: base64 that looks like this can only be of a few letters. */
const likeAWord = /^[A-Z]?[a-z]+$/

/**
 * Every passage that can be base64 (usual or URL-safe, padded or not), decoded from each of the four offsets within its first group
 * of four, with walls between; one piece for each offset that gives text. Short everyday words are left out.
 */
export function fromBase64(piece: Piece, shortest: number): Piece[] {
  const runs = [...piece.text.matchAll(/[A-Za-z0-9+/_-]{4,}/g)].filter(({ 0: run }) => run.length >= 12 || !likeAWord.test(run))
  return [0, 1, 2, 3].flatMap((offset) => decodedFrom(piece, runs.filter(({ 0: run }) => run.length - offset >= shortest), offset) ?? [])
}

function decodedFrom(piece: Piece, runs: readonly RegExpExecArray[], offset: number): Piece | undefined {
  if (runs.length === 0) return undefined
  const builder = buildPiece()
  for (const [index, match] of runs.entries()) {
    const run = match[0], most = (run.length * 3) >> 2, values = new Uint8Array(most + 1), places = new Int32Array(most + 1)
    let bits = 0, count = 0, length = 0
    for (let i = offset; i < run.length; i++) {
      bits = ((bits << 6) | sextet(run.charCodeAt(i))) & 0xffff
      count += 6
      if (count >= 8) { count -= 8; values[length] = (bits >> count) & 0xff; places[length] = match.index + i - 1; length++ }
    }
    if (index > 0) builder.part(WALL)
    fromBytes(values.subarray(0, length), places.subarray(0, length), 2, piece, builder, 0, false)
  }
  return textIn(builder.done())
}

/** Without the passages too short to be text, so that bytes which are none cost nothing further. Undefined when nothing is left. */
function textIn(piece: Piece): Piece | undefined {
  const builder = buildPiece()
  let any = false, wall = false
  for (const match of piece.text.matchAll(/[^\u001d\u001f]+|\u001d/g)) {
    if (match[0] === WALL) { wall = true; continue }
    if (match[0].length < 3 && !/[^\u0000-\u007f]{2}/.test(match[0])) continue
    if (any) builder.part(wall ? WALL : NO_TEXT)
    // What stands beside it was no text: a short value there is chance.
    if (piece.text.charAt(match.index - 1) === NO_TEXT) builder.part(NO_TEXT)
    builder.copy(piece, match.index, match.index + match[0].length)
    if (piece.text.charAt(match.index + match[0].length) === NO_TEXT) builder.part(NO_TEXT)
    any = true
    wall = false
  }
  return any ? builder.done() : undefined
}

function sextet(code: number): number {
  if (code >= 65 && code <= 90) return code - 65
  if (code >= 97 && code <= 122) return code - 71
  if (code >= 48 && code <= 57) return code + 4
  return code === 43 || code === 45 ? 62 : 63
}

/** Appends bytes read as UTF-8, each character placed where its bytes came from; what is no UTF-8 is read as Latin-1 if it may be, else as no text. */
function fromBytes(bytes: Uint8Array, places: Int32Array, width: number, source: Piece, out: PieceBuilder, escape: number, latin: boolean): void {
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i] ?? 0
    const length = byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0
    let code = length === 1 ? byte : byte & (0x7f >> length)
    let valid = length > 0 && i + length <= bytes.length
    for (let k = 1; k < length && valid; k++) {
      const next = bytes[i + k] ?? 0
      valid = (next & 0xc0) === 0x80
      code = (code << 6) | (next & 0x3f)
    }
    const taken = valid ? length : 1
    const read = valid && code <= 0x10ffff ? (code < 0x20 && code !== 9 && code !== 10 && !latin ? NO_TEXT_UNIT : code) : latin ? byte : NO_TEXT_UNIT
    const start = places[i] ?? 0, end = (places[i + taken - 1] ?? 0) + width
    if (read < 0x10000) out.put(read, source, start, end, escape)
    else out.add(String.fromCodePoint(read), source, start, end, escape)
    i += taken
  }
}
