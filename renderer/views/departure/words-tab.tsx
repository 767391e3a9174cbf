/** The desk at the gate: left what was written and stays, right what would leave, word by word. */
import { ArrowUpRight, DoorClosed, DoorOpen, House } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { Departure } from '../../../shared/departure.ts'
import { useDeparture } from '../../state/departure.ts'
import { Badge } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import type { Dealings } from './dealings.ts'
import { KeptFacts, LeavingFacts, Rest } from './facts.tsx'
import { Guesses } from './guesses.tsx'
import { Exceptions, Legend } from './legend.tsx'
import { Passage, passageClass } from './passage.tsx'
import { outgoingPieces, writtenPieces } from './passages.ts'
import { Puzzle } from './puzzle.tsx'
import { Shape } from './shape.tsx'
import { isDraft, type BodyParts } from './read-body.ts'
import { strings } from './strings.ts'
import { exceptions, tally } from './tally.ts'

interface WordsTabProps {
  readonly departure: Departure
  readonly parts: BodyParts
  readonly dealings: Dealings
}

export const WordsTab = ({ departure, parts, dealings }: WordsTabProps): ReactNode => {
  const [active, setActive] = useState<string | null>(null)
  const { wrote, replacements, hits, request, facts, guesses } = departure
  const written = useMemo(() => writtenPieces(wrote, replacements), [wrote, replacements])
  const outgoing = useMemo(() => outgoingPieces(parts.words ?? '', wrote, replacements), [parts.words, wrote, replacements])
  const caught = hits.flatMap(({ where, start, end }) => (where === 'body' && end > start ? [request.body.slice(start, end)] : []))
  const shared = { wrote, replacements, active, onActivate: setActive, dealings, describedBy: 'departure-hint' } as const
  const released = useDeparture((state) => state.released)
  const leaving = useMemo(() => exceptions(wrote, replacements, dealings.rules ?? [], released), [wrote, replacements, dealings.rules, released])
  const isBlocked = hits.length > 0
  const title = isDraft(parts) ? strings.draft : strings.wrote
  return (
    <div className="flex flex-col gap-7 px-7 pt-4 pb-6">
      <div className="grid grid-cols-[1fr_2.75rem_1fr]">
        <section aria-label={title} className="flex flex-col gap-5 rounded-l-card border border-r-0 border-moss-edge bg-raised p-5 -outline-offset-2 outline-ember group-data-[walk=marks]/desk:outline-2">
          <div>
            <Title title={title} badge={<Badge tone="stays" icon={<House size={13} aria-hidden />}>{strings.stays}</Badge>} />
            {parts.words === null
              ? <p className={classes(passageClass, 'text-moss')}>{wrote}</p>
              : <Passage {...shared} label={title} side="written" pieces={written} caught={[]} />}
          </div>
          <KeptFacts facts={facts} />
        </section>
        <Gate isBlocked={isBlocked} />
        <section aria-label={strings.outgoing} className="flex flex-col gap-5 rounded-r-card border border-l-0 border-amber-edge bg-raised p-5 -outline-offset-2 outline-ember group-data-[walk=leaves]/desk:outline-2">
          <div>
            <Title title={strings.outgoing} badge={<Badge tone="leaves" icon={<ArrowUpRight size={13} aria-hidden />}>{strings.leaves}</Badge>} />
            {parts.words === null
              ? <p className={classes(passageClass, 'text-muted')}>{parts.outline === undefined ? strings.nothingWritten : strings.onlyShape}</p>
              : <Passage {...shared} label={strings.outgoing} side="outgoing" pieces={outgoing.pieces} caught={caught} />}
            {parts.words !== null && !outgoing.isMatched && <p className="mt-2 text-xs text-muted">{strings.unplaced}</p>}
          </div>
          {parts.problem !== undefined && <Puzzle problem={parts.problem} />}
          {parts.outline !== undefined && <Shape outline={parts.outline} />}
        </section>
      </div>
      {parts.words !== null && (
        <div className="-mt-3.5 flex flex-col gap-2.5">
          {replacements.length > 0 && <Legend tallies={tally(replacements)} />}
          <Exceptions exceptions={leaving} dealings={dealings} />
          <p id="departure-hint" className="text-xs text-muted">{strings.hint}</p>
        </div>
      )}
      {/* A shape says of each of its facts why it leaves. */}
      {parts.outline === undefined && <LeavingFacts facts={facts} />}
      {guesses.length > 0 && <Guesses guesses={guesses} wrote={wrote} dealings={dealings} />}
      <Rest parts={parts} />
    </div>
  )
}

const Title = ({ title, badge }: { readonly title: string; readonly badge: ReactNode }): ReactNode => (
  <header className="mb-3 flex items-center justify-between gap-3"><h3 className="text-sm font-medium">{title}</h3>{badge}</header>
)

/** A wall with a door in it: open while the person may still say yes, shut when the last check has objected. */
const Gate = ({ isBlocked }: { readonly isBlocked: boolean }): ReactNode => {
  const Icon = isBlocked ? DoorClosed : DoorOpen
  return (
    <div aria-hidden className="relative flex justify-center border-y border-hairline bg-linear-to-r from-moss-tint via-raised to-amber-tint">
      <span className={classes('absolute inset-y-0 left-1/2 border-l-2 border-dashed', isBlocked ? 'border-wine' : 'border-edge')} />
      <span className={classes('sticky top-4 mt-4 flex size-9 items-center justify-center rounded-full border-2 bg-raised', isBlocked ? 'border-wine text-wine' : 'border-edge text-ink')}><Icon size={18} /></span>
    </div>
  )
}
