/** Why a span stays, and what can be done about it: now, for this departure; or from now on, by a rule. */
import { ArrowUpRight, Blend, House, Trash2, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as PlainButton } from 'react-aria-components/Button'
import type { Replacement } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { quoted } from '../../../shared/language.ts'
import { useHousehold } from '../../state/household.ts'
import { stampInWords } from '../../ui/dates.ts'
import { canBeRule, ruleHolding } from '../household/rule-edits.ts'
import type { Dealings } from './dealings.ts'
import type { Spot } from './focus-return.ts'
import { layerIcons } from './layers.tsx'
import { Question } from './question.tsx'
import { strings } from './strings.ts'
import { CHANGED } from './tally.ts'
import { Vaguer } from './vaguer-form.tsx'

interface ReasonProps {
  readonly replacement: Replacement
  readonly spot: Spot
  readonly dealings: Dealings
  readonly onClose: () => void
}

/** What the popover is about by now; a release of what the vault knows comes to its second question. */
type Step = 'reason' | 'vaguer' | 'release' | 'release-known' | 'always' | 'always-known'

export const Reason = ({ replacement, spot, dealings, onClose }: ReasonProps): ReactNode => {
  const [step, setStep] = useState<Step>('reason')
  const { original, kind, release } = replacement
  const isKnown = release === 'twice'
  const known = strings.knownBy(original, kind, engineName(dealings.provider))
  const letLeave = (): void => {
    onClose()
    dealings.amend({ kind: 'release', phrase: original, known: isKnown }, spot)
  }
  const letAlways = (): void => {
    onClose()
    dealings.keepRule('release', original, spot)
  }
  switch (step) {
    case 'reason': return <Why replacement={replacement} spot={spot} dealings={dealings} onClose={onClose} onStep={setStep} />
    case 'vaguer': return <Vaguer original={original} kind={kind} onChoose={(into) => { onClose(); dealings.amend({ kind: 'change', phrase: original, into }, spot) }} />
    // A question of its own each time, so that the focus starts anew at the careful answer.
    case 'release': return <Question key={step} says={strings.releaseSure(original)} yes={strings.releaseYes} onNo={onClose} onYes={isKnown ? () => { setStep('release-known') } : letLeave} />
    case 'release-known': return <Question key={step} says={strings.releaseSure(original)} known={known} yes={strings.releaseKnownYes} onNo={onClose} onYes={letLeave} />
    case 'always': return <Question key={step} says={strings.alwaysSure(original)} yes={strings.alwaysYes} onNo={onClose} onYes={isKnown ? () => { setStep('always-known') } : letAlways} />
    case 'always-known': return <Question key={step} says={strings.alwaysSure(original)} known={known} yes={strings.alwaysKnownYes} onNo={onClose} onYes={letAlways} />
  }
}

const Why = ({ replacement, spot, dealings, onClose, onStep }: ReasonProps & { readonly onStep: (step: Step) => void }): ReactNode => {
  const { layer, kind, original, token, why, release } = replacement
  const Icon = layerIcons[layer]
  const isOwn = layer === 'you'
  const isCanary = kind === 'canary'
  const hasRules = dealings.rules !== null && layer !== 'rule' && !isCanary && canBeRule(original)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-1.5">
        <p className="flex items-center gap-2 text-xs font-medium text-moss"><Icon size={15} aria-hidden />{strings.layers[layer]}</p>
        <p className="[overflow-wrap:anywhere]"><span className="font-medium">{quoted(original)}</span> <span className="text-muted">{strings.staysAndLeaves}</span> <span className={kind === CHANGED ? 'rounded-chip bg-amber-tint px-1 text-amber' : 'rounded-chip bg-amber-tint px-1 font-mono text-xs text-amber'}>{token}</span></p>
        <p className="text-muted">{why}</p>
      </div>
      {release === 'never' && !isOwn && layer !== 'rule' && <p className="text-xs font-medium">{strings.never}</p>}
      {!isCanary && (
        <Deeds label={strings.thisTime}>
          {isOwn && <Deed icon={<Undo2 size={15} aria-hidden />} onPress={() => { onClose(); dealings.amend({ kind: 'unredact', phrase: original }, spot) }}>{strings.unredact}</Deed>}
          {release !== 'never' && <Deed icon={<ArrowUpRight size={15} aria-hidden />} onPress={() => { onStep('release') }}>{strings.release}</Deed>}
          <Deed icon={<Blend size={15} aria-hidden />} onPress={() => { onStep('vaguer') }}>{strings.vaguer}</Deed>
        </Deeds>
      )}
      {hasRules && (
        <Deeds label={strings.fromNowOn}>
          {release !== 'never' && <Deed icon={<ArrowUpRight size={15} aria-hidden />} onPress={() => { onStep('always') }}>{strings.always}</Deed>}
          <Deed icon={<House size={15} aria-hidden />} onPress={() => { onClose(); dealings.keepRule('forbid', original, spot) }}>{strings.forbid}</Deed>
        </Deeds>
      )}
      {layer === 'rule' && <Holding original={original} spot={spot} dealings={dealings} onClose={onClose} />}
    </div>
  )
}

/** The rule itself, and the way out of it. */
const Holding = ({ original, spot, dealings, onClose }: Omit<ReasonProps, 'replacement'> & { readonly original: string }): ReactNode => {
  const zone = useHousehold((state) => state.household?.zone)
  const rule = ruleHolding(dealings.rules ?? [], original)
  if (rule === null || zone === undefined) return null
  return (
    <Deeds label={strings.fromNowOn}>
      <p className="pb-1 text-xs text-muted [overflow-wrap:anywhere]">{strings.ruleSince(rule.phrase, rule.kind, stampInWords(rule.since, zone))}</p>
      <Deed icon={<Trash2 size={15} aria-hidden />} onPress={() => { onClose(); dealings.removeRule(rule, spot) }}>{strings.removeRule}</Deed>
    </Deeds>
  )
}

/** Deeds of one reach under its name. */
const Deeds = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => (
  <div role="group" aria-label={label} className="flex flex-col border-t pt-2.5">
    <p aria-hidden className="pb-1 text-xs text-muted">{label}</p>
    {children}
  </div>
)

const Deed = ({ icon, onPress, children }: { readonly icon: ReactNode; readonly onPress: () => void; readonly children: ReactNode }): ReactNode => (
  <PlainButton onPress={onPress} className="-mx-2 flex cursor-default items-center gap-2.5 rounded-chip px-2 py-1.5 text-left text-sm transition-colors duration-150 hover:bg-hover focus-visible:-outline-offset-2">
    <span className="shrink-0 text-muted">{icon}</span>{children}
  </PlainButton>
)
