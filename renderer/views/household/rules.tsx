/** The standing rules of the household: what may leave and what never does, and the form of one with a look at what it would have changed. */
import { ArrowUpRight, Gavel, House } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { StandingRule, type Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import { systemClock, toInstant } from '../../../shared/time.ts'
import { useReplay } from '../../state/replay.ts'
import { Badge } from '../../ui/chip.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { stampInWords } from '../../ui/dates.ts'
import { hintClass, labelClass, TextField } from '../../ui/field.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { notifyProblem } from '../../ui/toasts.tsx'
import { keep, keepOrSay } from './edits.ts'
import { FormDialog, type Saved } from './form-dialog.tsx'
import { RuleReplay } from './rule-replay.tsx'
import { newRule, ruleAbout, withoutRule, withRule, type RuleKind } from './rule-edits.ts'
import { Row, RowLine, Section } from './section.tsx'
import { strings } from './strings.ts'
import { useForm } from './use-form.ts'

const words = strings.rules

export const Rules = ({ household }: { readonly household: Household }): ReactNode => (
  <Section
    words={words} list="rule" icon={<Gavel size={24} />} items={household.rules} nameOf={(rule) => rule.phrase} removal={(rule) => words.removal[rule.kind]}
    head={<p className="max-w-prose text-muted">{words.head}</p>}
    onRemove={(rule) => { void keepOrSay(withoutRule(household, rule.id), strings.removed(rule.phrase)) }}
    row={(rule, left) => <Row name={rule.phrase} facts={<KindBadge kind={rule.kind} />}><RowLine parts={[words.since(stampInWords(rule.since, household.zone))]} />{left}</Row>}
    form={(rule, close) => <RuleForm household={household} rule={rule} onClose={close} />}
  />
)

const KindBadge = ({ kind }: { readonly kind: RuleKind }): ReactNode => kind === 'release'
  ? <Badge tone="leaves" icon={<ArrowUpRight size={13} aria-hidden />}>{words.badges.release}</Badge>
  : <Badge tone="stays" icon={<House size={13} aria-hidden />}>{words.badges.forbid}</Badge>

const RuleForm = ({ household, rule, onClose }: { readonly household: Household; readonly rule: StandingRule | null; readonly onClose: () => void }): ReactNode => {
  const { form, change, errors, check } = useForm(() => ({ kind: rule?.kind ?? 'forbid', phrase: rule?.phrase ?? '' }), words.errors)
  const [isAsking, setAsking] = useState(false)
  const forgetReplay = useReplay((state) => state.forget)
  // What was seen holds for the phrase and the kind it was asked about.
  useEffect(() => forgetReplay, [forgetReplay, form.kind, form.phrase])
  const written = (): StandingRule => ({ ...newRule(form.kind, form.phrase, toInstant(systemClock.now())), ...(rule === null ? {} : { id: rule.id }) })
  const store = (): Promise<Problem | null> => keep(withRule(household, written()), rule === null ? strings.added(form.phrase.trim()) : strings.changed(form.phrase.trim()))
  const save = async (): Saved => {
    if (!check(StandingRule, written())) return 'stay'
    const isUnchanged = rule !== null && rule.kind === form.kind && rule.phrase === form.phrase.trim()
    if (isUnchanged) return null
    // What the vault knows may leave by such a rule, so it is asked about once more.
    if (form.kind === 'release') { setAsking(true); return 'stay' }
    return store()
  }
  const other = ruleAbout(household.rules, form.phrase, rule?.id ?? null)
  return (
    <>
      <FormDialog title={rule === null ? words.addTitle : words.editTitle} isNew={rule === null} onSave={save} onClose={onClose}>
        <div className="flex flex-col gap-1.5">
          <span className={labelClass}>{words.kind}</span>
          <SegmentedControl
            label={words.kind} value={form.kind} onChange={(kind) => { change({ kind }) }} className="self-start"
            items={[{ id: 'forbid', label: words.kinds.forbid, icon: <House size={14} aria-hidden /> }, { id: 'release', label: words.kinds.release, icon: <ArrowUpRight size={14} aria-hidden /> }]}
          />
          <p className={hintClass}>{words.kindHints[form.kind]}</p>
        </div>
        <TextField label={words.phrase} description={other === null ? words.phraseHint : words.replaces(other.phrase)} value={form.phrase} onChange={(phrase) => { change({ phrase }) }} error={errors.phrase} maxLength={210} autoFocus />
        <RuleReplay kind={form.kind} zone={household.zone} onAsk={() => { if (check(StandingRule, written())) void useReplay.getState().ask({ kind: form.kind, phrase: form.phrase.trim() }) }} />
      </FormDialog>
      <ConfirmDialog
        isOpen={isAsking} title={words.sureTitle(form.phrase.trim())} confirm={words.sureYes} isDanger onClose={() => { setAsking(false) }}
        onConfirm={() => {
          setAsking(false)
          void store().then((refused) => { if (refused === null) onClose(); else notifyProblem(refused) })
        }}
      >
        <p>{words.sure}</p>
      </ConfirmDialog>
    </>
  )
}
