/** Whether Ollama is there and can be used, and what to do when not: every state on the way from nothing to a model, each with its next step. */
import { CircleCheck, Cpu, Download, RotateCcw, Unplug } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { isSameModel, suggestedModel, type ModelStatus } from '../../../shared/models.ts'
import { wording, type Problem } from '../../../shared/problems.ts'
import type { OllamaSettings } from '../../../shared/settings.ts'
import { useModels } from '../../state/models.ts'
import { useSettings } from '../../state/settings.ts'
import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/more.tsx'
import { EmptyState, ErrorCard } from '../../ui/states.tsx'
import { strings } from './model-strings.ts'

interface StateProps { readonly status: ModelStatus['ollama']; readonly ollama: OllamaSettings }

export const OllamaState = ({ status, ollama }: StateProps): ReactNode => {
  const change = useSettings((state) => state.change)
  const { problem, elsewhere } = status
  const here = status.models.filter((model) => !model.cloud)
  if (!status.reachable) {
    if (problem === null) return null
    const move = elsewhere === null ? null : <Button small tone="primary" onPress={() => { void change({ ollama: { ...ollama, address: `http://${elsewhere}` } }) }}>{strings.useElsewhere}</Button>
    if (problem.name === 'local.unreachable') return <NotRunning problem={problem} elsewhere={elsewhere} actions={<>{move}<Again /></>} />
    return <ErrorCard problem={problem} actions={<>{elsewhere !== null && <p className="w-full">{strings.elsewhere(elsewhere)}</p>}{move}<Again /></>} />
  }
  const isMissing = problem?.name === 'local.no-model'
  return (
    <>
      {problem !== null && !isMissing && <ErrorCard problem={problem} actions={<Again />} />}
      {problem?.name !== 'local.too-old' && <Running status={status} />}
      {isMissing && here.length === 0 && <NoModel />}
      {isMissing && here.length > 0 && <Missing name={String(problem.detail['model'])} instead={here[0]?.name ?? ''} ollama={ollama} />}
    </>
  )
}

/** Where most people start: not a fault, a thing to do. */
const NotRunning = ({ problem, elsewhere, actions }: { readonly problem: Problem; readonly elsewhere: string | null; readonly actions: ReactNode }): ReactNode => (
  <div role="status" className="flex gap-3 rounded-card border border-amber-edge bg-amber-tint px-4 py-3">
    <Unplug size={18} aria-hidden className="mt-0.5 shrink-0 text-amber" />
    <div className="flex min-w-0 grow flex-col gap-3">
      <p className="font-medium text-amber">{wording(problem).says}</p>
      {elsewhere === null
        ? (
          <ul className="flex list-disc flex-col gap-2 pl-4">
            <li>{strings.install}</li>
            <li>{strings.start} <Command text={strings.startCommand} /></li>
          </ul>
        )
        : <p>{strings.elsewhere(elsewhere)}</p>}
      <p>{strings.meanwhile}</p>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  </div>
)

const Running = ({ status: { version, at, atOther, cloudOff } }: Pick<StateProps, 'status'>): ReactNode => (
  <div className="flex flex-wrap gap-x-3 gap-y-2 rounded-card border px-4 py-3">
    <CircleCheck size={18} aria-hidden className="mt-0.5 shrink-0 text-moss" />
    <div className="flex min-w-0 grow basis-60 flex-col gap-1">
      <p role="status" className="font-medium">{strings.running(version ?? '', at ?? '')}</p>
      {atOther && <p className="text-muted">{strings.atOther}</p>}
      {cloudOff === true && <p className="text-xs text-muted">{strings.cloudOff}</p>}
      {cloudOff === false && (
        <div className="flex flex-col gap-1 text-xs text-muted">
          <p>{strings.cloudOn}</p>
          <More small label={strings.cloudHow}>
            <p className="flex flex-col items-start gap-1.5 pl-4">{strings.cloudSteps.map((step, index) => index % 2 === 0 ? <span key={step}>{step}</span> : <Command key={step} text={step} />)}</p>
          </More>
        </div>
      )}
    </div>
    <Again />
  </div>
)

const Again = (): ReactNode => {
  const { load, isAsking } = useModels()
  return <Button small icon={<RotateCcw size={14} aria-hidden />} isWaiting={isAsking} onPress={() => { void load() }}>{isAsking ? strings.asking : strings.check}</Button>
}

const Command = ({ text }: { readonly text: string }): ReactNode => <code className="rounded-chip border bg-sunken px-2 py-0.5 font-mono text-xs whitespace-nowrap text-ink select-all">{text}</code>

/** Starts a download and says why it could not. */
const useDownload = (): { readonly download: (model: string) => void; readonly refused: Problem | null } => {
  const pull = useModels((state) => state.pull)
  const [refused, setRefused] = useState<Problem | null>(null)
  return { refused, download: (model) => { void pull(model).then((answer) => { setRefused(answer.ok ? null : answer.problem) }) } }
}

const NoModel = (): ReactNode => {
  const isComing = useModels((state) => state.pulls.length > 0)
  const { download, refused } = useDownload()
  if (isComing) return null
  const { name, bytes } = suggestedModel
  return (
    <div className="rounded-card border">
      <EmptyState icon={<Cpu size={24} />} title={strings.emptyTitle} actions={<Button tone="primary" icon={<Download size={16} aria-hidden />} onPress={() => { download(name) }}>{strings.get(name, bytes)}</Button>}>
        <p>{strings.empty(name, bytes)}</p>
        {refused !== null && <ErrorCard problem={refused} className="mt-3 text-left" />}
      </EmptyState>
    </div>
  )
}

const Missing = ({ name, instead, ollama }: { readonly name: string; readonly instead: string; readonly ollama: OllamaSettings }): ReactNode => {
  const change = useSettings((state) => state.change)
  const isComing = useModels((state) => state.pulls.some((pull) => isSameModel(pull.model, name)))
  const { download, refused } = useDownload()
  return (
    <div className="flex flex-col gap-2 rounded-card border border-amber-edge bg-amber-tint px-4 py-3">
      <p className="font-medium text-amber">{strings.missing(name)}</p>
      <p>{strings.missingText}</p>
      {!isComing && (
        <div className="mt-1 flex flex-wrap gap-2">
          <Button small icon={<Download size={14} aria-hidden />} onPress={() => { download(name) }}>{strings.get(name, name === suggestedModel.name ? suggestedModel.bytes : null)}</Button>
          <Button small onPress={() => { void change({ ollama: { ...ollama, model: instead, modelFor: { read: null, write: null, privacy: null } } }) }}>{strings.useInstead(instead)}</Button>
        </div>
      )}
      {refused !== null && <ErrorCard problem={refused} />}
    </div>
  )
}
