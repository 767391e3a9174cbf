/** Things that are on or off: a switch acts at once, a checkbox is part of a form. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { SwitchButton, SwitchField } from 'react-aria-components/Switch'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes.ts'
import { hintClass } from './field.tsx'

interface ToggleProps {
  readonly label: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly description?: ReactNode
  readonly isDisabled?: boolean
  readonly className?: string
}

const row = 'group flex cursor-default items-center text-sm data-disabled:opacity-50 data-focus-visible:outline-none'
const ring = 'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-ember'

export const Switch = ({ label, isSelected, onChange, description, isDisabled = false, className }: ToggleProps): ReactNode => (
  <SwitchField isSelected={isSelected} onChange={onChange} isDisabled={isDisabled} className={classes('flex flex-col gap-1', className)}>
    <SwitchButton className={classes(row, 'gap-3')}>
      <span aria-hidden className={classes('flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors duration-150 group-data-selected:border-ember group-data-selected:bg-ember', ring)}>
        <span className="size-3.5 rounded-full bg-edge transition-transform duration-150 group-data-selected:translate-x-4 group-data-selected:bg-on-ember" />
      </span>
      <span>{label}</span>
    </SwitchButton>
    {description !== undefined && <Text slot="description" className={classes(hintClass, 'pl-12')}>{description}</Text>}
  </SwitchField>
)

export const Checkbox = ({ label, isSelected, onChange, description, isDisabled = false, className }: ToggleProps): ReactNode => (
  <CheckboxField isSelected={isSelected} onChange={onChange} isDisabled={isDisabled} className={classes('flex flex-col gap-1', className)}>
    <CheckboxButton className={classes(row, 'gap-2.5')}>
      <span aria-hidden className={classes('flex size-5 shrink-0 items-center justify-center rounded-chip border border-edge bg-raised transition-colors duration-150 group-data-selected:border-ember group-data-selected:bg-ember', ring)}>
        <Check size={14} className="invisible text-on-ember group-data-selected:visible" />
      </span>
      <span>{label}</span>
    </CheckboxButton>
    {description !== undefined && <Text slot="description" className={classes(hintClass, 'pl-7.5')}>{description}</Text>}
  </CheckboxField>
)
