/**
 * The ways a private value can hide in outgoing text, as views of that text. Shares nothing with the sanitiser:
 * its own folding, its own idea of a word. Each view lists text in which a plain search then finds the value.
 */

export interface View { readonly disguise: string; readonly text: string; /** true: separators are gone, so short values cannot be told from chance */ readonly squeezed: boolean }

/** Letters of other scripts, and digits, that pass for Latin letters. */
const lookAlikes: Readonly<Record<string, string>> = { а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', н: 'h', о: 'o', р: 'p', ѕ: 's', т: 't', у: 'y', х: 'x', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }
const leet: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's', '!': 'i', '€': 'e', '|': 'l' }
const spoken: Readonly<Record<string, string>> = { zero: '0', oh: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', null: '0', eins: '1', zwei: '2', drei: '3', vier: '4', fünf: '5', fuenf: '5', sechs: '6', sieben: '7', acht: '8', neun: '9' }

/** The form in which values and views are compared: compatibility forms, diacritics, case, look-alikes and invisible characters folded; words separated by single spaces. */
export function flatten(text: string): string {
  let out = ''
  for (const c of text.normalize('NFKD')) {
    if (/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(c)) continue
    const lower = c.toLowerCase()
    const plain = lookAlikes[lower] ?? lower
    out += /[\p{L}\p{N}]/u.test(plain) ? plain : ' '
  }
  return out.replace(/ +/g, ' ').trim()
}

export const squeeze = (text: string): string => flatten(text).replaceAll(' ', '')

/** All views of one text. */
export function views(text: string): View[] {
  const decoded = decodeAll(text)
  return decoded.flatMap(({ disguise, text: plain }) => {
    const flat = flatten(plain)
    const unleeted = flatten(Array.from(plain, (c) => leet[c] ?? c).join(''))
    const digits = flat.split(' ').map((word) => spoken[word] ?? word).join(' ')
    const letterSpaced = joinSingles(flat)
    const named = (name: string): string => (disguise === 'plain' ? name : `${disguise}, ${name}`)
    return [
      { disguise, text: flat, squeezed: false },
      { disguise: named('letters set apart'), text: letterSpaced, squeezed: false },
      { disguise: named('separators'), text: flat.replaceAll(' ', ''), squeezed: true },
      { disguise: named('leet'), text: unleeted, squeezed: false },
      { disguise: named('leet, separators'), text: unleeted.replaceAll(' ', ''), squeezed: true },
      { disguise: named('digits spelled out'), text: digits.replaceAll(' ', ''), squeezed: true },
      { disguise: named('at and dot spelled out'), text: flat.replaceAll(/ (?:at|dot|punkt) /g, ' ').replaceAll(' ', ''), squeezed: true },
      { disguise: named('reversed'), text: Array.from(flat).reverse().join(''), squeezed: false },
      { disguise: named('reversed, separators'), text: Array.from(flat.replaceAll(' ', '')).reverse().join(''), squeezed: true },
    ]
  })
}

/** "t o m" → "tom": runs of single letters joined, other words kept apart. */
const joinSingles = (flat: string): string => flat.replace(/(?<![\p{L}\p{N}])[\p{L}\p{N}](?: [\p{L}\p{N}](?![\p{L}\p{N}]))+/gu, (run) => run.replaceAll(' ', ''))

/** The text itself and every decoding of it that yields something else. */
function decodeAll(text: string): { disguise: string; text: string }[] {
  const found = [{ disguise: 'plain', text }]
  const add = (disguise: string, decoded: string): void => { if (decoded !== '' && decoded !== text) found.push({ disguise, text: decoded }) }
  add('JSON escape', text.replace(/\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi, (whole, a?: string, b?: string) => codePoint(parseInt(a ?? b ?? '', 16), whole)))
  add('URL escape', text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => { try { return decodeURIComponent(run) } catch { return Buffer.from(run.replaceAll('%', ''), 'hex').toString('latin1') } }).replaceAll('+', ' '))
  add('HTML entity', text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (whole, hex?: string, decimal?: string) => codePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16), whole)))
  add('hex', [...text.matchAll(/(?:[0-9a-f]{2}[ :-]?){3,}/gi)].map((m) => Buffer.from(m[0].replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf8')).join(' '))
  // Base64 text that starts in the middle of a group decodes only from the right one of three offsets.
  for (const run of text.matchAll(/[A-Za-z0-9+/_-]{4,}={0,2}/g)) for (let offset = 0; offset < 4; offset++) add('base64', printableAscii(Buffer.from(run[0].slice(offset).replaceAll('-', '+').replaceAll('_', '/'), 'base64').toString('utf8')))
  return dedupe(found)
}

const codePoint = (value: number, whole: string): string => (Number.isInteger(value) && value <= 0x10ffff ? String.fromCodePoint(value) : whole)
const printableAscii = (text: string): string => text.replace(/[\u0000-\u001f\ufffd]+/g, ' ').trim()
function dedupe(list: { disguise: string; text: string }[]): { disguise: string; text: string }[] {
  const base64 = list.filter((x) => x.disguise === 'base64').map((x) => x.text).join(' \n ')
  return [...list.filter((x) => x.disguise !== 'base64'), ...(base64 === '' ? [] : [{ disguise: 'base64', text: base64 }])]
}
