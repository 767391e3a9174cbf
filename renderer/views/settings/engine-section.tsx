/** Who reads the sentences: the built-in rules, or a model that Ollama runs on this computer, with everything about those models. */
import { useEffect, type ReactNode } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import { useModels } from '../../state/models.ts'
import { useSettings } from '../../state/settings.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ErrorCard, Skeleton } from '../../ui/states.tsx'
import { DownloadField, Downloads } from './downloads.tsx'
import { InstalledModels } from './installed-models.tsx'
import { ModelSettings } from './model-settings.tsx'
import { OllamaState } from './ollama-state.tsx'
import { Section } from './parts.tsx'
import { strings } from './strings.ts'

export const EngineSection = ({ settings }: { readonly settings: Settings }): ReactNode => <Section isWide title={strings.engine} text={strings.engineText}><EngineChoice settings={settings} /></Section>

/** The same wherever it is chosen. */
export const EngineChoice = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const change = useSettings((state) => state.change)
  return (
    <>
      <div className="flex flex-col items-start gap-2">
        <SegmentedControl label={strings.engineLabel} value={settings.engine} onChange={(engine) => { void change({ engine }) }} items={[{ id: 'builtin', label: strings.engines.builtin }, { id: 'ollama', label: strings.engines.ollama }]} />
        <p className="text-xs text-muted">{strings.engineHints[settings.engine]}</p>
      </div>
      {settings.engine === 'ollama' && <ModelManager settings={settings} />}
    </>
  )
}

const ModelManager = ({ settings: { ollama } }: { readonly settings: Settings }): ReactNode => {
  const { status, problem, load } = useModels()
  // Another address or model is another answer.
  useEffect(() => { void load() }, [load, ollama])
  return (
    <>
      {problem !== null && <ErrorCard problem={problem} onRetry={() => { void load() }} />}
      {status === null && problem === null && <Skeleton lines={[80, 45, 60]} />}
      {status !== null && <OllamaState status={status} ollama={ollama} />}
      <Downloads />
      {status !== null && status.models.length > 0 && <InstalledModels models={status.models} ollama={ollama} />}
      {status?.reachable === true && status.problem?.name !== 'local.too-old' && <DownloadField isFirst={status.models.length === 0} />}
      <ModelSettings ollama={ollama} models={status?.models ?? []} />
    </>
  )
}
