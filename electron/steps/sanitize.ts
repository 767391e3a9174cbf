/** Stage 2 → 3: what may leave. The typed problem with only the fields that matter, and the words with everything private replaced. Fails closed. */
import type { Ask } from '../../shared/ask.ts'
import type { Fact } from '../../shared/departure.ts'
import type { Household } from '../../shared/household.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Sanitized, Situation, Understanding } from '../../shared/stages.ts'
import { fromInstant, instantToWall, Temporal, toInstant, wallToInstant, type Clock, type Instant, type WallTime } from '../../shared/time.ts'
import type { LocalModel } from '../local/model.ts'
import { minimal } from '../planner/minimal.ts'
import type { Finding, KnownValue } from '../privacy/finding.ts'
import { occurrences, sanitizeText, type Released, type SanitizedText } from '../privacy/sanitize-text.ts'
import { openTokenBook, type Placeholder, type TokenBook } from '../privacy/placeholders.ts'
import { ORIGIN, ORIGIN_TOKEN, shifted } from '../privacy/shift-time.ts'
import type { Vocabulary } from '../privacy/vocabulary.ts'
import { factsOf } from './facts.ts'
import { guesses } from './guesses.ts'
import { strings } from './panel-strings.ts'
import { secondLook, type SecondLook } from './second-look.ts'
import { toldOf } from './told.ts'
import { orHalt, unamended, type Amendments, type Step } from './step.ts'

/** A time expression found in the message. `wall` is what it means, when it means one moment; `stretch` when it means a day, a part of one or more. */
export interface FoundTime { readonly start: number; readonly end: number; readonly kind: string; readonly wall?: WallTime; readonly stretch?: readonly [from: WallTime, to: WallTime] }

export interface SanitizeDeps {
  readonly clock: Clock
  readonly findTimes: (text: string, context: { readonly now: Instant; readonly zone: string }) => readonly FoundTime[]
  readonly vocabulary: () => Promise<Vocabulary>
  /** The household with the standing rules it has by now, which may be newer than the message. */
  readonly household: () => Promise<Result<Household>>
  /** Every private value of the household, its calendar and its canaries, and what its rules forbid. */
  readonly known: (household: Household, vocabulary: Vocabulary) => Promise<Result<readonly KnownValue[]>>
  readonly tokens: (conversationId: string) => Promise<Result<ReadonlyMap<string, Placeholder>>>
  readonly saveTokens: (conversationId: string, tokens: ReadonlyMap<string, Placeholder>) => Promise<Result<null>>
  /** How many days before today a conversation's hidden day lies: from 1 on, different each time and not to be guessed. */
  readonly hiddenDays: () => number
  /** The local model's look at what would leave; null without a model. */
  readonly review: () => Promise<LocalModel['review']>
}

/** Of a letter the draft is sanitised, of everything else the message. */
export const createSanitize = (deps: SanitizeDeps): Step<Understanding, Sanitized> => async (understanding, walk) => {
  const source = understanding.task.kind === 'write' ? walk.draft : understanding.message.text
  if (source === undefined) throw new Error('a letter is sanitised before it was drafted')
  // The model looks once: its look takes time, and changes by the person can only make the text say less or what they chose.
  let look: SecondLook | undefined
  const lookAt = async (outgoing: string, vocabulary: Vocabulary): Promise<SecondLook> => (look ??= await secondLook(walk.modelFailed === true ? null : await deps.review(), outgoing, source, vocabulary, walk.signal))
  walk.resanitize = (amendments) => sanitize(deps, understanding, source, amendments, lookAt)
  return orHalt(await walk.resanitize(unamended))
}

async function sanitize(deps: SanitizeDeps, understanding: Understanding, source: string, amendments: Amendments, lookAt: (outgoing: string, vocabulary: Vocabulary) => Promise<SecondLook>): Promise<Result<Sanitized>> {
  const { message, household, task } = understanding
  try {
    const vocabulary = await deps.vocabulary()
    const present = await deps.household()
    if (!present.ok) return present
    const known = await deps.known(present.value, vocabulary)
    if (!known.ok) return known
    const stored = await deps.tokens(message.conversationId)
    if (!stored.ok) return stored
    const tokens = openTokenBook(stored.value, source)
    const situation = task.kind === 'plan' ? task.situation : undefined
    const given = situation === undefined ? shiftedTimes(deps, household, source, tokens) : [...slotTimes(deps, household, source, situation), ...deviceFindings(source, household, situation)]
    // A device that is a job of the problem goes by its job, not by a token of its own.
    const planned = new Set(situation?.jobs.map((job) => `device/${job.deviceId}`))
    const sanitizeWith = (more: readonly Finding[]): SanitizedText => sanitizeText({
      text: source, known: known.value, except: planned, vocabulary, given: [...given, ...more], tokens, cues: situation === undefined,
      redacted: amendments.redacted, changed: amendments.changed, released: [...standingReleases(present.value), ...amendments.released],
    })
    const look = await lookAt(sanitizeWith([]).text, vocabulary)
    const words = sanitizeWith(look.findings)
    const saved = await deps.saveTokens(message.conversationId, tokens.all())
    if (!saved.ok) return saved
    const least = situation === undefined ? undefined : minimal(situation.problem)
    const kept = amendments.withhold && least !== undefined ? null : words.text
    const ask: Ask = least !== undefined ? { kind: 'solve', problem: least.problem, words: kept } : task.kind === 'write' ? { kind: 'refine', draft: words.text } : { kind: 'answer', words: words.text }
    return ok(Object.freeze({
      ask,
      source,
      replacements: words.replacements,
      told: toldOf(ask, words.standing, situation, household.tariffId),
      facts: [...(situation === undefined || least === undefined ? [] : factsOf(situation, least.problem, least.dropped)), ...wordsFact(kept)],
      guesses: [...look.guesses, ...guesses(kept, least?.problem ?? null, vocabulary.isUsual)],
    }) as Partial<Sanitized> as Sanitized)
  } catch {
    return fail(problem('privacy.detector-failed', { check: 'sanitising' }))
  }
}

