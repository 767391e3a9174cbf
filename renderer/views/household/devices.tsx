/** The devices of the household, and the form of one. */
import { Car, Pause, Plug, Volume2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Device, type Household } from '../../../shared/household.ts'
import { Badge } from '../../ui/chip.tsx'
import { TextField } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TagField } from '../../ui/tag-field.tsx'
import { toNumber } from './checks.ts'
import { keep, keepOrSay, newId, put, withoutDevice } from './edits.ts'
import { FormDialog, type Saved } from './form-dialog.tsx'
import { Row, RowLine, Section } from './section.tsx'
import { strings } from './strings.ts'
import { useForm } from './use-form.ts'

const words = strings.devices

export const Devices = ({ household }: { readonly household: Household }): ReactNode => (
  <Section
    words={words} list="device" icon={<Plug size={24} />} items={household.devices} nameOf={(device) => device.name} removal={() => words.removal}
    onRemove={(device) => { void keepOrSay(withoutDevice(household, device.id), strings.removed(device.name)) }}
    row={(device, left) => (
      <Row
        name={device.name} mark={<span aria-hidden className="flex size-9 shrink-0 items-center justify-center rounded-full bg-moss-tint text-moss">{device.vehicle ? <Car size={16} /> : <Plug size={16} />}</span>}
        facts={<>
          {device.vehicle && <Badge icon={<Car size={12} aria-hidden />}>{words.badges.vehicle}</Badge>}
          {!device.contiguous && <Badge icon={<Pause size={12} aria-hidden />}>{words.badges.splittable}</Badge>}
          {device.noisy && <Badge icon={<Volume2 size={12} aria-hidden />}>{words.badges.noisy}</Badge>}
        </>}
      >
        <RowLine parts={[words.line(device.powerKw, strings.duration(device.runMinutes)), device.aliases.length === 0 ? null : strings.aliasesLine(device.aliases)]} />
        {left}
      </Row>
    )}
    form={(device, close) => <DeviceForm household={household} device={device} onClose={close} />}
  />
)

const DeviceForm = ({ household, device, onClose }: { readonly household: Household; readonly device: Device | null; readonly onClose: () => void }): ReactNode => {
  const { form, change, errors, check } = useForm(() => ({
    name: device?.name ?? '', aliases: device?.aliases ?? [], power: device === null ? '' : String(device.powerKw), minutes: device === null ? '' : String(device.runMinutes),
    splittable: device === null ? false : !device.contiguous, noisy: device?.noisy ?? false, vehicle: device?.vehicle ?? false,
  }), words.errors)
  const save = async (): Saved => {
    const next: Device = { id: device?.id ?? newId(), name: form.name.trim(), aliases: form.aliases, powerKw: toNumber(form.power), runMinutes: toNumber(form.minutes), contiguous: !form.splittable, noisy: form.noisy, vehicle: form.vehicle }
    return check(Device, next) ? keep({ ...household, devices: put(household.devices, next) }, device === null ? strings.added(next.name) : strings.changed(next.name)) : 'stay'
  }
  return (
    <FormDialog title={device === null ? words.addTitle : words.editTitle} isNew={device === null} onSave={save} onClose={onClose}>
      <TextField label={words.name} value={form.name} onChange={(name) => { change({ name }) }} error={errors.name} autoFocus />
      <TagField label={words.aliases} value={form.aliases} onChange={(aliases) => { change({ aliases }) }} description={words.aliasesHint} error={errors.aliases} />
      <div className="grid grid-cols-2 gap-4">
        <TextField label={words.power} value={form.power} onChange={(power) => { change({ power }) }} description={words.powerHint} error={errors.powerKw} trailing={strings.units.kw} />
        <TextField label={words.minutes} value={form.minutes} onChange={(minutes) => { change({ minutes }) }} description={words.minutesHint} error={errors.runMinutes} trailing={strings.units.minutes} />
      </div>
      <Switch label={words.splittable} isSelected={form.splittable} onChange={(splittable) => { change({ splittable }) }} description={words.splittableHint} />
      <Switch label={words.noisy} isSelected={form.noisy} onChange={(noisy) => { change({ noisy }) }} description={words.noisyHint} />
      <Switch label={words.vehicle} isSelected={form.vehicle} onChange={(vehicle) => { change({ vehicle }) }} description={words.vehicleHint} />
    </FormDialog>
  )
}
