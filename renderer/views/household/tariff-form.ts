/** The tariff form: what its fields hold for each kind of price, and the tariff they make. */
import { Tariff } from '../../../shared/household.ts'
import { ClockTime } from '../../../shared/time.ts'
import { tidyTime } from '../../ui/time-field.tsx'
import { fieldErrors, isEmpty, toNumber } from './checks.ts'
import { mergeDays, readDays, type PricedDay } from './day-ahead.ts'
import { strings } from './strings.ts'

export type TariffKind = Tariff['kind']
export const kinds = ['flat', 'time-of-use', 'day-ahead'] as const satisfies readonly TariffKind[]

/** The fields of all three kinds, so that changing the kind and back loses nothing. */
export interface TariffFields {
  readonly name: string
  readonly kind: TariffKind
  readonly currency: string
  readonly price: string
  readonly bands: readonly { readonly from: string; readonly price: string }[]
  readonly days: readonly PricedDay[]
  readonly pasted: string
}

export interface TariffErrors {
  readonly fields: Partial<Record<keyof typeof words.errors, string>>
  /** One entry for each band that must be corrected. */
  readonly bands: Readonly<Record<number, { readonly from?: string; readonly price?: string }>>
  /** What is wrong with the pasted lines. */
  readonly lines: readonly string[]
}

const words = strings.tariffs
export const noErrors: TariffErrors = { fields: {}, bands: {}, lines: [] }

export const tariffFields = (tariff: Tariff | null): TariffFields => ({
  name: tariff?.name ?? '',
  kind: tariff?.kind ?? 'flat',
  currency: tariff?.currency ?? 'EUR',
  price: tariff?.kind === 'flat' ? String(tariff.price) : '',
  bands: tariff?.kind === 'time-of-use' ? tariff.bands.map(({ from, price }) => ({ from, price: String(price) })) : [{ from: '00:00', price: '' }, { from: '06:00', price: '' }],
  days: tariff?.kind === 'day-ahead' ? tariff.days : [],
  pasted: '',
})

/** The tariff the fields stand for, or what must be corrected. Pasted lines that were not read yet are read now. */
export const readTariff = (id: string, fields: TariffFields, zone: string): { readonly tariff: Tariff } | { readonly errors: TariffErrors } => {
  const read = fields.kind === 'day-ahead' && fields.pasted.trim() !== '' ? readDays(fields.pasted, zone) : { days: [] }
  const candidate = { id, name: fields.name.trim(), currency: fields.currency.trim().toUpperCase(), kind: fields.kind, ...detail(fields, 'days' in read ? read.days : []) }
  const errors = {
    fields: fieldErrors(Tariff, candidate, words.errors),
    bands: fields.kind === 'time-of-use' ? bandErrors(fields.bands) : {},
    lines: 'faults' in read ? read.faults : [],
  }
  // A sentence beside a line says more than one below all of them.
  if (!isEmpty(errors.bands)) delete errors.fields.bands
  return isEmpty(errors.fields) && isEmpty(errors.bands) && errors.lines.length === 0 ? { tariff: Tariff.parse(candidate) } : { errors }
}

const detail = (fields: TariffFields, read: readonly PricedDay[]): object => {
  switch (fields.kind) {
    case 'flat': return { price: toNumber(fields.price) }
    case 'time-of-use': return { bands: fields.bands.map(({ from, price }) => ({ from: tidyTime(from), price: toNumber(price) })) }
    case 'day-ahead': return { days: mergeDays(fields.days, read) }
  }
}

const bandErrors = (bands: TariffFields['bands']): TariffErrors['bands'] => {
  const found: Record<number, { from?: string; price?: string }> = {}
  bands.forEach((band, index) => {
    const [from, former] = [tidyTime(band.from), tidyTime(bands[index - 1]?.from ?? '')]
    const time = !ClockTime.safeParse(from).success ? words.bandErrors.time : ClockTime.safeParse(former).success && from <= former ? words.bandErrors.order(former) : null
    const price = toNumber(band.price)
    const isPrice = !Number.isNaN(price) && Math.abs(price) <= 100
    if (time !== null || !isPrice) found[index] = { ...(time === null ? {} : { from: time }), ...(isPrice ? {} : { price: words.bandErrors.price }) }
  })
  return found
}
