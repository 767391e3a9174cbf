/** The least specific thing to say in place of a value where its token says something: ages as bands, amounts rounded. */

/** What a token may tell of the value it stands for: "5 to 9" for an age, "about 1200" for an amount. Undefined where it tells nothing. */
export function vaguer(kind: string, original: string): string | undefined {
  switch (kind) {
    case 'age': return band(Number(/\d+/.exec(original)?.[0]))
    case 'amount': return rounded(original)
    default: return undefined
  }
}

/** Small children by stage, everybody else in bands of five years, the oldest together: bands that many people share. */
const band = (age: number): string | undefined => {
  if (!Number.isInteger(age) || age < 0 || age > 150) return undefined
  if (age < 3) return 'under 3'
  if (age < 6) return '3 to 5'
  if (age < 10) return '6 to 9'
  if (age >= 85) return '85 or more'
  const from = age - (age % 5)
  return `${from} to ${from + 4}`
}

/** To one leading digit below a hundred, to two above. */
function rounded(written: string): string | undefined {
  const value = amountOf(written)
  if (value === undefined || value <= 0) return undefined
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - (value < 100 ? 0 : 1))
  return `about ${Math.round(value / step) * step}`
}

/** "1,240.50", "1.240,50", "1 240": the last mark before one or two digits is the decimal one. */
export function amountOf(written: string): number | undefined {
  const digits = /\d[\d.,'’\s]*\d|\d/.exec(written)?.[0]
  if (digits === undefined) return undefined
  const [, whole = digits, cents = ''] = /^(.*\d)[.,](\d{1,2})$/s.exec(digits) ?? []
  return Number(`${whole.replace(/\D/g, '')}.${cents === '' ? '0' : cents}`)
}
