/** Two or more faces of the same thing. */
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { classes } from './classes.ts'

interface TabsProps<Id extends string> {
  readonly label: string
  readonly items: readonly { readonly id: Id; readonly label: ReactNode; readonly content: ReactNode }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  /** Controls at the end of the row of tabs; they belong to all of them. */
  readonly trailing?: ReactNode
  readonly className?: string
  readonly listClassName?: string
  readonly panelClassName?: string
}

export const Tabs = <Id extends string>({ label, items, value, onChange, trailing, className, listClassName, panelClassName }: TabsProps<Id>): ReactNode => (
  <AriaTabs selectedKey={value} onSelectionChange={(key) => { const chosen = items.find((item) => item.id === key); if (chosen !== undefined) onChange(chosen.id) }} className={classes('flex flex-col', className)}>
    <div className={classes('flex items-center justify-between gap-6 border-b narrow:flex-wrap narrow:gap-y-1', listClassName)}>
      <TabList aria-label={label} className="-mb-px flex gap-x-5 self-end narrow:flex-wrap">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="flex cursor-default items-center gap-2 border-b-2 border-transparent py-2.5 text-sm font-medium text-muted transition-colors duration-150 hover:text-ink data-selected:border-ember data-selected:text-ink">{item.label}</Tab>
        ))}
      </TabList>
      {trailing}
    </div>
    {items.map((item) => <TabPanel key={item.id} id={item.id} className={panelClassName ?? 'pt-4'}>{item.content}</TabPanel>)}
  </AriaTabs>
)
