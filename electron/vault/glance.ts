/** What can be told of a vault at a glance, before the house stands: enough to draw the door. What is wrong with it is told by whoever looks properly (folder.ts). */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Glance { readonly state: 'none' | 'locked'; readonly keychain: boolean }

/** Of a key file, in bytes. */
const LARGEST = 16 * 1024

/** Null where a glance is not enough: a restore under way, half a vault, a key file that cannot be read. */
export function glanceAt(folder: string): Glance | null {
  try {
    const names = readdirSync(folder).filter((name) => name !== 'backups')
    if (names.length === 0) return { state: 'none', keychain: false }
    if (names.some((name) => name.startsWith('restoring-')) || !names.includes('vault.db')) return null
    const file = join(folder, 'vault.keys.json')
    if (statSync(file).size > LARGEST) return null
    const keys: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof keys !== 'object' || keys === null || !('wraps' in keys) || typeof keys.wraps !== 'object' || keys.wraps === null) return null
    return { state: 'locked', keychain: 'keychain' in keys.wraps }
  } catch { return null }
}
