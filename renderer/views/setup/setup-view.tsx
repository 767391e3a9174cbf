/** Getting started: a few calm steps in front of the rooms, each of which can be skipped, left and gone on with. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as PlainButton } from 'react-aria-components/Button'
import { setupSteps, type SetupStep } from '../../../shared/setup-steps.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useSettings } from '../../state/settings.ts'
import { typedForm, useOpenSteps, useSetup } from '../../state/setup.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { ErrorCard, Skeleton } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { Mark } from '../shell/mark.tsx'
import { CloudStep } from './cloud-step.tsx'
import { EndStep } from './end-step.tsx'
import { HouseStep } from './house-step.tsx'
import { ModelStep } from './model-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { strings } from './strings.ts'
import { saveTyped } from './use-setup-form.ts'

export const SetupView = ({ step }: { readonly step: SetupStep | 'end' }): ReactNode => {
  const household = useHousehold((state) => state.household), settings = useSettings((state) => state.settings)
  const problem = useHousehold((state) => state.problem) ?? null
  return (
    <div className="flex h-full min-w-0 grow">
      <Way now={step} />
      <main className="min-w-0 grow scroll-pb-24 overflow-y-auto px-12 max-[1000px]:px-8">
        <div className="mx-auto flex min-h-full w-full max-w-3xl flex-col gap-7 pt-14 max-[1000px]:pt-9">
          {problem !== null && <ErrorCard problem={problem} />}
          {household === null || settings === null
            ? problem === null && <Skeleton lines={[40, 80, 70]} />
            : (
              <>
                {step === 'people' && <PeopleStep household={household} />}
                {step === 'house' && <HouseStep household={household} />}
                {step === 'model' && <ModelStep settings={settings} />}
                {step === 'cloud' && <CloudStep settings={settings} />}
                {step === 'end' && <EndStep />}
              </>
            )}
        </div>
      </main>
    </div>
  )
}

/** Saves what is whole; what is not stays typed. */
const leave = async (): Promise<void> => {
  if (typedForm() !== null) {
    const saved = await saveTyped('all')
    useSetup.getState().keep()
    if (saved === 'mend') notifyDone(strings.keptUnsaved)
    else if (typeof saved === 'object') notifyProblem(saved)
  }
  const { view, go } = useNavigation.getState()
  go(view)
}

const Way = ({ now }: { readonly now: SetupStep | 'end' }): ReactNode => {
  const setUp = useNavigation((state) => state.setUp)
  const open = useOpenSteps() ?? setupSteps
  return (
    <nav aria-label={strings.progress} className="flex w-64 shrink-0 flex-col gap-6 border-r bg-sunken px-6 py-8 max-[1000px]:w-52 max-[1000px]:px-4">
      <p className="flex items-center gap-3 font-serif text-lg max-[1000px]:text-base"><Mark size={30} />{strings.title}</p>
      <ol className="flex flex-col gap-1">
        {setupSteps.map((step, index) => {
          const isDone = !open.includes(step), isNow = step === now
          return (
            <li key={step}>
              <PlainButton onPress={() => { setUp(step) }} aria-current={isNow ? 'step' : false} className={classes('flex w-full cursor-default items-center gap-3 rounded-card px-2 py-2 text-left transition-colors duration-150 hover:bg-hover', isNow ? 'bg-raised font-medium text-ink shadow-[inset_0_0_0_1px_var(--color-hairline)]' : 'text-muted')}>
                <span aria-hidden className={classes('flex size-6 shrink-0 items-center justify-center rounded-full border text-xs', isDone ? 'border-moss-edge bg-moss-tint text-moss' : isNow ? 'border-ember text-ember' : 'border-edge')}>{isDone ? <Check size={13} /> : index + 1}</span>
                {strings.steps[step]}<span className="sr-only">, {isDone ? strings.state.done : strings.state.open}</span>
              </PlainButton>
            </li>
          )
        })}
      </ol>
      <span className="grow" />
      {now !== 'end' && (
        <div className="flex flex-col gap-1.5">
          <Button small describedBy="setup-leave-hint" onPress={() => { void leave() }}>{strings.leave}</Button>
          <p id="setup-leave-hint" className="text-xs text-muted">{strings.leaveHint}</p>
        </div>
      )}
    </nav>
  )
}
