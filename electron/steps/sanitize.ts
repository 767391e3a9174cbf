/** Stage 2 → 3: what may leave. The typed problem with only the fields that matter, and the words with everything private replaced. Fails closed. */
import type { Fact } from '../../shared/departure.ts'
import type { Household } from '../../shared/household.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Sanitized, Situation, Understanding } from '../../shared/stages.ts'
import { fromInstant, toInstant, wallToInstant, type Clock, type Instant, type WallTime } from '../../shared/time.ts'
import { minimal } from '../planner/minimal.ts'
import type { Finding, KnownValue } from '../privacy/finding.ts'
import { occurrences, sanitizeText } from '../privacy/sanitize-text.ts'
import { openTokenBook, type Placeholder } from '../privacy/placeholders.ts'
import type { Vocabulary } from '../privacy/vocabulary.ts'
import { factsOf } from './facts.ts'
import { guesses } from './guesses.ts'
import { orHalt, type Amendments, type Step } from './step.ts'

/** A time expression found in the message. `wall` is what it means, when it means one moment. */
export interface FoundTime { readonly start: number; readonly end: number; readonly kind: string; readonly wall?: WallTime }

export interface SanitizeDeps {
  readonly clock: Clock
  readonly findTimes: (text: string, context: { readonly now: Instant; readonly zone: string }) => readonly FoundTime[]
  readonly vocabulary: () => Promise<Vocabulary>
  /** Every private value of the household, its calendar and its canaries. */
  readonly known: (household: Household, vocabulary: Vocabulary) => Promise<Result<readonly KnownValue[]>>
  readonly tokens: (conversationId: string) => Promise<Result<ReadonlyMap<string, Placeholder>>>
  readonly saveTokens: (conversationId: string, tokens: ReadonlyMap<string, Placeholder>) => Promise<Result<null>>
}

export const createSanitize = (deps: SanitizeDeps): Step<Understanding, Sanitized> => async (understanding, walk) => {
  walk.resanitize = (amendments) => sanitize(deps, understanding, amendments)
  return orHalt(await walk.resanitize({ redacted: [], released: [], withhold: false }))
}

async function sanitize(deps: SanitizeDeps, understanding: Understanding, amendments: Amendments): Promise<Result<Sanitized>> {
  const { message, household, task } = understanding
  try {
    const vocabulary = await deps.vocabulary()
    const known = await deps.known(household, vocabulary)
    if (!known.ok) return known
    const stored = await deps.tokens(message.conversationId)
    if (!stored.ok) return stored
    const tokens = openTokenBook(stored.value, message.text)
    const situation = task.kind === 'plan' ? task.situation : undefined
    const given = [...timeFindings(deps, understanding, situation), ...(situation === undefined ? [] : deviceFindings(message.text, household, situation))]
    // A device that is a job of the problem goes by its job, not by a token of its own.
    const planned = new Set(situation?.jobs.map((job) => `device/${job.deviceId}`))
    const words = sanitizeText({ text: message.text, known: known.value.filter((value) => !planned.has(value.entity)), vocabulary, given, redacted: amendments.redacted, released: amendments.released, tokens, cues: task.kind === 'question' })
    const saved = await deps.saveTokens(message.conversationId, tokens.all())
    if (!saved.ok) return saved
    const least = situation === undefined ? undefined : minimal(situation.problem)
    const kept = amendments.withhold && least !== undefined ? null : words.text
    return ok(Object.freeze({
      words: kept,
      problem: least?.problem ?? null,
      replacements: words.replacements,
      facts: [...(situation === undefined || least === undefined ? [] : factsOf(situation, least.problem, least.dropped)), ...wordsFact(kept)],
      guesses: guesses(kept, least?.problem ?? null),
    }) as Partial<Sanitized> as Sanitized)
  } catch {
    return fail(problem('privacy.detector-failed', { check: 'sanitising' }))
  }
}

const wordsFact = (words: string | null): Fact[] => [{ label: 'Your own words', leaves: words === null ? null : 'As shown under “In words”, with everything private replaced', why: words === null ? 'You chose to send only the numbers.' : 'So that the answer fits what you meant.' }]

/** Clock times become slots of the problem, or days counted from today; words such as "tonight" name no date and may stay. */
function timeFindings(deps: SanitizeDeps, { message, household }: Understanding, situation: Situation | undefined): Finding[] {
  const now = toInstant(deps.clock.now())
  return deps.findTimes(message.text, { now, zone: household.zone }).flatMap((time): Finding[] => {
    if (time.kind === 'duration' || time.kind === 'relative-day') return []
    const base = { start: time.start, end: time.end, layer: 'time', kind: 'time', releasable: true } as const
    const written = message.text.slice(time.start, time.end)
    if (time.wall === undefined) return [{ ...base, entity: `time/${written.toLowerCase()}`, why: 'A date or weekday would tell when.' }]
    const slot = situation && (fromInstant(wallToInstant(time.wall, household.zone)) - fromInstant(situation.origin)) / (situation.problem.slotMinutes * 60_000)
    if (situation !== undefined && slot !== undefined && slot >= 0 && slot <= situation.problem.slots) return [{ ...base, entity: `slot/${Math.floor(slot)}`, token: `[SLOT_${Math.floor(slot)}]`, why: 'Times leave as slot numbers from a hidden start.' }]
    return [{ ...base, entity: `time/${time.wall}`, why: 'A clock time or date would tell when.' }]
  })
}

/** Devices are the jobs of the problem: the cloud need not know what they are. */
function deviceFindings(text: string, household: Household, situation: Situation): Finding[] {
  return situation.jobs.filter((job) => job.fixed !== true).flatMap((job) => {
    const device = household.devices.find((d) => d.id === job.deviceId)
    const names = device === undefined ? [] : [device.name, ...device.aliases]
    return names.flatMap((name) => occurrences(text, name.replace(/^the /i, ''))).filter(({ start, end }) => !/[\p{L}\p{N}]/u.test((text[start - 1] ?? ' ') + (text[end] ?? ' ')))
      .map((at): Finding => ({ ...at, layer: 'vault', kind: 'device', entity: `device/${job.deviceId}`, token: `[${job.id}]`, why: `The problem calls it ${job.id}; the cloud need not know what it is.`, releasable: true }))
  })
}
