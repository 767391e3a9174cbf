/** The ledger: everything that ever left, and proof that it is all there. */
import { BookLock, Download, FileCheck, ScrollText, ShieldCheck } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Receipt, Seen } from '../../../shared/departure.ts'
import { useZone } from '../../state/home.ts'
import { useHousehold } from '../../state/household.ts'
import { useLedger } from '../../state/ledger.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { EmptyState, ErrorCard, Skeleton } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { ChainResult } from './chain-result.tsx'
import { entryNames } from './entries.ts'
import { FilterBar } from './filter-bar.tsx'
import { everything, matching, type Filter } from './filter.ts'
import { ReceiptDetail } from './receipt-detail.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { SeenTable } from './seen-table.tsx'
import { strings } from './strings.ts'
import { TotalsTable } from './totals-table.tsx'

export const LedgerView = (): ReactNode => {
  const { receipts, problem, isChecking, load, loadSeen, verify, saveHead, compareHead } = useLedger()
  const save = async (): Promise<void> => {
    const saved = await saveHead()
    if (!saved.ok) notifyProblem(saved.problem)
    else if (saved.value !== null) notifyDone(strings.heads.saved(saved.value))
  }
  const compare = async (): Promise<void> => {
    const refused = await compareHead()
    if (refused !== null) notifyProblem(refused)
  }
  const zone = useZone()
  useEffect(() => { void load() }, [load])
  return (
    <div className="flex h-full flex-col low:overflow-y-auto">
      <header className="flex items-start gap-4 px-8 pt-7 pb-5 narrow:flex-wrap low:py-4">
        <div className="flex min-w-0 grow flex-col gap-1">
          <h1 className="font-serif text-xl">{strings.title}</h1>
          <p className="text-muted">{strings.subtitle}</p>
        </div>
        <Button icon={<ShieldCheck size={16} aria-hidden />} isDisabled={isChecking || receipts === null} onPress={() => { void verify() }}>{strings.verify}</Button>
        <Menu label={strings.heads.menu} items={[{ id: 'save', label: strings.heads.save, icon: <Download size={15} aria-hidden />, onPress: () => { void save() } }, { id: 'compare', label: strings.heads.compare, icon: <FileCheck size={15} aria-hidden />, onPress: () => { void compare() } }]} />
      </header>
      <ChainResult />
      {problem !== null && <ErrorCard problem={problem} onRetry={() => { void load(); void loadSeen() }} className="mx-8 mb-4" />}
      {receipts === null && problem === null && <Skeleton className="px-8" lines={[40, 90, 90, 90]} />}
      {receipts?.length === 0 && <EmptyState icon={<BookLock size={24} />} title={strings.emptyTitle}>{strings.empty}</EmptyState>}
      {receipts !== null && receipts.length > 0 && <Receipts receipts={receipts} zone={zone} />}
    </div>
  )
}

/** What was looked for by hand; what another view pointed at comes before it, until a hand does either. */
const useSought = (): { readonly filter: Filter; readonly chosen: string | null; readonly seek: (filter: Filter) => void; readonly choose: (id: string) => void } => {
  const [sought, setSought] = useState<{ readonly filter: Filter; readonly chosen: string | null }>({ filter: everything, chosen: null })
  const { target, clearTarget } = useNavigation()
  const { filter, chosen } = target?.kind === 'receipt' ? { filter: everything, chosen: target.id } : target?.kind === 'entry' ? { filter: { ...everything, entry: target.entity }, chosen: null } : sought
  const keep = (next: typeof sought): void => {
    setSought(next)
    clearTarget()
  }
  return { filter, chosen, seek: (next) => { keep({ filter: next, chosen }) }, choose: (id) => { keep({ filter, chosen: id }) } }
}

const Receipts = ({ receipts, zone }: { readonly receipts: readonly Receipt[]; readonly zone: string }): ReactNode => {
  const { filter, chosen, seek, choose } = useSought()
  const household = useHousehold((state) => state.household)
  const names = useMemo(() => entryNames(household), [household])
  const found = useMemo(() => matching(receipts, filter, zone), [receipts, filter, zone])
  const shown = found.find((receipt) => receipt.id === chosen) ?? found[0]
  const [tab, setTab] = useState<'receipts' | 'seen'>('receipts')
  const narrowed = (
    <div className="flex min-h-0 grow narrow:flex-col low:min-h-auto low:shrink-0">
      <div className="flex w-84 shrink-0 flex-col border-r max-lg:w-72 narrow:max-h-80 narrow:w-full narrow:border-r-0 narrow:border-b low:max-h-80">
        <FilterBar receipts={receipts} found={found.length} filter={filter} names={names} onChange={seek} />
        <ReceiptList receipts={found} zone={zone} chosen={shown?.id ?? null} onChoose={choose} />
      </div>
      {shown === undefined
        ? <EmptyState className="grow" icon={<ScrollText size={24} />} title={strings.nothingFound} actions={<Button onPress={() => { seek(everything) }}>{strings.showAll}</Button>} />
        : <ReceiptDetail key={shown.id} receipt={shown} zone={zone} />}
    </div>
  )
  const show = ({ entity, provider }: Seen): void => { seek({ ...everything, entry: entity, provider }); setTab('receipts') }
  return (
    <>
      <TotalsTable receipts={receipts} zone={zone} />
      <Tabs
        label={strings.tabs.label} value={tab} onChange={setTab} className="min-h-0 grow low:min-h-auto low:shrink-0" listClassName="px-8" panelClassName="flex min-h-0 grow flex-col outline-none low:min-h-auto"
        items={[{ id: 'receipts', label: strings.tabs.receipts, content: narrowed }, { id: 'seen', label: strings.tabs.seen, content: <SeenTable zone={zone} names={names} onShow={show} /> }]}
      />
    </>
  )
}
