/** The frame of everything before the house is open: the hearth at the left, one thing to do at the right. */
import { House, KeyRound, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Mark } from '../shell/mark.tsx'
import { strings } from './strings.ts'

const icons = [KeyRound, House, Undo2] as const

interface EntranceProps { /** Leave the promises out where they have been read already. */ readonly isBrief?: boolean; readonly children: ReactNode }

export const Entrance = ({ isBrief = false, children }: EntranceProps): ReactNode => (
  <div className="grid h-full grid-cols-[minmax(320px,5fr)_7fr] grid-rows-[minmax(0,1fr)] narrow:flex narrow:flex-col narrow:overflow-y-auto">
    <aside aria-label={strings.app} className="flex flex-col gap-10 overflow-y-auto border-r bg-sunken narrow:shrink-0 narrow:overflow-visible narrow:border-r-0 narrow:border-b narrow:gap-4 bg-[radial-gradient(90%_60%_at_0%_45%,var(--color-ember-tint),transparent)] px-12 py-10 max-[1000px]:px-9 narrow:py-4">
      <div className="mt-auto flex flex-col gap-4 narrow:mt-0 narrow:grid narrow:grid-cols-[auto_1fr] narrow:items-center narrow:gap-y-0">
        <Mark size={64} />
        <p className="font-serif text-xl">{strings.app}</p>
        <p className="max-w-xs font-serif text-lg text-muted">{strings.tagline}</p>
      </div>
      {!isBrief && (
        <ul className="flex max-w-sm flex-col gap-5 narrow:max-w-none narrow:gap-2">
          {strings.promises.map((promise, index) => {
            const Icon = icons[index] ?? House
            return <li key={promise} className="flex gap-3.5"><Icon size={18} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0 text-ember" />{promise}</li>
          })}
        </ul>
      )}
      <span aria-hidden className="mb-auto narrow:hidden" />
    </aside>
    <main className="flex min-h-0 flex-col overflow-y-auto px-12 py-10 max-[1000px]:px-9 narrow:shrink-0 narrow:overflow-visible narrow:py-6">
      <div className="m-auto w-full max-w-md">{children}</div>
    </main>
  </div>
)
