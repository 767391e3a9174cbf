/** From the bytes of a calendar file to its content lines (RFC 5545 §3.1), whatever wrote them. */

/** Unfolded; `line` is where it begins in the file, from 1. `isLong` when it was cut because nothing reads that far. */
export interface ContentLine { readonly text: string; readonly line: number; readonly isLong: boolean }

const CR = 13, LF = 10, TAB = 9, SPACE = 32

/**
 * Lines end with CRLF, LF or CR, the last one with nothing too. Folds are taken out before characters are read, since some writers fold inside of one.
 * Text is UTF-8 with or without its mark, UTF-16 in either order; a line that is neither is read as Windows-1252. Empty lines are left out.
 * Of a line longer than `most` characters only its beginning is kept.
 */
export function contentLines(file: Uint8Array, most: number): readonly ContentLine[] {
  const bytes = asEightBit(file), lines: ContentLine[] = []
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }), windows = new TextDecoder('windows-1252')
  const decode = (part: Uint8Array): string => { try { return utf8.decode(part) } catch { return windows.decode(part) } }
  let parts: Uint8Array[] = [], began = 1, size = 0
  const flush = (): void => {
    if (size > 0) {
      // Four bytes are the longest character.
      const whole = join(parts, Math.min(size, most * 4))
      const text = decode(whole)
      if (text.trim() !== '') lines.push({ text: text.slice(0, most), line: began, isLong: size > whole.length || text.length > most })
    }
    parts = []
    size = 0
  }
  for (let from = 0, number = 1; from < bytes.length; number++) {
    let to = from
    while (to < bytes.length && bytes[to] !== CR && bytes[to] !== LF) to++
    const isFold = number > 1 && to > from && (bytes[from] === SPACE || bytes[from] === TAB)
    if (!isFold) { flush(); began = number }
    const part = bytes.subarray(isFold ? from + 1 : from, to)
    if (size < most * 4) parts.push(part)
    size += part.length
    from = bytes[to] === CR && bytes[to + 1] === LF ? to + 2 : to + 1
  }
  flush()
  return lines
}

/** UTF-16 becomes UTF-8; a byte order mark goes. Without a mark, every second byte of “BEGIN” is nothing. */
function asEightBit(file: Uint8Array): Uint8Array {
  const [a, b, c] = file
  const wide = a === 0xFF && b === 0xFE ? 'utf-16le' : a === 0xFE && b === 0xFF ? 'utf-16be' : b === 0 && a !== 0 ? 'utf-16le' : a === 0 && b !== 0 ? 'utf-16be' : undefined
  if (wide !== undefined) return new TextEncoder().encode(new TextDecoder(wide).decode(file))
  return a === 0xEF && b === 0xBB && c === 0xBF ? file.subarray(3) : file
}

function join(parts: readonly Uint8Array[], most: number): Uint8Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0].subarray(0, most)
  const whole = new Uint8Array(most)
  let at = 0
  for (const part of parts) {
    whole.set(part.subarray(0, most - at), at)
    at = Math.min(most, at + part.length)
  }
  return whole
}
