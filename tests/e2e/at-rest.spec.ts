/** P8 after use of the window: what was typed, said and asked is looked for in every file of the app's folder, of the browser's profile and of the folder for temporary files, and in the log. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/launch.ts'
import { EVENING, personAt } from '../support/person.ts'
import { plantedWord } from '../support/planted.ts'
import { filesBelow, isReadable } from '../support/readable.ts'

const word = (place: string): string => plantedWord('window', place)
const SAID = ['passphrase', 'question', 'letter', 'asked of the cloud', 'draft', 'title of an event', 'note of an event'] as const

test('P8 nothing that was typed is readable in any file after use: vault, profile, temporary files, log', async ({ launch, electron }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lares-at-rest-'))
  try {
    const { page, userData, close, mainLog } = await launch({ args: [`--clock=${EVENING}`], env: { TMPDIR: folder } })
    const person = personAt(page), passphrase = `four ${word('passphrase')} words here`
    await page.clock.setFixedTime(new Date(EVENING))
    const words = await person.makeVault(passphrase)
    await person.takeSample()
    await person.say(`What about ${word('question')}?`, 'On this computer')
    await expect(person.lastTurn).toContainText('cannot answer questions in words')
    await person.say(`Write a letter to Dr. Okafor that ${word('letter')} is late`, 'On this computer')
    await expect(person.lastTurn).toContainText('Dear')
    await person.say(`Please ask Emma for tea with ${word('asked of the cloud')}`, 'Ask the cloud')
    await person.approve()
    await expect(person.lastTurn.getByText(/left/).first()).toBeVisible()
    await page.getByLabel('Your message').fill(`and then ${word('draft')}`)
    await person.go('Calendar')
    await page.getByRole('button', { name: 'New event' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title').fill(word('title of an event'))
    await dialog.getByLabel('Note').fill(word('note of an event'))
    await dialog.getByRole('button', { name: /^(Add|Save)/ }).click()
    await expect(dialog).toBeHidden()
    await person.go('Chat')
    await expect(page.getByLabel('Your message')).toHaveValue(`and then ${word('draft')}`)

    const secrets = [...SAID.map(word), 'Dr. Okafor', 'Bergmann', words.slice(0, 3).join(' '), words.join(' ')]
    let tried = 0
    const left: string[] = []
    // Chromium as a browser keeps its tabs to open them again, with what stands in their fields. Electron has no such service, so this is of the stand-in alone.
    const isTabs = (path: string): boolean => electron.isStandIn && path.includes(join('Chromium', 'Default', 'Sessions'))
    const look = (when: string): void => {
      for (const path of [...filesBelow(userData), ...filesBelow(folder)].filter((one) => !isTabs(one))) {
        let bytes: Buffer
        // A browser removes files of its own while it runs.
        try { bytes = readFileSync(path) } catch { continue }
        for (const secret of secrets) { tried += 1; if (isReadable(bytes, secret)) left.push(`${when}: ${path} holds ${secret}`) }
      }
      for (const secret of secrets) { tried += 1; if (mainLog().includes(secret)) left.push(`${when}: the log holds ${secret}`) }
    }
    look('open')
    await close()
    look('closed')
    test.info().annotations.push({ type: 'tally', description: JSON.stringify({ tried, held: tried - left.length }) })
    expect(left).toEqual([])
    // The search itself finds what is there, and there is a profile to look into.
    expect(filesBelow(userData).filter((path) => path.endsWith('vault.keys.json') && isReadable(readFileSync(path), 'argon2id'))).not.toEqual([])
    expect((await readdir(userData)).length).toBeGreaterThan(1)
  } finally { await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
})
