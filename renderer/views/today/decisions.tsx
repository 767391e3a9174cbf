/** What waits for a person: proposals, clashes of the next seven days, reminders. A departure that waits stands over every room by itself. */
import { BellRing, CircleCheck, Sparkles, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { titleOf } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import { useChat } from '../../state/chat.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useReminders } from '../../state/reminders.ts'
import { useToday } from '../../state/today.ts'
import { Button } from '../../ui/button.tsx'
import { momentInWords } from '../../ui/dates.ts'
import { nameOf } from '../tasks/words.ts'
import type { Meeting } from './clashes.ts'
import { strings } from './strings.ts'

/** More titles, or clashes, than these are counted, not listed. */
const TITLES = 2, CLASHES = 3

export const Decisions = ({ clashes, household }: { readonly clashes: readonly Meeting[]; readonly household: Household }): ReactNode => {
  const proposals = useToday((state) => state.proposals)
  const { reminders, setOpen } = useReminders()
  const go = useNavigation((state) => state.go)
  const open = useChat((state) => state.open)
  const isEmpty = proposals.length + clashes.length + reminders.length === 0
  return (
    <section aria-labelledby="decisions" className="flex flex-col gap-2">
      <h2 id="decisions" className={isEmpty ? 'sr-only' : 'font-serif text-lg'}>{strings.decisions}</h2>
      {isEmpty && <p className="flex items-center gap-2 text-muted"><CircleCheck size={16} aria-hidden className="text-moss" />{strings.noDecisions}</p>}
      {!isEmpty && (
        <ul className="divide-y rounded-card border bg-raised">
          {proposals.map(({ turnId, conversationId, proposal: { changes } }) => (
            <Row key={turnId} icon={<Sparkles size={16} aria-hidden className="text-ember" />} action={strings.openProposal} onPress={() => { void open(conversationId); go('chat') }}>
              {strings.proposal(changes.slice(0, TITLES).map(titleOf), Math.max(0, changes.length - TITLES))}
            </Row>
          ))}
          {clashes.slice(0, CLASHES).map(({ first, second, people, travel }) => {
            const names = people.map((id) => nameOf(household, id))
            return (
              <Row key={`${first.id} ${second.id}`} icon={<TriangleAlert size={16} aria-hidden className="text-amber" />} action={strings.openClash} onPress={() => { go('calendar', { kind: 'event', at: first.start, ids: [first.id, second.id] }) }}>
                {travel === undefined ? strings.clash(names, first.title, second.title) : strings.tooFar(names, first.title, second.title, travel)}
                {' '}<span className="whitespace-nowrap text-muted">{momentInWords(second.start, household.zone)}</span>
              </Row>
            )
          })}
          {clashes.length > CLASHES && <li className="px-4 py-2.5 text-muted">{strings.moreDecisions(clashes.length - CLASHES)}</li>}
          {reminders.length > 0 && <Row icon={<BellRing size={16} aria-hidden className="text-ember" />} action={strings.openReminders} onPress={() => { setOpen(true) }}>{strings.reminders(reminders.length)}</Row>}
        </ul>
      )}
    </section>
  )
}

const Row = ({ icon, children, action, onPress }: { readonly icon: ReactNode; readonly children: ReactNode; readonly action: string; readonly onPress: () => void }): ReactNode => (
  <li className="flex items-center gap-3 px-4 py-2.5">
    {icon}
    <span className="min-w-0 grow wrap-anywhere">{children}</span>
    <Button small onPress={onPress}>{action}</Button>
  </li>
)
