/** P3: one door per power. Each door's rule is shown to bite: a planted violation is refused, and the message names the door. */
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
// @ts-expect-error the lint configuration is plain JavaScript
import { doors as untyped } from '../../eslint.config.js'

interface Door { readonly power: string; readonly files: readonly string[]; readonly imports?: readonly string[]; readonly syntax?: readonly string[] }
const doors = untyped as readonly Door[]
const eslint = new ESLint()

/** A file of each side that is no door to anything. */
const ordinary = { electron: 'electron/steps/guesses.ts', renderer: 'renderer/main.tsx' }

const messagesFor = async (code: string, filePath: string): Promise<string[]> => {
  const [result] = await eslint.lintText(code, { filePath })
  return result?.messages.map((m) => m.message) ?? []
}

/** Code that uses a power the way its rule describes. */
const plants: Readonly<Record<string, string>> = {
  'notifications': "import { Notification } from 'electron'\nexport { Notification }",
  'the keychain': "import { safeStorage } from 'electron'\nexport { safeStorage }",
  'the tray': "import { Tray } from 'electron'\nexport { Tray }",
  'the bridge': 'export const stolen = (window as unknown as { lares: unknown }).lares',
  'changing the calendar': 'declare const vault: { apply: (set: unknown) => void }\nvault.apply(1)',
  'the wall clock': 'export const now = Date.now()',
}
const plantFor = (door: Door): string => {
  const stage = /^making an? (\w+)$|^making a (\w+)$/.exec(door.power)
  if (stage !== null) return `import type { ${stage[1] ?? ''} } from '../../shared/stages.ts'\nexport const forged = {} as ${stage[1] ?? ''}`
  return plants[door.power] ?? `import * as power from '${door.imports?.[0] ?? ''}'\nexport { power }`
}

describe('P3 one door per power', () => {
  it.each(doors.map((door) => [door.power, door] as const))('refuses %s outside its door, and names the door', async (power, door) => {
    const messages = await messagesFor(plantFor(door), power === 'the bridge' ? ordinary.renderer : ordinary.electron)
    expect(messages.some((m) => m.includes(`may use ${power}.`) && m.includes(door.files[0] ?? '?'))).toBe(true)
  })

  it('lets the door itself use its power', async () => {
    const messages = await messagesFor("import https from 'node:https'\nexport { https }", 'electron/cloud/wire.ts')
    expect(messages.filter((m) => m.includes('may use'))).toEqual([])
  })

  it.each([
    ['markup from text', 'export const View = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />', ordinary.renderer, 'never markup'],
    ['a persisted store', "export { persist } from 'zustand/middleware'", ordinary.renderer, 'outside the vault'],
    ['network in the window', "export const x = fetch('/x')", ordinary.renderer, 'no network'],
    ['network in main', "export const x = fetch('https://example.org')", ordinary.electron, 'wire.ts sends'],
    ['Electron’s net even in a door to Electron', "import { net } from 'electron'\nexport { net }", 'electron/main.ts', 'wire.ts sends'],
    ['a notification of the page itself', "export const x = new Notification('x')", ordinary.renderer, 'notifications.ts'],
    ['a notification in another door to Electron', "import { Notification } from 'electron'\nexport { Notification }", 'electron/main.ts', 'notifications.ts'],
    ['the keychain in another door to Electron', "import { safeStorage } from 'electron'\nexport { safeStorage }", 'electron/main.ts', 'keychain.ts'],
    ['the keychain by another way', "import * as electron from 'electron'\nexport const kept = electron.safeStorage", 'electron/main.ts', 'keychain.ts'],
    ['a tray in another door to Electron', "import { Tray } from 'electron'\nexport { Tray }", 'electron/main.ts', 'tray.ts'],
    ['eval', "export const x: unknown = eval('1')", ordinary.electron, 'eval'],
    ['new Function', "export const x: unknown = new Function('return 1')", ordinary.electron, 'Function'],
    ['Math.random', 'export const x = Math.random()', ordinary.electron, 'node:crypto'],
    ['console', "console.log('x')", ordinary.electron, 'console'],
  ])('refuses %s', async (_name, code, file, says) => {
    expect((await messagesFor(code, file)).join('\n')).toContain(says)
  })
})
