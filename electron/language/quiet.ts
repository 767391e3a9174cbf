/** When nothing noisy may run, as the message says it: "while the baby sleeps", "after 10 pm", "between 1 and 3". */
import { Temporal } from '../../shared/time.ts'
import type { Book, Tie } from './draft-book.ts'
import type { Silence } from './loads.ts'
import { place } from './hours.ts'
import { words } from './plan-words.ts'
import type { Statement } from './readings.ts'
import type { Stretch } from './resolve.ts'
import { stretchOf, wallOn } from './resolve.ts'
import { sayStretch } from './say.ts'
import type { Scene } from './ties.ts'
import { minutesOfDay, occurrencesIn, pointOf, spanOn } from './ties.ts'

export interface Quiet { readonly spans: readonly Stretch[]; readonly statements: readonly Statement[] }

/** A night without noise, where only one of its ends is named or none: 22:00 to 06:00. */
const NIGHT = { from: 22 * 60, to: 6 * 60 }
const MAX_SPANS = 20

/** The quiet stretches that touch the horizon. What cannot be placed is said nothing about, and so stays unread. */
export const quietStretches = (scene: Scene, drafts: Book, horizon: Stretch, silences: readonly Silence[]): Quiet => {
  const spans: Stretch[] = []
  const statements: Statement[] = []
  const keep = (tie: Tie, found: readonly Stretch[] | undefined, name: string): void => {
    if (found === undefined) return
    const touching = found.filter(([from, to]) => to > horizon[0] && from < horizon[1])
    spans.push(...touching)
    const times = touching.slice(0, 3).map((span) => sayStretch(scene.when, span)).join('; ')
    statements.push({ says: words.noise(name, `${times === '' ? words.untouched : times}${touching.length > 3 ? ' …' : ''}`), items: tie.items, clause: tie.clause })
  }
  for (const said of drafts.quiet) {
    if ('value' in said) statements.push({ says: keptHours(scene), items: said.items, clause: said.clause })
    else keep(said, spansOf(scene, said, horizon), nameOf(scene, said))
  }
  for (const { tie, devices } of silences) {
    // A quiet device is not held back by quiet time, so for one of those the words stay unread.
    if (devices.every((device) => device.noisy)) keep(tie, spansOf(scene, tie, horizon), nameOf(scene, tie))
  }
  return { spans: spans.slice(0, MAX_SPANS), statements }
}

const keptHours = ({ household }: Scene): string => {
  const quiet = household.routines.filter((r) => r.quiet).map((r) => `${r.name} (${words.stretch(r.from, r.to)})`)
  return quiet.length === 0 ? words.noQuietHours : words.quietKept(quiet.join(', '))
}

const nameOf = ({ household }: Scene, tie: Tie): string => {
  if (tie.at.kind !== 'routine') return ''
  const { candidates } = tie.at
  return household.routines.filter((r) => candidates.includes(r.id)).map((r) => r.name).join(', ')
}

const spansOf = (scene: Scene, tie: Tie, horizon: Stretch): readonly Stretch[] | undefined => {
  const { when, household } = scene
  const { at } = tie
  const dates = datesIn(horizon)
  if (at.kind === 'routine' && (tie.lead === 'during' || tie.lead === 'not-during')) {
    return household.routines.filter((r) => at.candidates.includes(r.id)).flatMap((r) => occurrencesIn(when, r, horizon))
  }
  if (at.kind === 'range') {
    const [a, b] = at.range
    if (a.clock === undefined || b.clock === undefined) return [[stretchOf(when, a)[0], stretchOf(when, b)[1]]]
    const first = pointOf(scene, { ...tie, at: { kind: 'moment', moment: a } }, 'from', horizon)
    if (first === undefined) return undefined
    const from = minutesOfDay(first.wall.slice(11))
    const end = place(when, b, { role: 'by', near: b.clock.open ? from + 120 : undefined })
    const to = b.clock.open && end.kind === 'one' ? minutesOfDay(end.wall.slice(11)) : (b.clock.hour % 24) * 60 + b.clock.minute
    return dates.map((date) => spanOn(when, date, from, to))
  }
  if (at.kind === 'moment' && at.moment.clock === undefined && at.moment.inMinutes === undefined) {
    const { part } = at.moment
    if (part === 'night' || part === 'overnight') return dates.map((date) => spanOn(when, date, NIGHT.from, NIGHT.to))
    return tie.lead === 'during' || tie.lead === 'not-during' || tie.lead === 'at' ? [stretchOf(when, at.moment)] : undefined
  }
  if (tie.lead === 'after' || tie.lead === 'from') {
    const point = pointOf(scene, tie, 'from', horizon)
    return point === undefined ? undefined : dates.map((date) => spanOn(when, date, minutesOfDay(point.wall.slice(11)), NIGHT.to))
  }
  if (tie.lead === 'by' || tie.lead === 'until' || tie.lead === 'before') {
    const point = pointOf(scene, tie, 'by', horizon)
    return point === undefined ? undefined : dates.map((date) => spanOn(when, date, NIGHT.from, minutesOfDay(point.wall.slice(11))))
  }
  return undefined

  function datesIn([from, to]: Stretch): Temporal.PlainDate[] {
    const found: Temporal.PlainDate[] = []
    for (let date = Temporal.PlainDate.from(from.slice(0, 10)).subtract({ days: 1 }); date.toString() <= to.slice(0, 10); date = date.add({ days: 1 })) if (wallOn(when, date, 0) <= to) found.push(date)
    return found
  }
}
