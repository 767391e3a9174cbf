/** Puts the house together: everything of main that is not Electron itself, so that tests and evals run the same house without a window. */
import { randomInt, randomUUID } from 'node:crypto'
import type { MenuCommand } from '../shared/commands.ts'
import { problem } from '../shared/problems.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { News } from '../shared/ipc/contract.ts'
import type { Notice, Notices, ReminderAnswer } from '../shared/reminders.ts'
import { habitsOfLocale, plainHabits } from '../shared/habits.ts'
import { setLanguage, spokenOf, type Language } from '../shared/language.ts'
import type { Keychain } from '../shared/keychain.ts'
import { defaultSettings, type OllamaSettings, type Settings, type System } from '../shared/settings.ts'
import { toInstant, type Clock } from '../shared/time.ts'
import type { PlanningProblem, Solved } from '../shared/planning.ts'
import { createDesk } from './approval/desk.ts'
import { createAgenda } from './calendar/agenda.ts'
import { createCalendar } from './calendar/changes.ts'
import { createCalendarFiles } from './calendar/ics/calendar-files.ts'
import { createFileThread } from './calendar/ics/file-thread.ts'
import { createMarking } from './calendar/marking.ts'
import { createRecurrence } from './calendar/recurrence/create-recurrence.ts'
import { createReminderClock } from './calendar/reminder-clock.ts'
import { createChat } from './chat/chat.ts'
import { createEarlier } from './chat/earlier.ts'
import { createConversationFiles } from './chat/conversation-files.ts'
import { chooseProvider } from './cloud/choose-provider.ts'
import { doorFetch } from './cloud/door-fetch.ts'
import { startPractice, type Practice } from './cloud/practice.ts'
import { createLedger } from './cloud/receipts.ts'
import type { Tripwire } from './cloud/tripwire.ts'
import { createWire, wireLimits, type WireLimits } from './cloud/wire.ts'
import { backupHandlers } from './ipc/backups.ts'
import { calendarHandlers } from './ipc/calendar.ts'
import { chatHandlers } from './ipc/chat.ts'
import { dataHandlers } from './ipc/data.ts'
import { departureHandlers } from './ipc/departure.ts'
import { householdHandlers } from './ipc/household.ts'
import { icsHandlers } from './ipc/ics.ts'
import { ledgerHandlers } from './ipc/ledger.ts'
import type { AllHandlers } from './ipc/register.ts'
import { reminderHandlers } from './ipc/reminders.ts'
import { modelHandlers } from './ipc/models.ts'
import { keyName, settingsHandlers } from './ipc/settings.ts'
import { taskHandlers } from './ipc/tasks.ts'
import { vaultHandlers } from './ipc/vault.ts'
import { findTimes } from './language/find-times.ts'
import { readRequests } from './language/requests/read-requests.ts'
import { smallTalkOf } from './language/small-talk.ts'
import { readTask, topicOf } from './language/tasks.ts'
import { verdictOf } from './language/verdict.ts'
import { languageTagOf } from './language/which-language.ts'
import { createBuiltin } from './local/builtin.ts'
import { plainLetter } from './local/letters.ts'
import type { LocalModel } from './local/model.ts'
import { outlineOf } from './local/outlines.ts'
import { createOllamaDoor } from './local/ollama-door.ts'
import { createOllama, type Ollama, type OllamaDeps } from './local/ollama.ts'
import { createPulls } from './local/pulls.ts'
import type { Log } from './log.ts'
import { collectGarbage } from './memory.ts'
import { createPatterns } from './patterns/patterns.ts'
import { createPlanner } from './planner/create-planner.ts'
import { isCleared } from './privacy/leak-check.ts'
import type { Placeholder } from './privacy/placeholders.ts'
import { loadVocabulary, type Vocabulary } from './privacy/vocabulary.ts'
import { createAnswerHere, PLAN_LIMIT_MS } from './steps/answer-here.ts'
import { arrange } from './steps/arrange/arrange.ts'
import { nearestFree } from './steps/arrange/nearest-free.ts'
import { splitAnswers } from './steps/arrange/world.ts'
import { wordsOf } from './steps/arrange/words.ts'
import { createConsult } from './steps/consult.ts'
import { generalize } from './steps/generalize.ts'
import { ground } from './steps/ground.ts'
import { createKnowledge } from './steps/knowledge.ts'
import { strings as remarks } from './steps/remark-strings.ts'
import { rehearse } from './steps/rehearse.ts'
import { createReplay } from './steps/replay-rule.ts'
import { createRestore } from './steps/restore.ts'
import { createSanitize } from './steps/sanitize.ts'
import { createUnderstand } from './steps/understand.ts'
import { createVerify } from './steps/verify.ts'
import { createAutoLock } from './vault/auto-lock.ts'
import { createBackupClock } from './vault/backup-clock.ts'
import { ownValues, writtenValues } from './vault/matcher.ts'
import { sampleHousehold } from './vault/sample.ts'
import { createVault } from './vault/connection.ts'
import type { PickedFiles } from './window/picked-files.ts'
import type { LaresTray } from './window/tray.ts'

