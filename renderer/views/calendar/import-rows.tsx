/** The entries of a calendar file, by what would become of them. Everything here comes from the file, and is shown as text. */
import { useState, type ReactNode } from 'react'
import type { Difference, ImportRow, Unreadable } from '../../../shared/ical.ts'
import { wording } from '../../../shared/problems.ts'
import { reasonWords } from '../../../shared/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/more.tsx'
import { reminderInWords } from '../../ui/reminder-words.ts'
import { ruleInWords } from '../../ui/rule-words.ts'
import { Checkbox } from '../../ui/switch.tsx'
import { stampInWords } from '../../ui/dates.ts'
import { rowInWords, timesInWords, words } from './import-strings.ts'

/** Shown at once; a file may hold thousands. */
const STEP = 100

interface RowsProps {
  readonly status: 'new' | 'changed' | 'removed'
  readonly rows: readonly ImportRow[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (rows: readonly ImportRow[], isChosen: boolean) => void
  readonly zone: string
}

export const ChoosableRows = ({ status, rows, chosen, onChoose, zone }: RowsProps): ReactNode => {
  if (rows.length === 0) return null
  const isAll = rows.every(({ row }) => chosen.has(row))
  return (
    <section className="flex flex-col gap-2" aria-label={words.groups[status](rows.length)}>
      <header className="flex items-center justify-between gap-4 border-b pb-1.5">
        <h3 className="font-medium">{words.groups[status](rows.length)}</h3>
        {rows.length > 1 && <Checkbox label={words.chooseAll[status]} isSelected={isAll} onChange={(on) => { onChoose(rows, on) }} className="text-muted" />}
      </header>
      <Stepwise items={rows}>{(shown) => (
        <ul className="flex flex-col">
          {shown.map((row) => (
            <li key={row.row} className="flex flex-col gap-1 py-1.5">
              <Checkbox isSelected={chosen.has(row.row)} onChange={(on) => { onChoose([row], on) }} label={<RowText row={row} zone={zone} />} />
              {(row.differences.length > 0 || row.remarks.length > 0) && <div className="flex flex-col gap-1 pl-7.5 text-xs"><Differences row={row} zone={zone} /><Remarks row={row} /></div>}
            </li>
          ))}
        </ul>
      )}</Stepwise>
    </section>
  )
}

export const UnchangedRows = ({ rows, zone }: { readonly rows: readonly ImportRow[]; readonly zone: string }): ReactNode => rows.length === 0 ? null : (
  <More label={words.groups.unchanged(rows.length)}>
    <Stepwise items={rows}>{(shown) => <ul className="flex flex-col gap-2 pl-5">{shown.map((row) => <li key={row.row} className="text-sm"><RowText row={row} zone={zone} /></li>)}</ul>}</Stepwise>
  </More>
)

export const UnreadableRows = ({ entries }: { readonly entries: readonly Unreadable[] }): ReactNode => entries.length === 0 ? null : (
  <section className="flex flex-col gap-2 rounded-card border border-wine-edge bg-wine-tint px-4 py-3" aria-label={words.groups.unreadable(entries.length)}>
    <h3 className="font-medium text-wine">{words.groups.unreadable(entries.length)}</h3>
    <Stepwise items={entries}>{(shown) => (
      <ul className="flex flex-col gap-2">
        {shown.map((entry, at) => (
          <li key={at} className="flex flex-col text-sm">
            <span className="flex items-baseline justify-between gap-4"><span className="min-w-0 font-medium wrap-anywhere">{entry.title}</span><span className="shrink-0 text-xs text-muted">{words.line(entry.line)}</span></span>
            <span className="wrap-anywhere">{wording(entry.problem).says}</span>
          </li>
        ))}
      </ul>
    )}</Stepwise>
  </section>
)

const RowText = ({ row, zone }: { readonly row: ImportRow; readonly zone: string }): ReactNode => (
  <span className="flex min-w-0 flex-col">
    <span className="font-medium wrap-anywhere">{row.title}</span>
    <span className="text-xs text-muted wrap-anywhere">{rowInWords(row, zone)}</span>
  </span>
)

const Differences = ({ row, zone }: { readonly row: ImportRow; readonly zone: string }): ReactNode => row.differences.length === 0 ? null : (
  <ul className="flex flex-col gap-0.5">
    {row.differences.map((difference) => (
      <li key={difference.field} className="flex flex-wrap gap-x-2 wrap-anywhere">
        <span className="text-muted">{words.fields[difference.field]}</span>
        {difference.field !== 'kept' && <><span className="sr-only">{words.was}</span><del className="text-muted">{before(difference, row, zone)}</del><span aria-hidden>→</span><span className="sr-only">{words.becomes}</span><ins className="font-medium no-underline">{after(difference, row, zone)}</ins></>}
      </li>
    ))}
  </ul>
)
type Told = Exclude<Difference, { readonly field: 'kept' }>
const before = (difference: Told, row: ImportRow, zone: string): string => (difference.field === 'when' ? timesInWords(difference.before, zone) : shown(difference.field, difference.before, row, zone))
const after = (difference: Told, row: ImportRow, zone: string): string => (difference.field === 'when' ? timesInWords(difference.after, zone) : shown(difference.field, difference.after, row, zone))

/** What a file writes in its own way, as everybody says it: a rule, minutes before the beginning, a moment. */
function shown(field: Exclude<Told['field'], 'when'>, value: string, { times }: ImportRow, zone: string): string {
  if (value === '') return words.none
  switch (field) {
    case 'repeats': return reasonWords(value.split(' ').map((part) => (times === null ? null : ruleInWords(part, times.start, times.zone)) ?? part).join(' '))
    case 'reminders': return value.split(', ').map((minutes) => reminderInWords(Number(minutes), times?.allDay === true)).join(', ')
    case 'free': return words.free
    case 'done': return stampInWords(value, zone)
    default: return value
  }
}

const Remarks = ({ row }: { readonly row: ImportRow }): ReactNode => row.remarks.length === 0 ? null : <ul className="text-amber">{row.remarks.map((remark) => <li key={remark}>{words.remarks[remark]}</li>)}</ul>

/** The first of many, and a button for more. */
const Stepwise = <Item,>({ items, children }: { readonly items: readonly Item[]; readonly children: (shown: readonly Item[]) => ReactNode }): ReactNode => {
  const [shown, setShown] = useState(STEP)
  return (
    <>
      {children(items.slice(0, shown))}
      {items.length > shown && <Button small className="self-start" onPress={() => { setShown(shown + 2 * STEP) }}>{words.showMore(Math.min(2 * STEP, items.length - shown))}</Button>}
    </>
  )
}
