/** One of a few, all in sight. */
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classes } from './classes.ts'

interface SegmentedControlProps<Id extends string> {
  readonly label: string
  readonly items: readonly { readonly id: Id; readonly label: string; readonly icon?: ReactNode }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  readonly small?: boolean
  readonly isDisabled?: boolean
  readonly className?: string
}

/** A radio group that looks like one control; arrow keys move, the choice acts at once. */
export const SegmentedControl = <Id extends string>({ label, items, value, onChange, small = false, isDisabled = false, className }: SegmentedControlProps<Id>): ReactNode => (
  <ToggleButtonGroup
    aria-label={label} selectionMode="single" disallowEmptySelection isDisabled={isDisabled} selectedKeys={[value]}
    onSelectionChange={(keys) => { const chosen = items.find((item) => keys.has(item.id)); if (chosen !== undefined) onChange(chosen.id) }}
    className={classes('inline-flex max-w-full flex-wrap gap-0.5 rounded-card border bg-sunken p-0.5', className)}
  >
    {items.map((item) => (
      <ToggleButton key={item.id} id={item.id} className={classes('inline-flex cursor-default items-center gap-1.5 rounded-[8px] border border-transparent font-medium whitespace-nowrap text-muted transition-colors duration-150 select-none hover:text-ink data-selected:border-hairline data-selected:bg-raised data-selected:text-ink', small ? 'h-7 px-2.5 text-xs' : 'h-8 px-3 text-sm')}>
        {item.icon}
        {item.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
