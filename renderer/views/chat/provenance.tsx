/** Where an answer came from: what left, who worked, and on request the whole story. */
import { ArrowUpRight, ChevronDown, House, ReceiptText } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import type { Answer } from '../../../shared/conversation.ts'
import { engineName } from '../../../shared/engines.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Badge } from '../../ui/chip.tsx'
import { strings } from './strings.ts'

export const Provenance = ({ provenance }: { readonly provenance: Answer['provenance'] }): ReactNode => {
  const { bytesLeft, receiptIds, engines, milliseconds, tokens, cost } = provenance
  const go = useNavigation((state) => state.go)
  return (
    <Disclosure className="group">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-muted">
        {bytesLeft === 0
          ? <Badge tone="stays" icon={<House size={13} aria-hidden />}>{strings.bytesLeft(0)}</Badge>
          : <Badge tone="leaves" icon={<ArrowUpRight size={13} aria-hidden />}>{strings.bytesLeft(bytesLeft)}</Badge>}
        {receiptIds.map((id, index) => (
          <Button key={id} onPress={() => { go('ledger', { kind: 'receipt', id }) }} className="inline-flex cursor-default items-center gap-1 rounded-chip font-medium text-ember underline-offset-3 hover:underline">
            <ReceiptText size={13} aria-hidden />{receiptIds.length === 1 ? strings.receipt : strings.receiptNumber(index + 1)}
          </Button>
        ))}
        <span>{strings.patterns[provenance.pattern]}</span>
        {tokens !== null && <span>{strings.used(tokens, cost)}</span>}
        <Button slot="trigger" className="ml-auto inline-flex cursor-default items-center gap-1 rounded-chip font-medium hover:text-ink">
          {strings.details}<ChevronDown size={14} aria-hidden className="transition-transform duration-150 group-data-expanded:rotate-180" />
        </Button>
      </div>
      <DisclosurePanel className="text-xs">
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-l-2 pl-4">
          <Row term={strings.facts.pattern}>{strings.patterns[provenance.pattern]}</Row>
          <Row term={strings.facts.why}>{provenance.why}</Row>
          <Row term={strings.facts.direction}>{provenance.direction}</Row>
          <Row term={strings.facts.trigger}>{provenance.trigger}</Row>
          <Row term={strings.facts.purpose}>{provenance.purpose}</Row>
          <Row term={strings.facts.engines}>{engines.map(engineName).join(', ')}</Row>
          <Row term={strings.facts.time}>{strings.seconds(milliseconds)}</Row>
        </dl>
      </DisclosurePanel>
    </Disclosure>
  )
}

const Row = ({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode => children === '' ? null : <><dt className="text-muted">{term}</dt><dd className="max-w-[72ch]">{children}</dd></>