/** What the household released once and for all. It was asked twice then, so a rule reaches what the vault knows too. */
export const standingReleases = (household: Household): Released[] => household.rules.filter((rule) => rule.kind === 'release').map(({ phrase }) => ({ phrase, known: true }))

const wordsFact = (words: string | null): Fact[] => [{ label: strings.words, leaves: words === null ? null : strings.wordsLeave, why: words === null ? strings.wordsKept : strings.wordsWhy }]

/** Beside a problem, times become its slots. Words such as "tonight" name no date and may stay. */
function slotTimes(deps: SanitizeDeps, household: Household, text: string, situation: Situation): Finding[] {
  return timesOf(deps, text, household).flatMap((time): Finding[] => {
    if (time.kind === 'relative-day') return []
    if (time.wall === undefined) return [unnamed(text, time)]
    const slot = (fromInstant(wallToInstant(time.wall, household.zone)) - fromInstant(situation.origin)) / (situation.problem.slotMinutes * 60_000)
    if (slot < 0 || slot > situation.problem.slots) return [unnamed(text, time)]
    return [{ ...held(time), entity: `slot/${Math.floor(slot)}`, token: `[SLOT_${Math.floor(slot)}]`, why: strings.slots }]
  })
}

/** In a question times become days counted from a hidden one. What is counted from today ("tomorrow") may stay, unless it stands beside a date and would tell it. */
function shiftedTimes(deps: SanitizeDeps, household: Household, text: string, tokens: TokenBook): Finding[] {
  const times = timesOf(deps, text, household)
  if (times.every((time) => time.kind === 'relative-day')) return []
  const origin = originOf(deps, household.zone, tokens)
  return times.map((time): Finding => {
    const [from, to] = time.wall === undefined ? time.stretch ?? [] : [time.wall, time.wall]
    // "Every Tuesday" is no day but a rhythm.
    const repeats = /(?<!\p{L})(?:(?:every|each)(?: (?:other|second|third))?|jede[nrsm]?(?: (?:zweiten?|dritten?))?) $/iu.test(text.slice(Math.max(0, time.start - 20), time.start))
    const token = from === undefined || to === undefined || repeats ? undefined : shifted({ from, to }, origin)
    return token === undefined ? unnamed(text, time) : { ...held(time), entity: token, token, lasts: true, why: strings.days }
  })
}

function originOf(deps: SanitizeDeps, zone: string, tokens: TokenBook): string {
  const origin = tokens.all().get(ORIGIN_TOKEN)?.shows ?? Temporal.PlainDateTime.from(instantToWall(toInstant(deps.clock.now()), zone)).toPlainDate().subtract({ days: deps.hiddenDays() }).toString()
  tokens.keep(ORIGIN_TOKEN, { entity: ORIGIN, shows: origin })
  return origin
}

const timesOf = (deps: SanitizeDeps, text: string, { zone }: Household): FoundTime[] => deps.findTimes(text, { now: toInstant(deps.clock.now()), zone }).filter((time) => time.kind !== 'duration')
const held = ({ start, end }: FoundTime) => ({ start, end, layer: 'time', kind: 'time', release: 'once' }) as const
const unnamed = (text: string, time: FoundTime): Finding => ({ ...held(time), entity: `time/${time.wall ?? text.slice(time.start, time.end).toLowerCase()}`, why: strings.when })

/** Devices are the jobs of the problem: the cloud need not know what they are. */
function deviceFindings(text: string, household: Household, situation: Situation): Finding[] {
  return situation.jobs.filter((job) => job.fixed !== true).flatMap((job) => {
    const device = household.devices.find((d) => d.id === job.deviceId)
    const names = device === undefined ? [] : [device.name, ...device.aliases]
    return names.flatMap((name) => occurrences(text, name.replace(/^(?:the|der|die|das) /i, ''))).filter(({ start, end }) => !/[\p{L}\p{N}]/u.test((text[start - 1] ?? ' ') + (text[end] ?? ' ')))
      .map((at): Finding => ({ ...at, layer: 'vault', kind: 'device', entity: `device/${job.deviceId}`, token: `[${job.id}]`, why: strings.device(job.id), release: 'once' }))
  })
}
