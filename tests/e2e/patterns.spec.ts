/** The five patterns in the window, with a cloud on a real socket: by the built-in rules and by a local model, when the cloud answers, refuses and lies. */
import { accessible } from '../support/accessible.ts'
import { startFakeOllama, type FakeOllama } from '../support/fake-ollama.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/launch.ts'
import { storyForm, storyThoughts } from '../support/ollama-story.ts'
import { EVENING, personAt, STORY, type Person } from '../support/person.ts'
import { answerWith, chatCompletion, startRecordingCloud, type Recorded, type RecordingCloud } from '../support/recording-cloud.ts'

const clock = { args: [`--clock=${EVENING}`] }
const BIRTHDAY = "Plan Emma's birthday on 12 December with 8 children"
const LETTER = "Write a letter to Dr. Okafor that Emma can't come on 3 December at 9:00 because i has to work"
const QUESTION = 'What could we cook for Emma while I am away?'
/** Of the sample household; none of it may stand in what leaves. */
const PRIVATE = /emma|\btom\b|noah|lena|bergmann|mary|okafor|12 December|3 December|2026/i

/** What left of the person's: everything but the app's own instructions. */
const userPart = (request: Recorded | undefined): string => bodyOf(request).messages[1]?.content ?? ''
interface Body { readonly messages: readonly { readonly content: string }[]; readonly response_format?: { readonly json_schema: { readonly name: string } } }
const bodyOf = (request: Recorded | undefined): Body => JSON.parse(request?.body.toString() ?? '{"messages":[]}') as Body

type Mood = 'good' | 'refusing' | 'lying'

/** The best plan of the story, or one in the baby's sleep; steps; edits of the draft; words. */
function answerTo(request: Recorded, mood: Mood): string {
  const lies = mood === 'lying', car = Array.from({ length: 12 }, (_, i) => (lies ? 0 : 32) + i)
  switch (bodyOf(request).response_format?.json_schema.name) {
    case 'plan': return JSON.stringify({ plan: [{ job: 'J1', start: lies ? 20 : 46, slots: null }, { job: 'J2', start: car[0], slots: car }], binding: [] })
    case 'outline': return JSON.stringify({ steps: [{ id: 'S1', title: 'Send the invitations', daysBefore: 14, minutes: 30, after: [] }, { id: 'S2', title: 'Buy balloons and paper hats', daysBefore: 3, minutes: 45, after: [] }, { id: 'S3', title: 'Bake the cake', daysBefore: 1, minutes: 90, after: ['S2'] }] })
    case 'edits': return JSON.stringify({ edits: [{ find: 'because i has to work', replace: lies ? 'and will pay 4000 euros' : 'because I have to work' }] })
    default: return lies ? 'Ask 5 neighbours and [PERSON_Z].' : 'Ask a neighbour you trust, and agree on the times.'
  }
}

const running: { readonly close: () => Promise<void> }[] = []
test.afterEach(async () => { for (const one of running.splice(0)) await one.close() })

interface MoodyCloud { readonly cloud: RecordingCloud; mood: Mood }
async function startCloud(): Promise<MoodyCloud> {
  const moody: MoodyCloud = { mood: 'good', cloud: await startRecordingCloud({ behave: (socket, request) => {
    if (moody.mood === 'refusing') answerWith(429, '{"error":{"message":"slow down"}}')(socket, request)
    else answerWith(200, chatCompletion(answerTo(request, moody.mood)))(socket, request)
  } }) }
  running.push(moody.cloud)
  return moody
}

/** Reads the story well, drafts one letter, and gives two answers to a question that do not agree. */
async function startModel(): Promise<FakeOllama> {
  const fake = await startFakeOllama({ chat: (body) => {
    const asked = body.messages.map(({ content }) => content).join('\n')
    if (asked.includes('draft one letter')) return "Dear Dr. Okafor,\n\nEmma can't come on 3 December at 9:00, because i has to work.\n\nKind regards"
    if (body.format !== undefined) return JSON.stringify(asked.includes('cook for') ? { ...storyForm, kind: 'question', loads: [], quiet: [], from: '', until: '' } : storyForm)
    return asked.includes('cook for') && asked.includes('assistant of one household') ? `Ask ${body.options?.['seed'] === 2 ? '3' : '2'} neighbours.` : storyThoughts
  } })
  running.push(fake)
  return fake
}

