/** What is seldom needed: folded away under a line that says what it is. */
import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { classes } from './classes.ts'

interface MoreProps { readonly label: string; readonly children: ReactNode; readonly small?: boolean; readonly isOpenAtFirst?: boolean }

export const More = ({ label, children, small = false, isOpenAtFirst = false }: MoreProps): ReactNode => {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen} className="flex flex-col">
      <Button slot="trigger" className={classes('-ml-1 flex cursor-default items-center gap-1.5 self-start rounded-chip px-1 text-muted hover:text-ink', small ? 'text-xs' : 'text-sm font-medium')}>
        <ChevronRight size={small ? 13 : 16} aria-hidden className={classes('transition-transform duration-150', isOpen && 'rotate-90')} />
        {label}
      </Button>
      <DisclosurePanel>{isOpen && <div className="pt-2">{children}</div>}</DisclosurePanel>
    </Disclosure>
  )
}
