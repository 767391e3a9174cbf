/** The frame of every form of the household: its fields, a way to save, and what main refused. */
import { useState, type ReactNode } from 'react'
import type { Problem } from '../../../shared/problems.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { strings } from './strings.ts'

/** null when it was saved, 'stay' when a field must be corrected first, else why it was refused. */
export type Saved = Promise<Problem | 'stay' | null>

interface FormDialogProps {
  readonly title: string
  readonly isNew: boolean
  readonly size?: 'medium' | 'large'
  readonly onSave: () => Saved
  readonly onClose: () => void
  readonly children: ReactNode
}

export const FormDialog = ({ title, isNew, size = 'medium', onSave, onClose, children }: FormDialogProps): ReactNode => {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    setBusy(true)
    const refused = await onSave()
    setBusy(false)
    if (refused === null) onClose()
    else setProblem(refused === 'stay' ? null : refused)
  }
  return (
    <Dialog
      isOpen onClose={onClose} title={title} size={size}
      actions={<>
        <Button onPress={onClose}>{strings.cancel}</Button>
        <Button tone="primary" isDisabled={isBusy} onPress={() => { void save() }}>{isNew ? strings.create : strings.save}</Button>
      </>}
    >
      <form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void save() }}>
        {problem !== null && <ErrorCard problem={problem} />}
        {children}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
