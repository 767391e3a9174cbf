/** Forty private values, and every way in which a test hides one. Written apart from the product, so that both can be wrong only on their own. */

export interface Planted { readonly value: string; readonly kind: string; /** of a date of birth: year, month, day */ readonly born?: readonly [number, number, number] }

export const PLANTED: readonly Planted[] = [
  ...['Tom', 'Mia', 'Lea', 'Kai', 'Xiomara', 'Emma', 'Noah', 'Zoë', 'Jürgen', 'Søren', 'Łukasz', 'Ingeborg', 'Oluwaseun', 'Siobhán', 'Quexington', 'Ксения', 'Ольга', 'Δημήτρης', '张伟明', '佐藤花子', '김민준', 'محمد'].map((value) => ({ value, kind: 'person' })),
  ...['Tom Bergmann', 'Nguyễn Thị Bích', 'Mary-Anne O’Neill'].map((value) => ({ value, kind: 'person' })),
  ...['St. Mary’s Hospital', 'Kastanienallee 7a, 10435 Berlin', '14 Linden Lane'].map((value) => ({ value, kind: 'address' })),
  ...['+49 30 9018 2011', '030 55 55 0199', '+1 (212) 555-0142', '0800 555 0177'].map((value) => ({ value, kind: 'phone' })),
  ...['tom.bergmann@example.org', 'x_mia-99@mail.example.com'].map((value) => ({ value, kind: 'e-mail address' })),
  { value: 'DE89 3704 0044 0532 0130 00', kind: 'account' }, { value: 'KX-4471-09', kind: 'number' }, { value: 'B-MW 1234', kind: 'plate' }, { value: '847163', kind: 'number' },
  { value: '2019-04-17', kind: 'date of birth', born: [2019, 4, 17] }, { value: '23.11.1986', kind: 'date of birth', born: [1986, 11, 23] },
]

const b64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
const bytes = (text: string): number[] => [...Buffer.from(text, 'utf8')]
const hex = (n: number, width = 2): string => n.toString(16).padStart(width, '0')
const each = (text: string, change: (c: string, index: number) => string): string => Array.from(text).map(change).join('')
const units = (text: string, change: (unit: number) => string): string => text.split('').map((c) => change(c.charCodeAt(0))).join('')
const whenChanged = (from: string, to: string): string | undefined => (from === to ? undefined : to)
const mapped = (table: Readonly<Record<string, string>>) => (value: string): string | undefined => whenChanged(value, each(value, (c) => table[c] ?? c))
const isName = ({ kind }: Planted): boolean => kind === 'person'
const pairs = (from: string, to: string): Record<string, string> => Object.fromEntries(Array.from(from).map((c, i) => [c, Array.from(to)[i] ?? c]))

const EN = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'], DE = ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const spelled = (names: readonly string[]) => (value: string): string | undefined => whenChanged(value, value.replace(/\D*(\d)/g, (whole, d: string) => `${whole.slice(0, -1).trim()} ${names[Number(d)] ?? ''} `).trim())
const suffix = (d: number): string => (d % 100 > 10 && d % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][d % 10] ?? 'th'))
const two = (n: number): string => String(n).padStart(2, '0')
const mathematical = (start: number, small: number) => (value: string): string | undefined => whenChanged(value, each(value, (c) => (/[A-Z]/.test(c) ? String.fromCodePoint(start + c.charCodeAt(0) - 65) : /[a-z]/.test(c) ? String.fromCodePoint(small + c.charCodeAt(0) - 97) : c)))

type Disguise = (planted: Planted) => readonly (string | undefined)[]

