/** Where the window was, as a few numbers in a small file beside the vault: nothing of the household. */

export interface WindowPlace { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly maximized: boolean }
interface Area { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** So much of its upper edge has to be on a screen to be taken hold of, in pixels. */
const GRIP = { width: 120, height: 40 }

export const placeText = ({ x, y, width, height, maximized }: WindowPlace): string => `${JSON.stringify({ x, y, width, height, maximized })}\n`

/** Null for what is no place, is smaller than a window may be, or lies where no screen is any more: then the system chooses. */
export function placeIn(text: string, screens: readonly Area[]): WindowPlace | null {
  let read: unknown
  try { read = JSON.parse(text) } catch { return null }
  if (typeof read !== 'object' || read === null) return null
  const { x, y, width, height, maximized } = read as Readonly<Record<string, unknown>>
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height) || typeof maximized !== 'boolean' || width < 400 || height < 300) return null
  const place = { x, y, width, height, maximized }
  return screens.some((screen) => overlap(x, width, screen.x, screen.width) >= GRIP.width && overlap(y, GRIP.height, screen.y, screen.height) >= GRIP.height) ? place : null
}

const isPixels = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000
const overlap = (a: number, length: number, b: number, other: number): number => Math.min(a + length, b + other) - Math.max(a, b)
