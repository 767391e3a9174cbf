/** How the last check sees one character: compatibility forms, accents, case and look-alikes folded away. Shares nothing with the sanitiser. */

/** Letters that pass for other letters and that no Unicode normalisation joins. Both what is forbidden and what leaves are folded with it. */
const lookAlikes = new Map(Object.entries({
  // Cyrillic
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', ғ: 'f', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', қ: 'k', ӏ: 'l', м: 'm', п: 'n', о: 'o', р: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', ц: 'u', у: 'y', ү: 'y', ѵ: 'v', ԝ: 'w', ш: 'w', х: 'x', ҳ: 'x', з: '3', ь: 'b', є: 'e', ө: 'o', ҽ: 'e',
  // Greek
  α: 'a', β: 'b', ϲ: 'c', δ: 'd', ε: 'e', ϝ: 'f', η: 'n', ι: 'i', ϳ: 'j', κ: 'k', λ: 'l', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', σ: 's', ς: 's', τ: 't', υ: 'u', ω: 'w', χ: 'x', γ: 'y', ζ: 'z',
  // Armenian, Cherokee, Lisu and others in use as disguises
  օ: 'o', ո: 'n', ս: 'u', ց: 'g', հ: 'h', ք: 'p', ꭺ: 'a', ꮯ: 'c', ꭼ: 'e', ꮋ: 'h', ꮶ: 'k', ꮇ: 'm', ꮲ: 'p', ꮪ: 's', ꭲ: 'i', ꮃ: 'w', ꮓ: 'z',
  // Latin beyond ASCII
  ı: 'i', ȷ: 'j', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ŋ: 'n', ə: 'e', ɑ: 'a', ɡ: 'g', ɩ: 'i', ɪ: 'i', ʀ: 'r', ʏ: 'y', ʟ: 'l', ɴ: 'n', ɢ: 'g', ʙ: 'b', ʜ: 'h', ɔ: 'o', ɛ: 'e', ɨ: 'i', ʋ: 'v',
  ᴀ: 'a', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ᴊ: 'j', ᴋ: 'k', ᴍ: 'm', ᴏ: 'o', ᴘ: 'p', ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ᴢ: 'z', ꜰ: 'f',
  '🄰': 'a', '🅐': 'a', '🅰': 'a',
}))

/** Capitals that pass for others than their small letters do. */
const lookAlikeCapitals = new Map(Object.entries({ Ν: 'n', Η: 'h', Ρ: 'p', Υ: 'y', Ζ: 'z', Μ: 'm', Λ: 'a', З: '3', П: 'n', И: 'n', Я: 'r' }))

const invisible = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u
const known = new Map<string, string>()

/** The folded form of one character: '' for what cannot be seen, ' ' for what separates, else lower-case letters and digits. */
export function foldCharacter(character: string): string {
  let folded = known.get(character)
  if (folded === undefined) known.set(character, folded = foldAnew(character))
  return folded
}

function foldAnew(character: string): string {
  let out = ''
  const enclosed = regional(character)
  for (const decomposed of (enclosed ?? character).normalize('NFKD')) for (const c of (lookAlikeCapitals.get(decomposed) ?? decomposed.toLowerCase()).normalize('NFKD')) {
    if (invisible.test(c)) continue
    const plain = lookAlikes.get(c) ?? c
    out += /^[\p{L}\p{N}]/u.test(plain) ? digit(plain) : ' '
  }
  return out.trim() === '' ? out.slice(0, 1) : out.replaceAll(' ', '')
}

/** Squared, circled and regional-indicator letters (🄰 🅐 🅰 🇦), which Unicode leaves as they are. */
function regional(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  for (const start of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) if (code >= start && code < start + 26) return String.fromCharCode(97 + code - start)
  return undefined
}

/** A decimal digit of any script as 0–9. */
function digit(c: string): string {
  if (!/^\p{Nd}$/u.test(c) || (c >= '0' && c <= '9')) return c
  const code = c.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

/** The folded letters and digits of a text, without anything between them. */
export const foldText = (text: string): string => Array.from(text, foldCharacter).join('').replaceAll(' ', '')
