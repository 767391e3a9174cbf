/** The room where the house is set up: its looks, its lock, who reads, and who may be asked. */
import { Keyboard, Lock, Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import { useOverlay } from '../../state/overlay.ts'
import { useSession } from '../../state/session.ts'
import { useSettings } from '../../state/settings.ts'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorCard, Skeleton } from '../../ui/states.tsx'
import { BackupsSection } from './backups-section.tsx'
import { CloudSection } from './cloud-section.tsx'
import { DataSection } from './data-section.tsx'
import { DeleteSection } from './delete-section.tsx'
import { EngineSection } from './engine-section.tsx'
import { KeychainSection } from './keychain-section.tsx'
import { Section } from './parts.tsx'
import { PassphraseSection } from './passphrase-section.tsx'
import { RemindersSection } from './reminders-section.tsx'
import { SetupSection } from './setup-section.tsx'
import { strings } from './strings.ts'
import { TimesSection } from './times-section.tsx'
import { TraySection } from './tray-section.tsx'

export const SettingsView = (): ReactNode => {
  const { settings, problem, load } = useSettings()
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-4xl px-10 pt-9 pb-28 narrow:px-5">
        <header className="flex flex-col gap-1.5 pb-8">
          <h1 className="font-serif text-xl">{strings.title}</h1>
          <p className="text-muted">{strings.intro}</p>
        </header>
        {problem !== null && <ErrorCard problem={problem} onRetry={() => { void load() }} className="mb-8" />}
        {settings === null && problem === null && <Skeleton lines={[30, 60, 50, 30, 60]} />}
        {settings !== null && (
          <>
            <SetupSection />
            <AppearanceSection settings={settings} />
            <TimesSection settings={settings} />
            <RemindersSection settings={settings} />
            <TraySection settings={settings} />
            <EngineSection settings={settings} />
            <CloudSection settings={settings} />
            <LockingSection settings={settings} />
            <KeychainSection />
            <PassphraseSection />
            <BackupsSection />
            <DataSection />
            <DeleteSection />
          </>
        )}
      </div>
    </div>
  )
}

const languages = ['system', 'en', 'de'] as const

const AppearanceSection = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const change = useSettings((state) => state.change)
  return (
    <Section title={strings.appearance} text={strings.appearanceText}>
      <SegmentedControl
        label={strings.theme} value={settings.theme} onChange={(theme) => { void change({ theme }) }} className="self-start"
        items={[
          { id: 'system', label: strings.themes.system, icon: <Monitor size={15} aria-hidden /> },
          { id: 'light', label: strings.themes.light, icon: <Sun size={15} aria-hidden /> },
          { id: 'dark', label: strings.themes.dark, icon: <Moon size={15} aria-hidden /> },
        ]}
      />
      <Select
        label={strings.language.label} description={strings.language.hint} value={settings.language} onChange={(language) => { void change({ language }) }}
        options={languages.map((id) => ({ id, label: strings.language.choices[id] }))}
      />
      <Button className="self-start" icon={<Keyboard size={15} aria-hidden />} onPress={() => { useOverlay.getState().show('shortcuts') }}>{strings.changeKeys}</Button>
    </Section>
  )
}

const LockingSection = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const change = useSettings((state) => state.change)
  const lock = useSession((state) => state.lock), byLogin = useSession((state) => state.vault?.keychain === true)
  const current = String(settings.autoLockMinutes)
  const usual = Object.entries(strings.autoLockOptions).map(([id, label]) => ({ id, label })).sort((a, b) => order(a.id) - order(b.id))
  const options = usual.some((option) => option.id === current) ? usual : [{ id: current, label: strings.autoLockOther(settings.autoLockMinutes) }, ...usual]
  return (
    <Section title={strings.locking} text={byLogin ? strings.lockingLogin : strings.lockingText}>
      <Select label={strings.autoLock} description={strings.autoLockHint} options={options} value={current} onChange={(minutes) => { void change({ autoLockMinutes: Number(minutes) }) }} />
      <Button className="self-start" icon={<Lock size={15} aria-hidden />} onPress={() => { void lock() }}>{strings.lockNow}</Button>
    </Section>
  )
}

/** Shortest first, never last. */
const order = (minutes: string): number => (minutes === '0' ? Infinity : Number(minutes))
