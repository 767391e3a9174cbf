/** Who reads the sentences: the built-in rules, or a model that Ollama runs on this computer, with what Ollama says about itself. */
import { CircleCheck } from 'lucide-react'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { ModelStatus } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/result.ts'
import type { Settings } from '../../../shared/settings.ts'
import { bridge } from '../../bridge.ts'
import { useSettings } from '../../state/settings.ts'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorCard, Spinner } from '../../ui/states.tsx'
import { CommitField, Section } from './parts.tsx'
import { strings } from './strings.ts'

export const EngineSection = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const change = useSettings((state) => state.change)
  return (
    <Section title={strings.engine} text={strings.engineText}>
      <div className="flex flex-col items-start gap-2">
        <SegmentedControl label={strings.engineLabel} value={settings.engine} onChange={(engine) => { void change({ engine }) }} items={[{ id: 'builtin', label: strings.engines.builtin }, { id: 'ollama', label: strings.engines.ollama }]} />
        <p className="text-xs text-muted">{strings.engineHints[settings.engine]}</p>
      </div>
      {settings.engine === 'ollama' && <Ollama settings={settings} />}
    </Section>
  )
}

const Ollama = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const change = useSettings((state) => state.change)
  const { ollama } = settings
  const [status, setStatus] = useState<Result<ModelStatus> | null>(null)
  const check = useCallback(async (): Promise<void> => {
    setStatus(null)
    setStatus(await bridge.models.status(null))
  }, [])
  // Another address or model is another answer.
  useEffect(() => {
    let isCurrent = true
    void bridge.models.status(null).then((answer) => { if (isCurrent) setStatus(answer) })
    return () => { isCurrent = false }
  }, [ollama.address, ollama.model])
  const installed = status?.ok === true ? status.value.ollama.models.filter((model) => !model.cloud) : []
  const options = installed.map((model) => ({ id: model.name, label: model.name, hint: strings.gigabytes(model.bytes) }))
  return (
    <>
      <CommitField label={strings.ollamaAddress} description={strings.ollamaAddressHint} value={ollama.address} maxLength={200} isRequired onCommit={(address) => { void change({ ollama: { ...ollama, address } }) }} />
      {options.some((option) => option.id === ollama.model)
        ? <Select label={strings.ollamaModel} options={options} value={ollama.model} onChange={(model) => { void change({ ollama: { ...ollama, model } }) }} />
        : <CommitField label={strings.ollamaModel} description={strings.ollamaModelHint} value={ollama.model} maxLength={120} isRequired onCommit={(model) => { void change({ ollama: { ...ollama, model } }) }} />}
      <Status status={status} model={ollama.model} onCheck={() => { void check() }} />
    </>
  )
}

const Status = ({ status, model, onCheck }: { readonly status: Result<ModelStatus> | null; readonly model: string; readonly onCheck: () => void }): ReactNode => {
  if (status === null) return <Spinner label={strings.checking} />
  const problem = status.ok ? status.value.ollama.problem : status.problem
  const again = <Button small onPress={onCheck}>{strings.check}</Button>
  if (!status.ok || problem !== null) return problem === null ? null : <ErrorCard problem={problem} actions={again} />
  const { version, models } = status.value.ollama
  const here = models.filter((one) => !one.cloud)
  const elsewhere = models.filter((one) => one.cloud)
  return (
    <div role="status" className="flex gap-3 rounded-card border px-4 py-3">
      <CircleCheck size={18} aria-hidden className="mt-0.5 shrink-0 text-moss" />
      <div className="flex grow flex-col gap-1">
        <p className="font-medium">{strings.running(version)}</p>
        <p className="text-muted">{here.length === 0 ? strings.noModels : here.some((one) => one.name === model) ? strings.models(here.length) : strings.notInstalled(model)}</p>
        {elsewhere.length > 0 && <p className="text-xs text-muted">{strings.cloudModels(elsewhere.map((one) => one.name).join(', '))}</p>}
      </div>
      {again}
    </div>
  )
}
