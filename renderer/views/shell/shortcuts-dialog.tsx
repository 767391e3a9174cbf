/** Every key that does something: those that work everywhere, which can be changed here, and those of single rooms. */
import { Pencil, RotateCcw } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useOverlay } from '../../state/overlay.ts'
import { useSettings } from '../../state/settings.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Keys } from '../../ui/keys.ts'
import { ErrorCard } from '../../ui/states.tsx'
import { strings as calendar } from '../calendar/strings.ts'
import { Kbd } from './kbd.tsx'
import { KeyRecorder } from './key-recorder.tsx'
import { callable, chosen, keysOf, refusalOf, unchosen, useOwnKeys } from './own-keys.ts'
import { strings } from './strings.ts'

export const ShortcutsDialog = (): ReactNode => {
  const { shown, close } = useOverlay()
  return (
    <Dialog isOpen={shown === 'shortcuts'} onClose={close} title={strings.shortcuts.title} size="large" isReading>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <OwnKeys />
        <div className="flex flex-col gap-6">
          <Part title={strings.shortcuts.chat}>
            {/* Where it works: renderer/views/chat/thread.tsx. */}
            <Row what={strings.shortcuts.stepping}><kbd className="shrink-0 rounded-chip border bg-sunken px-1.5 font-mono text-xs text-muted">Alt ↑ ↓</kbd></Row>
          </Part>
          <Part title={strings.shortcuts.calendar}>
            {calendar.keys.rows.map(([keys, what]) => <Row key={keys} what={what}><kbd className="shrink-0 rounded-chip border bg-sunken px-1.5 font-mono text-xs text-muted">{keys}</kbd></Row>)}
          </Part>
        </div>
      </div>
    </Dialog>
  )
}

/** One row for each command, with a way to other keys. */
const OwnKeys = (): ReactNode => {
  const own = useOwnKeys()
  const { change, problem } = useSettings()
  const [recording, setRecording] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<{ readonly id: string; readonly says: string } | null>(null)
  const rows = useRef(new Map<string, HTMLElement>()), before = useRef<string | null>(null)
  // Afterwards the focus is where it was: on the button of this row.
  useEffect(() => {
    if (recording === null && before.current !== null) [...rows.current.get(before.current)?.querySelectorAll('button') ?? []].at(-1)?.focus()
    before.current = recording
  }, [recording])
  const end = useCallback((): void => { setRecording(null) }, [])
  const keep = useCallback((keys: Keys | null): void => {
    const command = callable.find(({ id }) => id === recording)
    if (command === undefined) return
    const says = keys === null ? null : refusalOf(keys, command.id, own)
    setRefusal(says === null ? null : { id: command.id, says })
    if (says === null) void change({ keys: chosen(own, command, keys) })
    end()
  }, [recording, own, change, end])
  return (
    <Part
      title={strings.shortcuts.everywhere}
      below={<>
        {Object.keys(own).length > 0 && <Button small className="self-start" icon={<RotateCcw size={13} aria-hidden />} onPress={() => { setRefusal(null); void change({ keys: {} }) }}>{strings.keys.resetAll}</Button>}
        {problem !== null && <ErrorCard problem={problem} />}
      </>}
    >
      {callable.map((command) => {
        const { id, label } = command, keys = keysOf(command, own)
        return (
          <Row key={id} what={label} below={refusal?.id === id ? refusal.says : null}>
            {recording === id
              ? <KeyRecorder label={strings.keys.recording(label)} onKeys={keep} onCancel={end} />
              : (
                <span ref={(span) => { if (span === null) rows.current.delete(id); else rows.current.set(id, span) }} className="flex items-center gap-1">
                  {keys === undefined ? <span className="text-xs text-muted">{strings.keys.none}</span> : <Kbd keys={keys} />}
                  {own[id] !== undefined && <IconButton small label={strings.keys.reset(label)} icon={<RotateCcw size={13} aria-hidden />} onPress={() => { setRefusal(null); void change({ keys: unchosen(own, id) }) }} />}
                  <IconButton small label={strings.keys.change(label)} icon={<Pencil size={13} aria-hidden />} onPress={() => { setRefusal(null); setRecording(id) }} />
                </span>
              )}
          </Row>
        )
      })}
    </Part>
  )
}

const Part = ({ title, below, children }: { readonly title: string; readonly below?: ReactNode; readonly children: ReactNode }): ReactNode => (
  <section className="flex flex-col gap-2">
    <h3 className="font-serif text-base">{title}</h3>
    <dl className="divide-y border-y">{children}</dl>
    {below}
  </section>
)

const Row = ({ what, below = null, children }: { readonly what: string; /** Said beneath, in alarm. */ readonly below?: string | null; readonly children: ReactNode }): ReactNode => (
  <div className="flex flex-wrap items-center justify-between gap-x-4 py-1">
    <dt className="first-letter:uppercase">{what}</dt>
    <dd className="ml-auto flex min-h-7 items-center">{children}</dd>
    {below !== null && <dd role="alert" className="w-full text-xs text-wine">{below}</dd>}
  </div>
)
