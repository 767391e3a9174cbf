/** Step two: the recovery words, once, and a check that they are on paper. */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Form } from 'react-aria-components/Form'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Checkbox } from '../../ui/switch.tsx'
import { strings } from './strings.ts'

interface RecoveryWordsProps { readonly words: readonly string[]; readonly onSafe: () => void }

export const RecoveryWords = ({ words, onSafe }: RecoveryWordsProps): ReactNode => {
  const [isChecking, setChecking] = useState(false)
  return isChecking ? <Check words={words} onBack={() => { setChecking(false) }} onSafe={onSafe} /> : <Words words={words} onNext={() => { setChecking(true) }} />
}

const useHeadingFocus = (): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { heading.current?.focus() }, [])
  return heading
}

const Words = ({ words, onNext }: { readonly words: readonly string[]; readonly onNext: () => void }): ReactNode => {
  const heading = useHeadingFocus()
  const [isWritten, setWritten] = useState(false)
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-2">
        <h1 ref={heading} tabIndex={-1} className="font-serif text-xl outline-none">{strings.wordsTitle}</h1>
        <p className="text-muted">{strings.wordsText}</p>
      </header>
      <ol aria-label={strings.wordsList} className="grid grid-flow-col grid-cols-3 gap-x-6 rounded-card border bg-raised px-5 py-4" style={{ gridTemplateRows: `repeat(${String(Math.ceil(words.length / 3))}, auto)` }}>
        {words.map((word, index) => (
          <li key={index} className="flex items-baseline gap-2.5 py-1">
            <span aria-hidden className="w-5 text-right text-xs text-muted">{index + 1}</span>
            <span className="font-mono select-text">{word}</span>
          </li>
        ))}
      </ol>
      <Checkbox label={strings.written} isSelected={isWritten} onChange={setWritten} />
      <Button tone="primary" isDisabled={!isWritten} onPress={onNext}>{strings.next}</Button>
    </div>
  )
}

/** Two positions far apart, the same for everybody: this is a nudge to write, not a secret. */
const askedOf = (count: number): readonly [number, number] => [Math.floor(count / 4), Math.floor((count * 3) / 4)]

const Check = ({ words, onBack, onSafe }: { readonly words: readonly string[]; readonly onBack: () => void; readonly onSafe: () => void }): ReactNode => {
  const asked = askedOf(words.length)
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const [isTried, setTried] = useState(false)
  const isRight = (which: number): boolean => typed[which]?.trim().toLowerCase() === words[asked[which] ?? -1]
  const submit = (): void => {
    setTried(true)
    if (isRight(0) && isRight(1)) onSafe()
  }
  return (
    <Form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <header className="flex flex-col gap-2">
        <h1 className="font-serif text-xl">{strings.checkTitle}</h1>
        <p className="text-muted">{strings.checkText}</p>
      </header>
      {asked.map((position, which) => (
        <TextField
          key={position} autoFocus={which === 0} label={strings.word(position + 1)} value={typed[which] ?? ''} isMono maxLength={40}
          onChange={(value) => { setTyped(typed.with(which, value)); setTried(false) }} error={isTried && !isRight(which) ? strings.wordWrong(position + 1) : ''}
        />
      ))}
      <Button type="submit" tone="primary" isDisabled={typed.some((word) => word.trim() === '')}>{strings.confirm}</Button>
      <Button tone="quiet" onPress={onBack}>{strings.back}</Button>
    </Form>
  )
}
