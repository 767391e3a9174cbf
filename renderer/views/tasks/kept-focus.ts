/** Keeps the focus where the work is: when a task leaves its place, the focus goes along with it or to the next one. */
import { useEffect, useRef, type RefObject } from 'react'

interface Place { readonly id: string; readonly control: string; readonly after: readonly string[] }

/** For so many frames after a change: a menu or dialog that closes gives the focus back a little later. */
const FRAMES = 30

/**
 * Tasks carry `data-task`, what in them takes the focus `data-control`. When a change took away what had it, the same control of the same task gets it, else of the one
 * that stood behind it or before it, else what carries `data-fallback`. A focus that somebody holds is left alone.
 */
export const useKeptFocus = (changed: unknown): RefObject<HTMLDivElement | null> => {
  const container = useRef<HTMLDivElement>(null)
  const last = useRef<Place | null>(null)
  useEffect(() => {
    const listen = (event: FocusEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null
      const control = target?.closest<HTMLElement>('[data-control]')?.dataset['control'], task = target?.closest<HTMLElement>('[data-task]')
      const id = task?.dataset['task']
      // A menu or a dialog belongs to the task it was opened from.
      if (target !== null && container.current?.contains(target) !== true) return
      if (control === undefined || id === undefined) { last.current = null; return }
      const order = [...(container.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [])].map((one) => one.dataset['task'] ?? '')
      const at = order.indexOf(id)
      last.current = { id, control, after: [...order.slice(at + 1), ...order.slice(0, at).reverse()] }
    }
    document.addEventListener('focusin', listen)
    return () => { document.removeEventListener('focusin', listen) }
  }, [])
  useEffect(() => {
    let [frame, left] = [0, FRAMES]
    const look = (): void => {
      const place = last.current
      if (document.activeElement === null || document.activeElement === document.body) (place === null ? null : target(container.current, place))?.focus()
      left -= 1
      if (left > 0) frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => { cancelAnimationFrame(frame) }
  }, [changed])
  return container
}

function target(container: HTMLElement | null, { id, control, after }: Place): HTMLElement | null {
  const find = (selector: string): HTMLElement | null => { const found = container?.querySelector<HTMLElement>(selector) ?? null; return found?.matches('button, input') === true ? found : found?.querySelector<HTMLElement>('button, input') ?? null }
  for (const task of [id, ...after]) {
    const found = find(`[data-task="${task}"] [data-control="${control}"]`) ?? find(`[data-task="${task}"] [data-control]`)
    if (found !== null) return found
  }
  return find('[data-fallback]')
}
