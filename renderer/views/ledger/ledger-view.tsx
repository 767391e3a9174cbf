/** The ledger: everything that ever left, and proof that it is all there. */
import { BookLock, Download, FileCheck, ScrollText, ShieldCheck } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Receipt } from '../../../shared/departure.ts'
import { useZone } from '../../state/home.ts'
import { useLedger } from '../../state/ledger.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Menu } from '../../ui/menu.tsx'
import { EmptyState, ErrorCard, Skeleton } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { ChainResult } from './chain-result.tsx'
import { ReceiptDetail } from './receipt-detail.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { matching } from './search.ts'
import { strings } from './strings.ts'
import { TotalsTable } from './totals-table.tsx'

export const LedgerView = (): ReactNode => {
  const { receipts, problem, isChecking, load, verify, saveHead, compareHead } = useLedger()
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
      {receipts !== null && receipts.length > 0 && <TotalsTable receipts={receipts} zone={zone} />}
      {problem !== null && <ErrorCard problem={problem} onRetry={() => { void load() }} className="mx-8 mb-4" />}
      {receipts === null && problem === null && <Skeleton className="px-8" lines={[40, 90, 90, 90]} />}
      {receipts?.length === 0 && <EmptyState icon={<BookLock size={24} />} title={strings.emptyTitle}>{strings.empty}</EmptyState>}
      {receipts !== null && receipts.length > 0 && <Receipts receipts={receipts} zone={zone} />}
    </div>
  )
}

const Receipts = ({ receipts, zone }: { readonly receipts: readonly Receipt[]; readonly zone: string }): ReactNode => {
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const { target, clearTarget } = useNavigation()
  // What another view pointed at comes before what was picked or typed here, until a hand does either.
  const pointed = target?.kind === 'receipt' ? target.id : null
  const [query, chosen] = pointed === null ? [typed, picked] : ['', pointed]
  const search = (text: string): void => {
    setTyped(text)
    setPicked(chosen)
    clearTarget()
  }
  const choose = (id: string): void => {
    setTyped(query)
    setPicked(id)
    clearTarget()
  }
  const found = useMemo(() => matching(receipts, query, zone), [receipts, query, zone])
  const shown = found.find((receipt) => receipt.id === chosen) ?? found[0]
  return (
    <div className="flex min-h-0 grow border-t narrow:flex-col low:min-h-auto low:shrink-0">
      <div className="flex w-84 shrink-0 flex-col border-r max-lg:w-72 narrow:max-h-80 narrow:w-full narrow:border-r-0 narrow:border-b low:max-h-80">
        <div className="flex flex-col gap-2 px-5 pt-4 pb-3">
          <TextField label={strings.search} isLabelHidden value={query} onChange={search} placeholder={strings.searchHint} />
          <p role="status" className="text-xs text-muted">{strings.found(found.length, receipts.length)}</p>
        </div>
        <ReceiptList receipts={found} zone={zone} chosen={shown?.id ?? null} onChoose={choose} />
      </div>
      {shown === undefined
        ? <EmptyState className="grow" icon={<ScrollText size={24} />} title={strings.nothingFound} actions={<Button onPress={() => { search('') }}>{strings.showAll}</Button>} />
        : <ReceiptDetail key={shown.id} receipt={shown} zone={zone} />}
    </div>
  )
}