async function atCloud(person: Person): Promise<MoodyCloud> {
  const moody = await startCloud()
  await person.moveIn()
  await person.useCloudAt(`http://127.0.0.1:${moody.cloud.port}/v1`)
  return moody
}

const outgoing = ({ panel }: Person) => panel.getByRole('region', { name: 'What would leave' })

/** Each pattern once, and what stands at the gate and in the answer; `look` is called at every state that is worth it. */
async function allFive(person: Person, moody: MoodyCloud, look: (where: string) => Promise<void>): Promise<void> {
  const { panel, lastTurn } = person
  const sent = (): Recorded | undefined => moody.cloud.requests.at(-1)

  await person.say(STORY, 'Ask the cloud')
  await person.seePanel()
  await expect(panel.getByText(/\d+ facts? (?:was|were) not needed and (?:does|do) not leave/)).toBeVisible()
  await person.approve()
  await expect(lastTurn).toContainText('Sanitize-and-Solve')
  await expect(lastTurn).toContainText('05:30')
  await expect(lastTurn.getByText('12 + 3 tokens, about €0.00005')).toBeVisible()

  // Plan-then-Ground: a shape leaves and no word; nothing can be redacted, because there is nothing to redact.
  await person.say(BIRTHDAY, 'Ask the cloud')
  await person.seePanel()
  await expect(outgoing(person)).toContainText('None of your words. Only the shape below would leave.')
  await expect(panel.getByRole('region', { name: 'The shape of it' })).toContainText('a birthday')
  await expect(panel.getByRole('region', { name: 'The shape of it' })).toContainText('8 guests')
  await expect(panel.getByRole('button', { name: 'Redact a phrase…' })).toHaveCount(0)
  await expect(panel.getByRole('switch')).toHaveCount(0)
  await look('departure of a shape')
  await person.approve()
  await expect(lastTurn).toContainText('Plan-then-Ground')
  expect(JSON.parse(userPart(sent()))).toEqual({ outline: { occasion: 'birthday', daysAhead: 20, lasts: 1, adults: 2, children: 3, guests: 8, minutesPerDay: 60 } })
  const proposal = lastTurn.getByRole('region', { name: 'Put this into your calendar?' })
  await expect(proposal.getByRole('listitem').filter({ hasText: 'Bake the cake' }).last()).toContainText(/Tom|Lena/)
  await expect(proposal.getByRole('list', { name: 'Who does how much' })).toContainText('Lena')
  await look('a proposal that is shared out')
  await lastTurn.getByRole('button', { name: 'Accept' }).click()
  await expect(lastTurn.getByText('In your calendar')).toBeVisible()

  // Draft-then-Refine: the draft stands at the gate, the letter comes back with its names.
  await person.say(LETTER, 'Ask the cloud')
  await person.seePanel()
  await expect(panel.getByRole('group', { name: 'Your draft, as it was made here' })).toContainText('Dear Dr. Okafor')
  await expect(panel.getByRole('group', { name: 'What would leave' })).not.toContainText('Okafor')
  await look('departure of a draft')
  await person.approve()
  const letter = lastTurn.getByRole('region', { name: 'The letter' })
  await expect(letter).toContainText('Okafor')
  await expect(letter).toContainText('because I have to work')
  await letter.getByRole('radio', { name: 'Show what was changed' }).check({ force: true })
  await expect(letter.locator('del')).toHaveText(['i has'])
  await expect(letter.locator('ins')).toHaveText(['I have'])
  await look('changes in a letter')
  await letter.getByRole('radio', { name: 'Show the draft' }).check({ force: true })
  await expect(letter).toContainText('because i has to work')
  await expect(lastTurn).toContainText('Draft-then-Refine')

  // Cross-Check, agreed.
  await person.say(STORY, 'Cross-check')
  await person.approve()
  await expect(lastTurn).toContainText('found the very same plan.')
  await expect(lastTurn).toContainText('Cross-Check')
  await lastTurn.getByRole('button', { name: 'How this was answered' }).click()
  for (const axis of ['Why', 'Who acts first', 'When', 'What for']) await expect(lastTurn.getByRole('term').filter({ hasText: new RegExp(`^${axis}$`) })).toBeVisible()

  for (const request of moody.cloud.requests) expect(userPart(request)).not.toMatch(PRIVATE)
}

