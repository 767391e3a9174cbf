/** Tokens: typed, distinct, one per entity, stable within a conversation and unlinkable across conversations. */

/** What a token stands for. `shows` is put back when an answer is restored. */
export interface Placeholder { readonly entity: string; readonly shows: string }

export interface TokenBook {
  /** The entity's token in this conversation; a new one if it has none. Never one that already stands in `avoid`. */
  readonly tokenFor: (entity: string, kind: string, shows: string, cue?: string) => string
  readonly all: () => ReadonlyMap<string, Placeholder>
}

/** Opens a book with the tokens the conversation already uses. `avoid` is text whose look-alike tokens must not be reused. */
export function openTokenBook(known: ReadonlyMap<string, Placeholder>, avoid: string): TokenBook {
  const book = new Map(known)
  const byEntity = new Map([...known].map(([token, placeholder]) => [placeholder.entity, token]))
  return {
    tokenFor: (entity, kind, shows, cue) => {
      const existing = byEntity.get(entity)
      if (existing !== undefined) return existing
      const name = kind.toUpperCase().replace(/[^A-Z]+/g, '_').replace(/^_|_$/g, '')
      for (let n = 0; ; n++) {
        const bare = `${name}_${letters(n)}`
        const token = cue === undefined ? `[${bare}]` : `[${bare}: ${cue}]`
        if ([...book.keys()].some((used) => bareName(used) === bare) || avoid.toUpperCase().includes(bare)) continue
        book.set(token, { entity, shows })
        byEntity.set(entity, token)
        return token
      }
    },
    all: () => book,
  }
}

/** "[PERSON_A: child]" → "PERSON_A". */
export const bareName = (token: string): string => token.slice(1, -1).split(':', 1)[0] ?? token

/** 0 → A, 25 → Z, 26 → AA … */
function letters(n: number): string {
  const last = String.fromCharCode(65 + (n % 26))
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last
}
