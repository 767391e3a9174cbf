/** The exchanges of a conversation: a short one is there as a whole, of a long one only what is near, so that ten thousand scroll like ten. */
import { useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Turn } from '../../../shared/conversation.ts'
import { useChatSearch } from '../../state/chat-search.ts'
import { Skeleton } from '../../ui/states.tsx'
import { Beginning } from './beginning.tsx'
import { strings } from './strings.ts'
import { TurnView } from './turn.tsx'

interface ThreadProps { readonly turns: readonly Turn[] | undefined; readonly zone: string; readonly conversationId: string | null }

export const Thread = ({ turns, zone, conversationId }: ThreadProps): ReactNode => {
  const box = useRef<HTMLDivElement>(null)
  return (
    <div ref={box} role="region" aria-label={strings.thread} tabIndex={0} className="min-h-0 grow overflow-y-auto px-8 focus-visible:-outline-offset-2">
      {turns === undefined && <Skeleton className="mx-auto max-w-3xl py-8" lines={[40, 85, 75]} />}
      {turns?.length === 0 && <Beginning zone={zone} />}
      {turns !== undefined && turns.length > 0 && <Exchanges key={conversationId} turns={turns} zone={zone} box={box} />}
    </div>
  )
}

/** Up to so many are all there, also for the page's own search and for whoever reads by headings. */
const ALL_THERE = 60
/** As high as most are; only those that were shown are measured. */
const USUAL_HEIGHT = 300
const GAP = 40
/** What is left free above an exchange that is brought to the top. */
const ABOVE = 20
/** So many frames a far exchange has to appear in. */
const MOST_FRAMES = 60

interface ExchangesProps { readonly turns: readonly Turn[]; readonly zone: string; readonly box: React.RefObject<HTMLDivElement | null> }

const Exchanges = ({ turns, zone, box }: ExchangesProps): ReactNode => {
  const isLong = turns.length > ALL_THERE, isAtEnd = useRef(true)
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler memoizes what it returns
  const list = useVirtualizer({
    count: turns.length, getScrollElement: () => box.current, getItemKey: (index) => turns[index]?.id ?? index,
    estimateSize: () => USUAL_HEIGHT, gap: GAP, paddingStart: 32, paddingEnd: 32, scrollPaddingStart: ABOVE, overscan: 3,
    ...(isLong ? {} : { rangeExtractor: ({ count }: Range) => Array.from({ length: count }, (_, index) => index) }),
  })
  const last = turns.at(-1)?.answer
  // What an answer is asked or decided later, as a yes to its proposal, leaves it where it is read.
  const grown = last === undefined ? '' : `${last.status} ${last.text.length}`
  // A new sentence brings the end into sight; an answer that grows does so only for who was there. One taller than the window is read from its beginning.
  useLayoutEffect(() => { isAtEnd.current = true }, [turns.length])
  useLayoutEffect(() => { if (isAtEnd.current) list.scrollToIndex(turns.length - 1, { align: 'start' }) }, [list, turns.length, grown])
  useEffect(() => {
    const scrolled = box.current
    if (scrolled === null) return undefined
    const look = (): void => { isAtEnd.current = isInSight(scrolled, articleAt(scrolled, turns.length - 1)) }
    scrolled.addEventListener('scroll', look, { passive: true })
    return () => { scrolled.removeEventListener('scroll', look) }
  }, [box, turns.length])
  const jumpTo = useChatSearch((state) => state.jumpTo), landed = useChatSearch((state) => state.landed)
  useEffect(() => {
    const index = jumpTo === null ? -1 : turns.findIndex(({ id }) => id === jumpTo)
    if (index === -1) return undefined
    isAtEnd.current = false
    list.scrollToIndex(index, { align: 'start' })
    let frame = 0, tries = 0
    const land = (): void => {
      const article = articleAt(box.current, index)
      if (article === null && ++tries < MOST_FRAMES) { frame = requestAnimationFrame(land); return }
      list.scrollToIndex(index, { align: 'start' })
      article?.focus({ preventScroll: true })
      landed()
    }
    frame = requestAnimationFrame(land)
    return () => { cancelAnimationFrame(frame) }
  }, [box, jumpTo, landed, list, turns])
  /** From exchange to exchange, wherever in one the focus stands; from none, to the last that begins in sight. */
  const step = (event: KeyboardEvent<HTMLElement>): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || box.current === null) return
    event.preventDefault()
    const here = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'], by = event.key === 'ArrowUp' ? -1 : 1
    const to = Math.max(0, Math.min(turns.length - 1, here === undefined ? turns.length - 1 : Number(here) + by))
    useChatSearch.getState().jump(turns[to]?.id ?? '')
  }
  return (
    <div role="feed" aria-busy={false} onKeyDown={step} className="relative mx-auto max-w-3xl" style={{ height: list.getTotalSize() }}>
      {list.getVirtualItems().map(({ index, key, start }) => {
        const turn = turns[index]
        return turn !== undefined && (
          <div key={key} ref={list.measureElement} data-index={index} className="absolute top-0 left-0 w-full" style={{ transform: `translateY(${String(start)}px)` }}>
            <TurnView turn={turn} zone={zone} position={index + 1} of={turns.length} />
          </div>
        )
      })}
    </div>
  )
}

const articleAt = (box: HTMLElement | null, index: number): HTMLElement | null => box?.querySelector<HTMLElement>(`[data-index="${String(index)}"] > article`) ?? null

/** Whether an exchange is what is being read. */
const isInSight = (box: HTMLElement, article: HTMLElement | null): boolean => article !== null && article.getBoundingClientRect().top < box.getBoundingClientRect().bottom - 40
