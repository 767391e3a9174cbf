/** The models Ollama has: what each is and takes, which one works for Lares, and what can be done with it. */
import { CircleCheck, CloudOff, MemoryStick, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { isSameModel, type InstalledModel } from '../../../shared/models.ts'
import type { Result } from '../../../shared/result.ts'
import { modelFor, modelUses, type OllamaSettings } from '../../../shared/settings.ts'
import { useHousehold } from '../../state/household.ts'
import { useModels } from '../../state/models.ts'
import { useSettings } from '../../state/settings.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Badge } from '../../ui/chip.tsx'
import { dateInWords } from '../../ui/dates.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { ErrorCard, Spinner } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { clockTime } from '../../ui/when.ts'
import { strings } from './model-strings.ts'

interface ListProps { readonly models: readonly InstalledModel[]; readonly ollama: OllamaSettings }

export const InstalledModels = ({ models, ollama }: ListProps): ReactNode => {
  const [doomed, setDoomed] = useState<InstalledModel | null>(null)
  const remove = useModels((state) => state.remove)
  return (
    <section aria-label={strings.installed} className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{strings.installed}</h3>
      <ul className="divide-y border-y">
        {models.map((model) => <li key={model.name} className="py-3.5"><Model model={model} ollama={ollama} onRemove={() => { setDoomed(model) }} /></li>)}
      </ul>
      {doomed !== null && (
        <ConfirmDialog
          isOpen isDanger title={strings.removeTitle(doomed.name)} confirm={strings.removeConfirm} onClose={() => { setDoomed(null) }}
          onConfirm={() => { setDoomed(null); void remove(doomed.name).then(say(strings.removed(doomed.name))) }}
        >
          <p>{strings.removeText(doomed.bytes, usesOf(doomed.name, ollama).length > 0)}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}

/** What a model works for. */
const usesOf = (name: string, ollama: OllamaSettings): readonly (typeof modelUses)[number][] => modelUses.filter((use) => isSameModel(modelFor(ollama, use), name))
const say = (done: string) => (answer: Result<null>): void => { if (answer.ok) notifyDone(done); else notifyProblem(answer.problem) }

const Model = ({ model, ollama, onRemove }: { readonly model: InstalledModel; readonly ollama: OllamaSettings; readonly onRemove: () => void }): ReactNode => {
  const change = useSettings((state) => state.change)
  const zone = useHousehold((state) => state.household?.zone ?? 'UTC')
  const { unload, test, tests } = useModels()
  const { name, loaded } = model
  const uses = usesOf(name, ollama)
  const isTesting = Object.values(tests).includes(null)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-3">
        <div className="flex min-w-0 grow flex-col gap-1">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-mono text-sm wrap-anywhere">{name}</span>
            {uses.length > 0 && <Badge tone="stays" icon={<CircleCheck size={13} aria-hidden />}>{uses.length === modelUses.length ? strings.inUse : strings.inUseFor(uses)}</Badge>}
            {model.cloud && <Badge tone="refused" icon={<CloudOff size={13} aria-hidden />}>{strings.inCloud}</Badge>}
          </p>
          <p className="text-xs text-muted">
            {model.cloud ? strings.inCloudText : [...strings.facts(model.bytes, model.family, model.parameters, model.quantisation), ...(model.modifiedAt === null ? [] : [strings.changed(dateInWords(model.modifiedAt.slice(0, 10)))])].join(' · ')}
          </p>
        </div>
        <div className="flex shrink-0 items-center gap-2">
          {!model.cloud && !isSameModel(ollama.model, name) && <Button small label={strings.useIt(name)} onPress={() => { void change({ ollama: { ...ollama, model: name } }) }}>{strings.use}</Button>}
          {!model.cloud && <Button small label={strings.testIt(name)} isDisabled={isTesting} onPress={() => { void test(name) }}>{strings.test}</Button>}
          <IconButton small label={strings.remove(name)} icon={<Trash2 size={16} aria-hidden />} onPress={onRemove} />
        </div>
      </div>
      {loaded !== null && (
        <div className="flex items-center gap-3 text-xs text-muted">
          <MemoryStick size={15} aria-hidden className="shrink-0" />
          <p className="min-w-0 grow"><span className="font-medium text-ink">{strings.inMemory(loaded.bytes)}</span>, {strings.inMemoryText(loaded.gpuBytes, loaded.bytes, loaded.contextTokens, loaded.until === null ? null : clockTime(loaded.until, zone))}</p>
          <Button small tone="quiet" label={strings.freeIt(name)} onPress={() => { void unload(name).then(say(strings.freed(name))) }}>{strings.free}</Button>
        </div>
      )}
      <TestResult model={model} />
    </div>
  )
}

const TestResult = ({ model: { name, loaded } }: { readonly model: InstalledModel }): ReactNode => {
  const result = useModels((state) => state.tests[name])
  const stopTest = useModels((state) => state.stopTest)
  if (result === undefined) return null
  if (result === null) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Spinner label={loaded === null ? strings.testing(name) : strings.testLoaded(name)} />
        <Button small tone="quiet" onPress={stopTest}>{strings.stopTest}</Button>
      </div>
    )
  }
  if (!result.ok) return <ErrorCard problem={result.problem} />
  const { answer, firstWordMs, loadMs, tokensPerSecond } = result.value
  return (
    <div role="status" className="flex gap-2.5 rounded-card border border-moss-edge bg-moss-tint px-3 py-2">
      <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0 text-moss" />
      <div className="flex flex-col">
        <p className="font-medium text-moss">{strings.tested(answer)}</p>
        <p>{strings.testedText(firstWordMs, loadMs, tokensPerSecond)}</p>
      </div>
    </div>
  )
}
