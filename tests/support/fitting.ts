/** What does not fit into a window: controls out of reach, text that is cut off with nothing that tells the rest, parts too low to read in. */
import type { Page } from 'playwright/test'

/** One line for each; none when everything can be read and reached. By geometry, so that nothing is scrolled by looking. */
export const misfits = (page: Page): Promise<string[]> => page.evaluate(() => {
  /** In CSS pixels: two lines and the scrollbar's worth of what scrolls have to be in sight. */
  const LOWEST = 90, SLACK = 1
  const found = new Set<string>()
  const named = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 50)
    return `${element.tagName.toLowerCase()}${element.getAttribute('role') === null ? '' : `[${String(element.getAttribute('role'))}]`} “${words}”`
  }
  const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll'
  const hidden = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    // Words only for screen readers are a pixel wide.
    return box.width <= 1 || box.height <= 1 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest('[inert], [aria-hidden="true"], .sr-only') !== null
  }
  /** Walks up: what clips must hold it, what scrolls can bring it into sight and stands for it from there on. */
  const isInReach = (control: Element): boolean => {
    let { left, right, top, bottom } = control.getBoundingClientRect()
    let isFixed = getComputedStyle(control).position === 'fixed'
    for (let around = control.parentElement; around !== null && around !== document.documentElement && !isFixed; around = around.parentElement) {
      const style = getComputedStyle(around), box = around.getBoundingClientRect()
      if (style.display === 'contents') continue
      if (scrolls(style.overflowX)) { left = box.left; right = box.right } else if (style.overflowX !== 'visible' && (left < box.left - SLACK || right > box.right + SLACK)) return false
      if (scrolls(style.overflowY)) { top = box.top; bottom = box.bottom } else if (style.overflowY !== 'visible' && (top < box.top - SLACK || bottom > box.bottom + SLACK)) return false
      isFixed = style.position === 'fixed'
    }
    return left >= -SLACK && top >= -SLACK && right <= innerWidth + SLACK && bottom <= innerHeight + SLACK
  }
  const modal = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1)
  const within = modal ?? document.body
  for (const control of within.querySelectorAll('button, a[href], input, textarea, select, [role="button"], [role="option"], [role="tab"], [role="radio"], [role="switch"], [role="menuitem"]')) {
    // A switch or a radio draws its own face over an input that nobody sees.
    if (hidden(control) || control.matches('input:is([type="checkbox"], [type="radio"], [type="file"])')) continue
    if (!isInReach(control)) found.add(`out of reach: ${named(control)}`)
  }
  for (const element of within.querySelectorAll('*')) {
    if (element.matches('textarea, input, svg, svg *')) continue
    const style = getComputedStyle(element)
    if (scrolls(style.overflowY) && element.checkVisibility() && element.getBoundingClientRect().width > 1 && element.scrollHeight > element.clientHeight + SLACK && element.clientHeight < LOWEST) found.add(`${String(element.clientHeight)} px of what scrolls: ${named(element)}`)
    if (hidden(element)) continue
    const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
    if ((style.overflowX === 'hidden' || style.overflowX === 'clip') && hasWords && (element.scrollWidth > element.clientWidth + SLACK || element.scrollHeight > element.clientHeight + SLACK + 2) && element.closest('[title]') === null && style.display !== 'inline') found.add(`cut off: ${named(element)}`)
    if (scrolls(style.overflowX) && element.scrollWidth > element.clientWidth + SLACK && element.closest('pre, table, [role="grid"], [data-wide]') === null && element.querySelector('table, [role="grid"]') === null) found.add(`scrolls sideways: ${named(element)}`)
  }
  const page = document.scrollingElement
  if (page !== null && page.scrollWidth > innerWidth + SLACK) found.add(`the page is ${String(page.scrollWidth)} px wide in ${String(innerWidth)}`)
  return [...found]
})
