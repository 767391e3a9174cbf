/** What the request tells about the household and what it keeps, fact by fact; and the rest of the request. */
import { ArrowUpRight, ChevronRight, House } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { NOT_NEEDED, type Fact } from '../../../shared/departure.ts'
import { More } from '../../ui/more.tsx'
import type { BodyParts } from './read-body.ts'
import { strings } from './strings.ts'

/** What is told about the household, and why it has to be. */
export const LeavingFacts = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode => {
  const leaving = facts.flatMap(({ label, leaves, why }) => (leaves === null ? [] : [{ label, leaves, why }]))
  if (leaving.length === 0) return null
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="pb-2 text-left font-serif text-base font-medium">{strings.facts}</caption>
      <thead className="sr-only"><tr><th scope="col">{strings.factColumns.label}</th><th scope="col">{strings.factColumns.leaves}</th><th scope="col">{strings.factColumns.why}</th></tr></thead>
      <tbody>
        {leaving.map((fact, index) => (
          <tr key={index} className="border-t align-top">
            <th scope="row" className="w-[22%] py-2 pr-4 text-left font-medium">{fact.label}</th>
            <td className="w-[42%] py-2 pr-4 text-amber"><span className="flex gap-1.5"><ArrowUpRight size={14} aria-hidden className="mt-0.5 shrink-0" />{fact.leaves}</span></td>
            <td className="py-2 text-muted">{fact.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was considered and kept, and why it could be; what had no part in the answer is counted and can be looked up. */
export const KeptFacts = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode => {
  const all = facts.filter((fact) => fact.leaves === null)
  const kept = all.filter(({ why }) => why !== NOT_NEEDED), unneeded = all.filter(({ why }) => why === NOT_NEEDED)
  if (all.length === 0) return null
  return (
    <section aria-label={strings.kept} className="border-t border-moss-edge pt-4">
      <h4 className="pb-2 font-medium">{strings.kept}</h4>
      <ul className="flex flex-col gap-2">
        {kept.map((fact, index) => (
          <li key={index} className="flex gap-2">
            <House size={14} aria-hidden className="mt-0.5 shrink-0 text-moss" />
            <span>{fact.label}<span className="block text-xs text-muted">{fact.why}</span></span>
          </li>
        ))}
      </ul>
      {unneeded.length > 0 && (
        <div className={kept.length > 0 ? 'pt-3' : ''}>
          <More label={strings.notNeeded(unneeded.length)}>
            <p className="text-xs text-muted">{NOT_NEEDED}</p>
            <ul className="list-disc pt-1 pl-5 text-xs marker:text-moss">{unneeded.map(({ label }, index) => <li key={index}>{label}</li>)}</ul>
          </More>
        </div>
      )}
    </section>
  )
}

/** Everything in the body that is neither words nor puzzle nor shape. */
export const Rest = ({ parts }: { readonly parts: BodyParts }): ReactNode => (
  <Disclosure className="group">
    <Button slot="trigger" className="flex cursor-default items-center gap-1.5 rounded-chip text-sm font-medium text-muted hover:text-ink">
      <ChevronRight size={15} aria-hidden className="transition-transform duration-150 group-data-expanded:rotate-90" />{strings.rest}
    </Button>
    <DisclosurePanel>
      <div className="flex flex-col gap-3 pt-3 pl-5">
        <p className="text-xs text-muted">{strings.restHint}</p>
        {parts.instructions.map((text, index) => <p key={index} className="max-w-[72ch] border-l-2 pl-3 font-serif"><span className="sr-only">{strings.instructions}: </span>{text}</p>)}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 font-mono text-xs">
          {parts.rest.map(({ path, text }, index) => <div key={index} className="contents"><dt className="text-muted">{path}</dt><dd className="[overflow-wrap:anywhere]">{text}</dd></div>)}
        </dl>
      </div>
    </DisclosurePanel>
  </Disclosure>
)
