/** Tokens: typed, distinct, one per entity, stable within a conversation and unlinkable across conversations. */

/** What a token stands for. `shows` is put back when an answer is restored. */
export interface Placeholder { readonly entity: string; readonly shows: string }

export interface TokenBook {
  /** The entity's token in this conversation; a new one if it has none. Never one that already stands in `avoid`. */
  readonly tokenFor: (entity: string, kind: string, shows: string, cue?: string) => string
  /** Remembers a token that its layer decided, unless it stands for something already. */
  readonly keep: (token: string, placeholder: Placeholder) => void
  readonly all: () => ReadonlyMap<string, Placeholder>
}

/** Opens a book with the tokens the conversation already uses. `avoid` is text whose look-alike tokens must not be reused. */
export function openTokenBook(known: ReadonlyMap<string, Placeholder>, avoid: string): TokenBook {
  const book = new Map(known)
  // As restoring reads it: in any case, with spaces or hyphens for underscores. Most texts do not even have the word before them.
  let upper: string | undefined, folded: string | undefined
  const isTaken = (bare: string): boolean => (upper ??= (isAscii.test(avoid) ? avoid : avoid.normalize('NFKC')).toUpperCase()).includes(bare.slice(0, bare.indexOf('_'))) && (folded ??= upper.replace(/[\s-]+/g, '_')).includes(bare)
  const byEntity = new Map([...known].map(([token, placeholder]) => [placeholder.entity, token]))
  const used = new Set([...known.keys()].map(bareName)), next = new Map<string, number>()
  return {
    tokenFor: (entity, kind, shows, cue) => {
      const existing = byEntity.get(entity)
      if (existing !== undefined) return existing
      const name = nameOf(kind)
      for (let n = next.get(name) ?? 0; ; n++) {
        const bare = `${name}_${letters(n)}`
        const token = cue === undefined ? `[${bare}]` : `[${bare}: ${cue}]`
        if (used.has(bare) || isTaken(bare)) continue
        next.set(name, n + 1)
        used.add(bare)
        book.set(token, { entity, shows })
        byEntity.set(entity, token)
        return token
      }
    },
    keep: (token, placeholder) => {
      if (book.has(token)) return
      used.add(bareName(token))
      book.set(token, placeholder)
      byEntity.set(placeholder.entity, token)
    },
    all: () => book,
  }
}

const isAscii = /^[\x00-\x7f]*$/
const names = new Map<string, string>()
/** "e-mail address" → "E_MAIL_ADDRESS". */
function nameOf(kind: string): string {
  const name = names.get(kind) ?? kind.toUpperCase().replace(/[^A-Z]+/g, '_').replace(/^_|_$/g, '')
  names.set(kind, name)
  return name
}

/** "[PERSON_A: child]" → "PERSON_A". */
export const bareName = (token: string): string => token.slice(1, -1).split(':', 1)[0] ?? token

/** 0 → A, 25 → Z, 26 → AA … */
function letters(n: number): string {
  const last = String.fromCharCode(65 + (n % 26))
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last
}
