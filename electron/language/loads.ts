/** Drafts placed in time: the load requests of a plan, its horizon, and the statements about them. */
import type { Device } from '../../shared/household.ts'
import { Temporal, type WallTime } from '../../shared/time.ts'
import type { LoadRequest } from '../../shared/understanding.ts'
import { coming } from './clarify.ts'
import type { Book, Draft, Tie } from './draft-book.ts'
import type { Item } from './items.ts'
import { words } from './plan-words.ts'
import type { Statement } from './readings.ts'
import type { Stretch } from './resolve.ts'
import { endOfRun, later, stretchOf, wallOn } from './resolve.ts'
import { quote, sayLength, sayStretch, sayWall } from './say.ts'
import type { Scene } from './ties.ts'
import { pointOf, spanOf } from './ties.ts'

/** A stretch in which a load must not run, to be kept as quiet time when every load it is about is noisy. */
export interface Silence { readonly tie: Tie; readonly devices: readonly Device[] }

export interface PlannedLoads {
  readonly loads: readonly LoadRequest[]
  readonly horizon: Stretch
  readonly statements: readonly Statement[]
  readonly silences: readonly Silence[]
  /** Vehicles that leave but were not asked to be charged. */
  readonly departs: readonly string[]
}

/** How long a plan may take when no end is named, in minutes. */
const DEFAULT_MINUTES = 24 * 60

interface Window { from: WallTime; notBefore: WallTime | undefined; doneBy: WallTime | undefined; between: Stretch | undefined; leavesAt: WallTime | undefined }

export const planLoads = (scene: Scene, drafts: Book): PlannedLoads => {
  const { when } = scene
  const statements: Statement[] = []
  const silences = new Map<Item, { tie: Tie; devices: Device[] }>()
  const wanted = [...drafts.byDevice.values()].filter((d) => d.wanted && !d.excluded)
  const placed = wanted.map((d) => {
    const horizon = d.stretch === undefined ? undefined : comingStretch(scene, d.stretch.value, d.stretch.items)
    const minutes = d.minutes?.value ?? d.device.runMinutes
    const window: Window = { from: horizon?.[0] ?? when.now, notBefore: undefined, doneBy: undefined, between: undefined, leavesAt: undefined }
    for (const tie of d.ties) {
      if (tie.lead === 'not-during') {
        const [item] = tie.items
        const group = item === undefined ? undefined : silences.get(item)
        if (group !== undefined) group.devices.push(d.device)
        else if (item !== undefined) silences.set(item, { tie, devices: [d.device] })
      } else statements.push(...placeTie(scene, d, tie, window, horizon, minutes))
    }
    for (const move of d.moves) statements.push(...placeMove(scene, d, move, window, horizon))
    if (d.minutes !== undefined) statements.push({ says: `${d.device.name}: ${words.runFor(sayLength(d.minutes.value))}`, items: d.minutes.items, clause: d.minutes.clause })
    return { draft: d, horizon, window }
  })
  for (const idle of [...drafts.byDevice.values()].filter((d) => !d.wanted && !d.excluded)) for (const move of idle.moves) statements.push(...placeMove(scene, idle, move, { from: when.now, notBefore: undefined, doneBy: undefined, between: undefined, leavesAt: undefined }, undefined, words.notAsked))

  const ends = placed.map(({ window, horizon }) => latest([window.doneBy, window.leavesAt, window.between?.[1], horizon?.[1]]) ?? usualEnd(scene, window))
  const horizon: Stretch = [earliest(placed.map(({ window }) => window.from)) ?? when.now, latest(ends) ?? when.now]
  const loads = placed.map(({ draft: d, horizon: own, window }) => request(scene, d, own, window, horizon))
  statements.unshift(...runStatements(drafts, wanted), ...stretchStatements(scene, drafts, placed))
  if (loads.length > 0 && placed.some(({ window, horizon: own }) => own === undefined && endOf(window) === undefined)) statements.push({ says: words.noEnd(sayWall(when, horizon[1])), items: [], clause: -1 })
  statements.push(...orderStatements(drafts, loads), ...excludedStatements(drafts))
  return { loads, horizon, statements, silences: [...silences.values()], departs: [...drafts.byDevice.values()].filter((d) => !d.wanted && d.moves.length > 0).map((d) => d.device.id) }
}