export interface LaresDeps {
  /** Where the vault lives. */
  readonly folder: string
  readonly workers: { readonly vault: URL; readonly planner: URL; readonly recurrence: URL; readonly ics: URL }
  /** Files that a person picks. */
  readonly files: PickedFiles
  readonly clock: Clock
  readonly tripwire: Tripwire
  readonly log: Log
  readonly onNews: (news: News) => void
  /** The locale this computer is set to; absent = one that says nothing about clocks and weeks. */
  readonly locale?: string
  /** The language this computer is set to, of those Lares speaks; absent = English. */
  readonly language?: Language
  /** The desktop's notifications; absent where there is no desktop. */
  readonly notices?: Notices
  /** Of this computer's login; absent where there is no desktop. */
  readonly keychain?: Keychain
  /** Where Lares stays when its window is closed; absent where there is no desktop. */
  readonly tray?: Pick<LaresTray, 'keep' | 'isThere'>
  /** For tests that meet a slow or silent cloud. */
  readonly limits?: WireLimits
  /** For tests that meet a slow local model. */
  readonly localLimits?: OllamaDeps['limits']
}

export interface Lares {
  readonly handlers: AllHandlers
  /** The person did something: the auto-lock starts anew. */
  readonly touch: () => void
  /** The system handed over a calendar file: it is offered in the window, now or after unlocking. The newest counts. */
  readonly give: (path: string) => void
  /** A command from the menu, for the window; nothing while the vault is locked. */
  readonly call: (command: MenuCommand) => void
  /** The computer woke from sleep. */
  readonly woke: () => void
  /** A notification was clicked, or answered from outside the window. */
  readonly noticed: (notice: Notice, answer: ReminderAnswer | null) => void
  readonly close: () => Promise<void>
}

const after = (ms: number, call: () => void): (() => void) => { const timer = setTimeout(call, ms); return () => { clearTimeout(timer) } }
/** How long nothing has to happen before what takes long is made ready. */
const IDLE_MS = 1500
const pause = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })
const newId = (): string => randomUUID()

