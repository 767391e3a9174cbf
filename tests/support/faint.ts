/** What cannot be told in forced colours, and what moves for whom motion is too much: looked for on a page as it stands. */
import type { Page } from 'playwright/test'

/** Each thing that only colour tells where the system paints in its own, with why: chosen things, focus, chips, bars. The page is left as it was. */
export async function faint(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' })
  // Focus is shown to whom uses keys.
  await page.keyboard.press('Shift')
  try {
    await settled(page)
    return await page.evaluate(inspect)
  } finally {
    await page.emulateMedia({ forcedColors: 'none' })
    await settled(page)
  }
}

/** What changes colour, and what came with the focus, may take a moment. */
const settled = (page: Page): Promise<void> => page.evaluate(async () => {
  await new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(done) }) })
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))
})

/** Transitions and animations that take longer than a blink, where less motion was asked for. */
export const moving = (page: Page): Promise<string[]> => page.evaluate(() => {
  const longest = (text: string): number => Math.max(...text.split(',').map((part) => parseFloat(part) * (part.trim().endsWith('ms') ? 1 : 1000)))
  return [...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationDuration, animationIterationCount } = getComputedStyle(element)
    return longest(transitionDuration) > 10 || longest(animationDuration) > 10 || animationIterationCount.includes('infinite')
  }).map((element) => element.outerHTML.slice(0, 160))
})

/** Runs in the page. */
function inspect(): string[] {
  const found: string[] = []
  const canvas = document.createElement('span')
  canvas.style.cssText = 'forced-color-adjust:none;background:Canvas;color:CanvasText'
  document.body.append(canvas)
  const ground = getComputedStyle(canvas).backgroundColor
  canvas.remove()
  const isVisible = (element: Element): boolean => { const { width, height } = element.getBoundingClientRect(); return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true }) }
  const say = (element: Element, why: string): void => { found.push(`${why}: ${element.outerHTML.slice(0, 160)}`) }
  const isClear = (colour: string): boolean => /, 0\)$/.test(colour)
  /** The ground that an element stands on. */
  const under = (element: Element | null): string => {
    const colour = element === null || element === document.body ? ground : getComputedStyle(element).backgroundColor
    return isClear(colour) ? under(element?.parentElement ?? null) : colour
  }
  const light = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => { const share = Number(part) / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4 })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string): number => { const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x); return (high + 0.05) / (low + 0.05) }
  const isEdged = ({ outlineStyle, outlineWidth, borderTopStyle, borderTopWidth, borderBottomStyle, borderBottomWidth }: CSSStyleDeclaration): boolean =>
    (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1) || (borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) >= 1)

  for (const element of document.querySelectorAll('[role="tab"][aria-selected="true"], [role="option"][aria-selected="true"], [role="radio"][aria-checked="true"], button[aria-pressed="true"], [aria-current="page"]')) {
    if (!isVisible(element)) continue
    const { backgroundColor, color } = getComputedStyle(element)
    if (backgroundColor === ground || isClear(backgroundColor)) say(element, 'chosen, and looks like all others')
    else if (contrast(backgroundColor, color) < 4.5) say(element, 'chosen, and cannot be read')
  }
  for (const element of document.querySelectorAll('[class*="-tint"]')) if ([...element.classList].some((name) => /^bg-.*-tint$/.test(name)) && isVisible(element) && !isEdged(getComputedStyle(element))) say(element, 'a ground that goes, and no edge')
  for (const element of document.querySelectorAll('.bg-moss, .bg-moss-edge, .bg-ember, .bg-edge, [class*="bg-current"]')) {
    if (element.childElementCount > 0 || element.textContent !== '' || !isVisible(element)) continue
    if (getComputedStyle(element).backgroundColor === under(element.parentElement)) say(element, 'a bar or dot that goes')
  }
  for (const element of document.querySelectorAll('svg rect')) if (isVisible(element) && getComputedStyle(element).fill === ground) say(element, 'a bar that goes')

  const before = document.activeElement
  const inside = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body
  for (const element of [...inside.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [tabindex="0"]')].filter(isVisible).slice(0, 25)) {
    element.focus({ preventScroll: true })
    if (document.activeElement !== element) continue
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) say(element, 'focused, and nothing says so')
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return found
}
