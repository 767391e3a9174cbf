/** Search, and what else narrows the list of receipts, beside it when it is needed; what is set is said. */
import { FilterX, ListFilter } from 'lucide-react'
import { useMemo, useRef, type ReactNode } from 'react'
import type { Receipt } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { dateInWords } from '../../ui/dates.ts'
import { TextField } from '../../ui/field.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { entryName } from './entries.ts'
import { everything, settingsOf, type Filter } from './filter.ts'
import { strings } from './strings.ts'

const words = strings.filter
const ANY = ''
const OUTCOMES = ['sent', 'interrupted', 'not-sent'] as const

interface FilterBarProps {
  readonly receipts: readonly Receipt[]
  readonly found: number
  readonly filter: Filter
  readonly names: ReadonlyMap<string, string>
  readonly onChange: (filter: Filter) => void
}

export const FilterBar = ({ receipts, found, filter, names, onChange }: FilterBarProps): ReactNode => {
  const providers = useMemo(() => [...new Set(receipts.map(({ provider }) => provider))].sort(), [receipts])
  const entries = useMemo(() => {
    const told = new Set(receipts.flatMap(({ told = [] }) => told.flatMap(({ entity }) => (entity === null ? [] : [entity]))))
    if (filter.entry !== null) told.add(filter.entry)
    return [...told].map((entity) => ({ id: entity, label: entryName(entity, names) })).sort((a, b) => a.label.localeCompare(b.label))
  }, [receipts, names, filter.entry])
  const isTurned = filter.from !== '' && filter.to !== '' && filter.from > filter.to
  const said = [filter.entry === null ? '' : entryName(filter.entry, names), engineName(filter.provider ?? ''), filter.outcome === null ? '' : strings.outcomes[filter.outcome], filter.from === '' ? '' : words.since(dateInWords(filter.from)), filter.to === '' ? '' : words.until(dateInWords(filter.to))].filter((part) => part !== '')
  const field = useRef<HTMLInputElement>(null)
  const set = settingsOf(filter), unrecorded = filter.entry === null ? 0 : receipts.filter(({ told, practice, outcome }) => told === undefined && !practice && outcome !== 'not-sent').length
  return (
    <div className="flex flex-col gap-2 px-5 pt-4 pb-3">
      <div className="flex gap-2">
        <TextField inputRef={field} className="grow" label={strings.search} isLabelHidden value={filter.words} onChange={(typed) => { onChange({ ...filter, words: typed }) }} placeholder={strings.searchHint} />
        <Popover title={words.title(0)} className="w-84" placement="right bottom" trigger={<IconButton label={words.title(set)} icon={<ListFilter size={16} aria-hidden className={set > 0 ? 'text-ember' : ''} />} />}>
          <div className="grid grid-cols-2 gap-3 p-4">
            <Select className="col-span-2" label={words.entry} options={[{ id: ANY, label: words.anything }, ...entries]} value={filter.entry ?? ANY} onChange={(entry) => { onChange({ ...filter, entry: entry === ANY ? null : entry }) }} />
            <Select className="col-span-2" label={words.provider} options={[{ id: ANY, label: words.anyone }, ...providers.map((provider) => ({ id: provider, label: engineName(provider) }))]} value={filter.provider ?? ANY} onChange={(provider) => { onChange({ ...filter, provider: provider === ANY ? null : provider }) }} />
            <Select<Receipt['outcome'] | ''> className="col-span-2" label={words.outcome} options={[{ id: ANY, label: words.any }, ...OUTCOMES.map((id) => ({ id, label: strings.outcomes[id] }))]} value={filter.outcome ?? ANY} onChange={(outcome) => { onChange({ ...filter, outcome: outcome === ANY ? null : outcome }) }} />
            <TextField type="date" label={words.from} value={filter.from} onChange={(from) => { onChange({ ...filter, from }) }} />
            <TextField type="date" label={words.to} value={filter.to} onChange={(to) => { onChange({ ...filter, to }) }} error={isTurned ? words.turned : undefined} />
          </div>
        </Popover>
      </div>
      {set > 0 && <p className="text-xs wrap-anywhere">{said.join(' · ')}</p>}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-xs text-muted">{strings.found(found, receipts.length)}</p>
        {set > 0 && <Button small icon={<FilterX size={14} aria-hidden />} onPress={() => { onChange(everything); field.current?.focus() }}>{words.clear}</Button>}
      </div>
      {unrecorded > 0 && <p className="text-xs text-muted">{words.unrecorded(unrecorded)}</p>}
    </div>
  )
}
