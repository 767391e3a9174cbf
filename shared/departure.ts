/** What the departure panel shows: the sealed request, byte for byte, and what stands behind each replaced span. */
import { z } from 'zod'
import { Instant } from './time.ts'
import { TextSpan } from './understanding.ts'

/** Which layer took a span out, so that the panel can give the reason. */
export const Layer = z.enum(['vault', 'detector', 'time', 'unknown-word', 'model', 'you', 'rule'])
export type Layer = z.infer<typeof Layer>

/** Whether the person may let a span leave as written: asked once; asked twice, for what the vault knows; or never, for what they or a standing rule hold back and for canaries. */
export const Release = z.enum(['once', 'twice', 'never'])
export type Release = z.infer<typeof Release>

/** One span of what the person wrote that does not leave as it stands. */
export const Replacement = z.strictObject({
  span: TextSpan,
  /** What they wrote there. Private; stays in the window. */
  original: z.string().max(4000),
  /** What stands there in the outgoing text; the same entity has the same token throughout a conversation. */
  token: z.string().max(200),
  layer: Layer,
  /** The kind of thing: person, place, phone, time … */
  kind: z.string().max(40),
  /** One sentence: why it was replaced. */
  why: z.string().max(300),
  release: Release,
})
export type Replacement = z.infer<typeof Replacement>

/** A place in the final bytes, headers or URL where the last check found something private. */
export const LeakHit = z.strictObject({ where: z.enum(['body', 'header', 'url']), start: z.number().int().min(0), end: z.number().int().min(0), kind: z.string().max(40), disguise: z.string().max(60) })
export type LeakHit = z.infer<typeof LeakHit>

/** A fact of the typed problem in words: what leaves about it, or that it stays and why. */
export const Fact = z.strictObject({ label: z.string().max(200), leaves: z.string().max(300).nullable(), why: z.string().max(300) })
export type Fact = z.infer<typeof Fact>
/** Why a fact is left out that was looked at and found to have no part in the answer; told apart from what stays because it is private. */
export const NOT_NEEDED = 'The answer is provably the same without it.'

/** Something in what leaves that tells more than it says: the words that do, as they leave; none when it is the problem's numbers. */
export const Guess = z.strictObject({ words: z.array(z.string().max(120)).max(20), says: z.string().max(300) })
export type Guess = z.infer<typeof Guess>

export const OutgoingRequest = z.strictObject({
  method: z.literal('POST'),
  url: z.string().max(500),
  /** Exactly the header lines that are sent, in order. A secret's value is shown as dots. */
  headers: z.array(z.tuple([z.string().max(100), z.string().max(500)])).max(20),
  /** Exactly the body, decoded from UTF-8; encoding it again gives the bytes that are sent. */
  body: z.string().max(70_000),
  bytes: z.number().int().min(0),
  /** SHA-256 of the body, lower-case hex. */
  sha256: z.string().length(64),
})
export type OutgoingRequest = z.infer<typeof OutgoingRequest>

export const Departure = z.strictObject({
  id: z.string().max(64),
  /** Grows with each redaction; an approval names the revision it saw. */
  revision: z.number().int().min(1),
  conversationId: z.string().max(64),
  turnId: z.string().max(64),
  pattern: z.string().max(60),
  /** Why the cloud is asked at all. */
  why: z.string().max(300),
  wrote: z.string().max(20_000),
  replacements: z.array(Replacement).max(2000),
  facts: z.array(Fact).max(100),
  /** What somebody could still guess from what leaves. */
  guesses: z.array(Guess).max(40),
  request: OutgoingRequest,
  provider: z.strictObject({ label: z.string().max(120), practice: z.boolean(), model: z.string().max(120) }),
  tokens: z.number().int().min(0),
  /** Words that can no longer be approved as they stand; empty = may be approved. */
  hits: z.array(LeakHit).max(200),
  /** True once the person chose to send only the typed problem, without their own words. */
  wordsWithheld: z.boolean(),
  /** False when nothing but their words would leave, so that they cannot be withheld. */
  canWithholdWords: z.boolean(),
  expiresAt: Instant,
})
export type Departure = z.infer<typeof Departure>

