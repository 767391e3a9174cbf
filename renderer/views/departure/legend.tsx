/** What stays and by whom, and what leaves as written by the person's own word: the marks of the texts above, counted and named. */
import { ArrowUpRight, House, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Button as PlainButton } from 'react-aria-components/Button'
import { Popover } from 'react-aria-components/Popover'
import { quoted } from '../../../shared/language.ts'
import { useHousehold } from '../../state/household.ts'
import { Button } from '../../ui/button.tsx'
import { stampInWords } from '../../ui/dates.ts'
import type { Dealings } from './dealings.ts'
import { spotOf } from './focus-return.ts'
import { layerIcons } from './layers.tsx'
import { strings } from './strings.ts'
import type { Exception, Tally } from './tally.ts'

export const Legend = ({ tallies }: { readonly tallies: readonly Tally[] }): ReactNode => {
  const all = tallies.reduce((sum, { things }) => sum + things, 0)
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
      <span className="font-medium">{strings.stay(all)}</span>
      {tallies.map(({ layer, things }) => {
        const Icon = layerIcons[layer]
        return <span key={layer} className="flex items-center gap-1.5 text-moss"><Icon size={14} aria-hidden />{strings.stayBy[layer](things)}</span>
      })}
    </p>
  )
}

export const Exceptions = ({ exceptions, dealings }: { readonly exceptions: readonly Exception[]; readonly dealings: Dealings }): ReactNode => exceptions.length === 0 ? null : (
  <section aria-label={strings.exceptions} className="flex flex-wrap items-center gap-2 text-xs">
    <h3 className="font-medium">{strings.exceptions}</h3>
    <ul className="contents">
      {exceptions.map((exception, index) => <li key={exception.phrase.toLowerCase()}><ExceptionChip exception={exception} at={index} dealings={dealings} /></li>)}
    </ul>
  </section>
)

const ExceptionChip = ({ exception: { phrase, rule }, at, dealings }: { readonly exception: Exception; readonly at: number; readonly dealings: Dealings }): ReactNode => {
  const zone = useHousehold((state) => state.household?.zone) ?? 'UTC'
  const spot = { group: 'exceptions', at } as const
  return (
    <DialogTrigger>
      <PlainButton {...spotOf(spot)} className="inline-flex cursor-default items-center gap-1.5 rounded-chip border border-amber-edge bg-amber-tint px-2 py-1 font-medium text-amber transition-colors duration-150 hover:border-amber">
        <ArrowUpRight size={13} aria-hidden /><span className="[overflow-wrap:anywhere]">{quoted(phrase)}</span><span className="font-normal">{rule === null ? strings.byYou : strings.byRule}</span>
      </PlainButton>
      <Popover className="floats w-80 p-4" offset={6} placement="bottom start">
        <Dialog aria-label={strings.about(phrase)} className="outline-none">
          {({ close }) => (
            <div className="flex flex-col items-start gap-3">
              <p className="[overflow-wrap:anywhere]">{rule === null ? strings.releasedNow(phrase) : strings.ruleSince(rule.phrase, rule.kind, stampInWords(rule.since, zone))}</p>
              {rule === null
                ? <Button small icon={<House size={14} aria-hidden />} onPress={() => { close(); dealings.amend({ kind: 'unredact', phrase }, spot) }}>{strings.releaseNo}</Button>
                : <Button small icon={<Trash2 size={14} aria-hidden />} onPress={() => { close(); dealings.removeRule(rule, spot) }}>{strings.removeRule}</Button>}
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
