/** `npm run demo`: walks the main story by itself, without a display, and leaves numbered screenshots and a transcript in demo/. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright'
import { EVENING, PASSPHRASE, personAt, STORY, type Person } from '../tests/support/person.ts'
import { buildIfStale } from './build-if-stale.ts'
import { hasDisplay } from './display.ts'
import { resolveElectron, resolveStandIn } from './resolve-electron.ts'

const root = dirname(import.meta.dirname)
const folder = join(root, 'demo')
const userData = mkdtempSync(join(tmpdir(), 'lares-demo-'))
const since = performance.now()
const transcript: string[] = []
let shots = 0

const found = await resolveElectron()
const electron = found.kind === 'real' && !hasDisplay() ? resolveStandIn() : found
if (electron.kind === 'none') { console.error(electron.says); process.exit(1) }
if (!buildIfStale()) process.exit(1)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

let app: ElectronApplication | undefined
try {
  say(`Lares, walked by itself on: ${electron.says}`)
  let person = await open(electron.executable)
  await person.page.clock.setFixedTime(new Date(EVENING))
  await step(person, 'A new vault: one passphrase opens it')
  await person.makeVault()
  await step(person, 'Recovery words written down; who lives here?')
  await person.takeSample()
  await step(person, 'The sample household has moved in')

  say(`\nTyped: ${STORY}`)
  const asked = performance.now()
  await person.say(STORY, 'On this computer')
  await person.lastTurn.getByText('0 bytes left').waitFor()
  say(`   answered in ${Math.round(performance.now() - asked)} ms`)
  await step(person, 'On this computer: the planner’s own answer, 0 bytes left')
  await quote(person)

  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  await step(person, 'Ask the cloud: the departure panel, before anything leaves')
  say(`   would leave: ${await person.panel.getByRole('group', { name: 'What would leave' }).innerText()}`)
  await person.panel.getByRole('tab', { name: 'Exact bytes' }).click()
  await step(person, 'The exact bytes')
  await person.panel.getByRole('tab', { name: 'In words' }).click()
  await person.panel.getByRole('button', { name: 'Cancel' }).click()
  await step(person, 'Refused once: nothing left')

  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  await person.redact('shift')
  await person.panel.getByText('shift', { exact: true }).first().waitFor({ state: 'attached' })
  await person.seePanel()
  await step(person, 'One more word taken out: new text, new bytes, new hash')
  await person.approve()
  await person.lastTurn.getByRole('button', { name: 'Accept' }).waitFor()
  await person.lastTurn.getByRole('button', { name: 'How this was answered' }).click()
  await person.lastTurn.getByText('Practice cloud made this plan').scrollIntoViewIfNeeded()
  await step(person, 'Approved: the answer in the household’s words, with its receipt, and a proposal')
  await quote(person)

  await person.lastTurn.getByRole('button', { name: 'Accept' }).click()
  await person.lastTurn.getByText('In your calendar').waitFor()
  await person.lastTurn.getByRole('button', { name: 'Show in calendar' }).click()
  await person.page.getByRole('button', { name: /^Dishwasher/ }).first().waitFor()
  await step(person, 'Accepted: in the week')
  await person.go('Ledger')
  await person.page.getByText('Practice cloud').first().waitFor()
  await step(person, 'The ledger: what left, for ever')

  await app?.close()
  person = await open(electron.executable)
  await person.page.clock.setFixedTime(new Date(EVENING))
  await step(person, 'Quit and started again: locked')
  await person.unlock(PASSPHRASE)
  await person.lastTurn.getByRole('button', { name: 'Undo' }).click()
  await person.lastTurn.getByText('Taken out of your calendar again.').waitFor()
  await person.lastTurn.getByText('Taken out of your calendar again.').scrollIntoViewIfNeeded()
  say(`   resident memory of the main process: ${Math.round(await memory() / 1e6)} MB`)
  await step(person, 'Unlocked: everything is there, also the way back. Undone')
  say(`\nDone in ${((performance.now() - since) / 1000).toFixed(0)} s. Look into demo/.`)
} catch (error) {
  say(`\nThe walk stopped: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await app?.close()
  rmSync(userData, { recursive: true, force: true })
  writeFileSync(join(folder, 'transcript.txt'), `${transcript.join('\n')}\n`)
}

/** Resident memory of the main process, bytes. */
async function memory(): Promise<number> {
  return (await app?.evaluate(() => process.memoryUsage().rss)) ?? 0
}

async function open(executablePath: string): Promise<Person> {
  const launched = performance.now()
  app = await _electron.launch({ executablePath, args: [root, `--user-data-dir=${userData}`, `--clock=${EVENING}`], env: { ...definedOnly(process.env), TZ: 'Europe/Berlin' }, colorScheme: null })
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button').first().waitFor()
  say(`   window ready in ${Math.round(performance.now() - launched)} ms`)
  return personAt(page)
}

async function step(person: Person, what: string): Promise<void> {
  const name = `${String(++shots).padStart(2, '0')}-${what.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/-$/, '')}.png`
  await person.page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))))
  await person.page.screenshot({ path: join(folder, name) })
  say(`${String(shots).padStart(2)}. ${what}`)
}

async function quote(person: Person): Promise<void> {
  for (const line of (await person.lastTurn.innerText()).split('\n').filter((l) => /\d\d:\d\d/.test(l)).slice(-3)) say(`   ${line}`)
}

function say(line: string): void {
  transcript.push(line)
  console.log(line)
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
