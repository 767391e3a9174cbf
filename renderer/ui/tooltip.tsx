/** A word about a control, on hover and on keyboard focus. It only repeats or explains; nothing is said here alone. */
import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

interface TooltipProps { readonly text: string; /** A kit button or another focusable react-aria control. */ readonly children: ReactElement }

export const Tooltip = ({ text, children }: TooltipProps): ReactNode => (
  <TooltipTrigger delay={500} closeDelay={80}>
    {children}
    <AriaTooltip offset={6} className="max-w-64 rounded-chip bg-ink px-2 py-1 text-xs text-ground shadow-float data-entering:animate-fade-in data-exiting:animate-fade-out">{text}</AriaTooltip>
  </TooltipTrigger>
)
