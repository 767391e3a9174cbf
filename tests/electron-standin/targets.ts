/** The pages of the browser: opens those the app asked for, and closes at once every other that a page or a person tries to open. */
import type { Devtools, DevtoolsSession } from './devtools.ts'

export interface Target {
  readonly id: string
  readonly session: DevtoolsSession
  /** A new page stands still until this is called, so that everything can be put into it first. */
  readonly resume: () => Promise<void>
  /** Gives the page itself this size; what Chromium draws around it comes on top. */
  readonly resize: (size: Size) => Promise<void>
  /** Fulfilled when the page is no more, also when a person closed its window. */
  readonly gone: Promise<void>
}

interface Size { readonly width: number; readonly height: number }

export interface Targets {
  readonly open: (size: Size) => Promise<Target>
  readonly close: (id: string) => Promise<void>
}

export async function createTargets(devtools: Devtools): Promise<Targets> {
  const attached = new Map<string, PromiseWithResolvers<string>>()
  const leaving = new Map<string, () => void>()
  let asked = 0
  const attachment = (id: string): PromiseWithResolvers<string> => {
    const known = attached.get(id) ?? Promise.withResolvers<string>()
    attached.set(id, known)
    return known
  }
  const close = async (targetId: string): Promise<void> => {
    attached.delete(targetId)
    await devtools.browser.send('Target.closeTarget', { targetId }).catch(() => undefined)
  }
  const resizer = (session: DevtoolsSession): Target['resize'] => {
    let frame: Size | null = null
    return async ({ width, height }) => {
      const { windowId, bounds } = await session.send('Browser.getWindowForTarget')
      if (frame === null) {
        const { cssLayoutViewport: inner } = await session.send('Page.getLayoutMetrics')
        frame = { width: (bounds.width ?? 0) - inner.clientWidth, height: (bounds.height ?? 0) - inner.clientHeight }
      }
      await session.send('Browser.setWindowBounds', { windowId, bounds: { width: width + frame.width, height: height + frame.height } })
    }
  }
  devtools.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    // The handler of a page that opens another is asked through Page.windowOpen; nothing but a refusal is served.
    if (targetInfo.openerId !== undefined || asked === 0) void close(targetInfo.targetId)
    else attachment(targetInfo.targetId).resolve(sessionId)
  })
  devtools.browser.on('Target.detachedFromTarget', ({ sessionId }) => { leaving.get(sessionId)?.() })
  await devtools.browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: [{ type: 'page' }] })
  return {
    open: async (size) => {
      asked++
      const { targetId } = await devtools.browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, width: size.width, height: size.height })
      const sessionId = await attachment(targetId).promise
      asked--
      const session = devtools.session(sessionId)
      const left = new Promise<void>((resolve) => { leaving.set(sessionId, resolve) })
      return { id: targetId, session, resume: async () => { await session.send('Runtime.runIfWaitingForDebugger') }, resize: resizer(session), gone: Promise.race([left, devtools.closed]) }
    },
    close,
  }
}
