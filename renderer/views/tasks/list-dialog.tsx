/** Names a new list. It is there for good once something stands on it. */
import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { strings } from './strings.ts'

const words = strings.lists
const LONGEST = 120

export const ListDialog = ({ onClose, onName }: { readonly onClose: () => void; readonly onName: (name: string) => void }): ReactNode => {
  const [name, setName] = useState('')
  const [error, setError] = useState('')
  const submit = (): void => {
    const said = name.trim()
    if (said === '') setError(words.noName)
    else if (said.length > LONGEST) setError(words.longName)
    else onName(said)
  }
  return (
    <Dialog isOpen onClose={onClose} title={words.newTitle} size="small" actions={<><Button onPress={onClose}>{strings.cancel}</Button><Button tone="primary" onPress={submit}>{words.create}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); submit() }}>
        <TextField label={words.name} value={name} onChange={(value) => { setName(value); setError('') }} error={error} placeholder={words.namePlaceholder} maxLength={LONGEST + 10} autoFocus />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
