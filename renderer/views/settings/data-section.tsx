/** The household's data is its own: everything as one file. */
import { useState, type ReactNode } from 'react'
import { bridge } from '../../bridge.ts'
import { Button } from '../../ui/button.tsx'
import { hintClass } from '../../ui/field.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { Section } from './parts.tsx'
import { strings } from './strings.ts'

const words = strings.data

export const DataSection = (): ReactNode => {
  const [isBusy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    const saved = await bridge.data.export(null)
    setBusy(false)
    if (!saved.ok) notifyProblem(saved.problem)
    else if (saved.value !== null) notifyDone(words.exported(saved.value))
  }
  return (
    <Section title={words.title} text={words.text}>
      <div className="flex flex-col gap-1.5">
        <Button className="self-start" describedBy="export-hint" isWaiting={isBusy} onPress={() => { void save() }}>{isBusy ? words.exporting : words.export}</Button>
        <p id="export-hint" className={hintClass}>{words.exportHint}</p>
      </div>
    </Section>
  )
}