/** Where no end is named: a day from now; of what may begin in an evening the next morning, since nobody who says "after ten" means the noon after. */
const usualEnd = ({ when }: Scene, { notBefore }: Window): WallTime => {
  if (notBefore === undefined || notBefore.slice(11) < '18:00') return later(when, when.now, DEFAULT_MINUTES)
  return wallOn(when, Temporal.PlainDate.from(notBefore.slice(0, 10)).add({ days: 1 }), MORNING)
}
const MORNING = 8 * 60

const request = (scene: Scene, d: Draft, own: Stretch | undefined, window: Window, horizon: Stretch): LoadRequest => {
  const { when } = scene
  const notBefore = latest([window.notBefore, window.from > when.now ? window.from : undefined])
  // A stretch of its own that ends before the plan does is this load's end, unless the message names one.
  const ownEnd = own !== undefined && endOf(window) === undefined && own[1] < horizon[1] ? own[1] : undefined
  const doneBy = window.doneBy ?? ownEnd
  return {
    deviceId: d.device.id,
    ...(notBefore === undefined || notBefore <= when.now ? {} : { notBefore }),
    ...(doneBy === undefined ? {} : { doneBy }),
    ...(window.between === undefined ? {} : { between: [window.between[0], window.between[1]] as [WallTime, WallTime] }),
    ...(d.minutes === undefined ? {} : { minutes: Math.min(d.minutes.value, 1440) }),
    ...(window.leavesAt === undefined ? {} : { leavesAt: window.leavesAt }),
  }
}

const endOf = (window: Window): WallTime | undefined => earliest([window.doneBy, window.leavesAt, window.between?.[1]])

/** Places one tie in the window of a load and says so. Nothing is said of what could not be placed; it then stays unread, or is asked about. */
const placeTie = (scene: Scene, d: Draft, tie: Tie, window: Window, horizon: Stretch | undefined, minutes: number): Statement[] => {
  const { when } = scene
  const { name } = d.device
  const said = (says: string): Statement[] => [{ says: `${name}: ${says}`, items: tie.items, clause: tie.clause }]
  const range = tie.at.kind === 'range' || (tie.lead === 'during' && tie.at.kind !== 'unknown')
  if (range) {
    const found = spanOf(scene, tie, horizon, minutes)
    if (found === undefined) return []
    window.between = found.span
    return said(`${words.between(sayWall(when, found.span[0]), sayWall(when, found.span[1]))}${found.note}`)
  }
  const ends = tie.lead === 'by' || tie.lead === 'until' || tie.lead === 'before' || (tie.lead === 'at' && (tie.finish || tie.at.kind === 'routine'))
  const role = ends ? 'by' : tie.lead === 'at' ? 'at' : 'from'
  const point = pointOf(scene, tie, role, horizon, minutes)
  if (point === undefined) return []
  const { wall, note, about } = point
  if (ends) {
    window.doneBy = earliest([window.doneBy, wall])
    return said(`${words.doneBy(sayWall(when, wall))}${note}${about ? words.exactly : ''}`)
  }
  if (role === 'from') {
    window.notBefore = latest([window.notBefore, wall])
    return said(`${words.notBefore(sayWall(when, wall))}${note}`)
  }
  if (about) {
    window.notBefore = latest([window.notBefore, later(when, wall, -60), when.now])
    window.doneBy = earliest([window.doneBy, endOfRun(when, wall, 60 + minutes)])
    return said(`${words.startsAbout(sayWall(when, wall))}${note}`)
  }
  window.notBefore = latest([window.notBefore, wall])
  window.doneBy = earliest([window.doneBy, endOfRun(when, quarterAfter(when.now < wall ? wall : when.now), Math.ceil(minutes / 15) * 15)])
  return said(`${words.startsAt(sayWall(when, wall))}${note}${Number(wall.slice(14)) % 15 === 0 ? '' : words.orQuarter}`)

  /** The next full quarter of an hour: plans are made in quarters, and a start between them could fit none. */
  function quarterAfter(start: WallTime): WallTime {
    return later(when, start, (15 - (Number(start.slice(14)) % 15)) % 15)
  }
}

