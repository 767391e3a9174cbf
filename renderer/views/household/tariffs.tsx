/** The tariffs of the household: which one is in use, and what each costs when. */
import { Check, Coins } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Household, Tariff } from '../../../shared/household.ts'
import { Badge } from '../../ui/chip.tsx'
import { Select } from '../../ui/select.tsx'
import { coverage, money } from './days-table.tsx'
import { inUse, keepOrSay, withoutTariff } from './edits.ts'
import { PriceBars } from './price-bars.tsx'
import { Row, RowLine, Section } from './section.tsx'
import { strings } from './strings.ts'
import { TariffDialog } from './tariff-dialog.tsx'

const words = strings.tariffs
const NONE = 'none'

export const Tariffs = ({ household }: { readonly household: Household }): ReactNode => (
  <Section
    words={words} list="tariff" icon={<Coins size={24} />} items={household.tariffs} nameOf={(tariff) => tariff.name} removal={() => words.removal}
    onRemove={(tariff) => { void keepOrSay(withoutTariff(household, tariff.id), strings.removed(tariff.name)) }}
    head={(
      <Select
        label={words.inUse} className="w-72" options={[{ id: NONE, label: words.none }, ...household.tariffs.map(({ id, name }) => ({ id, label: name }))]} value={household.tariffId ?? NONE}
        onChange={(id) => { void keepOrSay(inUse(household, id === NONE ? null : id), strings.changed(words.inUse)) }}
      />
    )}
    row={(tariff, left) => (
      <Row name={tariff.name} facts={<>
        <Badge>{words.kinds[tariff.kind]}</Badge>
        {tariff.id === household.tariffId && <Badge tone="ember" icon={<Check size={12} aria-hidden />}>{words.inUseBadge}</Badge>}
      </>}>
        <RowLine parts={[lineOf(tariff)]} />
        <PriceBars tariff={tariff} />
        {left}
      </Row>
    )}
    form={(tariff, close) => <TariffDialog household={household} tariff={tariff} onClose={close} />}
  />
)

const lineOf = (tariff: Tariff): string => {
  switch (tariff.kind) {
    case 'flat': return words.flatLine(tariff.price, tariff.currency)
    case 'time-of-use': {
      const prices = tariff.bands.map((band) => band.price)
      return words.bandsLine(prices.length, money(Math.min(...prices)), money(Math.max(...prices)), tariff.currency)
    }
    case 'day-ahead': return coverage(tariff.days)
  }
}