test('P4 the five patterns by the built-in rules', async ({ launch }) => {
  test.slow()
  const { page } = await launch(clock)
  const person = personAt(page)
  const moody = await atCloud(person)
  await person.setPrices('2.50', '8')
  await allFive(person, moody, (where) => accessible(page, where))

  // Escalate-on-Hard: the rules cannot answer in words, so the gate opens with that as its reason.
  await person.say(QUESTION, 'Auto')
  await person.seePanel()
  await expect(person.panel).toContainText('This computer is not sure: The built-in rules plan and prepare, but they cannot answer questions in words.')
  await expect(person.panel.getByText(/^about €0\.\d+, and the answer on top$/)).toBeVisible()
  await person.approve()
  await expect(person.lastTurn).toContainText('Ask a neighbour you trust')
  await expect(person.lastTurn).toContainText('Escalate-on-Hard')
  expect(moody.cloud.requests).toHaveLength(5)
})

test('P4 the five patterns with a local model', async ({ launch }) => {
  test.slow()
  const { page } = await launch(clock)
  const person = personAt(page)
  const moody = await atCloud(person)
  await person.setPrices('2.50', '8')
  await person.useOllamaAt((await startModel()).address)
  await allFive(person, moody, () => Promise.resolve())

  // Two answers of the model that disagree are measured; its own answer stands when nothing may leave.
  await person.say(QUESTION, 'Auto')
  await person.seePanel()
  await expect(person.panel).toContainText('two answers of the local model disagree (2 against 3)')
  await person.panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(person.lastTurn).toContainText('Ask 2 neighbours.')
  await expect(person.lastTurn).toContainText('This answer is doubtful')
  await expect(person.lastTurn).toContainText('0 bytes left')
  expect(moody.cloud.requests).toHaveLength(4)
})

test('a cloud that refuses costs nothing that was made here, and one that lies is told', async ({ launch }) => {
  test.slow()
  const { page } = await launch(clock)
  const person = personAt(page)
  const moody = await atCloud(person)
  const { lastTurn } = person

  moody.mood = 'refusing'
  await person.say(LETTER, 'Ask the cloud')
  await person.approve()
  await expect(lastTurn.getByRole('region', { name: 'The draft, as it was made here' })).toContainText('because i has to work')
  await expect(lastTurn).toContainText('says it has had too many requests')
  await person.say(BIRTHDAY, 'Ask the cloud')
  await person.approve()
  await expect(lastTurn.getByRole('alert')).toContainText('says it has had too many requests')
  await expect(lastTurn.getByRole('button', { name: 'Ask the cloud again' })).toBeVisible()
  await accessible(page, 'a problem with ways out')
  await lastTurn.getByRole('button', { name: 'Answer on this computer' }).click()
  // Twelve steps for two people: the planner may take its whole time.
  await expect(lastTurn).toContainText('0 bytes left', { timeout: 30_000 })
  await expect(lastTurn.getByRole('region', { name: 'Put this into your calendar?' })).toContainText('Send the invitations')

  moody.mood = 'lying'
  await person.say(LETTER, 'Ask the cloud')
  await person.approve()
  await expect(lastTurn).toContainText('“4000”, which is not in the draft. Check it.')
  await person.say(STORY, 'Cross-check')
  await person.approve()
  const opinions = lastTurn.getByRole('region', { name: 'Two answers' })
  await expect(opinions.getByRole('group', { name: 'The answer of This computer' })).toContainText('this one counts')
  await expect(opinions.getByRole('group', { name: /The answer of 127\.0\.0\.1/ })).toContainText('This plan does not work.')
  await expect(opinions).toContainText('Dishwasher would run at 23:00, when it may not.')
  await accessible(page, 'two plans that differ')
  expect(moody.cloud.requests).toHaveLength(4)
})

