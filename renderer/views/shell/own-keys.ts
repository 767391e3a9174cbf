/** Which keys call a command: the usual ones, or those the person chose; and which keys nobody may choose. */
import type { Settings } from '../../../shared/settings.ts'
import { useSettings } from '../../state/settings.ts'
import { keysInWords, plain, shifted, type Keys } from '../../ui/keys.ts'
import { commands, PALETTE, type Command } from './commands.ts'
import { strings } from './strings.ts'

type Own = Settings['keys']
type Called = Pick<Command, 'id' | 'label' | 'keys'>

/** All that keys can call. */
export const callable: readonly Called[] = [PALETTE, ...commands.filter(({ keys }) => keys !== undefined)]

/** Undefined = none do. */
export const keysOf = ({ id, keys }: { readonly id: string; readonly keys?: Keys | undefined }, own: Own): Keys | undefined => { const chosen = own[id]; return chosen === undefined ? keys : chosen ?? undefined }

const none: Own = {}
export const useOwnKeys = (): Own => useSettings((state) => state.settings?.keys ?? none)
export const ownKeys = (): Own => useSettings.getState().settings?.keys ?? none

/** As words, behind what they do: " (Ctrl+L)"; nothing where no keys do it. */
export const keysBehind = (id: string, own: Own): string => {
  const command = callable.find((one) => one.id === id), keys = command === undefined ? undefined : keysOf(command, own)
  return keys === undefined ? '' : ` (${keysInWords(keys)})`
}

/** What writing, the window and the system need for themselves on one system or another. */
const RESERVED: readonly Keys[] = [...Array.from('acvxyqwrnthm+-=', plain), ...Array.from('zivtnrqcj', shifted)]
const same = (a: Keys, b: Keys): boolean => a.key === b.key && (a.shift === b.shift || !/[a-z0-9]/.test(a.key))

/** Why these keys cannot call this command, in a sentence; null = they can. */
export const refusalOf = (keys: Keys, id: string, own: Own): string | null => {
  if (RESERVED.some((one) => same(one, keys))) return strings.keys.reserved(keysInWords(keys))
  const other = callable.find((one) => { const theirs = keysOf(one, own); return one.id !== id && theirs !== undefined && same(theirs, keys) })
  return other === undefined ? null : strings.keys.taken(keysInWords(keys), other.label)
}

/** The choice as it is kept: what is usual again is no choice. */
export const chosen = (own: Own, command: Called, keys: Keys | null): Own => {
  const { [command.id]: _, ...others } = own
  return keys !== null && command.keys !== undefined && same(keys, command.keys) ? others : { ...others, [command.id]: keys }
}
export const unchosen = (own: Own, id: string): Own => Object.fromEntries(Object.entries(own).filter(([name]) => name !== id))
