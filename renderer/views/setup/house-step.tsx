/** The house: places, devices and what electricity costs. Here everything that was typed is saved, as one change. */
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useSetup } from '../../state/setup.ts'
import { Button } from '../../ui/button.tsx'
import { TextField, hintClass } from '../../ui/field.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { isBlankPlace, newDevice, newPlace, presets, type DeviceRow, type PlaceRow } from './form.ts'
import { Rows } from './rows.tsx'
import { StepFrame, goOn } from './step-frame.tsx'
import { strings } from './strings.ts'
import { TariffPart } from './tariff-part.tsx'
import { saveTyped, useSetupForm } from './use-setup-form.ts'

const words = strings.house

export const HouseStep = ({ household }: { readonly household: Household }): ReactNode => {
  const { form, errors, change, remove, check } = useSetupForm(household)
  const setUp = useNavigation((state) => state.setUp)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => { box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus() }, [errors])
  /** What is kept of people must be saved with it, and may need another look. */
  const save = async (what: 'people' | 'all'): Promise<void> => {
    setBusy(true)
    const saved = await saveTyped(what)
    setBusy(false)
    if (saved === 'mend') {
      if (what === 'all' && check('all')) return
      if (!check('people')) { notifyDone(strings.mend(1)); setUp('people') }
      return
    }
    if (typeof saved === 'object') { setProblem(saved); return }
    if (what === 'all') useSetup.getState().markDone('house')
    setUp('model')
  }
  const next = (): void => {
    setProblem(null)
    if (check('all')) void save('all')
    else if (!check('people')) { notifyDone(strings.mend(1)); setUp('people') } else check('all')
  }
  const { places, devices } = form
  const putPlace = (row: PlaceRow, part: Partial<PlaceRow>): void => { change({ places: places.map((one) => (one.id === row.id ? { ...one, ...part } : one)) }) }
  const putDevice = (row: DeviceRow, part: Partial<DeviceRow>): void => { change({ devices: devices.map((one) => (one.id === row.id ? { ...one, ...part } : one)) }) }
  const addPlace = (): void => { change({ places: [...places, newPlace()] }) }
  return (
    <StepFrame title={words.title} text={words.text} next={strings.save} isBusy={isBusy} onBack={() => { setUp('people') }} onSkip={() => { void save('people') }} onNext={next}>
      <form ref={box} onSubmit={(event) => { event.preventDefault(); goOn() }} className="flex flex-col gap-8">
        {problem !== null && <ErrorCard problem={problem} />}
        <Part title={words.places} hint={words.placesHint}>
          <Rows
            label={words.places} rows={places} columns="grid-cols-[minmax(0,4fr)_minmax(0,4fr)_minmax(0,6fr)]" nameOf={({ name }, index) => (name.trim() === '' ? words.place(index + 1) : name.trim())} isBlank={isBlankPlace} onAdd={addPlace} onRemove={(row) => { remove('places', row.id) }}
            fields={(row, index) => <>
              <TextField label={words.placeName} isLabelHidden={index > 0} value={row.name} onChange={(name) => { putPlace(row, { name }) }} error={errors.rows[row.id]?.['name']} maxLength={130} />
              <TextField label={words.aliases} isLabelHidden={index > 0} value={row.aliases} onChange={(aliases) => { putPlace(row, { aliases }) }} error={errors.rows[row.id]?.['aliases']} maxLength={400} />
              <TextField label={words.address} isLabelHidden={index > 0} value={row.address} onChange={(address) => { putPlace(row, { address }) }} error={errors.rows[row.id]?.['address']} maxLength={310} />
            </>}
          />
          <div><Button small icon={<Plus size={14} aria-hidden />} onPress={addPlace}>{words.addPlace}</Button></div>
        </Part>
        <Part title={words.devices} hint={words.devicesHint}>
          {devices.length > 0 && (
            <Rows
              label={words.devices} rows={devices} columns="grid-cols-[minmax(0,6fr)_minmax(0,4fr)_minmax(0,4fr)]" nameOf={({ name }, index) => (name.trim() === '' ? words.device(index + 1) : name.trim())} isBlank={({ name }) => name.trim() === ''} onRemove={(row) => { remove('devices', row.id) }}
              fields={(row, index) => <>
                <TextField label={words.deviceName} isLabelHidden={index > 0} value={row.name} onChange={(name) => { putDevice(row, { name }) }} error={errors.rows[row.id]?.['name']} autoFocus={row.name === ''} maxLength={130} />
                <TextField label={words.power} isLabelHidden={index > 0} value={row.power} onChange={(power) => { putDevice(row, { power }) }} error={errors.rows[row.id]?.['powerKw']} trailing="kW" maxLength={12} />
                <TextField label={words.minutes} isLabelHidden={index > 0} value={row.minutes} onChange={(minutes) => { putDevice(row, { minutes }) }} error={errors.rows[row.id]?.['runMinutes']} trailing="min" maxLength={12} />
              </>}
            />
          )}
          <div role="group" aria-label={words.devices} className="flex flex-wrap gap-2">
            {presets.map((preset) => <Button key={preset} small icon={<Plus size={14} aria-hidden />} onPress={() => { change({ devices: [...devices, newDevice(preset)] }) }}>{words.presets[preset]}</Button>)}
          </div>
        </Part>
        <Part title={words.tariff} hint={words.tariffHint}><TariffPart household={household} tariff={form.tariff} errors={errors.tariff} onChange={(tariff) => { change({ tariff }) }} /></Part>
        <button type="submit" hidden />
      </form>
    </StepFrame>
  )
}

const Part = ({ title, hint, children }: { readonly title: string; readonly hint: string; readonly children: ReactNode }): ReactNode => (
  <section aria-label={title} className="flex flex-col gap-3">
    <header className="flex flex-col gap-0.5">
      <h2 className="font-serif text-lg">{title}</h2>
      <p className={hintClass}>{hint}</p>
    </header>
    {children}
  </section>
)
