/** Choosing one of a few, from a list that opens. */
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes.ts'
import { boxClass, hintClass, labelClass } from './field.tsx'
import { strings } from './strings.ts'

interface Option<Id extends string> { readonly id: Id; readonly label: string; readonly hint?: string; readonly icon?: ReactNode }

interface SelectProps<Id extends string> {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly options: readonly Option<Id>[]
  /** null = nothing chosen yet. */
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly description?: ReactNode
  readonly error?: string | undefined
  readonly isDisabled?: boolean
  readonly className?: string
}

export const Select = <Id extends string>({ label, isLabelHidden = false, options, value, onChange, description, error, isDisabled = false, className }: SelectProps<Id>): ReactNode => (
  <AriaSelect
    value={value} onChange={(key) => { const chosen = options.find((option) => option.id === key); if (chosen !== undefined) onChange(chosen.id) }}
    isDisabled={isDisabled} isInvalid={(error ?? '') !== ''} validationBehavior="aria" placeholder={strings.choose} className={classes('flex min-w-0 flex-col gap-1.5', className)}
  >
    <Label className={isLabelHidden ? 'sr-only' : labelClass}>{label}</Label>
    <Button className={classes(boxClass, 'flex h-10 cursor-default items-center justify-between gap-2 text-left')}>
      <SelectValue className="truncate data-placeholder:text-muted">{({ selectedText, defaultChildren, isPlaceholder }) => isPlaceholder ? defaultChildren : selectedText}</SelectValue>
      <ChevronDown size={16} aria-hidden className="shrink-0 text-muted" />
    </Button>
    {description !== undefined && (error ?? '') === '' && <Text slot="description" className={hintClass}>{description}</Text>}
    <FieldError className="text-xs text-wine">{error}</FieldError>
    <Popover className="floats max-h-80 min-w-(--trigger-width) overflow-auto p-1" offset={4}>
      <ListBox items={options} className="outline-none">
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className="group flex cursor-default items-center gap-2 rounded-chip px-2 py-1.5 text-sm outline-none data-focused:bg-hover">
            {option.icon}
            <span className="flex grow flex-col"><span>{option.label}</span>{option.hint !== undefined && <span className={hintClass}>{option.hint}</span>}</span>
            <Check size={16} aria-hidden className="invisible shrink-0 text-ember group-data-selected:visible" />
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
)
