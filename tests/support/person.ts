/** A person at the window: what somebody does with Lares, by the names that stand on the screen. */
import type { Page } from 'playwright/test'
import { expect } from 'playwright/test'

export const STORY = "Run the dishwasher and charge the car tonight as cheaply as possible. The dishwasher has to be done before Emma's breakfast at 7 and nothing may make noise while the baby sleeps; Tom leaves with the car at 7:15 for his shift at St. Mary's Hospital"
export const PASSPHRASE = 'lantern orchard violin seven'
/** Sunday evening, 22 November 2026, 17:50 in Berlin. */
export const EVENING = '2026-11-22T16:50:00Z'

export type RouteName = 'Auto' | 'On this computer' | 'Ask the cloud' | 'Cross-check'

/** What a name of a control looks like where Playwright would otherwise match part of it. */
const exactly = (name: string): { name: string; exact: true } => ({ name, exact: true })

export function personAt(page: Page) {
  const panel = page.getByRole('dialog', { name: /This would leave your house|Stopped at the gate/ })
  const turns = page.getByRole('region', { name: 'Conversation', exact: true }).getByRole('article')

  const person = {
    page,
    panel,
    /** The newest question with its answer. */
    lastTurn: turns.last(),
    turns,

    makeVault: async (passphrase = PASSPHRASE): Promise<string[]> => {
      await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
      await page.getByLabel('The same once more').fill(passphrase)
      await page.getByRole('button', exactly('Create the vault')).click()
      const list = page.getByRole('list', { name: 'Recovery words, in order' })
      await expect(list).toBeVisible()
      const words = (await list.getByRole('listitem').allInnerTexts()).map((text) => /[a-z]+/.exec(text)?.[0] ?? '')
      await page.getByRole('checkbox', { name: 'I wrote them down' }).check({ force: true })
      await page.getByRole('button', exactly('Continue')).click()
      await expect(page.getByRole('heading', { name: 'Two of them, to be sure' })).toBeVisible()
      for (const label of await page.getByText(/^Word \d+$/).allInnerTexts()) await page.getByLabel(label, { exact: true }).fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
      await page.getByRole('button', exactly('They match, continue')).click()
      return words
    },

    takeSample: async (): Promise<void> => {
      await page.getByRole('button', { name: /Take the sample household/ }).click()
      await expect(page.getByLabel('Your message')).toBeVisible()
    },

    /** From nothing to the chat with the sample household. */
    moveIn: async (): Promise<void> => {
      await page.clock.setFixedTime(new Date(EVENING))
      await person.makeVault()
      await person.takeSample()
    },

    unlock: async (passphrase = PASSPHRASE): Promise<void> => {
      await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
      await page.getByRole('button', exactly('Unlock')).click()
    },

    say: async (text: string, route: RouteName): Promise<void> => {
      await page.getByRole('radio', exactly(route)).check({ force: true })
      await page.getByLabel('Your message').fill(text)
      await page.getByLabel('Your message').press('Enter')
    },

    /** Waits until the panel is there and its yes can be given. */
    seePanel: async (): Promise<void> => {
      await expect(panel).toBeVisible()
      await expect(panel.getByRole('button', exactly('Send exactly this'))).not.toHaveAttribute('aria-disabled', 'true')
    },

    approve: async (): Promise<void> => {
      await person.seePanel()
      await panel.getByRole('button', exactly('Send exactly this')).click()
      await expect(panel).toBeHidden()
    },

    redact: async (phrase: string): Promise<void> => {
      await panel.getByRole('button', { name: 'Redact a phrase…' }).click()
      await page.getByLabel('Phrase to take out').fill(phrase)
      await page.getByRole('button', exactly('Take it out')).click()
    },

    go: (room: 'Today' | 'Chat' | 'Calendar' | 'Tasks' | 'Household' | 'Ledger' | 'Settings'): Promise<void> => page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', exactly(room)).click(),

    /** Points the cloud at an OpenAI-compatible server on this computer, with a key. */
    useCloudAt: async (address: string): Promise<void> => {
      await person.go('Settings')
      await page.getByRole('button', { name: /Provider/ }).click()
      await page.getByRole('option', { name: 'Another, OpenAI-compatible' }).click()
      await page.getByLabel('Address', { exact: true }).fill(address)
      await page.getByLabel('Address', { exact: true }).blur()
      await page.getByLabel('Key', { exact: true }).fill('test-key-123')
      await page.getByRole('button', exactly('Store the key')).click()
      await expect(page.getByText('A key is stored in the vault.')).toBeVisible()
      await person.go('Chat')
    },

    /** Says what the cloud charges per million tokens, in euros. */
    setPrices: async (perIn: string, perOut: string): Promise<void> => {
      await person.go('Settings')
      await page.getByLabel('For what you send', { exact: true }).fill(perIn)
      await page.getByLabel('For the answer', { exact: true }).fill(perOut)
      await page.getByLabel('Currency', { exact: true }).fill('EUR')
      await page.getByLabel('Currency', { exact: true }).press('Enter')
      await person.go('Chat')
    },

    /** Has Ollama at this address read and answer. */
    useOllamaAt: async (address: string): Promise<void> => {
      await person.go('Settings')
      await page.getByRole('radio', exactly('Ollama')).check({ force: true })
      await page.getByLabel('Address of Ollama').fill(address)
      await page.getByLabel('Address of Ollama').blur()
      await expect(page.getByText(/Ollama [\d.]+ is running at/)).toBeVisible()
      await person.go('Chat')
    },
  }
  return person
}

export type Person = ReturnType<typeof personAt>
