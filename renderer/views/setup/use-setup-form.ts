/** The guided form as a step shows it: what is typed is kept, and it is saved as one change that one undo takes back. */
import { useState } from 'react'
import { entryChanges } from '../../../shared/household-changes.ts'
import type { Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { SetupForm } from '../../../shared/setup.ts'
import { bridge } from '../../bridge.ts'
import { useHousehold } from '../../state/household.ts'
import { typedForm, useSetup } from '../../state/setup.ts'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { formOf, householdAfter, noFormErrors, type FormErrors } from './form.ts'
import { strings } from './strings.ts'

interface SetupFormState {
  readonly form: SetupForm
  readonly errors: FormErrors
  /** Sets parts of it; every sentence goes, because it may no longer be true. */
  readonly change: (part: Partial<SetupForm>) => void
  /** Takes out an entry, in the household as well once it is saved. */
  readonly remove: (list: 'people' | 'places' | 'devices', id: string) => void
  /** True when nothing must be corrected; else the sentences stand in `errors`. */
  readonly check: (what: 'people' | 'all') => boolean
}

export const useSetupForm = (household: Household): SetupFormState => {
  const [form, setForm] = useState(() => formOf(household, typedForm()))
  const [errors, setErrors] = useState(noFormErrors)
  const change = (part: Partial<SetupForm>): void => {
    const next = { ...form, ...part }
    setForm(next)
    useSetup.getState().setForm(next)
    setErrors(noFormErrors)
  }
  return {
    form, errors, change,
    remove: (list, id) => { change({ [list]: form[list].filter((row) => row.id !== id), ...(household[list].some((one) => one.id === id) ? { removed: [...form.removed, id] } : {}) }) },
    check: (what) => {
      const after = householdAfter(household, form, what)
      setErrors('errors' in after ? after.errors : noFormErrors)
      return !('errors' in after)
    },
  }
}

/** Puts what was typed into the household. `mend`: something must be corrected first, and nothing was saved. */
export const saveTyped = async (what: 'people' | 'all'): Promise<'saved' | 'nothing' | 'mend' | Problem> => {
  const { household } = useHousehold.getState(), typed = typedForm()
  if (household === null || typed === null) return 'nothing'
  const form = formOf(household, typed)
  const after = householdAfter(household, form, what)
  if ('errors' in after) return 'mend'
  const changes = entryChanges(household, after.household)
  if (changes.length > 0) {
    const changed = await bridge.household.change({ changes: [...changes] })
    if (!changed.ok) return changed.problem
    const changeSetId = changed.value
    notifyDone(strings.saved, { label: strings.undo, onPress: () => { void takeBack(changeSetId) } })
    await useHousehold.getState().load()
  }
  if (what === 'all') useSetup.getState().clearForm()
  return changes.length === 0 ? 'nothing' : 'saved'
}

const takeBack = async (changeSetId: string): Promise<void> => {
  const undone = await bridge.calendar.undo({ changeSetId })
  if (undone.ok) notifyDone(strings.undone)
  else notifyProblem(undone.problem)
}
