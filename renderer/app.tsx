/** The window as a whole: the way in (welcome or unlock), then the house with its rooms. */
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { UnlockView } from './views/unlock/unlock-view.tsx'
import { useSession } from './state/session.ts'
import { useSettings } from './state/settings.ts'
import { ProblemCard, RetryButton } from './ui/plain.tsx'
import { Spinner } from './ui/spinner.tsx'
import { Toasts } from './ui/toasts.tsx'

/** Nobody has typed a passphrase by then. */
const AT_THE_DOOR_MS = 400
const openHouse = () => import('./views/shell/app-shell.tsx')
const WelcomeView = lazy(async () => ({ default: (await import('./views/welcome/welcome-view.tsx')).WelcomeView }))
/** The rooms are most of the code, and the door is all that shows at first: they are fetched from the disk while somebody types a passphrase. */
const AppShell = lazy(async () => ({ default: (await openHouse()).AppShell }))

export const App = (): ReactNode => {
  // Everything below is drawn again when the language changes: words are looked up as they are drawn.
  useSettings((state) => state.spoken)
  const isKnown = useSession((state) => state.vault !== null)
  useEffect(() => {
    if (!isKnown) return undefined
    // Not at once: whoever is at the door already finds the field first.
    let idle: number | undefined
    const waited = setTimeout(() => { idle = requestIdleCallback(() => { void openHouse() }) }, AT_THE_DOOR_MS)
    return () => { clearTimeout(waited); if (idle !== undefined) cancelIdleCallback(idle) }
  }, [isKnown])
  return <><Suspense fallback={<Waiting />}><Place /></Suspense><Toasts /></>
}

const Waiting = (): ReactNode => <main className="flex h-full items-center justify-center p-8"><Spinner /></main>

/** Where the person stands: outside, at the door, or in the house. */
const Place = (): ReactNode => {
  const { vault, problem, isWelcoming, load } = useSession()
  if (vault === null) {
    return (
      <main className="flex h-full items-center justify-center p-8">
        {problem === null ? <Spinner /> : <ProblemCard problem={problem} actions={<RetryButton onRetry={() => { void load() }} />} className="max-w-lg" />}
      </main>
    )
  }
  if (vault.state === 'none' || isWelcoming) return <WelcomeView vault={vault} />
  if (vault.state === 'locked') return <UnlockView vault={vault} />
  return <AppShell />
}
