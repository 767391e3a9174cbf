/** What a provider charges, as it is typed: read from three fields, all empty or all right. */
import type { Settings } from '../../../shared/settings.ts'

type Prices = Settings['cloud']['prices']

export interface PricesForm { readonly in: string; readonly out: string; readonly currency: string }

export const formOf = (prices: Prices): PricesForm => prices === null ? { in: '', out: '', currency: '' } : { in: String(prices.in), out: String(prices.out), currency: prices.currency }

/** The names of the fields that cannot be read. */
export type PricesErrors = Readonly<Partial<Record<keyof PricesForm, true>>>

/** A comma is a decimal point too; thousands are not separated. A currency is a code of three letters (ISO 4217), in any case. All three empty means that the prices are not known. */
export const readPrices = (form: PricesForm): { readonly prices: Prices } | { readonly errors: PricesErrors } => {
  const typed = { in: form.in.trim(), out: form.out.trim(), currency: form.currency.trim().toUpperCase() }
  if (Object.values(typed).every((text) => text === '')) return { prices: null }
  const [perIn, perOut] = [amount(typed.in), amount(typed.out)]
  const isCurrency = /^[A-Z]{3}$/.test(typed.currency)
  if (perIn !== null && perOut !== null && isCurrency) return { prices: { in: perIn, out: perOut, currency: typed.currency } }
  return { errors: { ...(perIn === null ? { in: true } : {}), ...(perOut === null ? { out: true } : {}), ...(isCurrency ? {} : { currency: true }) } }
}

const MOST = 10_000

/** null when it is no number from 0 to 10,000. */
const amount = (text: string): number | null => {
  if (!/^\d{1,5}(?:[.,]\d{1,6})?$/.test(text)) return null
  const value = Number(text.replace(',', '.'))
  return value <= MOST ? value : null
}
