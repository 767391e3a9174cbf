/** The only reader of `window.lares`: the contract, typed. Every call answers with a `Result`; news come to whoever listens. */
import type { AtStart, Bridge, News } from '../shared/ipc/contract.ts'

interface Window { readonly lares: Bridge & { readonly atStart: AtStart | null; readonly onNews: (listener: (news: News) => void) => () => void } }

const { lares } = globalThis as unknown as Window

/** Feature → channel → call. A call without a request takes `null`. */
export const bridge: Bridge = lares

/** What main told before anything was asked; null in a window that came later. */
export const atStart = (): AtStart | null => (lares as Partial<Window>['lares'])?.atStart ?? null

/** Hears everything main says unasked; returns the function that stops it. */
export const onNews = (listener: (news: News) => void): (() => void) => lares.onNews(listener)
