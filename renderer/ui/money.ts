/** Amounts of money as a person reads them. `currency` is a code of three letters (ISO 4217). */

const written = (amount: number, currency: string, options: Intl.NumberFormatOptions): string => amount.toLocaleString('en', { style: 'currency', currency, ...options })

/** "€1.20" */
export const money = (amount: number, currency: string): string => written(amount, currency, {})

/** What a request costs, however little: "€0.002", "€0.21", "€1.50". Less than a cent is rounded to one figure that counts. */
export const smallMoney = (amount: number, currency: string): string => amount > 0 && amount < 0.01 ? written(amount, currency, { minimumFractionDigits: 0, maximumSignificantDigits: 1 }) : money(amount, currency)
