/** Whether Lares outlives its window; a desktop that has no place for its icon is said to have none. */
import { useEffect, useState, type ReactNode } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import { bridge } from '../../bridge.ts'
import { useSettings } from '../../state/settings.ts'
import { isThisMac } from '../../ui/keys.ts'
import { Switch } from '../../ui/switch.tsx'
import { Section } from './parts.tsx'
import { strings } from './strings.ts'

const words = strings.tray

export const TraySection = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const change = useSettings((state) => state.change)
  const [hasTray, setHasTray] = useState<boolean | null>(null)
  useEffect(() => { void isThere().then(setHasTray) }, [])
  const keep = async (tray: boolean): Promise<void> => {
    setHasTray(null)
    await change({ tray })
    setHasTray(await isThere())
  }
  return (
    <Section title={words.title} text={words.text}>
      <div className="flex flex-col gap-1.5">
        <Switch label={isThisMac ? words.keepMac : words.keep} description={words.hint} isSelected={settings.tray} onChange={(tray) => { void keep(tray) }} />
        <p role="status" className="pl-12">{settings.tray && hasTray === false ? words.none : ''}</p>
      </div>
    </Section>
  )
}

/** null when nobody can say. */
async function isThere(): Promise<boolean | null> {
  const there = await bridge.settings.hasTray(null)
  return there.ok ? there.value : null
}
