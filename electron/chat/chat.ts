/** Conversations: takes a message, walks it through the chosen pattern, and keeps every turn in the vault as it proceeds. */
import { isEventChange, titleOf as changeTitle, type EventDraft } from '../../shared/calendar.ts'
import type { Answer, Conversation, Draft, Found, Route, Turn } from '../../shared/conversation.ts'
import { RULES } from '../../shared/engines.ts'
import { cut, printable } from '../../shared/printable.ts'
import { problem, type Problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Message, Understanding, Verdict, Verified } from '../../shared/stages.ts'
import { fromInstant, toInstant, type Clock } from '../../shared/time.ts'
import type { Calendar } from '../calendar/changes.ts'
import { beforeReading, choose, insteadOfLeaving, type Row } from '../patterns/choose.ts'
import type { Pattern } from '../patterns/patterns.ts'
import { strings as flows } from '../patterns/flow-strings.ts'
import type { Step, Stop, Walk } from '../steps/step.ts'
import type { Vault } from '../vault/vault.ts'
import { fitted } from './fit.ts'
import { verdictWords } from './verdict-words.ts'

export interface Chat {
  readonly conversations: () => Promise<Result<readonly Conversation[]>>
  readonly turns: (conversationId: string) => Promise<Result<readonly Turn[]>>
  /** The last of them before one (null: the end), back to another at least, and how many stand before those. */
  readonly page: (conversationId: string, before: string | null, until: string | null) => Promise<Result<{ readonly turns: readonly Turn[]; readonly earlier: number }>>
  readonly start: () => Promise<Result<Conversation>>
  /** `practice`: whatever cloud is set up, for this message it is the practice cloud. */
  readonly send: (conversationId: string, text: string, route: Route, practice?: boolean) => Promise<Result<Turn>>
  /** Stops a turn; what is already on the wire stays sent. */
  readonly stop: (turnId: string) => Result<null>
  readonly stopAll: () => void
  readonly remove: (conversationId: string) => Promise<Result<null>>
  /** Gives it another title, and keeps it at the top of the list or no longer. */
  readonly change: (conversationId: string, title: string, pinned: boolean) => Promise<Result<Conversation>>
  readonly search: (query: string) => Promise<Result<Found>>
  readonly drafts: () => Promise<Result<readonly Draft[]>>
  readonly saveDraft: (draft: Draft) => Promise<Result<null>>
  /** Without the changes at these positions. Refuses when nothing is left. */
  readonly accept: (turnId: string, without: readonly number[]) => Promise<Result<Turn>>
  /** Puts another event into the change at that position of an open proposal. */
  readonly amend: (turnId: string, at: number, event: EventDraft) => Promise<Result<Turn>>
  readonly dismiss: (turnId: string) => Promise<Result<Turn>>
  /** After a change set was undone elsewhere: its turn shows it. */
  readonly undone: (changeSetId: string) => Promise<void>
}

export interface ChatDeps {
  /** A yes or a no and nothing else. */
  readonly verdictOf: (text: string) => Verdict | undefined
  readonly vault: Vault['chat']
  readonly calendar: Calendar
  /** What every pattern begins with. */
  readonly understand: Step<Message, Understanding>
  readonly patterns: Readonly<Record<Pattern['name'], Pattern>>
  /** Whether any cloud is set up. */
  readonly hasCloud: () => Promise<boolean>
  readonly clock: Clock
  readonly newId: () => string
  readonly onTurn: (turn: Turn) => void
  /** Reports a bug by its code; never by any text of the household. */
  readonly onBug: (code: string, error: unknown) => void
}

/** More than anybody reads through; who has more writes another word. */
const MOST_FOUND = 50
/** So many turns are read at once; a conversation may have ten thousand. */
const PAGE = 40

interface Running { turn: Turn; readonly abort: AbortController; readonly since: number; /** what the answer has to say beside its plan or text */ readonly remarks: string[]; readonly practice: boolean }

