/** How models are used: where Ollama is, which model does what, how much context and memory it may take. */
import type { ReactNode } from 'react'
import { isSameModel, type InstalledModel } from '../../../shared/models.ts'
import { modelUses, type ModelUse, type OllamaSettings } from '../../../shared/settings.ts'
import { useSettings } from '../../state/settings.ts'
import { More } from '../../ui/more.tsx'
import { Select } from '../../ui/select.tsx'
import { strings } from './model-strings.ts'
import { CommitField } from './parts.tsx'

const contexts = [8192, 16_384, 32_768, 65_536, 131_072]
const keeps = [1, 5, 15, 60, -1]

/** The usual choices as options, and the one that is set when it is none of them. */
const optionsOf = (usual: readonly number[], current: number, label: (value: number) => string): { id: string; label: string }[] =>
  [...(usual.includes(current) ? usual : [current, ...usual])].map((value) => ({ id: String(value), label: label(value) }))

export const ModelSettings = ({ ollama, models }: { readonly ollama: OllamaSettings; readonly models: readonly InstalledModel[] }): ReactNode => {
  const change = useSettings((state) => state.change)
  const set = (part: Partial<OllamaSettings>): void => { void change({ ollama: { ...ollama, ...part } }) }
  const here = models.filter((model) => !model.cloud).map((model) => model.name)
  /** The name that is set may be another way to write an installed one. */
  const named = (chosen: string | null): { id: string; label: string; hint?: string }[] => [
    ...here.map((name) => ({ id: chosen !== null && isSameModel(name, chosen) ? chosen : name, label: name })),
    ...(chosen === null || here.some((name) => isSameModel(name, chosen)) ? [] : [{ id: chosen, label: chosen, hint: strings.notHere }]),
  ]
  const ownModel = (use: ModelUse): ReactNode => (
    <Select
      key={use} label={strings.useLabels[use]} description={strings.useHints[use]} value={ollama.modelFor[use] ?? ''}
      options={[{ id: '', label: strings.same(ollama.model) }, ...named(ollama.modelFor[use])]}
      onChange={(name) => { set({ modelFor: { ...ollama.modelFor, [use]: name === '' ? null : name } }) }}
    />
  )
  return (
    <div className="flex max-w-md flex-col gap-6">
      <CommitField label={strings.address} description={strings.addressHint} value={ollama.address} maxLength={200} isRequired onCommit={(address) => { set({ address }) }} />
      <More label={strings.more}>
        <div className="flex flex-col gap-6 pt-3">
          {here.length > 1 && <fieldset className="flex flex-col gap-4 border-l pl-4"><legend className="mb-3 -ml-4 text-xs text-muted">{strings.uses}</legend>{modelUses.map(ownModel)}</fieldset>}
          <Select label={strings.context} description={strings.contextHint} options={optionsOf(contexts, ollama.contextTokens, strings.contextTokens)} value={String(ollama.contextTokens)} onChange={(tokens) => { set({ contextTokens: Number(tokens) }) }} />
          <Select label={strings.keep} description={strings.keepHint} options={optionsOf(keeps, ollama.keepLoadedMinutes, strings.keepMinutes)} value={String(ollama.keepLoadedMinutes)} onChange={(minutes) => { set({ keepLoadedMinutes: Number(minutes) }) }} />
        </div>
      </More>
    </div>
  )
}
