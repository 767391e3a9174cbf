/** Who lives here: a short row for each person, and which of them sits here. */
import { MessageCircle, Plus } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Role, type Household } from '../../../shared/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { TextField, hintClass } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { isBlankPerson, newPerson, type PersonRow } from './form.ts'
import { Rows } from './rows.tsx'
import { StepFrame, goOn } from './step-frame.tsx'
import { strings } from './strings.ts'
import { useSetup } from '../../state/setup.ts'
import { useSetupForm } from './use-setup-form.ts'

const words = strings.people
const NOBODY = 'nobody'

export const PeopleStep = ({ household }: { readonly household: Household }): ReactNode => {
  const { form, errors, change, remove, check } = useSetupForm(household)
  const { setUp, tell } = useNavigation()
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => { box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus() }, [errors])
  const { people, me } = form
  const put = (row: PersonRow, part: Partial<PersonRow>): void => { change({ people: people.map((one) => (one.id === row.id ? { ...one, ...part } : one)) }) }
  const add = (): void => { change({ people: [...people, newPerson()] }) }
  const named = people.filter(({ name }) => name.trim() !== '')
  return (
    <StepFrame title={words.title} text={words.text} hasOwnFocus onSkip={() => { setUp('house') }} onNext={() => { if (check('people')) setUp('house') }}>
      <form ref={box} onSubmit={(event) => { event.preventDefault(); goOn() }} className="flex flex-col gap-5">
        <Rows
          label={words.list} rows={people} columns="grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)_minmax(7.5rem,3fr)]" nameOf={({ name }, index) => (name.trim() === '' ? words.row(index + 1) : name.trim())} isBlank={isBlankPerson} onAdd={add}
          onRemove={(row) => { if (people.length > 1) remove('people', row.id); else change({ people: [newPerson()], removed: household.people.some(({ id }) => id === row.id) ? [...form.removed, row.id] : form.removed }) }}
          fields={(row, index) => <>
            <TextField label={words.name} isLabelHidden={index > 0} value={row.name} onChange={(name) => { put(row, { name }) }} error={errors.rows[row.id]?.['name']} autoFocus={index === 0} maxLength={130} />
            <TextField label={words.aliases} isLabelHidden={index > 0} value={row.aliases} onChange={(aliases) => { put(row, { aliases }) }} error={errors.rows[row.id]?.['aliases']} maxLength={400} />
            <TextField label={words.born} isLabelHidden={index > 0} value={row.born} onChange={(born) => { put(row, { born }) }} error={errors.rows[row.id]?.['born']} placeholder={words.bornExample} maxLength={30} />
            <Select label={words.role} isLabelHidden={index > 0} options={Role.options.map((id) => ({ id, label: words.roles[id] }))} value={row.role} onChange={(role) => { put(row, { role }) }} />
          </>}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button small icon={<Plus size={14} aria-hidden />} onPress={add}>{words.add}</Button>
          <p className={hintClass}>{words.hint}</p>
        </div>
        {named.length > 0 && (
          <Select label={words.me} description={words.meHint} className="max-w-xs" options={[{ id: NOBODY, label: words.nobody }, ...named.map(({ id, name }) => ({ id, label: name.trim() }))]} value={me !== null && named.some(({ id }) => id === me) ? me : NOBODY} onChange={(id) => { change({ me: id === NOBODY ? null : id }) }} />
        )}
        <button type="submit" hidden />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t pt-5">
          <Button small icon={<MessageCircle size={14} aria-hidden />} onPress={() => { useSetup.getState().keep(); tell() }}>{strings.tell.button}</Button>
          <p className={hintClass}>{strings.tell.text}</p>
        </div>
      </form>
    </StepFrame>
  )
}
