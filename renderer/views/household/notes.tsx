/** The notes of the household, and the form of one. */
import { StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import { Note, type Household } from '../../../shared/household.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { keep, keepOrSay, newId, put, withoutNote } from './edits.ts'
import { FormDialog, type Saved } from './form-dialog.tsx'
import { Row, Section } from './section.tsx'
import { strings } from './strings.ts'
import { useForm } from './use-form.ts'

const words = strings.notes

export const Notes = ({ household }: { readonly household: Household }): ReactNode => (
  <Section
    words={words} list="note" icon={<StickyNote size={24} />} items={household.notes} nameOf={(note) => note.title} removal={() => words.removal}
    onRemove={(note) => { void keepOrSay(withoutNote(household, note.id), strings.removed(note.title)) }}
    row={(note, left) => <Row name={note.title}><p className="line-clamp-3 max-w-prose whitespace-pre-line text-muted wrap-anywhere">{note.text}</p>{left}</Row>}
    form={(note, close) => <NoteForm household={household} note={note} onClose={close} />}
  />
)

const NoteForm = ({ household, note, onClose }: { readonly household: Household; readonly note: Note | null; readonly onClose: () => void }): ReactNode => {
  const { form, change, errors, check } = useForm(() => ({ title: note?.title ?? '', text: note?.text ?? '' }), words.errors)
  const save = async (): Saved => {
    const next: Note = { id: note?.id ?? newId(), title: form.title.trim(), text: form.text }
    return check(Note, next) ? keep({ ...household, notes: put(household.notes, next) }, note === null ? strings.added(next.title) : strings.changed(next.title)) : 'stay'
  }
  return (
    <FormDialog title={note === null ? words.addTitle : words.editTitle} isNew={note === null} onSave={save} onClose={onClose}>
      <TextField label={words.name} value={form.title} onChange={(title) => { change({ title }) }} error={errors.title} autoFocus />
      <TextArea label={words.text} value={form.text} onChange={(text) => { change({ text }) }} error={errors.text} rows={8} maxLength={4100} />
    </FormDialog>
  )
}
