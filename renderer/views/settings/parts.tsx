/** The building blocks of the settings page. */
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'

/** One subject: what it is about at the left, what can be set at the right. */
export const Section = ({ title, text, children, isWide = false }: { readonly title: string; readonly text: string; readonly children: ReactNode; readonly isWide?: boolean }): ReactNode => (
  <section aria-label={title} className="grid grid-cols-[13rem_1fr] gap-x-10 gap-y-4 border-t py-8 max-[1000px]:grid-cols-[10.5rem_1fr] narrow:grid-cols-[minmax(0,1fr)]">
    <header className="flex flex-col gap-1.5">
      <h2 className="font-serif text-lg">{title}</h2>
      <p className="text-xs text-muted">{text}</p>
    </header>
    <div className={classes('flex min-w-0 flex-col gap-6', isWide ? 'max-w-2xl' : 'max-w-md')}>{children}</div>
  </section>
)

interface CommitFieldProps {
  readonly label: string
  readonly value: string
  readonly description: string
  readonly maxLength: number
  readonly isRequired?: boolean
  readonly onCommit: (value: string) => void
}

/** A text that is written when it is left or Enter is pressed, not with every letter. An empty required one goes back to what it was. */
export const CommitField = ({ label, value, description, maxLength, isRequired = false, onCommit }: CommitFieldProps): ReactNode => {
  const [draft, setDraft] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setDraft(value)
  }
  const commit = (): void => {
    const text = draft.trim()
    if (text === '' && isRequired) setDraft(value)
    else if (text !== value) onCommit(text)
  }
  return (
    <Form onSubmit={(event) => { event.preventDefault(); commit() }}>
      <TextField isMono label={label} value={draft} onChange={setDraft} onBlur={commit} description={description} maxLength={maxLength} />
    </Form>
  )
}