/** What the person can do with a departure. Every change makes a new revision with new bytes. */
export const Amendment = z.discriminatedUnion('kind', [
  /** Take this phrase out wherever it stands in what they wrote. */
  z.strictObject({ kind: z.literal('redact'), phrase: z.string().trim().min(1).max(500) }),
  /** Put a phrase back that they had redacted themselves. */
  z.strictObject({ kind: z.literal('unredact'), phrase: z.string().trim().min(1).max(500) }),
  /** Let a masked phrase leave as written; `known` says that the person was asked twice, so that it may be a vault value. */
  z.strictObject({ kind: z.literal('release'), phrase: z.string().trim().min(1).max(500), known: z.boolean() }),
  /** Let a vaguer phrase leave in its place. What the person types there is checked like everything else. */
  z.strictObject({ kind: z.literal('change'), phrase: z.string().trim().min(1).max(500), into: z.string().trim().min(1).max(120) }),
  /** Sanitise again, by what the household and its standing rules say by now. */
  z.strictObject({ kind: z.literal('again') }),
  z.strictObject({ kind: z.literal('words'), withhold: z.boolean() }),
])
export type Amendment = z.infer<typeof Amendment>

/** How something of the household left. tokenised: as a token that says its kind. generalised: as a token that says the least that serves, or as numbers of the problem. shifted: as a time counted from a hidden start. reworded: in the person's vaguer words. released: as it was written, by the person or their standing rule. */
export const How = z.enum(['tokenised', 'generalised', 'shifted', 'reworded', 'released'])
export type How = z.infer<typeof How>

/** One thing that a departure told, and as what. It holds nothing private that is not in the bytes: of an entry of the household its list and id, of anything else nothing but the kind. */
export const Told = z.strictObject({
  /** "person/emma"; null for what the household has no entry for. */
  entity: z.string().max(80).nullable(),
  kind: z.string().max(40),
  /** What stands for it in the bytes. */
  token: z.string().max(4000),
  layer: Layer,
  how: How,
})
export type Told = z.infer<typeof Told>

/** What left, for ever: one link of the ledger's chain. */
export const Receipt = z.strictObject({
  id: z.string().max(64),
  /** Position in the chain, from 1. */
  number: z.number().int().min(1),
  at: Instant,
  conversationId: z.string().max(64),
  turnId: z.string().max(64),
  provider: z.string().max(120),
  practice: z.boolean(),
  model: z.string().max(120),
  pattern: z.string().max(60),
  request: OutgoingRequest,
  /** sent: an answer came. interrupted: the bytes left, or may have, and no usable answer came. not-sent: nothing left. */
  outcome: z.enum(['sent', 'interrupted', 'not-sent']),
  status: z.number().int().nullable(),
  /** The answer as it came, at most 64 KiB of it. */
  answer: z.string().max(70_000).nullable(),
  tokensIn: z.number().int().min(0).nullable(),
  tokensOut: z.number().int().min(0).nullable(),
  replaced: z.number().int().min(0),
  /** Absent in receipts from before this was recorded. */
  told: z.array(Told).max(4000).optional(),
  /** SHA-256 over the previous link's hash and this receipt's canonical JSON without `hash`. */
  previous: z.string().length(64),
  hash: z.string().length(64),
})
export type Receipt = z.infer<typeof Receipt>

/** What one provider was told of one entry of the household over time; of all that has no entry where `entity` is null. */
export const Seen = z.strictObject({
  provider: Receipt.shape.provider,
  practice: z.boolean(),
  entity: Told.shape.entity,
  /** In how many departures, and when first and last. */
  times: z.number().int().min(1),
  first: Instant,
  last: Instant,
  /** Which kinds of things it was told, as what, in how many of these departures. */
  as: z.array(z.strictObject({ kind: Told.shape.kind, how: How, times: z.number().int().min(1) })).min(1),
})
export type Seen = z.infer<typeof Seen>

/** What a standing rule would have changed about past departures: the words as they would leave without it and with it. */
export const Replay = z.strictObject({
  looked: z.number().int().min(0),
  /** Departures whose message is no longer in the vault. */
  gone: z.number().int().min(0),
  changed: z.array(z.strictObject({ number: z.number().int().min(1), at: Instant, provider: z.string().max(120), before: z.string().max(40_000), after: z.string().max(40_000) })).max(50),
})
export type Replay = z.infer<typeof Replay>
