/** The notes at the desk: what can be seen there and done, one after the other. They decide nothing, and closing them changes nothing. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { deskNoteOf, deskNotes, useWalk } from '../../state/walk.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from './note.tsx'
import { strings } from './strings.ts'

/** The receipt is one more, behind the decision. */
const ALL = deskNotes.length + 1

export const DeskNote = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const turnTo = useWalk((state) => state.turnTo), note = useWalk(deskNoteOf)
  const next = useRef<HTMLButtonElement>(null)
  const isShown = note !== null
  useEffect(() => { if (isShown) next.current?.focus() }, [isShown])
  if (note === null) return null
  const index = deskNotes.indexOf(note)
  const turn = (by: -1 | 1): void => {
    const to = deskNotes[index + by]
    if (to !== undefined) turnTo(to)
    else if (by === 1) onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    event.preventDefault()
    const by = event.key === 'ArrowRight' ? 1 : -1
    if (deskNotes[index + by] !== undefined) turn(by)
  }
  return (
    <Note label={strings.label(index + 1, ALL)} {...strings.notes[note]} counted={strings.counted(index + 1, ALL)} onKeyDown={onKeyDown} className="mx-7 mb-2">
      {(describedBy) => <>
        {index > 0 && <Button small tone="quiet" onPress={() => { turn(-1) }}>{strings.back}</Button>}
        <Button small tone="quiet" onPress={onClose}>{strings.end}</Button>
        <Button small buttonRef={next} describedBy={describedBy} onPress={() => { turn(1) }}>{index === deskNotes.length - 1 ? strings.close : strings.next}</Button>
      </>}
    </Note>
  )
}
