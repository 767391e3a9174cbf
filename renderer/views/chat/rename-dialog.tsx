/** Gives a conversation another title. */
import { useState, type ReactNode } from 'react'
import { MAX_TITLE, type Conversation } from '../../../shared/conversation.ts'
import { useChat } from '../../state/chat.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { notifyProblem } from '../../ui/toasts.tsx'
import { strings } from './strings.ts'

const words = strings.rename

export const RenameDialog = ({ conversation, onClose }: { readonly conversation: Conversation; readonly onClose: () => void }): ReactNode => {
  const change = useChat((state) => state.change)
  const [title, setTitle] = useState(conversation.title)
  const isEmpty = title.trim() === ''
  const save = async (): Promise<void> => {
    if (isEmpty) return
    const problem = await change(conversation.id, title, conversation.pinned === true)
    if (problem === null) onClose()
    else notifyProblem(problem)
  }
  return (
    <Dialog isOpen onClose={onClose} title={words.title} size="small" actions={<><Button onPress={onClose}>{words.cancel}</Button><Button tone="primary" isDisabled={isEmpty} onPress={() => { void save() }}>{words.save}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); void save() }}>
        <TextField label={words.label} value={title} onChange={setTitle} maxLength={MAX_TITLE} autoFocus isRequired />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
