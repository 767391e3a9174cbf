/** Keeps the focus at the desk: when a change takes away what had it, whatever stands nearest takes over. */
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/** A list of things of one sort at the desk, and a place in it: an offset in what was written, or a position. */
export interface Spot { readonly group: 'written' | 'outgoing' | 'guesses' | 'exceptions'; readonly at: number }

/** To be spread on what can take the focus over. */
export const spotOf = ({ group, at }: Spot): { readonly 'data-spot': string; readonly 'data-at': number } => ({ 'data-spot': group, 'data-at': at })

/**
 * Returns the function that remembers where a change was made; after the next revision the focus is there or as near as can be, unless it
 * has a place of its own. `fallback` takes it where nothing of the group is left.
 */
export const useFocusReturn = (revision: number, desk: RefObject<HTMLElement | null>, fallback: RefObject<HTMLElement | null>): (spot: Spot | null) => void => {
  const remembered = useRef<Spot | null>(null)
  const settle = useCallback((): void => {
    const spot = remembered.current
    const near = spot === null ? null : nearest(desk.current, spot)
    ;(near ?? fallback.current)?.focus()
  }, [desk, fallback])
  useLayoutEffect(() => { if (isLost(document.activeElement)) settle() }, [revision, settle])
  // A popover that was closing gives the focus back a moment later, perhaps to something that has gone meanwhile.
  useEffect(() => {
    const look = setInterval(() => { if (document.activeElement === document.body) settle() }, 50)
    const end = setTimeout(() => { clearInterval(look) }, 2000)
    return () => {
      clearInterval(look)
      clearTimeout(end)
    }
  }, [revision, settle])
  return useCallback((spot) => { remembered.current = spot }, [])
}

const isLost = (element: Element | null): boolean => element === null || element === document.body || element.closest('[data-exiting]') !== null

const nearest = (desk: HTMLElement | null, { group, at }: Spot): HTMLElement | null => {
  const distance = (element: HTMLElement): number => Math.abs(Number(element.dataset['at']) - at)
  return [...(desk?.querySelectorAll<HTMLElement>(`[data-spot="${group}"]`) ?? [])].toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}
