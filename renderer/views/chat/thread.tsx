/** The exchanges of a conversation: a short one is there as a whole, of a long one only what is near, so that ten thousand scroll like ten. */
import { useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Turn } from '../../../shared/conversation.ts'
import { useChat } from '../../state/chat.ts'
import { useChatSearch } from '../../state/chat-search.ts'
import { Skeleton } from '../../ui/states.tsx'
import { Beginning } from './beginning.tsx'
import { strings } from './strings.ts'
import { TurnView } from './turn.tsx'

interface ThreadProps {
  readonly turns: readonly Turn[] | undefined
  /** How many stand before them in the vault. */
  readonly earlier: number
  readonly zone: string
  readonly conversationId: string | null
}

export const Thread = ({ turns, earlier, zone, conversationId }: ThreadProps): ReactNode => {
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  return (
    <div ref={setBox} role="region" aria-label={strings.thread} tabIndex={0} className="min-h-0 grow overflow-y-auto px-8 narrow:px-4 focus-visible:-outline-offset-2">
      {turns === undefined && <Skeleton className="mx-auto max-w-3xl py-8" lines={[40, 85, 75]} />}
      {turns?.length === 0 && <Beginning zone={zone} />}
      {turns !== undefined && turns.length > 0 && box !== null && <Exchanges key={conversationId} turns={turns} earlier={earlier} zone={zone} box={box} />}
    </div>
  )
}

/** Up to so many are all there, also for the page's own search and for whoever reads by headings. */
const ALL_THERE = 60
/** As high as most are; only those that were shown are measured. */
const USUAL_HEIGHT = 300
const GAP = 40
const PADDING = 32
/** So near to the beginning of what was read, more is read. */
const NEAR = 3000
/** What is left free above an exchange that is brought to the top. */
const ABOVE = 20
/** So many frames a far exchange has to appear in. */
const MOST_FRAMES = 60

interface ExchangesProps { readonly turns: readonly Turn[]; readonly earlier: number; readonly zone: string; readonly box: HTMLDivElement }

const Exchanges = ({ turns, earlier, zone, box }: ExchangesProps): ReactNode => {
  const isLong = earlier + turns.length > ALL_THERE, isAtEnd = useRef(true)
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler memoizes what it returns
  const list = useVirtualizer({
    count: turns.length, getScrollElement: () => box, getItemKey: (index) => turns[index]?.id ?? index,
    estimateSize: () => USUAL_HEIGHT, gap: GAP, paddingStart: PADDING, paddingEnd: PADDING, scrollPaddingStart: ABOVE, overscan: 3,
    ...(isLong ? {} : { rangeExtractor: ({ count }: Range) => Array.from({ length: count }, (_, index) => index) }),
  })
  const readEarlier = useChat((state) => state.readEarlier)
  const last = turns.at(-1)?.answer
  // What an answer is asked or decided later, as a yes to its proposal, leaves it where it is read.
  const grown = last === undefined ? '' : `${last.status} ${last.text.length}`
  // A new sentence brings the end into sight; an answer that grows does so only for who was there. One taller than the window is read from its beginning.
  const newest = turns.at(-1)?.id
  usePlaceKept(list, turns, box)
  useLayoutEffect(() => { isAtEnd.current = true }, [newest])
  useLayoutEffect(() => { if (isAtEnd.current) list.scrollToIndex(turns.length - 1, { align: 'start' }) }, [list, newest, grown]) // eslint-disable-line react-hooks/exhaustive-deps -- what is read before them moves nothing
  useEffect(() => {
    const look = (): void => {
      isAtEnd.current = isInSight(box, articleAt(box, turns.length - 1))
      if (earlier > 0 && box.scrollTop < NEAR) void readEarlier(null)
    }
    box.addEventListener('scroll', look, { passive: true })
    return () => { box.removeEventListener('scroll', look) }
  }, [box, earlier, readEarlier, turns.length])
  const jumpTo = useChatSearch((state) => state.jumpTo), landed = useChatSearch((state) => state.landed)
  useEffect(() => {
    const index = jumpTo === null ? -1 : turns.findIndex(({ id }) => id === jumpTo)
    if (index === -1) {
      if (jumpTo !== null && earlier > 0) void readEarlier(jumpTo)
      return undefined
    }
    isAtEnd.current = false
    list.scrollToIndex(index, { align: 'start' })
    let frame = 0, tries = 0
    const land = (): void => {
      const article = articleAt(box, index)
      if (article === null && ++tries < MOST_FRAMES) { frame = requestAnimationFrame(land); return }
      list.scrollToIndex(index, { align: 'start' })
      article?.focus({ preventScroll: true })
      landed()
    }
    frame = requestAnimationFrame(land)
    return () => { cancelAnimationFrame(frame) }
  }, [box, earlier, jumpTo, landed, list, readEarlier, turns])
  /** From exchange to exchange, wherever in one the focus stands; from none, to the last. Where text is typed these keys are its own. */
  const step = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || (event.target instanceof Element && event.target.closest('input, textarea') !== null)) return
    event.preventDefault()
    // A step that has not landed yet is where the next begins.
    const going = turns.findIndex(({ id }) => id === jumpTo), focused = Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? turns.length)
    const to = Math.min(turns.length - 1, (going === -1 ? focused : going) + (event.key === 'ArrowUp' ? -1 : 1))
    if (to < 0) { void readEarlier(null); return }
    useChatSearch.getState().jump(turns[to]?.id ?? '')
  }
  // The focus may stand on what scrolls, around them.
  useEffect(() => {
    box.addEventListener('keydown', step)
    return () => { box.removeEventListener('keydown', step) }
  })
  return (
    <div role="feed" aria-busy={false} className="relative mx-auto max-w-3xl" style={{ height: list.getTotalSize() }}>
      {list.getVirtualItems().map(({ index, key, start }) => {
        const turn = turns[index]
        return turn !== undefined && (
          <div key={key} ref={list.measureElement} data-index={index} className="absolute top-0 left-0 w-full" style={{ transform: `translateY(${String(start)}px)` }}>
            <TurnView turn={turn} zone={zone} position={earlier + index + 1} of={earlier + turns.length} />
          </div>
        )
      })}
    </div>
  )
}

/**
 * What was read before the exchanges takes its place above them, and what is in sight stays where it is. Done while rendering: afterwards the
 * exchanges at the old place would have been made for nothing.
 */
function usePlaceKept(list: Virtualizer<HTMLDivElement, Element>, turns: readonly Turn[], box: HTMLDivElement): void {
  const [kept] = useState(() => ({ first: turns[0]?.id, shift: 0 })), oldest = turns[0]?.id
  if (kept.first !== oldest) {
    const moved = turns.findIndex(({ id }) => id === kept.first)
    list.getTotalSize()
    const shift = moved < 1 ? 0 : (list.measurementsCache[moved]?.start ?? PADDING) - PADDING
    Object.assign(kept, { first: oldest, shift: kept.shift + shift })
    Object.assign(list, { scrollOffset: (list.scrollOffset ?? 0) + shift })
  }
  useLayoutEffect(() => {
    if (kept.shift === 0) return
    box.scrollBy({ top: kept.shift, behavior: 'instant' })
    Object.assign(kept, { shift: 0 })
  })
}

const articleAt = (box: HTMLElement, index: number): HTMLElement | null => box.querySelector<HTMLElement>(`[data-index="${String(index)}"] > article`)

/** Whether an exchange is what is being read. */
const isInSight = (box: HTMLElement, article: HTMLElement | null): boolean => article !== null && article.getBoundingClientRect().top < box.getBoundingClientRect().bottom - 40
