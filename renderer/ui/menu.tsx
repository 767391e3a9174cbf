/** A short list of things to do, behind one button; some open a shorter list of their own. */
import { ChevronRight, Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, SubmenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { strings } from './strings.ts'

export interface MenuAction { readonly id: string; readonly label: string; readonly icon?: ReactNode; readonly isDanger?: boolean; readonly onPress: () => void }
export interface MenuGroup { readonly id: string; readonly label: string; readonly icon?: ReactNode; readonly items: readonly MenuAction[] }

interface MenuProps {
  /** The accessible name of the button, e.g. "More about Dishwasher". */
  readonly label?: string
  readonly icon?: ReactNode
  readonly items: readonly (MenuAction | MenuGroup)[]
  readonly className?: string
  /** Which edge of the button it keeps to. */
  readonly placement?: 'bottom end' | 'bottom start'
}

const itemClass = 'flex cursor-default items-center gap-2.5 rounded-chip px-2.5 py-1.5 text-sm outline-none data-focused:bg-hover'

export const Menu = ({ label = strings.more, icon = <Ellipsis size={16} />, items, className, placement = 'bottom end' }: MenuProps): ReactNode => (
  <MenuTrigger>
    <IconButton small label={label} icon={icon} {...(className === undefined ? {} : { className })} />
    <Popover className="floats min-w-44 p-1" offset={4} placement={placement}>
      <AriaMenu aria-label={label} items={items} className="outline-none">
        {(item) => ('items' in item ? <Group group={item} /> : <Action action={item} />)}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)

const Action = ({ action }: { readonly action: MenuAction }): ReactNode => (
  <MenuItem id={action.id} textValue={action.label} onAction={action.onPress} className={classes(itemClass, action.isDanger === true && 'text-wine')}>
    {action.icon}
    {action.label}
  </MenuItem>
)

const Group = ({ group }: { readonly group: MenuGroup }): ReactNode => (
  <SubmenuTrigger>
    <MenuItem id={group.id} textValue={group.label} className={classes(itemClass, 'data-open:bg-hover')}>
      {group.icon}
      <span className="grow">{group.label}</span>
      <ChevronRight size={14} aria-hidden className="text-muted" />
    </MenuItem>
    <Popover className="floats min-w-36 p-1" offset={-2}>
      <AriaMenu aria-label={group.label} items={group.items} className="outline-none">
        {(item) => <Action action={item} />}
      </AriaMenu>
    </Popover>
  </SubmenuTrigger>
)
