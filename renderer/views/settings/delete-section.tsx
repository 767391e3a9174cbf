/** The end of a household: what goes, what stays, and the passphrase, so that nobody else and no slip can do it. */
import { Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import { wording, type Problem } from '../../../shared/problems.ts'
import { bridge } from '../../bridge.ts'
import { useChat } from '../../state/chat.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { notifyProblem } from '../../ui/toasts.tsx'
import { Section } from './parts.tsx'
import { strings } from './strings.ts'

const words = strings.erase

export const DeleteSection = (): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  const [isBack, setBack] = useState(false)
  return (
    <Section title={words.title} text={words.text}>
      {isOpen
        ? <Sure onClose={() => { setOpen(false); setBack(true) }} />
        : <Button className="self-start" tone="danger" autoFocus={isBack} icon={<Trash2 size={15} aria-hidden />} onPress={() => { setOpen(true) }}>{words.open}</Button>}
    </Section>
  )
}

const Sure = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isWrong = problem?.name === 'vault.wrong-passphrase'
  const submit = async (): Promise<void> => {
    if (isBusy || passphrase === '') return
    setBusy(true)
    useChat.getState().keepDrafts()
    const answer = await bridge.vault.erase({ passphrase })
    setBusy(false)
    if (answer.ok) return
    // By then this page is gone.
    if (answer.problem.name === 'vault.not-erased') notifyProblem(answer.problem)
    else setProblem(answer.problem)
  }
  return (
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <List title={words.goes} items={words.going} />
      <List title={words.stays} items={words.staying} />
      {problem !== null && !isWrong && <ErrorCard problem={problem} />}
      <TextField type="password" autoComplete="current-password" autoFocus label={words.passphrase} value={passphrase} onChange={(value) => { setPassphrase(value); setProblem(null) }} error={isWrong ? wording(problem).says : ''} maxLength={1000} />
      <div className="flex flex-wrap gap-2">
        <Button onPress={onClose}>{words.keep}</Button>
        <Button type="submit" tone="danger" isDisabled={passphrase === ''} isWaiting={isBusy}>{isBusy ? words.deleting : words.delete}</Button>
      </div>
    </Form>
  )
}

const List = ({ title, items }: { readonly title: string; readonly items: readonly string[] }): ReactNode => (
  <div className="flex flex-col gap-2">
    <h3 className="font-medium">{title}</h3>
    <ul className="flex list-disc flex-col gap-1 pl-5">{items.map((item) => <li key={item}>{item}</li>)}</ul>
  </div>
)