export function createChat({ verdictOf, vault, calendar, understand, patterns, hasCloud, clock, newId, onTurn, onBug }: ChatDeps): Chat {
  const running = new Map<string, Running>()
  /** One walk at a time: the desk shows one departure, the ledger chains one receipt. */
  let queue: Promise<void> = Promise.resolve()
  let revising: Promise<unknown> = Promise.resolve()

  /** Text on its way is shown at once and saved when it is whole. */
  const stream = (run: Running, change: Partial<Answer>): void => {
    run.turn = { ...run.turn, answer: { ...run.turn.answer, ...change } }
    onTurn(run.turn)
  }
  const publish = async (run: Running, change: Partial<Answer>): Promise<void> => {
    stream(run, change)
    const saved = await vault.saveTurn(run.turn)
    if (!saved.ok && saved.problem.name !== 'vault.locked') onBug('chat.save', saved.problem.name)
  }
  const record = (run: Running, entry: Parameters<Walk['record']>[0]): void => {
    if (entry.remark !== undefined) run.remarks.push(entry.remark)
    const p = run.turn.answer.provenance
    const provenance: Answer['provenance'] = {
      ...p,
      engines: entry.engine === undefined ? p.engines : [...new Set([...p.engines, cut(entry.engine, 120)])],
      receiptIds: entry.receiptId === undefined ? p.receiptIds : [...p.receiptIds, entry.receiptId],
      bytesLeft: p.bytesLeft + (entry.bytesLeft ?? 0),
      tokens: entry.tokens === undefined ? p.tokens : { in: (p.tokens?.in ?? 0) + entry.tokens.in, out: (p.tokens?.out ?? 0) + entry.tokens.out },
      cost: entry.cost === undefined ? p.cost : { amount: (p.cost?.amount ?? 0) + entry.cost.amount, currency: entry.cost.currency },
    }
    run.turn = { ...run.turn, answer: { ...run.turn.answer, provenance } }
  }

  /** A yes or a no is about what was proposed last, by the same doors as the buttons. False where it is none: what was taken already is called off like everything else. */
  async function isDecided(run: Running, { is, language }: Verdict): Promise<boolean> {
    const page = await vault.page(run.turn.conversationId, { before: run.turn.id, until: null, limit: PAGE })
    const last = page.ok ? page.value.turns.findLast(({ answer: { proposal } }) => proposal?.status === 'open' || proposal?.status === 'accepted') : undefined
    if (is === 'drop' && last?.answer.proposal?.status === 'accepted') return false
    // "Should the car be charged?" — "Yes": the one answer that was offered.
    const asked = page.ok ? page.value.turns.at(-1) : undefined, [only, other] = asked?.answer.choices ?? []
    if (is === 'yes' && asked !== undefined && only !== undefined && other === undefined) {
      run.turn = { ...run.turn, text: `${asked.text} — ${only}` }
      return false
    }
    await decideBy(run, is, verdictWords[language], last?.answer.proposal?.status === 'open' ? last : undefined)
    return true
  }
  async function decideBy(run: Running, is: Verdict['is'], words: (typeof verdictWords)['en'], waiting: Turn | undefined): Promise<void> {
    const titles = [...new Set((waiting?.answer.proposal?.changes ?? []).map(changeTitle))].join(', ').slice(0, 500)
    record(run, { engine: RULES })
    if (waiting === undefined) return publish(run, { status: 'done', text: words.nothing, provenance: elapsed(run) })
    const decided = is === 'yes' ? await accept(waiting.id, []) : await decide(waiting.id, 'dismissed')
    return decided.ok
      ? publish(run, { status: 'done', text: is === 'yes' ? words.taken(titles) : words.dropped(titles), provenance: elapsed(run) })
      : publish(run, { status: 'problem', problem: decided.problem, provenance: elapsed(run) })
  }

  /** Reads the message, looks up which pattern is for that, and runs it. */
  async function walk(run: Running): Promise<void> {
    const verdict = verdictOf(run.turn.text)
    if (verdict !== undefined && await isDecided(run, verdict)) return
    const message = Object.freeze({ text: run.turn.text, route: run.turn.route, turnId: run.turn.id, conversationId: run.turn.conversationId, at: run.turn.at }) as Partial<Message> as Message
    const way: Walk = {
      message, patternTitle: '', whyCloud: '', signal: run.abort.signal, practice: run.practice,
      show: (progress) => { if (progress.status === undefined && progress.readings === undefined) stream(run, progress); else void publish(run, progress) },
      record: (entry) => { record(run, entry) },
    }
    const understood = await understand(message, way)
    if (!understood.ok) return stopped(run, understood.stop)
    const { task } = understood.value
    return follow(run, way, understood.value, choose(run.turn.route, task, await hasCloud()))
  }

  async function follow(run: Running, way: Walk, understanding: Understanding, row: Row): Promise<void> {
    const pattern = patterns[row.pattern]
    way.patternTitle = pattern.title
    way.whyCloud = row.why
    run.turn = { ...run.turn, answer: { ...run.turn.answer, status: 'thinking', provenance: { ...run.turn.answer.provenance, pattern: pattern.name, ...flows[pattern.name], why: row.why } } }
    const outcome = await pattern.run(understanding, way)
    if (outcome.ok) {
      // A proposal that was mended is not to be accepted beside the mended one.
      if (way.supersedes !== undefined && (await openProposal(way.supersedes)).ok) await decide(way.supersedes, 'dismissed')
      return finish(run, outcome.value)
    }
    if (outcome.stop.kind === 'here') return follow(run, way, understanding, insteadOfLeaving)
    return stopped(run, outcome.stop)
  }

  const elapsed = (run: Running): Answer['provenance'] => ({ ...run.turn.answer.provenance, milliseconds: Math.max(0, Math.round(clock.now() - run.since)) })

  async function finish(run: Running, { runs, changes, text, checks, others }: Verified): Promise<void> {
    const words = fitted({ text: [...run.remarks, text].filter((part) => part !== '').join('\n\n'), others: others.map((other) => ({ ...other, differs: [...other.differs] })), checks })
    await publish(run, {
      status: 'done', text: words.text, runs: [...runs], others: words.others,
      proposal: changes.length === 0 ? null : { id: newId(), status: 'open', changes: [...changes] },
      provenance: { ...elapsed(run), checks: words.checks },
    })
  }
  async function stopped(run: Running, stop: Stop): Promise<void> {
    const provenance = elapsed(run)
    if (stop.kind === 'here') throw new Error('nobody asked at the desk')
    if (stop.kind === 'ask') return publish(run, { status: 'done', text: [...run.remarks, stop.ask].join('\n\n'), choices: [...stop.choices], readings: [...stop.readings], unread: [...stop.unread], provenance })
    if (run.abort.signal.aborted) return publish(run, { status: 'stopped', text: '', provenance })
    return publish(run, { status: 'problem', problem: stop.problem, provenance })
  }

  async function work(run: Running): Promise<void> {
    try {
      if (run.abort.signal.aborted) await publish(run, { status: 'stopped' })
      else await walk(run)
    } catch (error) {
      onBug('chat.walk', error)
      // What the turn had come to say may be the very thing that cannot be kept. What left is still told.
      const { pattern, bytesLeft, receiptIds } = run.turn.answer.provenance
      run.turn = { ...run.turn, answer: { ...emptyAnswer, provenance: { ...emptyAnswer.provenance, pattern, bytesLeft, receiptIds } } }
      await publish(run, { status: 'problem', problem: problem('internal', { code: 'chat.walk' }) })
    } finally {
      running.delete(run.turn.id)
    }
  }

  /** One after another, so that a title given while a sentence is sent is not lost. */
  const revise = (conversationId: string, change: (conversation: Conversation) => Conversation): Promise<Result<Conversation>> => {
    const revised = revising.then(async (): Promise<Result<Conversation>> => {
      const list = await vault.conversations()
      if (!list.ok) return list
      const found = list.value.find((c) => c.id === conversationId)
      if (found === undefined) return fail(problem('vault.not-found'))
      const conversation = change(found), saved = await vault.saveConversation(conversation)
      return saved.ok ? ok(conversation) : saved
    })
    revising = revised.then(() => undefined, () => undefined)
    return revised
  }

  const decide = async (turnId: string, status: NonNullable<Answer['proposal']>['status'], more: Partial<NonNullable<Answer['proposal']>> = {}): Promise<Result<Turn>> => {
    const found = await vault.turn(turnId)
    if (!found.ok) return found
    if (found.value.answer.proposal === null) return fail(problem('calendar.decided'))
    const turn: Turn = { ...found.value, answer: { ...found.value.answer, proposal: { ...found.value.answer.proposal, ...more, status } } }
    const saved = await vault.saveTurn(turn)
    if (!saved.ok) return saved
    onTurn(turn)
    return ok(turn)
  }
  const openProposal = async (turnId: string): Promise<Result<NonNullable<Answer['proposal']>>> => {
    const turn = await vault.turn(turnId)
    if (!turn.ok) return turn
    const proposal = turn.value.answer.proposal
    return proposal?.status === 'open' ? ok(proposal) : fail(problem('calendar.decided'))
  }

  const accept: Chat['accept'] = async (turnId, without) => {
    const proposal = await openProposal(turnId)
    if (!proposal.ok) return proposal
    const changes = proposal.value.changes.filter((_, i) => !without.includes(i))
    if (changes.length === 0) return fail(problem('input.invalid', { what: 'nothing of the proposal is chosen' }))
    const clash = await clashOf(calendar, changes)
    if (!clash.ok) return clash
    if (clash.value !== null) return fail(clash.value)
    const applied = await calendar.applyProposal(turnId, changes)
    // What was left out is no part of what was accepted.
    return applied.ok ? decide(turnId, 'accepted', { changeSetId: applied.value.id, changes }) : applied
  }

  return {
    conversations: () => vault.conversations(),
    turns: async (conversationId) => {
      const turns = await vault.turns(conversationId)
      return turns.ok ? ok(turns.value.map((turn) => running.get(turn.id)?.turn ?? settled(turn))) : turns
    },
    page: async (conversationId, before, until) => {
      const page = await vault.page(conversationId, { before, until, limit: PAGE })
      return page.ok ? ok({ turns: page.value.turns.map((turn) => running.get(turn.id)?.turn ?? settled(turn)), earlier: page.value.earlier }) : page
    },
    start: async () => {
      const at = toInstant(clock.now())
      const conversation: Conversation = { id: newId(), title: '', startedAt: at, lastAt: at }
      const saved = await vault.saveConversation(conversation)
      return saved.ok ? ok(conversation) : saved
    },
    send: async (conversationId, raw, route, practice = false) => {
      const text = printable(raw).trim()
      if (text === '') return fail(problem('input.invalid', { what: 'there is no visible text in the message' }))
      const at = toInstant(clock.now())
      const turn: Turn = { id: newId(), conversationId, at, text, route, answer: emptyAnswer }
      const titled = await revise(conversationId, (conversation) => ({ ...conversation, title: conversation.title === '' ? titleOf(text) : conversation.title, lastAt: at }))
      if (!titled.ok) return titled
      const saved = await vault.saveTurn(turn)
      if (!saved.ok) return saved
      const run: Running = { turn, abort: new AbortController(), since: clock.now(), remarks: [], practice }
      running.set(turn.id, run)
      // A message that breaks must not keep the next ones waiting for ever.
      queue = queue.then(() => work(run)).catch((error: unknown) => { onBug('chat.work', error) })
      return ok(turn)
    },
    stop: (turnId) => { running.get(turnId)?.abort.abort(); return ok(null) },
    stopAll: () => { for (const run of running.values()) run.abort.abort() },
    remove: async (conversationId) => {
      for (const run of running.values()) if (run.turn.conversationId === conversationId) run.abort.abort()
      return vault.removeConversation(conversationId)
    },
    change: async (conversationId, raw, pinned) => {
      const title = printable(raw).replace(/\s+/g, ' ').trim()
      if (title === '') return fail(problem('input.invalid', { what: 'there is no visible text in the title' }))
      return revise(conversationId, ({ pinned: _before, ...conversation }) => ({ ...conversation, title, ...(pinned ? { pinned } : {}) }))
    },
    search: (query) => vault.search(query, MOST_FOUND),
    drafts: () => vault.drafts(),
    saveDraft: (draft) => vault.saveDraft(draft),
    accept,
    amend: async (turnId, at, event) => {
      const proposal = await openProposal(turnId)
      if (!proposal.ok) return proposal
      const change = proposal.value.changes[at]
      if (change === undefined || !isEventChange(change) || change.kind === 'remove') return fail(problem('input.invalid', { what: 'there is no such event in the proposal' }))
      const after = { ...event, id: change.after.id }
      return decide(turnId, 'open', { changes: proposal.value.changes.with(at, { ...change, after }) })
    },
    dismiss: async (turnId) => {
      const proposal = await openProposal(turnId)
      return proposal.ok ? decide(turnId, 'dismissed') : proposal
    },
    undone: async (changeSetId) => { await decide(changeSetId, 'undone') },
  }
}

