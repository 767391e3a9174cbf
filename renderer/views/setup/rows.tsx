/** Rows that repeat: Enter goes on to the next one, and behind the last a new one is made; an empty last one ends the list. */
import { X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { strings } from './strings.ts'

interface RowsProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly nameOf: (row: Row, index: number) => string
  readonly isBlank: (row: Row) => boolean
  readonly fields: (row: Row, index: number) => ReactNode
  /** A new row for the end, where Enter may make one. */
  readonly onAdd?: () => void
  readonly onRemove: (row: Row) => void
  /** The columns of a row without its button; a Tailwind class. */
  readonly columns: string
}

export const Rows = <Row extends { readonly id: string }>({ label, rows, nameOf, isBlank, fields, onAdd, onRemove, columns }: RowsProps<Row>): ReactNode => {
  const list = useRef<HTMLUListElement>(null)
  const move = useRowFocus(list, rows.length)
  const onKeyDown = (event: KeyboardEvent, row: Row, index: number): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return
    const isLast = index === rows.length - 1
    if (isLast && (isBlank(row) || onAdd === undefined)) return
    event.preventDefault()
    if (isLast) onAdd?.()
    move(index + 1)
  }
  return (
    <ul ref={list} aria-label={label} className="flex flex-col gap-2.5">
      {rows.map((row, index) => (
        <li key={row.id}>
          <div role="group" aria-label={nameOf(row, index)} data-row onKeyDown={(event) => { onKeyDown(event, row, index) }} className="flex items-start gap-2">
            <div className={`grid min-w-0 grow items-start gap-2 ${columns}`}>{fields(row, index)}</div>
            <IconButton label={strings.remove(nameOf(row, index))} icon={<X size={16} aria-hidden />} onPress={() => { onRemove(row); move(Math.max(0, index - 1)) }} className={index === 0 ? 'mt-6.5' : 'mt-0.5'} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Moves the focus to the first field of a row, once it is there. */
const useRowFocus = (list: RefObject<HTMLElement | null>, count: number): ((index: number) => void) => {
  const wanted = useRef<number | null>(null)
  const settle = (): void => {
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-row]')
    const field = wanted.current === null ? undefined : rows?.[wanted.current]?.querySelector('input')
    if (field === undefined || field === null) return
    wanted.current = null
    field.focus()
  }
  useEffect(settle, [count, list])
  return (index) => {
    wanted.current = index
    // Where the number of rows stays, nothing is drawn anew; where one is made or taken out, the effect comes after it.
    if (index < count) requestAnimationFrame(settle)
  }
}