const placeMove = (scene: Scene, d: Draft, { kind, tie, within }: Draft['moves'][number], window: Window, horizon: Stretch | undefined, suffix = ''): Statement[] => {
  const { when } = scene
  const said = (says: string): Statement[] => [{ says: `${d.device.name}: ${says}${suffix}`, items: tie.items, clause: tie.clause }]
  const stretch = within === undefined ? horizon : stretchOf(when, within)
  if (tie.at.kind === 'range') {
    const found = spanOf(scene, tie, stretch, 0)
    if (found === undefined) return []
    window.leavesAt = earliest([window.leavesAt, found.span[0]])
    return said(words.away(sayWall(when, found.span[0]), sayWall(when, found.span[1])))
  }
  const point = pointOf(scene, { ...tie, lead: kind === 'leave' && tie.lead === 'by' ? 'from' : tie.lead }, kind === 'leave' ? 'leave' : 'from', stretch)
  if (point === undefined) return []
  if (kind === 'leave') {
    window.leavesAt = earliest([window.leavesAt, point.wall])
    return said(words.leaves(`${sayWall(when, point.wall)}${point.note}`))
  }
  window.notBefore = latest([window.notBefore, point.wall])
  return said(words.back(`${sayWall(when, point.wall)}${point.note}`))
}

/** The stretch a message speaks of, or a question when it is over. */
const comingStretch = (scene: Scene, value: Parameters<typeof stretchOf>[1], items: readonly Item[]): Stretch | undefined => {
  const stretch = stretchOf(scene.when, value)
  if (stretch[1] > scene.when.now) return stretch
  const phrase = itemText(scene, items)
  scene.asks.push({ ask: words.ask.over(quote(phrase, 60)), choices: coming(scene.speaks, phrase) })
  return undefined
}

const runStatements = (drafts: Book, wanted: readonly Draft[]): Statement[] => {
  const told = new Set<string>()
  return drafts.runs.flatMap(({ value, items, clause }) => value.flatMap((id): Statement[] => {
    const found = wanted.find((d) => d.device.id === id)
    if (found === undefined || told.has(id)) return []
    told.add(id)
    const { name, vehicle, runMinutes } = found.device
    const own = items.filter((x) => x.meaning.kind === 'pronoun' || (x.meaning.kind === 'device' && x.meaning.candidates[0] === id))
    return [{ says: found.minutes === undefined ? `${name}: ${(vehicle ? words.chargeOf : words.runOf)(sayLength(runMinutes))}` : `${name}: ${vehicle ? words.charge : words.run}`, items: own, clause }]
  }))
}

const stretchStatements = (scene: Scene, drafts: Book, placed: readonly { readonly draft: Draft; readonly horizon: Stretch | undefined }[]): Statement[] =>
  drafts.stretches.flatMap(({ value, items, clause }) => {
    const used = placed.find(({ draft: d, horizon }) => horizon !== undefined && d.stretch !== undefined && JSON.stringify(d.stretch.value) === JSON.stringify(value))
    return used?.horizon === undefined ? [] : [{ says: `${quote(itemText(scene, items), 60)}: ${sayStretch(scene.when, used.horizon)}`, items, clause }]
  })

const orderStatements = (drafts: Book, loads: readonly LoadRequest[]): Statement[] => drafts.order.flatMap(({ first, then, items, clause }) => {
  const planned = [first, then].every((id) => loads.some((load) => load.deviceId === id))
  const name = (id: string): string => drafts.byDevice.get(id)?.device.name ?? id
  return planned ? [{ says: words.after(name(then), name(first)), items, clause }] : []
})

const excludedStatements = (drafts: Book): Statement[] => drafts.excluded.map(({ value, items, clause }) => ({ says: `${value.map((id) => drafts.byDevice.get(id)?.device.name ?? id).join(', ')}: ${words.leftOut}`, items, clause }))

const itemText = ({ text, tokens }: Scene, items: readonly Item[]): string => items.map((x) => text.slice(tokens[x.from]?.start ?? 0, tokens[x.to - 1]?.end ?? 0)).join(' ')

const latest = (walls: readonly (WallTime | undefined)[]): WallTime | undefined => walls.filter((wall) => wall !== undefined).sort().at(-1)
const earliest = (walls: readonly (WallTime | undefined)[]): WallTime | undefined => walls.filter((wall) => wall !== undefined).sort()[0]
