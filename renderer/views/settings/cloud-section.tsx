/** Which cloud may be asked, where it is, its key, which goes in and never comes out, and its prices, which are no other provider's. */
import { Check, KeyRound } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import type { Problem } from '../../../shared/problems.ts'
import { Provider, type Settings } from '../../../shared/settings.ts'
import { bridge } from '../../bridge.ts'
import { useSettings } from '../../state/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/chip.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { CloudTest } from './cloud-test.tsx'
import { CommitField, Section } from './parts.tsx'
import { Prices } from './prices.tsx'
import { strings } from './strings.ts'

export const CloudSection = ({ settings }: { readonly settings: Settings }): ReactNode => <Section title={strings.cloud} text={strings.cloudText}><CloudChoice settings={settings} /></Section>

/** The same wherever it is chosen. */
export const CloudChoice = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const change = useSettings((state) => state.change)
  const { cloud } = settings
  const { provider } = cloud
  const isRemote = provider === 'openai' || provider === 'azure' || provider === 'compatible'
  return (
    <>
      <Select
        label={strings.provider} value={provider} description={strings.providerHints[provider]} onChange={(chosen) => { if (chosen !== provider) void change({ cloud: { ...cloud, provider: chosen, prices: null } }) }}
        options={Provider.options.map((id) => ({ id, label: strings.providers[id], hint: strings.providerHints[id] }))}
      />
      {(provider === 'azure' || provider === 'compatible') && <CommitField label={strings.cloudAddress} description={strings.cloudAddressHints[provider]} value={cloud.address} maxLength={300} onCommit={(address) => { void change({ cloud: { ...cloud, address } }) }} />}
      {isRemote && <CommitField label={strings.cloudModel} description={strings.cloudModelHints[provider]} value={cloud.model} maxLength={120} isRequired onCommit={(model) => { void change({ cloud: { ...cloud, model } }) }} />}
      {isRemote && <Key key={`${provider} ${cloud.address}`} />}
      {isRemote && <CloudTest key={`${provider} ${cloud.address} ${cloud.model}`} />}
      {isRemote && <Prices key={provider} cloud={cloud} />}
    </>
  )
}

const Key = (): ReactNode => {
  const [isStored, setStored] = useState<boolean | null>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isCurrent = true
    void bridge.settings.hasKey(null).then((answer) => { if (isCurrent && answer.ok) setStored(answer.value) })
    return () => { isCurrent = false }
  }, [])
  const put = async (key: string): Promise<void> => {
    const answer = await bridge.settings.setKey({ key })
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setTyped('')
    setStored(key !== '')
    notifyDone(key === '' ? strings.keyRemoved : strings.keySaved)
  }
  return (
    <Form className="flex flex-col gap-3" onSubmit={(event) => { event.preventDefault(); if (typed.trim() !== '') void put(typed.trim()) }}>
      <TextField type="password" label={strings.key} description={strings.keyHint} value={typed} onChange={setTyped} maxLength={500} />
      {problem !== null && <ErrorCard problem={problem} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" small isDisabled={typed.trim() === ''}>{strings.keyStore}</Button>
        {isStored === true && <Button small tone="danger" onPress={() => { void put('') }}>{strings.keyRemove}</Button>}
        <span role="status">
          {isStored === true && <Badge tone="stays" icon={<Check size={13} aria-hidden />}>{strings.keyStored}</Badge>}
          {isStored === false && <Badge icon={<KeyRound size={13} aria-hidden />}>{strings.keyNone}</Badge>}
        </span>
      </div>
    </Form>
  )
}
