/** Choosing one of the eight quiet hues. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classes, personHue } from '../../ui/classes.ts'
import { labelClass } from '../../ui/field.tsx'
import { strings } from './strings.ts'

interface HueFieldProps { readonly label: string; readonly value: number; readonly onChange: (hue: number) => void }

/** A radio group; every colour has a name, and the chosen one a tick. */
export const HueField = ({ label, value, onChange }: HueFieldProps): ReactNode => (
  <div className="flex flex-col gap-1.5">
    <span aria-hidden className={labelClass}>{label}</span>
    <ToggleButtonGroup aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]} onSelectionChange={(keys) => { const [hue] = keys; if (typeof hue === 'number') onChange(hue) }} className="flex flex-wrap gap-2">
      {strings.hues.map((name, hue) => (
        <ToggleButton key={name} id={hue} aria-label={name} className={classes('flex size-8 cursor-default items-center justify-center rounded-full border transition-colors duration-150', personHue(hue), value === hue ? 'border-2 border-current' : 'border-current/30')}>
          {value === hue ? <Check size={16} aria-hidden /> : <span aria-hidden className="size-3 rounded-full bg-current" />}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  </div>
)