/** By name; undefined where a disguise does nothing to a value. */
export const DISGUISES: Readonly<Record<string, Disguise>> = {
  'plain': ({ value }) => [value],
  'case': ({ value }) => [value.toUpperCase(), value.toLowerCase()],
  'other forms (NFD, full width)': ({ value }) => [whenChanged(value, value.normalize('NFD')), whenChanged(value, each(value, (c) => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)))],
  'accents off and on': ({ value }) => [whenChanged(value, value.normalize('NFD').replace(/\p{M}/gu, '')), each(value, (c) => (/[a-z]/i.test(c) ? `${c}\u0301` : c))],
  'possessive and endings': (p) => (isName(p) ? [`${p.value}'s`, `${p.value}’s`, ...(/[a-z]$/.test(p.value) ? [`${p.value}s`] : [])] : []),
  'zero width': ({ value }) => ['\u200b', '\u00ad', '\u2060'].map((c) => Array.from(value).join(c)),
  'bidi': ({ value }) => [`\u202a${value}\u202c`, Array.from(value).join('\u200f')],
  'Cyrillic look-alikes': ({ value }) => [mapped(pairs('aceopxyiABCEHKMOPTX', 'асеорхуіАВСЕНКМОРТХ'))(value)],
  'Greek look-alikes': ({ value }) => [mapped(pairs('ovABEZHIKMNOPTX', 'ονΑΒΕΖΗΙΚΜΝΟΡΤΧ'))(value)],
  'mathematical alphabets': ({ value }) => [mathematical(0x1d400, 0x1d41a)(value), mathematical(0x1d5d4, 0x1d5ee)(value), mathematical(0x1d670, 0x1d68a)(value)],
  'spacing': ({ value }) => [Array.from(value.replaceAll(' ', '')).join(' ')],
  'separators': ({ value }) => ['.', '-', '_', '/', '*'].map((mark) => Array.from(value.replaceAll(' ', '')).join(mark)),
  'digits spelled out': ({ value }) => [spelled(EN)(value), spelled(DE)(value)].filter((_, i) => i >= 0 && (value.match(/\d/g)?.length ?? 0) >= 4),
  'at and dot': ({ value, kind }) => (kind === 'e-mail address' ? [value.replace('@', ' at ').replaceAll('.', ' dot '), value.replace('@', '(at)').replaceAll('.', '[dot]')] : []),
  'leet': (p) => (isName(p) ? [mapped({ o: '0', i: '1', e: '3', s: '5', t: '7' })(p.value), mapped({ a: '@', s: '$', i: '!', e: '€' })(p.value), mapped({ a: '4', l: '1' })(p.value)] : []),
  'reversed': ({ value }) => [whenChanged(value, Array.from(value.normalize('NFC')).reverse().join(''))],
  'hexadecimal': ({ value }) => [bytes(value).map((b) => hex(b)).join(''), bytes(value).map((b) => hex(b).toUpperCase()).join(' '), bytes(value).map((b) => `0x${hex(b)}`).join('')],
  '\\x and \\u': ({ value }) => [bytes(value).some((b) => b > 127) ? undefined : bytes(value).map((b) => `\\x${hex(b)}`).join(''), units(value, (u) => `\\u${hex(u, 4)}`), each(value, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)],
  'URL escapes': ({ value }) => [bytes(value).map((b) => `%${hex(b)}`).join(''), whenChanged(value, encodeURIComponent(value)), `%${hex(bytes(value)[0] ?? 0)}${bytes(value.charAt(0)).slice(1).map((b) => `%${hex(b)}`).join('')}${value.slice(1)}`],
  'URL escapes twice': ({ value }) => [bytes(value).map((b) => `%25${hex(b)}`).join('')],
  'HTML entities': ({ value }) => [each(value, (c) => `&#${c.codePointAt(0) ?? 0};`), each(value, (c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`), mapped({ ü: '&uuml;', ë: '&euml;', á: '&aacute;', ø: '&oslash;', '@': '&commat;', '.': '&period;', '+': '&plus;', '’': '&rsquo;' })(value), each(value, (c) => `&amp;#${c.codePointAt(0) ?? 0};`)],
  'base64': ({ value }) => [b64(value), b64(value).replaceAll('=', ''), Buffer.from(value).toString('base64url')],
  'base64 at three offsets, in a sentence': ({ value }) => [b64(` ${value}`), b64(`a ${value}`), b64(`ab ${value} now`), `x${b64(value)}`, b64(`please ask ${value} today`), b64(b64(`ask ${value}`))],
  'rot13': ({ value }) => [whenChanged(value, each(value, (c) => (/[a-z]/i.test(c) ? String.fromCharCode(((c.toLowerCase().charCodeAt(0) - 97 + 13) % 26) + (c < 'a' ? 65 : 97)) : c)))],
  'initials': (p) => (isName(p) && /[ -]/.test(p.value) ? [p.value.split(/[ -]|’(?=\p{Lu})/u).map((w) => `${w.charAt(0)}.`).join(''), p.value.split(/[ -]|’(?=\p{Lu})/u).map((w) => `${w.charAt(0)}.`).join(' ')] : []),
  'dates in other formats': ({ born }) => {
    if (born === undefined) return []
    const [y, m, d] = born, name = MONTHS[m - 1] ?? ''
    return [`${y}-${two(m)}-${two(d)}`, `${two(d)}.${two(m)}.${y}`, `${d}.${m}.${two(y % 100)}`, `${m}/${d}/${y}`, `${d} ${name} ${y}`, `${name} ${d}${suffix(d)} ${y}`, `the ${d}${suffix(d)} of ${name}, ${y}`, `${two(d)}${name.slice(0, 3).toLowerCase()}${two(y % 100)}`, `${y}${two(m)}${two(d)}`, String(Date.UTC(y, m - 1, d, 9) / 1000)]
  },
}
