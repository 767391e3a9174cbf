/** Keeps the focus at the desk: when a change takes away what had it, whatever stands nearest takes over. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'

/** A list of things of one sort at the desk, and a place in it: an offset in what was written, or a position. */
export interface Spot { readonly group: 'written' | 'outgoing' | 'guesses' | 'exceptions'; readonly at: number }

/** To be spread on what can take the focus over. */
export const spotOf = ({ group, at }: Spot): { readonly 'data-spot': string; readonly 'data-at': number } => ({ 'data-spot': group, 'data-at': at })

export interface FocusReturn {
  /** A change was made here: after the next revision the focus is there, or as near as can be. null: it has a place of its own. */
  readonly remember: (spot: Spot | null) => void
  /** The change did not come about; the focus is returned if it got lost on the way. */
  readonly giveUp: () => void
}

/** `fallback` takes the focus where nothing of the group is left. */
export const useFocusReturn = (revision: number, desk: RefObject<HTMLElement | null>, fallback: RefObject<HTMLElement | null>): FocusReturn => {
  const remembered = useRef<Spot | null>(null)
  const isAwaited = useRef(false)
  const settle = useCallback((): void => {
    const spot = remembered.current
    const near = spot === null ? null : nearest(desk.current, spot)
    ;(near ?? fallback.current)?.focus()
  }, [desk, fallback])
  useLayoutEffect(() => {
    const has = document.activeElement
    const isElsewhere = has !== null && has !== document.body && desk.current?.contains(has) !== true && has.closest('[data-exiting]') === null
    if (isAwaited.current ? !isElsewhere : isLost()) settle()
    isAwaited.current = false
  }, [revision, desk, settle])
  // A popover that was closing gives the focus back a frame after it has gone, perhaps to something that has gone meanwhile: what is
  // still lost two frames later is lost.
  useEffect(() => {
    const settleIfLost = (): void => { if (!isAwaited.current && isLost()) settle() }
    const look = setInterval(() => { if (isLost()) requestAnimationFrame(() => { requestAnimationFrame(settleIfLost) }) }, 50)
    const end = setTimeout(() => { clearInterval(look) }, 2000)
    return () => {
      clearInterval(look)
      clearTimeout(end)
    }
  }, [revision, settle])
  return useMemo(() => ({
    remember: (spot) => {
      remembered.current = spot
      isAwaited.current = spot !== null
    },
    giveUp: () => {
      isAwaited.current = false
      if (isLost()) settle()
    },
  }), [settle])
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

const nearest = (desk: HTMLElement | null, { group, at }: Spot): HTMLElement | null => {
  const distance = (element: HTMLElement): number => Math.abs(Number(element.dataset['at']) - at)
  return [...(desk?.querySelectorAll<HTMLElement>(`[data-spot="${group}"]`) ?? [])].toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}