/** Whether something has meanwhile taken the device a proposal wants. */
async function clashOf(calendar: Calendar, changes: NonNullable<Answer['proposal']>['changes']): Promise<Result<Problem | null>> {
  const added = changes.flatMap((c) => (c.kind === 'add' ? [c.after] : []))
  for (const event of added) {
    const around = await calendar.between(event.start, event.end)
    if (!around.ok) return around
    const other = around.value.find((e) => e.deviceId !== undefined && e.deviceId === event.deviceId && fromInstant(e.start) < fromInstant(event.end) && fromInstant(event.start) < fromInstant(e.end))
    if (other !== undefined) return ok(problem('plan.clash', { why: `“${other.title}” is there by now` }))
  }
  return ok(null)
}

/** A turn that was under way when the app ended: it will not go on by itself. */
function settled(turn: Turn): Turn {
  const { status } = turn.answer
  if (status === 'sending') return { ...turn, answer: { ...turn.answer, status: 'problem', problem: problem('cloud.interrupted', { provider: 'the cloud' }) } }
  return status === 'thinking' || status === 'waiting' ? { ...turn, answer: { ...turn.answer, status: 'stopped' } } : turn
}

const emptyAnswer: Answer = {
  status: 'thinking', text: '', readings: [], unread: [], choices: [], runs: [], others: [], proposal: null, problem: null,
  provenance: { pattern: beforeReading.pattern, direction: '', trigger: '', purpose: '', why: beforeReading.why, engines: [], bytesLeft: 0, receiptIds: [], tokens: null, cost: null, checks: [], milliseconds: 0 },
}

const titleOf = (text: string): string => { const line = text.split('\n', 1)[0] ?? ''; return line.length <= 60 ? line : `${line.slice(0, 57).replace(/\s+\S*$/, '')}…` }

