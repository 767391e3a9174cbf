/**
 * The key file beside the vault: what is needed, together with a passphrase or the recovery words, to get at the vault's key.
 * It may be read by anybody; it must not be believed: every field is checked, every cost is bounded, and what it binds is authenticated in keys.ts.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { problem, type Problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/time.ts'
import { readBounded, writeDurably } from './durable-file.ts'
import { parseJson } from './refusal.ts'

/** The only format so far. A new kind of wrap (the system's keychain) is a new optional field of `wraps` and format 2. */
const FORMAT = 1
const MAX_BYTES = 16 * 1024

const base64 = (bytes: number): z.ZodType<string> => z.base64().length(Math.ceil(bytes / 3) * 4)
const sealedKey = { nonce: base64(12), /** AES-256-GCM: 32 bytes of key, 16 of tag. */ sealed: base64(48) }

/** Costs of Argon2id (RFC 9106). The upper bounds keep a forged file from asking for all the memory there is. */
export const ArgonCost = z.strictObject({
  memoryKib: z.number().int().min(8).max(1024 * 1024),
  passes: z.number().int().min(1).max(16),
  lanes: z.number().int().min(1).max(16),
})
export type ArgonCost = z.infer<typeof ArgonCost>

/** What a new passphrase wrap costs: about a third of a second on a small computer. */
export const productionCost: ArgonCost = { memoryKib: 64 * 1024, passes: 3, lanes: 4 }

const PassphraseWrap = z.strictObject({ derivation: z.literal('argon2id'), ...ArgonCost.shape, salt: base64(16), ...sealedKey })
export type PassphraseWrap = z.infer<typeof PassphraseWrap>

const RecoveryWrap = z.strictObject({ derivation: z.literal('hkdf-sha256'), salt: base64(16), ...sealedKey })
export type RecoveryWrap = z.infer<typeof RecoveryWrap>

const Content = z.strictObject({
  format: z.literal(FORMAT),
  vaultId: z.uuid(),
  createdAt: Instant,
  wraps: z.strictObject({ passphrase: PassphraseWrap, recovery: RecoveryWrap }),
})
export type KeyFile = z.infer<typeof Content>

/** `checksum` guards against accident, not malice: without it a decayed byte would look like a wrong passphrase for ever. */
const KeyFileSchema = Content.extend({ checksum: z.string().length(64) })
const Versioned = z.looseObject({ format: z.number().int().min(1) })

/** Reads the key file. Anything odd is `vault.keys-damaged`; a later format is `vault.newer`. File errors throw. */
export const readKeyFile = (path: string): Result<KeyFile> => {
  const json = parseJson(readBounded(path, MAX_BYTES) ?? '')
  const version = Versioned.safeParse(json)
  if (version.success && version.data.format > FORMAT) return fail(problem('vault.newer', { found: version.data.format, known: FORMAT }))
  const parsed = KeyFileSchema.safeParse(json)
  if (!parsed.success) return fail(damaged)
  const { checksum, ...content } = parsed.data
  return checksum === checksumOf(content) ? ok(content) : fail(damaged)
}

/** Replaces the key file; a crash leaves the old or the new one. */
export const writeKeyFile = (path: string, content: KeyFile): void => {
  const checked = Content.parse(content)
  writeDurably(path, `${JSON.stringify({ ...checked, checksum: checksumOf(checked) }, null, 2)}\n`)
}

const damaged: Problem = problem('vault.keys-damaged')

/** Over the parsed content, whose fields always come in the schema's order. */
const checksumOf = (content: KeyFile): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')
