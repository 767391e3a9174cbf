/** Models on their way: how far each has come, and a field for the name of another. */
import { CircleStop, Download, Play, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import type { Pull } from '../../../shared/models.ts'
import { wording, type Problem } from '../../../shared/problems.ts'
import { useModels } from '../../state/models.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { strings } from './model-strings.ts'

export const Downloads = (): ReactNode => {
  const { pulls, arrived } = useModels()
  return (
    <>
      {/* There before anything is, so that what comes into it is read out. */}
      <p role="status" className="sr-only">{[...(arrived === null ? [] : [strings.arrived(arrived)]), ...pulls.map(spoken)].filter((text) => text !== '').join('. ')}</p>
      {pulls.length > 0 && (
        <ul aria-label={strings.downloads} className="flex flex-col gap-3">
          {pulls.map((pull) => <li key={pull.model}><OneDownload pull={pull} /></li>)}
        </ul>
      )}
    </>
  )
}

/** Changes ten times during a download, not with every byte. */
const spoken = ({ model, phase, completedBytes, totalBytes }: Pull): string => {
  if (phase === 'downloading') return totalBytes === 0 ? '' : strings.spoken(model, Math.floor((completedBytes / totalBytes) * 10))
  return `${model}: ${strings.phases[phase]}`
}

const OneDownload = ({ pull }: { readonly pull: Pull }): ReactNode => {
  const { pull: start, stopPull, dismissPull } = useModels()
  const { model, phase, completedBytes, totalBytes, secondsLeft, problem } = pull
  const isOver = phase === 'stopped' || phase === 'failed'
  const amount = totalBytes === 0 ? '' : strings.progress(completedBytes, totalBytes, secondsLeft)
  return (
    <div className="flex flex-col gap-3 rounded-card border bg-raised px-4 py-3">
      <Progress label={strings.downloading(model)} share={totalBytes === 0 || phase === 'verifying' ? null : completedBytes / totalBytes} text={[strings.phases[phase], phase === 'verifying' ? '' : amount].filter((part) => part !== '').join(' · ')} isResting={isOver} />
      {problem !== null && <ErrorCard problem={problem} />}
      <div className="flex flex-wrap items-center gap-2">
        {/* One button in two states, so that it keeps the focus. */}
        <Button small tone={isOver ? 'primary' : 'secondary'} icon={isOver ? <Play size={14} aria-hidden /> : <CircleStop size={14} aria-hidden />} onPress={() => { if (isOver) void start(model); else stopPull(model) }}>{isOver ? strings.resume : strings.stop}</Button>
        {isOver && <Button small tone="quiet" icon={<X size={14} aria-hidden />} onPress={() => { dismissPull(model) }}>{strings.dismiss}</Button>}
        {isOver && problem === null && <span className="text-xs text-muted">{strings.stoppedText}</span>}
      </div>
    </div>
  )
}

export const DownloadField = ({ isFirst }: { readonly isFirst: boolean }): ReactNode => {
  const pull = useModels((state) => state.pull)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const start = async (): Promise<void> => {
    const answer = await pull(name.trim())
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setName('')
  }
  return (
    <Form className="flex items-start gap-2" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void start() }}>
      <TextField isMono className="grow" label={isFirst ? strings.first : strings.another} description={strings.anotherHint} error={problem === null ? '' : `${wording(problem).says} ${wording(problem).todo}`} value={name} onChange={(value) => { setName(value); setProblem(null) }} maxLength={120} />
      <Button type="submit" className="mt-[26px] h-10" icon={<Download size={16} aria-hidden />} isDisabled={name.trim() === ''}>{strings.download}</Button>
    </Form>
  )
}
