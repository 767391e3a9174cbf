/** The mark of the house: a flame in a hearth. */
import type { ReactNode } from 'react'

export const Mark = ({ size = 32 }: { readonly size?: number }): ReactNode => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden focusable="false">
    <path d="M4.5 28V14.6C4.5 8.2 9.6 3.5 16 3.5s11.5 4.7 11.5 11.1V28" className="stroke-ink" strokeWidth="2.2" strokeLinecap="round" />
    <path d="M2.5 28.4h27" className="stroke-ink" strokeWidth="2.2" strokeLinecap="round" />
    <path d="M16.3 10.2c.5 3-3.9 4.9-4.9 8.6-.9 3.3 1.3 6.2 4.6 6.2s5.6-2.7 4.7-6.1c-.4-1.5-1.2-2.5-1.5-4.1-.9.6-1.4 1.4-1.6 2.3-.7-1.9.2-4.5-1.3-6.9Z" transform="translate(16 25.4) scale(1.22) translate(-15.9 -25)" className="fill-ember" />
  </svg>
)
