/** What of a page is not in the language that it should be in, and what has no room for it: for a page in the pseudo language, whose words stand between ⟦ and ⟧. */
import type { Page } from 'playwright/test'

/** Words of the interface that are cut off, and cannot be read by pointing at them either. What the household wrote may be cut. */
export const cutWords = (page: Page): Promise<string[]> => page.evaluate(() => {
  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.clientWidth > 4 && element.closest('.sr-only, [hidden], [title]') === null)
  const own = (element: HTMLElement): string => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('').trim()
  return shown.filter((element) => {
    const { overflowX } = getComputedStyle(element)
    return own(element).includes('⟦') && element.scrollWidth > element.clientWidth + 1 && overflowX !== 'auto' && overflowX !== 'scroll'
  }).map((element) => `${own(element)} (${String(element.scrollWidth)} in ${String(element.clientWidth)})`)
})

/** Names of things in the page's frame that stand there in plain letters: headings, buttons, labels, tabs, heads of tables, names for screen readers. `known` is what the household wrote. */
export const plainWords = (page: Page, known: string): Promise<string[]> => page.evaluate((written) => {
  const named = 'h1, h2, h3, h4, button, label, legend, th, [role="tab"], [role="radio"], [role="switch"], [role="navigation"] *, [aria-label], [placeholder], input[type="submit"]'
  const texts = [...document.querySelectorAll<HTMLElement>(named)].filter((element) => element.closest('[hidden]') === null).flatMap((element) => [
    ...[...element.querySelectorAll('*'), element].flatMap((part) => [...part.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''),
    element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '',
  ])
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => /[A-Za-z]{3,}/.test(text.replaceAll(/⟦[^⟧]*⟧/g, '')) && !written.includes(text))
}, known)