export function createLares({ folder, workers, files, clock, tripwire, log, onNews: tell, notices, keychain, tray, locale, language = 'en', limits = wireLimits, localLimits = {} }: LaresDeps): Lares {
  const system: System = { ...(locale === undefined ? plainHabits : habitsOfLocale(locale)), language, locale: locale ?? 'en-GB' }
  setLanguage(spokenOf('system', system))
  const vault = createVault({ folder, workerUrl: workers.vault, clock, ...(keychain === undefined ? {} : { keychain }) })
  /** While the vault is locked the window learns that, and nothing of what was in it. */
  const onNews = (news: News): void => { if (vault.state().state === 'open' || news.kind === 'vault' || (news.kind === 'departure' && news.departure === null)) tell(news) }
  const planner = createPlanner({ workerUrl: workers.planner })
  const recurrence = createRecurrence({ workerUrl: workers.recurrence })
  const agenda = createAgenda({ vault: vault.events, expand: recurrence.expand, newId })
  const calendar = createCalendar({ vault, agenda, clock, newId, onChange: ({ household }) => { onNews({ kind: 'calendar' }); if (household) onNews({ kind: 'household' }); reminders.look(); prepare() } })
  const marking = createMarking({ tasks: vault.tasks, household: vault.household.read, clock, expand: recurrence.expand, draw: (below) => randomInt(below) })
  const tasks = taskHandlers(calendar, marking)
  const reminders = createReminderClock({
    clock, after, isOpen: () => vault.state().state === 'open', household: vault.household.read, settings: vault.settings.read, events: agenda.between, tasks: vault.tasks, vault: vault.reminders,
    mark: (id, mark) => tasks.mark({ id, mark }), notices, system, onChange: (standing) => { onNews({ kind: 'reminders', reminders: [...standing] }) }, onBug: log,
  })
  let given: string | undefined
  const calendarFiles = createCalendarFiles({ vault, calendar, agenda, expand: recurrence.expand, thread: createFileThread({ workerUrl: workers.ics }), clock, newId })
  const desk = createDesk({ clock, after, isCleared, onChange: (departure) => { onNews({ kind: 'departure', departure }) } })

  // The local step: what the household chose, or the built-in rules.
  const builtin = createBuiltin()
  const fetchTo = (destination: Parameters<typeof doorFetch>[1]): typeof fetch => doorFetch(tripwire, destination)
  const openOllama = (settings: OllamaSettings): Ollama => createOllama({ settings, fetchTo, limits: localLimits })
  const engine = async (): Promise<Result<LocalModel>> => {
    const settings = await vault.settings.read()
    return settings.ok ? ok(settings.value.engine === 'ollama' ? openOllama(settings.value.ollama) : builtin) : settings
  }

  const pulls = createPulls({ clock, after, onChange: (all) => { onNews({ kind: 'pulls', pulls: [...all] }) }, onBug: log })

  // The way out.
  let practice: Promise<Practice> | undefined
  const startedPractice = (): Promise<Practice> => (practice ??= startPractice({
    solve: async (task) => { const solved = await planner.solve(task, { limitMs: 8000, signal: AbortSignal.timeout(10_000) }); return solved.status === 'infeasible' ? null : solved.plan ?? null },
    outlineOf,
  }))
  const practiceAddress = async (): Promise<string> => `http://127.0.0.1:${(await startedPractice()).port}`
  const provider: Parameters<typeof createConsult>[0]['provider'] = async (isExercise) => {
    const settings = await vault.settings.read()
    if (!settings.ok) return settings
    const cloud: Settings['cloud'] = isExercise ? { ...settings.value.cloud, provider: 'practice' } : settings.value.cloud
    return chooseProvider(cloud, cloud.provider === 'practice' ? await practiceAddress() : null)
  }
  /** The key that was entered for exactly this address, whatever the settings say by now. */
  const secret = async (_header: string, address: string): Promise<Result<string>> => {
    const { origin, host } = new URL(address)
    if (practice !== undefined && origin === await practiceAddress()) return ok((await practice).token)
    const key = await vault.secrets.read(keyName(origin))
    if (!key.ok) return key
    return key.value === null || key.value === '' ? fail(problem('cloud.no-key', { provider: host })) : ok(key.value)
  }
  const ledger = createLedger({ receipts: vault.receipts, clock, newId })
  const wire = createWire({ tripwire, spend: desk.spend, secret, limits })

  // What is private.
  let english: Promise<Vocabulary> | undefined
  const vocabulary = (): Promise<Vocabulary> => (english ??= loadVocabulary(pause))
  const { known, forbidden, forget } = createKnowledge({ household: vault.household.read, words: vault.words, moreWords: vault.moreWords, canaries: vault.canaries, vocabulary, ownValues, writtenValues, pause })
  let cancelPreparing = (): void => undefined
  /** Once nothing has happened for a moment, so that the next departure waits for nothing that can be made before; and memory is given back. */
  const prepare = (): void => {
    cancelPreparing()
    cancelPreparing = after(IDLE_MS, () => { (vault.state().state === 'open' ? forbidden([]).then(() => rehearsed()).then(() => collectGarbage()) : collectGarbage(true)).catch((error: unknown) => { log('prepare', error) }) })
  }
  const tokens = async (conversationId: string): Promise<Result<ReadonlyMap<string, Placeholder>>> => {
    const stored = await vault.chat.tokens(conversationId)
    return stored.ok ? ok(new Map([...stored.value].map(([token, json]) => [token, JSON.parse(json) as Placeholder]))) : stored
  }
  const saveTokens = (conversationId: string, all: ReadonlyMap<string, Placeholder>): Promise<Result<null>> =>
    vault.chat.saveTokens(conversationId, new Map([...all].map(([token, placeholder]) => [token, JSON.stringify(placeholder)])))

  const cloudSettings = async (): Promise<Settings['cloud']> => { const settings = await vault.settings.read(); return settings.ok ? settings.value.cloud : defaultSettings.cloud }
  /** Whether a cloud is worth asking when nobody asked for it. The practice cloud has no model: it is there for who wants to try it. */
  const cloudOff = async (): Promise<string | undefined> => {
    const { provider: chosen } = await cloudSettings()
    return chosen === 'none' ? remarks.noCloud : chosen === 'practice' ? remarks.onlyPractice : undefined
  }
  const arranged: Parameters<typeof createAnswerHere>[0]['arrange'] = async ({ message, household }, arrangement, signal) => {
    const now = toInstant(clock.now()), tasks = await vault.tasks()
    if (!tasks.ok) return { problem: tasks.problem }
    const solve = (asked: PlanningProblem): Promise<Solved> => planner.solve(asked, { limitMs: PLAN_LIMIT_MS, signal })
    return arrange(arrangement, splitAnswers(message.text).text, {
      now, household, diary: agenda, tasks: tasks.value, words: wordsOf(arrangement.language, now), answers: arrangement.answers, newId, last: arrangement.last,
      mark: async (task, mark) => { const one = await marking(task.id, mark); return one.ok ? ok(one.value.after) : one },
      takingBack: calendar.takingBack,
      nearestFree: (event, busy) => nearestFree(event, busy, now, { household }, solve),
    })
  }
  const patterns = createPatterns({
    answerHere: createAnswerHere({ clock, planner, engine, outlineOf, plainLetter, arrange: arranged }),
    sanitize: createSanitize({ clock, findTimes, vocabulary, household: vault.household.read, known, tokens, saveTokens, hiddenDays: () => randomInt(1, 29), review: async () => { const chosen = await engine(); return chosen.ok ? chosen.value.review : null } }),
    consult: createConsult({ clock, newId, desk, wire, ledger, provider, forbidden, cost: async (counted) => { const { prices } = await cloudSettings(); return prices === null ? {} : { cost: { amount: (counted.in * prices.in + counted.out * prices.out) / 1e6, currency: prices.currency } } }, onLedger: () => { onNews({ kind: 'ledger' }) } }),
    generalize, ground,
    restore: createRestore({ tokens }),
    verify: createVerify({ planner, newId, clock, events: agenda.between }),
    cloudOff,
  })
  const readAll: Parameters<typeof createUnderstand>[0]['readRequests'] = (text, { now, household, previous }) => { const language = languageTagOf(text, household.zone); return { language: language === 'de' ? 'de' : 'en', requests: readRequests(text, { now, zone: household.zone, language, household, ...(previous === undefined ? {} : { previous }) }) } }
  const understand = createUnderstand({ clock, smallTalkOf, readTask, topicOf, findTimes, household: vault.household.read, events: agenda.between, engine, builtin, planner, ...createEarlier(vault.chat),
    readRequests: readAll,
  })

  let isRehearsed = false
  const rehearsed = async (): Promise<void> => {
    if (isRehearsed) return
    isRehearsed = true
    await rehearse({ clock, household: vault.household.read, builtin, readRequests: readAll, findTimes, vocabulary, known, forbidden: () => forbidden([]) })
  }

  const chat = createChat({ verdictOf, vault: vault.chat, calendar, understand, patterns, hasCloud: async () => (await cloudOff()) === undefined, clock, newId, onTurn: (turn) => { onNews({ kind: 'turn', turn }); prepare() }, onBug: log })

  const backupClock = createBackupClock({ clock, after, vault, onMade: () => { onNews({ kind: 'backups', problem: null }) }, onProblem: (why) => { onNews({ kind: 'backups', problem: why }) }, onBug: log })
  const zone = async (): Promise<Result<string>> => { const household = await vault.household.read(); return household.ok ? ok(household.value.zone) : household }
  const autoLock = createAutoLock(() => { void vault.lock() }, after)
  /** Also after unlocking. */
  const applySettings = (settings: Settings): void => { setLanguage(spokenOf(settings.language, system)); autoLock.set(settings.autoLockMinutes); tray?.keep(settings.tray); reminders.look() }
  const stopListening = vault.onState(() => {
    const state = vault.state()
    if (state.state === 'open') {
      void vault.settings.read().then((s) => { applySettings(s.ok ? s.value : defaultSettings) })
      backupClock.look()
      prepare()
    } else { prepare(); forget(); recurrence.forget(); backupClock.stop(); chat.stopAll(); autoLock.stop(); reminders.lock(); calendarFiles.close() }
    // Of a vault that was deleted nobody wants anything kept; of one that is locked what was wanted is still wanted.
    if (state.state === 'none') tray?.keep(false)
    onNews({ kind: 'vault', vault: state })
  })
  const settingsDeps = {
    vault, system, hasTray: () => tray?.isThere() ?? false,
    onChange: (settings: Settings) => { applySettings(settings); onNews({ kind: 'settings', settings }) },
  }

  return {
    handlers: {
      vault: vaultHandlers(vault),
      backups: backupHandlers(vault.backups),
      data: dataHandlers({ vault, files, clock }),
      household: householdHandlers({ vault: vault.household, calendar, clock, sample: sampleHousehold, onChange: () => { onNews({ kind: 'household' }); reminders.look() } }),
      chat: chatHandlers(chat, createConversationFiles({ chat, vault: vault.chat, zone, clock, newId }), files),
      departure: departureHandlers(desk, createReplay({ household: vault.household.read, vocabulary, known, receipts: vault.receipts.list, turn: vault.chat.turn })),
      calendar: calendarHandlers(calendar, agenda, chat),
      ics: icsHandlers(calendarFiles, files, () => { const path = given; given = undefined; return path }),
      tasks,
      reminders: reminderHandlers(reminders),
      ledger: ledgerHandlers(vault.receipts, ledger, files, clock),
      models: modelHandlers({ settings: vault.settings.read, openDoor: (address) => createOllamaDoor({ address, fetchTo, after }), openOllama, pulls }),
      settings: settingsHandlers(settingsDeps),
    },
    touch: () => { autoLock.touch(); backupClock.touch(); prepare() },
    give: (path) => { given = path; onNews({ kind: 'file-given' }) },
    call: (command) => { onNews({ kind: 'command', command }) },
    woke: () => { reminders.look(); backupClock.look() },
    noticed: ({ reminder }, answer) => {
      if (answer === null || reminder === null) onNews({ kind: 'reminder-opened', reminder })
      else void reminders.answer(reminder.keys, answer)
    },
    close: async () => {
      autoLock.stop()
      cancelPreparing()
      reminders.stop()
      backupClock.stop()
      stopListening()
      chat.stopAll()
      calendarFiles.close()
      pulls.stopAll()
      await Promise.all([vault.close(), planner.close(), recurrence.close(), practice?.then((p) => p.close())])
    },
  }
}
