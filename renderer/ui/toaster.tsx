/** Where short news is shown; toasts.tsx says it. */
import { useEffect, type ReactNode } from 'react'
import { Toaster } from 'sonner'
import { strings } from './strings.ts'

export { toast } from 'sonner'

/** Stands once, at the top of the app, where it covers neither the composer nor a view's actions. It stays usable while a dialog is open. */
export const ToastStand = ({ onStanding }: { readonly onStanding: () => void }): ReactNode => {
  useEffect(onStanding, [onStanding])
  return (
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
}
