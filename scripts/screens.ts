/** `npm run screens`: walks through every screen and its important states, in English and the main of them in German, and leaves a picture of each in screens/, light and dark, in two sizes. They are for looking at, one by one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type Page } from 'playwright'
import { startFakeOllama } from '../tests/support/fake-ollama.ts'
import { emptyForm } from '../tests/support/ollama-story.ts'
import { EVENING, PASSPHRASE, personAt, STORY } from '../tests/support/person.ts'
import { buildIfStale } from './build-if-stale.ts'
import { hasDisplay } from './display.ts'
import { resolveElectron, resolveStandIn } from './resolve-electron.ts'

const root = dirname(import.meta.dirname), folder = join(root, 'screens')
const SIZES = [{ width: 1280, height: 800 }, { width: 900, height: 700 }], THEMES = ['light', 'dark'] as const
const userData = mkdtempSync(join(tmpdir(), 'lares-screens-'))
const taken: string[] = []

const found = await resolveElectron(), electron = found.kind === 'real' && !hasDisplay() ? resolveStandIn() : found
if (electron.kind === 'none') { console.error(electron.says); process.exit(1) }
if (!buildIfStale()) process.exit(1)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
console.log(`Screens of Lares on: ${electron.says}`)

/** A model on this computer that answers in Markdown, as they do. */
const ollama = await startFakeOllama({ chat: ({ format }) => (format !== undefined ? JSON.stringify({ ...emptyForm, kind: 'question' }) : 'For **Saturday** with the children:\n\n1. pancakes with apple\n2. pasta with peas\n\n| dish | minutes |\n|-|-|\n| pancakes | 30 |\n| pasta | 20 |\n\nMore at [a cookery site](https://food.example/kids).') })
const environment = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
const app = await _electron.launch({ executablePath: electron.executable, args: [root, `--user-data-dir=${userData}`, `--clock=${EVENING}`], env: { ...environment, TZ: 'Europe/Berlin', LC_ALL: 'en_GB.UTF-8' }, colorScheme: null })
try {
  await walk(await app.firstWindow())
} finally {
  await app.close()
  await ollama.close()
  rmSync(userData, { recursive: true, force: true })
}
const germanData = mkdtempSync(join(tmpdir(), 'lares-screens-'))
const german = await _electron.launch({ executablePath: electron.executable, args: [root, `--user-data-dir=${germanData}`, `--clock=${EVENING}`], env: { ...environment, TZ: 'Europe/Berlin', LC_ALL: 'de_DE.UTF-8', LARES_LANGUAGE: 'de' }, colorScheme: null })
try {
  await walkInGerman(await german.firstWindow())
  writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Screens of Lares</title><style>body{font:14px sans-serif}img{width:48%;margin:.5%;border:1px solid #888}</style>${taken.map((name) => `<h2>${name}</h2>${SIZES.flatMap(({ width }) => THEMES.map((theme) => `<img loading="lazy" src="${name}-${theme}-${String(width)}.png" alt="">`)).join('')}`).join('')}`)
  console.log(`${String(taken.length)} screens, ${String(taken.length * SIZES.length * THEMES.length)} pictures. Look at screens/index.html.`)
} finally {
  await german.close()
  rmSync(germanData, { recursive: true, force: true })
}

async function walk(page: Page): Promise<void> {
  const person = personAt(page), button = (name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
  await page.clock.setFixedTime(new Date(EVENING))
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
  await shoot(page, 'welcome')
  await person.makeVault()
  await shoot(page, 'welcome-household')
  await person.takeSample()
  await shoot(page, 'chat-empty')
  await person.say(STORY, 'On this computer')
  await person.lastTurn.getByText('0 bytes left').waitFor()
  await shoot(page, 'chat-plan')
  await person.lastTurn.getByRole('button', { name: 'Accept' }).click()
  await person.lastTurn.getByText('In your calendar').waitFor()

  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  await shoot(page, 'departure-plan')
  await person.panel.getByRole('tab', { name: 'Exact bytes' }).click()
  await shoot(page, 'departure-bytes')
  await person.panel.getByRole('button', { name: 'Cancel' }).click()
  await person.say('What could we cook for Emma and Tom on Saturday at Kastanienallee 7?', 'Ask the cloud')
  await person.seePanel()
  await shoot(page, 'departure-question')
  await person.panel.getByRole('button', { name: /“Emma”/ }).first().click()
  await shoot(page, 'departure-reason')
  await page.keyboard.press('Escape')
  await person.approve()
  await person.say('Write a letter to Dr. Okafor that Emma is ill', 'Ask the cloud')
  await person.seePanel()
  await shoot(page, 'departure-letter')
  await person.approve()
  await person.lastTurn.getByRole('button', { name: /Copy/ }).first().waitFor()
  await shoot(page, 'chat-letter')
  await person.useOllamaAt(`http://127.0.0.1:${String(ollama.port)}`)
  await button('New conversation').first().click()
  await person.say('What could we cook on Saturday?', 'On this computer')
  await person.lastTurn.getByText('pancakes').first().waitFor()
  await shoot(page, 'chat-answer-of-a-model')

  for (const room of ['Today', 'Calendar', 'Tasks', 'Household', 'Ledger', 'Settings'] as const) {
    await person.go(room)
    await page.getByRole('main').getByRole('heading').first().waitFor()
    await shoot(page, room.toLowerCase())
  }
  await shootBelow(page, 'settings-below')
  await button('Delete everything…').click()
  await shootBelow(page, 'settings-delete')
  await button('Keep everything').click()
  await page.getByRole('radiogroup', { name: 'Clock' }).getByText('12 hours').click()
  await page.getByRole('radiogroup', { name: 'The week begins on' }).getByText('Sunday').click()
  await shoot(page, 'settings-times')
  await person.go('Calendar')
  await shoot(page, 'calendar-12-hours')
  await person.go('Today')
  await shoot(page, 'today-12-hours')
  await person.go('Tasks')
  await shoot(page, 'tasks-12-hours')
  await person.go('Settings')
  await page.getByRole('radiogroup', { name: 'Clock' }).getByText('24 hours').click()
  await page.getByRole('radiogroup', { name: 'The week begins on' }).getByText('Monday').click()
  await person.go('Calendar')
  for (const look of ['Day', 'Month', 'Agenda']) {
    await page.getByRole('radio', { name: look }).click({ force: true })
    await shoot(page, `calendar-${look.toLowerCase()}`)
  }
  await button('New event').click()
  await shoot(page, 'calendar-event')
  await page.keyboard.press('Escape')
  await person.go('Household')
  for (const part of await page.getByRole('tab').allInnerTexts()) {
    const name = part.replace(/[^A-Za-z ].*/s, '').trim()
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
    await shoot(page, `household-${name.toLowerCase().replace(/\W+/g, '-')}`)
  }
  await person.go('Ledger')
  await page.getByRole('main').getByRole('option').first().click()
  await shoot(page, 'ledger-receipt')
  await page.keyboard.press('Control+k')
  await shoot(page, 'palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+/')
  await shoot(page, 'keys')
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Lock' }).click()
  await button('Unlock').waitFor()
  await shoot(page, 'locked')
  await person.unlock(`${PASSPHRASE} x`)
  await page.getByText('That passphrase does not open this vault.').waitFor()
  await shoot(page, 'locked-wrong')
}

/** The same house in German: from nothing to a plan, past the panel, and every room. */
async function walkInGerman(page: Page): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
  const say = async (text: string, way: string): Promise<void> => {
    await page.getByRole('radio', { name: way, exact: true }).check({ force: true })
    await page.getByLabel('Deine Nachricht').fill(text)
    await page.keyboard.press('Enter')
  }
  const last = page.getByRole('article').last(), panel = page.getByRole('dialog', { name: /verlassen|angehalten/ })
  /** Until its yes can be given. */
  const seen = (): Promise<void> => panel.getByRole('button', { name: 'Genau das senden' }).and(page.locator(':not([aria-disabled="true"])')).waitFor()
  await page.clock.setFixedTime(new Date(EVENING))
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
  await shoot(page, 'de-welcome')
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Noch einmal dieselbe').fill(PASSPHRASE)
  await button('Tresor anlegen').click()
  const list = page.getByRole('list', { name: 'Wiederherstellungswörter, der Reihe nach' })
  await list.waitFor()
  const words = (await list.getByRole('listitem').allInnerTexts()).map((text) => /[a-z]+/.exec(text)?.[0] ?? '')
  await shoot(page, 'de-welcome-words')
  await page.getByRole('checkbox', { name: 'Ich habe sie aufgeschrieben' }).check({ force: true })
  await button('Weiter').click()
  await page.getByRole('heading', { name: 'Zwei davon, um sicher zu sein' }).waitFor()
  for (const label of await page.getByText(/^Wort \d+$/).allInnerTexts()) await page.getByLabel(label, { exact: true }).fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
  await button('Sie stimmen, weiter').click()
  await page.getByRole('button', { name: /Beispielhaushalt/ }).waitFor()
  await shoot(page, 'de-welcome-household')
  await page.getByRole('button', { name: /Beispielhaushalt/ }).click()
  await page.getByLabel('Deine Nachricht').waitFor()
  await shoot(page, 'de-chat-empty')
  await say('Lass die Spülmaschine heute Nacht laufen, wenn der Strom billig ist, und bis 7 Uhr fertig sein', 'Nur hier')
  await last.getByRole('button', { name: 'Annehmen' }).waitFor()
  await shoot(page, 'de-chat-plan')
  await last.getByRole('button', { name: 'Annehmen' }).click()
  await say('Jeden zweiten Dienstag Mülltonnen rausstellen, abwechselnd Tom und Lena', 'Nur hier')
  await last.getByRole('button', { name: 'Annehmen' }).waitFor()
  await shoot(page, 'de-chat-proposal')
  await last.getByRole('button', { name: 'Annehmen' }).click()
  await say('Schreib einen Brief an Dr. Okafor, dass Emma am Donnerstag krank ist', 'Cloud fragen')
  await seen()
  await shoot(page, 'de-departure-letter')
  await panel.getByRole('button', { name: 'Abbrechen' }).click()
  await say('Lass die Waschmaschine morgen laufen, so günstig wie möglich, fertig bis 18 Uhr', 'Cloud fragen')
  await seen()
  await shoot(page, 'de-departure-plan')
  await panel.getByRole('button', { name: 'Genau das senden' }).click()
  await last.getByRole('button', { name: 'Annehmen' }).waitFor()
  await shoot(page, 'de-chat-cloud')
  await last.getByRole('button', { name: 'Annehmen' }).click()
  for (const [index, room] of (['today', 'chat', 'calendar', 'tasks', 'household', 'ledger', 'settings'] as const).entries()) {
    await page.keyboard.press(`Control+${String(index + 1)}`)
    await page.getByRole('main').getByRole('heading').first().waitFor()
    if (room !== 'chat') await shoot(page, `de-${room}`)
  }
  await shootBelow(page, 'de-settings-below')
  await page.keyboard.press('Control+5')
  for (const [index, tab] of (await page.getByRole('tab').all()).entries()) {
    await tab.click()
    await shoot(page, `de-household-${String(index + 1)}`)
  }
  await page.keyboard.press('Control+3')
  await button('Neuer Termin').click()
  await shoot(page, 'de-calendar-event')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+6')
  await page.getByRole('main').getByRole('option').first().click()
  await shoot(page, 'de-ledger-receipt')
}

async function shoot(page: Page, name: string): Promise<void> {
  taken.push(name)
  for (const size of SIZES) for (const theme of THEMES) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.evaluate(async () => { await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))); await new Promise(requestAnimationFrame) })
    await page.screenshot({ path: join(folder, `${name}-${theme}-${String(size.width)}.png`) })
  }
  await page.setViewportSize(SIZES[0] ?? { width: 1280, height: 800 })
  console.log(name)
}

/** The same, at the end of what scrolls. */
async function shootBelow(page: Page, name: string): Promise<void> {
  await page.getByRole('main').evaluate((main) => { for (const box of [main, ...main.querySelectorAll('*')]) box.scrollTop = box.scrollHeight })
  await shoot(page, name)
}
