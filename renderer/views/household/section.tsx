/** One part of the household as a list: what is there, the ways to change it, and what it is for while it is empty. */
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { LeftLine } from './left-line.tsx'
import { strings } from './strings.ts'

interface SectionProps<T> {
  readonly words: { readonly add: string; readonly emptyTitle: string; readonly empty: string }
  readonly icon: ReactNode
  /** How receipts call these entries: "person" for "person/emma". */
  readonly list: 'person' | 'place' | 'device' | 'tariff' | 'routine' | 'note' | 'rule'
  readonly items: readonly T[]
  readonly nameOf: (item: T) => string
  /** `left` is the line that says whether it ever left. */
  readonly row: (item: T, left: ReactNode) => ReactNode
  /** What goes along with the deletion, in a sentence. */
  readonly removal: (item: T) => string
  readonly onRemove: (item: T) => void
  /** The form; null = a new one. */
  readonly form: (item: T | null, close: () => void) => ReactNode
  /** Stands above the list. */
  readonly head?: ReactNode
}

export const Section = <T extends { readonly id: string }>({ words, icon, list, items, nameOf, row, removal, onRemove, form, head }: SectionProps<T>): ReactNode => {
  const [open, setOpen] = useState<{ readonly item: T | null } | null>(null)
  const [doomed, setDoomed] = useState<T | null>(null)
  const add = <Button icon={<Plus size={16} aria-hidden />} onPress={() => { setOpen({ item: null }) }}>{words.add}</Button>
  return (
    <>
      {items.length === 0
        ? <EmptyState icon={icon} title={words.emptyTitle} actions={add}>{words.empty}</EmptyState>
        : (
          <div className="flex flex-col gap-4">
            <div className="flex flex-wrap items-end justify-between gap-4">{head ?? <span />}{add}</div>
            <ul className="divide-y border-y">
              {items.map((item) => (
                <li key={item.id} className="flex items-start gap-3 py-3.5">
                  <div className="min-w-0 grow">{row(item, <LeftLine entity={`${list}/${item.id}`} name={nameOf(item)} />)}</div>
                  <IconButton small label={strings.edit(nameOf(item))} icon={<Pencil size={16} aria-hidden />} onPress={() => { setOpen({ item }) }} />
                  <IconButton small label={strings.remove(nameOf(item))} icon={<Trash2 size={16} aria-hidden />} onPress={() => { setDoomed(item) }} />
                </li>
              ))}
            </ul>
          </div>
        )}
      {open !== null && form(open.item, () => { setOpen(null) })}
      {doomed !== null && (
        <ConfirmDialog isOpen isDanger title={strings.removeTitle(nameOf(doomed))} confirm={strings.delete} onClose={() => { setDoomed(null) }} onConfirm={() => { setDoomed(null); onRemove(doomed) }}>
          <p>{removal(doomed)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

/** A row's words: the name, a line about it, and small facts after the name. */
export const Row = ({ mark, name, facts, children }: { readonly mark?: ReactNode; readonly name: string; readonly facts?: ReactNode; readonly children?: ReactNode }): ReactNode => (
  <div className="flex min-w-0 items-start gap-3">
    {mark}
    <div className="flex min-w-0 flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-2"><span className="font-medium wrap-anywhere">{name}</span>{facts}</p>
      {children}
    </div>
  </div>
)

/** A muted line of a row; facts that are absent leave no gap. */
export const RowLine = ({ parts }: { readonly parts: readonly (string | null | undefined)[] }): ReactNode => {
  const text = parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ')
  return text === '' ? null : <p className="text-muted wrap-anywhere">{text}</p>
}
