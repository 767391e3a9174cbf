/** The receipts, newest first; arrow keys go through them. Only those in sight are drawn; each has its four lines whatever the width, so that a window made narrower moves none over another. */
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import type { Receipt } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { stampInWords } from '../../ui/dates.ts'
import { Outcome, Practice } from './outcome.tsx'
import { strings } from './strings.ts'

interface ReceiptListProps { readonly receipts: readonly Receipt[]; readonly zone: string; readonly chosen: string | null; readonly onChoose: (id: string) => void }

export const ReceiptList = ({ receipts, zone, chosen, onChoose }: ReceiptListProps): ReactNode => (
  <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 116 }}>
    <ListBox
      aria-label={strings.list} selectionMode="single" selectionBehavior="replace" disallowEmptySelection selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => { const [id] = keys === 'all' ? [] : keys; if (typeof id === 'string') onChoose(id) }}
      items={receipts} className="block min-h-0 grow overflow-y-auto border-t outline-none"
    >
      {(receipt) => (
        <ListBoxItem id={receipt.id} textValue={`${engineName(receipt.provider)}, ${stampInWords(receipt.at, zone)}`} className="flex cursor-default flex-col gap-1.5 border-b border-l-3 border-l-transparent px-5 py-3 -outline-offset-2 data-hovered:bg-hover data-selected:border-l-ember data-selected:bg-raised">
          <span className="flex items-center gap-2"><span className="truncate font-medium">{engineName(receipt.provider)}</span><Practice receipt={receipt} /></span>
          <span className="flex justify-between gap-2 text-xs text-muted"><span className="truncate">{stampInWords(receipt.at, zone)}</span><span className="shrink-0">{strings.bytes(receipt.request.bytes)}</span></span>
          <span className="flex text-xs"><Outcome outcome={receipt.outcome} status={receipt.status} /></span>
          <span className="truncate text-xs text-muted">{strings.patterns[receipt.pattern] ?? receipt.pattern}</span>
        </ListBoxItem>
      )}
    </ListBox>
  </Virtualizer>
)
