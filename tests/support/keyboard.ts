/** Getting about a page by the keyboard alone. */
import type { Page } from 'playwright/test'

/** Presses Tab, or Shift+Tab, until the control whose name or text matches has the focus. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (name.test(await focused(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`no way by keyboard to ${String(name)}`)
}

/** The name, text and label of what has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => { const e = document.activeElement; return e === null ? '' : `${e.getAttribute('aria-label') ?? ''} ${e.textContent} ${(e as HTMLInputElement).labels?.[0]?.textContent ?? ''}` })
