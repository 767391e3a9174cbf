/** Any number of a few, each a chip that is on or off: people, weekdays, filters. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classes, personHue } from './classes.ts'
import { hintClass, labelClass } from './field.tsx'

interface ToggleChipsProps<Id extends string> {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly items: readonly { readonly id: Id; readonly label: string; /** A person's hue, 0–7. */ readonly hue?: number; /** Classes of the chosen state when it is not a person. */ readonly chosen?: string; readonly icon?: ReactNode; /** Read instead of a short label. */ readonly name?: string }[]
  readonly value: readonly Id[]
  readonly onChange: (value: Id[]) => void
  readonly description?: ReactNode
  readonly error?: string | undefined
  readonly className?: string
}

/** Arrow keys move between the chips, Space chooses. The chosen ones carry a tick, so that colour does not speak alone. */
export const ToggleChips = <Id extends string>({ label, isLabelHidden = false, items, value, onChange, description, error, className }: ToggleChipsProps<Id>): ReactNode => (
  <div className={classes('flex flex-col gap-1.5', className)}>
    <Label elementType="span" className={isLabelHidden ? 'sr-only' : labelClass}>{label}</Label>
    <ToggleButtonGroup
      aria-label={label} selectionMode="multiple" selectedKeys={value} className="flex flex-wrap gap-1.5"
      onSelectionChange={(keys) => { onChange(items.filter((item) => keys.has(item.id)).map((item) => item.id)) }}
    >
      {items.map((item) => {
        const isChosen = value.includes(item.id)
        return (
          <ToggleButton
            key={item.id} id={item.id} {...(item.name === undefined ? {} : { 'aria-label': item.name })}
            className={classes(
              'inline-flex h-8 cursor-default items-center gap-1.5 rounded-chip border px-2.5 text-xs font-medium whitespace-nowrap select-none transition-colors duration-150',
              isChosen ? classes('border-current', item.hue === undefined ? item.chosen ?? 'bg-ember-tint text-ember' : personHue(item.hue)) : 'border-hairline bg-raised text-muted hover:border-edge hover:text-ink',
            )}
          >
            {isChosen ? <Check size={14} aria-hidden /> : item.icon ?? (item.hue === undefined ? null : <span aria-hidden className={classes('size-2 rounded-full bg-current', personHue(item.hue), 'bg-current!')} />)}
            {item.label}
          </ToggleButton>
        )
      })}
    </ToggleButtonGroup>
    {description !== undefined && (error ?? '') === '' && <p className={hintClass}>{description}</p>}
    {(error ?? '') !== '' && <p role="alert" className="text-xs text-wine">{error}</p>}
  </div>
)
