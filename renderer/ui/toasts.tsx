/** Short news at the edge of the window, with at most one thing to do about it. */
import type { ReactNode } from 'react'
import { Toaster, toast } from 'sonner'
import { wording, type Problem } from '../../shared/problems.ts'
import { strings } from './strings.ts'

/** Says that something was done; `action` takes it back or leads there. */
export const notifyDone = (text: string, action?: { readonly label: string; readonly onPress: () => void }): void => {
  toast(text, action === undefined ? {} : { action: { label: action.label, onClick: action.onPress } })
}

/** Says what went wrong and what to do about it. */
export const notifyProblem = (problem: Problem): void => {
  const { says, todo } = wording(problem)
  toast(says, { description: todo, duration: 9000 })
}

export const clearToasts = (): void => { toast.dismiss() }

/** Stands once, at the top of the app, where it covers neither the composer nor a view's actions. It stays usable while a dialog is open. */
export const Toasts = (): ReactNode => (
  <div data-react-aria-top-layer="true">
    <Toaster
      position="bottom-left" containerAriaLabel={strings.news} offset={{ left: 112, bottom: 20 }} gap={8} duration={6000}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'floats flex w-[356px] items-center gap-3 px-4 py-3 text-sm text-ink font-sans',
          content: 'flex grow flex-col gap-0.5',
          title: 'font-medium',
          description: 'text-xs text-muted',
          actionButton: 'shrink-0 rounded-chip border border-edge px-2.5 py-1 text-xs font-medium text-ember hover:bg-hover',
        },
      }}
    />
  </div>
)
