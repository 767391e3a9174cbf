/** Short news at the edge of the window, with at most one thing to do about it. What shows it is read when the window has nothing else to do; news waits until then. */
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import type { toast as Toast } from 'sonner'
import { wording, type Problem } from '../../shared/problems.ts'

const read = () => import('./toaster.tsx')
const ToastStand = lazy(async () => ({ default: (await read()).ToastStand }))
const stand = Promise.withResolvers<null>()
const standing = (): void => { stand.resolve(null) }
let say: typeof Toast | null = null
void stand.promise.then(read).then(({ toast }) => { say = toast })

const whenStanding = (show: (toast: typeof Toast) => void): void => {
  if (say !== null) show(say)
  else void stand.promise.then(read).then(({ toast }) => { show(toast) })
}

/** Says that something was done; `action` takes it back or leads there. */
export const notifyDone = (text: string, action?: { readonly label: string; readonly onPress: () => void }): void => {
  whenStanding((toast) => { toast(text, action === undefined ? {} : { action: { label: action.label, onClick: action.onPress } }) })
}

/** Says what went wrong and what to do about it. */
export const notifyProblem = (problem: Problem): void => {
  const { says, todo } = wording(problem)
  whenStanding((toast) => { toast(says, { description: todo, duration: 9000 }) })
}

export const clearToasts = (): void => { say?.dismiss() }

export const Toasts = (): ReactNode => {
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    const idle = requestIdleCallback(() => { setRead(true) })
    return () => { cancelIdleCallback(idle) }
  }, [])
  return isRead ? <Suspense><ToastStand onStanding={standing} /></Suspense> : null
}
