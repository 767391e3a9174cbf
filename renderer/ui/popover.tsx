/** More about a button, beside it: a short list or a few lines that need no dialog. */
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { classes } from './classes.ts'

interface PopoverProps {
  /** A kit button. */
  readonly trigger: ReactNode
  readonly title: string
  readonly children: ReactNode
  readonly className?: string
  /** Where it opens from the button. */
  readonly placement?: 'bottom end' | 'right bottom'
  /** Only where something else than its button opens or closes it, too. */
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
}

export const Popover = ({ trigger, title, children, className, placement = 'bottom end', isOpen, onOpenChange }: PopoverProps): ReactNode => (
  <DialogTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
    {trigger}
    <AriaPopover className={classes('floats max-w-[calc(100vw-2rem)] overflow-hidden', className)} offset={6} placement={placement}>
      <Dialog className="flex max-h-[inherit] flex-col outline-none">
        <Heading slot="title" className="border-b px-4 py-3 font-serif text-base">{title}</Heading>
        <div className="min-h-0 overflow-y-auto">{children}</div>
      </Dialog>
    </AriaPopover>
  </DialogTrigger>
)