test('two answers in words stand side by side, and a question nobody here can answer offers ways on', async ({ launch }) => {
  test.slow()
  const { page } = await launch(clock)
  const person = personAt(page)
  const moody = await atCloud(person)
  const { lastTurn } = person

  await person.say(QUESTION, 'On this computer')
  await expect(lastTurn.getByRole('alert')).toContainText('cannot answer questions in words')
  await accessible(page, 'no words')
  await lastTurn.getByRole('button', { name: 'Ask the cloud' }).click()
  await person.seePanel()
  await person.panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(lastTurn).toContainText('You kept it here. Nothing left this computer.')
  // Sent again by another route, while the chosen one stays.
  await expect(page.getByRole('radio', { name: 'On this computer' })).toBeChecked()
  await lastTurn.getByRole('button', { name: 'Answer on this computer' }).click()
  await expect(person.turns).toHaveCount(3)
  await lastTurn.getByRole('button', { name: 'Let Ollama answer' }).click()
  await expect(page.getByRole('heading', { name: 'Understanding' })).toBeVisible()

  moody.mood = 'lying'
  await person.useOllamaAt((await startModel()).address)
  await person.say(QUESTION, 'Cross-check')
  await person.approve()
  const opinions = lastTurn.getByRole('region', { name: 'Two answers' })
  await expect(opinions.getByRole('group', { name: 'The answer of This computer' })).toContainText('Ask 2 neighbours.')
  await expect(opinions.getByRole('group', { name: /127\.0\.0\.1/ })).toContainText('Ask 5 neighbours')
  await expect(opinions.getByRole('listitem')).toHaveText(['Only here: 2.', 'Only there: 5.'])
  const [here, there] = await Promise.all([opinions.getByRole('group').first().boundingBox(), opinions.getByRole('group').last().boundingBox()])
  expect(here?.y).toBe(there?.y)
  await accessible(page, 'two answers in words')
  expect(moody.cloud.requests).toHaveLength(1)
})

test('a letter by keyboard alone, from the first word to its changes', async ({ launch }) => {
  test.slow()
  const { page } = await launch(clock)
  const person = personAt(page)
  const moody = await atCloud(person)
  const keys = page.keyboard
  await page.setViewportSize({ width: 900, height: 700 })
  await page.getByLabel('Your message').focus()
  await keys.type(LETTER)
  await tabTo(page, /^\s*Auto/)
  for (const route of [/On this computer/, /Ask the cloud/, /Cross-check/]) {
    await keys.press('ArrowRight')
    expect(await focused(page)).toMatch(route)
  }
  await keys.press('ArrowLeft')
  await keys.press('Space')
  await keys.press('Shift+Tab')
  await expect(page.getByLabel('Your message')).toBeFocused()
  await keys.press('Enter')
  await person.seePanel()
  await tabTo(page, /Send exactly this/)
  await keys.press('Enter')
  await expect(person.panel).toBeHidden()
  const letter = person.lastTurn.getByRole('region', { name: 'The letter' })
  await expect(letter).toBeVisible()
  await expect(page.getByLabel('Your message')).toBeFocused()
  await tabTo(page, /Show the draft/, 'Shift+Tab')
  await keys.press('ArrowLeft')
  await keys.press('Space')
  await expect(letter.locator('ins')).toHaveText(['I have'])
  await tabTo(page, /Copy the letter/)
  await keys.press('Enter')
  await expect(page.getByText(/^(?:Copied\.|It could not be copied\.)/)).toBeVisible()
  expect(moody.cloud.requests).toHaveLength(1)
})
