/** Two answers that did not know of each other, side by side, and what code found to differ between them. */
import { Cloud, Equal, House, Scale } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Answer, OtherAnswer } from '../../../shared/conversation.ts'
import { engineName } from '../../../shared/engines.ts'
import { Badge } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Markdown } from '../../ui/markdown.tsx'
import { weekdayRange } from '../../ui/when.ts'
import { strings } from './strings.ts'

const words = strings.opinions

interface OpinionsProps { readonly answer: Answer; readonly other: OtherAnswer; readonly zone: string }

/** Of two plans the one from here counts, because it is proven; of two answers in words neither does. */
export const Opinions = ({ answer, other, zone }: OpinionsProps): ReactNode => {
  const isPlan = answer.runs.length > 0
  return (
    <section aria-label={words.title} className="@container flex flex-col rounded-card border bg-raised">
      <div className="grid @lg:grid-cols-2">
        <Opinion by={words.here} icon={<House size={14} aria-hidden className="text-moss" />} badge={isPlan ? <Badge tone="stays">{words.counts}</Badge> : null}>
          {isPlan ? <RunList answer={answer} zone={zone} /> : <Markdown text={answer.text} />}
        </Opinion>
        <Opinion by={engineName(other.by)} icon={<Cloud size={14} aria-hidden className="text-amber" />} badge={null} className="border-t @lg:border-t-0 @lg:border-l">{isPlan ? other.text : <Markdown text={other.text} />}</Opinion>
      </div>
      <div className="flex gap-2.5 border-t px-5 py-3.5">
        {other.differs.length === 0 ? <Equal size={16} aria-hidden className="mt-0.5 shrink-0 text-moss" /> : <Scale size={16} aria-hidden className="mt-0.5 shrink-0 text-ember" />}
        <div className="flex min-w-0 flex-col gap-1">
          <h3 className="font-medium">{other.differs.length === 0 ? words.agree : words.differ}</h3>
          {other.differs.length > 0 && <ul className="flex flex-col gap-0.5">{other.differs.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul>}
          {!isPlan && <p className="text-xs text-muted">{words.wordsHint}</p>}
        </div>
      </div>
    </section>
  )
}

interface OpinionProps { readonly by: string; readonly icon: ReactNode; readonly badge: ReactNode; readonly children: ReactNode; readonly className?: string }

const Opinion = ({ by, icon, badge, children, className }: OpinionProps): ReactNode => (
  <div role="group" aria-label={words.by(by)} className={classes('flex min-w-0 flex-col gap-2.5 p-5', className)}>
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1">{icon}<h3 className="min-w-0 grow text-sm font-medium wrap-anywhere">{by}</h3>{badge}</header>
    <div className="max-w-[72ch] text-base whitespace-pre-wrap wrap-anywhere">{children}</div>
  </div>
)

const RunList = ({ answer: { runs }, zone }: { readonly answer: Answer; readonly zone: string }): ReactNode => (
  <ul className="flex flex-col gap-1">
    {runs.map((run, index) => <li key={index}>{run.title}: {run.spans.map(({ from, to }) => weekdayRange(from, to, zone)).join(', ')}</li>)}
  </ul>
)
