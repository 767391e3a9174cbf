/** Cuts a text at the borders of the spans that lie on it, so that each piece knows which spans cover it. */

interface Range { readonly start: number; readonly end: number }

export interface Segment { readonly text: string; readonly start: number; /** Indices of the spans that cover this piece. */ readonly spans: readonly number[] }

/** The pieces in order; joined they are the text again. Spans may overlap; what lies outside the text is cut off. */
export const segments = (text: string, spans: readonly Range[]): readonly Segment[] => {
  const inside = (offset: number): number => Math.min(Math.max(offset, 0), text.length)
  const borders = [...new Set([0, text.length, ...spans.flatMap((span) => [inside(span.start), inside(span.end)])])].sort((a, b) => a - b)
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length
    return { text: text.slice(start, end), start, spans: spans.flatMap((span, which) => (span.start <= start && span.end >= end && span.start < span.end ? [which] : [])) }
  })
}
