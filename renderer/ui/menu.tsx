/** A short list of things to do, behind one button. */
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { strings } from './strings.ts'

interface MenuProps {
  /** The accessible name of the button, e.g. "More about Dishwasher". */
  readonly label?: string
  readonly icon?: ReactNode
  readonly items: readonly { readonly id: string; readonly label: string; readonly icon?: ReactNode; readonly isDanger?: boolean; readonly onPress: () => void }[]
  readonly className?: string
  /** Which edge of the button it keeps to. */
  readonly placement?: 'bottom end' | 'bottom start'
}

export const Menu = ({ label = strings.more, icon = <Ellipsis size={16} />, items, className, placement = 'bottom end' }: MenuProps): ReactNode => (
  <MenuTrigger>
    <IconButton small label={label} icon={icon} {...(className === undefined ? {} : { className })} />
    <Popover className="floats min-w-44 p-1" offset={4} placement={placement}>
      <AriaMenu aria-label={label} items={items} className="outline-none">
        {(item) => (
          <MenuItem id={item.id} onAction={item.onPress} className={classes('flex cursor-default items-center gap-2.5 rounded-chip px-2.5 py-1.5 text-sm outline-none data-focused:bg-hover', item.isDanger === true && 'text-wine')}>
            {item.icon}
            {item.label}
          </MenuItem>
        )}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)
