/** Amounts of money as a person reads them. `currency` is a code of three letters (ISO 4217). */
import { figure } from '../../shared/language.ts'

const written = (amount: number, currency: string, options: Intl.NumberFormatOptions): string => figure(amount, { style: 'currency', currency, ...options })

/** "€1.20" */
export const money = (amount: number, currency: string): string => written(amount, currency, {})

/** What a request costs, however little: "€0.002", "€0.21", "€1.50". Less than a cent is rounded to one figure that counts. */
export const smallMoney = (amount: number, currency: string): string => amount > 0 && amount < 0.01 ? written(amount, currency, { minimumFractionDigits: 0, maximumSignificantDigits: 1 }) : money(amount, currency)

/** A price per kilowatt hour, to a tenth of a cent: "€0.184", "-€0.012". What is no code of three letters stands behind the figure. */
export const energyPrice = (price: number, currency: string): string =>
  /^[a-z]{3}$/i.test(currency) ? written(price, currency, { minimumFractionDigits: 2, maximumFractionDigits: 3 }) : `${figure(price, { minimumFractionDigits: 3, maximumFractionDigits: 3 })} ${currency}`
