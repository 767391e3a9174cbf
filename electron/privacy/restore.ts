/** Puts real names back into a cloud answer: whole tokens, lenient forms only in brackets, never inside addresses, images or code. */
import { bareName, type Placeholder } from './placeholders.ts'
import { dayMark, ORIGIN_TOKEN, unshifted } from './shift-time.ts'

export interface Restored {
  readonly text: string
  /** Look-alike tokens that stand for nothing known; left as they are and reported. */
  readonly unknown: readonly string[]
  /** Tokens that were sent and needed but never came back as themselves; only where it was said which are needed. */
  readonly missing?: readonly string[]
}

export interface Restorer {
  /** Takes the next part of an answer and gives back what is certain by now: whole paragraphs, never half a token. */
  readonly push: (chunk: string) => string
  /** The rest of the text, and everything that was lost or invented in all of it. Nothing may be pushed afterwards. */
  readonly end: () => Restored
}

/**
 * Restores an answer. A token in brackets is replaced when its name is known, also in other case or with a space or hyphen for the
 * underscore, whatever role stands behind it; without brackets only when it is written exactly ("PERSON_A", "PERSON_A's"). An
 * invented or damaged token is never replaced by the nearest one. A day that was never sent ("[DAY_5, 9:00]") is restored by counting
 * from the conversation's hidden one. `needed` are the tokens that were sent.
 */
export function restoreText(answer: string, tokens: ReadonlyMap<string, Placeholder>, needed?: Iterable<string>): Restored {
  const restorer = createRestorer(tokens, needed)
  const begun = restorer.push(answer), rest = restorer.end()
  return { ...rest, text: begun + rest.text }
}

/** As `restoreText`, for an answer that comes in parts: wherever it is cut, the whole is the same. */
export function createRestorer(tokens: ReadonlyMap<string, Placeholder>, needed?: Iterable<string>): Restorer {
  const byName = new Map([...tokens].map(([token, placeholder]) => [bareName(token), placeholder.shows]))
  const origin = tokens.get(ORIGIN_TOKEN)?.shows
  const kinds = new Set(['PERSON', 'PLACE', 'SLOT', ...[...byName.keys()].map(kindOf)])
  const unknown: string[] = [], returned = new Set<string>()
  let line = '', paragraph = '', fence: string | undefined

  return {
    push: (chunk) => {
      let out = ''
      for (const part of chunk.split(/(?<=\n)/)) {
        line += part
        if (part.endsWith('\n')) out += closeLine()
      }
      return out
    },
    end: () => {
      const text = closeLine() + inline(paragraph)
      paragraph = ''
      return { text, unknown, ...(needed === undefined ? {} : { missing: [...needed].filter((token) => !returned.has(bareName(token))) }) }
    },
  }

  /** Adds a whole line to its paragraph; what is certain after it. */
  function closeLine(): string {
    const whole = line
    line = ''
    if (fence !== undefined) {
      const closing = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(whole)?.[1]
      if (closing?.startsWith(fence) === true) fence = undefined
      return whole
    }
    const opening = /^[\s>*+\d.)-]*(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(whole.trimEnd())
    fence = opening?.[1] ?? opening?.[2]
    if (fence === undefined && whole.trim() !== '') { paragraph += whole; return '' }
    const before = inline(paragraph)
    paragraph = ''
    return before + whole
  }

  /** Restores a paragraph around what must not be touched. */
  function inline(text: string): string {
    let out = '', from = 0
    for (const match of text.matchAll(untouchable)) {
      out += plain(text.slice(from, match.index)) + match[0]
      from = match.index + match[0].length
    }
    return out + plain(text.slice(from))
  }

  function plain(text: string): string {
    return text.replace(mark, (whole, day: string | undefined, hours: string | undefined, bareDay: string | undefined, inBrackets: string | undefined, bare: string | undefined) => {
      if (day !== undefined || bareDay !== undefined) return dayOf(whole, Number(day ?? bareDay), hours)
      const written = inBrackets ?? bare ?? ''
      const name = written.trim().toUpperCase().replace(/[ -]+/g, '_')
      const shows = byName.get(name)
      if (shows !== undefined && (inBrackets !== undefined || written === name)) {
        returned.add(name)
        return shows
      }
      if (inBrackets === undefined ? kinds.has(kindOf(name)) && written.includes('_') : looksLikeToken(written, name)) unknown.push(whole)
      return whole
    })
  }

  /** A day by the words the person used for it, else by its date. */
  function dayOf(whole: string, number: number, hours: string | undefined): string {
    const name = `DAY_${number}`, exact = tokens.get(hours === undefined ? `[${name}]` : whole)
    if (origin === undefined) { unknown.push(whole); return whole }
    returned.add(bareName(whole))
    return exact?.shows ?? unshifted(number, hours, origin)
  }

  /** Whether something in brackets was meant as a token: it has the form of one, or begins like one that is known. */
  function looksLikeToken(written: string, name: string): boolean {
    return /_/.test(written) || kinds.has(kindOf(name)) || /^(?:SLOT|J)\d+$/.test(name) || /^\p{L}+_\p{Lu}{1,3}$/u.test(name)
  }
}

/** "PERSON_A" → "PERSON". */
const kindOf = (name: string): string => name.replace(/_?[^_]*$/, '') || name

/** Something in brackets, perhaps with a role; or a token without them, perhaps with an ending ("PERSON_As"), which is left standing. */
const mark = new RegExp(`${dayMark.source}|${/\[([^[\]\n:]{1,60})(?::[^[\]\n:]{0,40})?\]|(?<![\p{L}\p{N}_])(\p{L}+(?:_\p{L}+)*_(?:\p{Lu}{1,3}(?=\p{Ll}{0,2}(?![\p{L}\p{N}_]))|\p{Ll}{1,3}(?![\p{L}\p{N}_])|\d{1,4}(?![\p{L}\p{N}_]))|J\d{1,3}(?![\p{L}\p{N}_]))/u.source}`, 'gu')

/** Code, images and links, tags, and addresses. What is bounded here is so for the time a hostile answer could take. */
const untouchable = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|!?\[(?:[^[\]]|\[[^[\]]*\])*\]\([^)]{0,1000}\)|!\[(?:[^[\]]|\[[^[\]]*\])*\]\[[^\]]{0,1000}\]|<[a-z/!][^<>]{0,1000}>|(?:[a-z][a-z\d+.-]*:\/\/|mailto:|tel:|data:|www\.)\S+/gi
