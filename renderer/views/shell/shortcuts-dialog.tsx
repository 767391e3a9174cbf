/** Every key that does something: those that work everywhere, and those of the calendar. */
import type { ReactNode } from 'react'
import { useOverlay } from '../../state/overlay.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { strings as calendar } from '../calendar/strings.ts'
import { commands, PALETTE_KEYS } from './commands.ts'
import { Kbd } from './kbd.tsx'
import { strings } from './strings.ts'

export const ShortcutsDialog = (): ReactNode => {
  const { shown, close } = useOverlay()
  const everywhere = [{ id: 'palette', label: strings.palette.title, keys: PALETTE_KEYS }, ...commands]
  return (
    <Dialog isOpen={shown === 'shortcuts'} onClose={close} title={strings.shortcuts.title} size="large" isReading>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <Part title={strings.shortcuts.everywhere}>
          {everywhere.map(({ id, label, keys }) => keys !== undefined && <Row key={id} what={label}><Kbd keys={keys} /></Row>)}
        </Part>
        <Part title={strings.shortcuts.chat}>
          {/* Where it works: renderer/views/chat/thread.tsx. */}
          <Row what={strings.shortcuts.stepping}><kbd className="shrink-0 rounded-chip border bg-sunken px-1.5 font-mono text-xs text-muted">Alt ↑ ↓</kbd></Row>
        </Part>
        <Part title={strings.shortcuts.calendar}>
          {calendar.keys.rows.map(([keys, what]) => <Row key={keys} what={what}><kbd className="shrink-0 rounded-chip border bg-sunken px-1.5 font-mono text-xs text-muted">{keys}</kbd></Row>)}
        </Part>
      </div>
    </Dialog>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => (
  <section className="flex flex-col gap-2">
    <h3 className="font-serif text-base">{title}</h3>
    <dl className="divide-y border-y">{children}</dl>
  </section>
)

const Row = ({ what, children }: { readonly what: string; readonly children: ReactNode }): ReactNode => (
  <div className="flex items-baseline justify-between gap-4 py-1.5">
    <dt className="first-letter:uppercase">{what}</dt>
    <dd>{children}</dd>
  </div>
)
