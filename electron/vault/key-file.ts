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

/** Format 2 has a wrap by the keychain, format 1 has none: so whoever switches it off has a file again that every Lares reads. A new kind of wrap is a new optional field of `wraps` and format 3. */
const NEWEST = 2
const MAX_BYTES = 16 * 1024

const base64 = (bytes: number): z.ZodType<string> => z.base64().length(Math.ceil(bytes / 3) * 4)
/** What the keychain made of 44 characters: some 80 bytes on most systems, a few hundred on Windows. */
const MAX_KEPT_BYTES = 4096
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

/** The wrapping secret, encrypted by the keychain of the login it was made under. */
export const KeptSecret = z.base64().min(4).max(Math.ceil(MAX_KEPT_BYTES / 3) * 4)
const KeychainWrap = z.strictObject({ derivation: z.literal('keychain-hkdf-sha256'), salt: base64(16), ...sealedKey, kept: KeptSecret })
export type KeychainWrap = z.infer<typeof KeychainWrap>

const fields = z.strictObject({
  format: z.literal([1, 2]),
  vaultId: z.uuid(),
  createdAt: Instant,
  wraps: z.strictObject({ passphrase: PassphraseWrap, recovery: RecoveryWrap, keychain: KeychainWrap.optional() }),
})
const isOfItsFormat = ({ format, wraps }: z.infer<typeof fields>): boolean => format === (wraps.keychain === undefined ? 1 : 2)
const Content = fields.refine(isOfItsFormat)
export type KeyFile = z.infer<typeof Content>

/** `checksum` guards against accident, not malice: without it a decayed byte would look like a wrong passphrase for ever. */
const KeyFileSchema = fields.extend({ checksum: z.string().length(64) }).refine(isOfItsFormat)
const Versioned = z.looseObject({ format: z.number().int().min(1) })

/** Reads the key file. Anything odd is `vault.keys-damaged`; a later format is `vault.newer`. File errors throw. */
export const readKeyFile = (path: string): Result<KeyFile> => {
  const json = parseJson(readBounded(path, MAX_BYTES) ?? '')
  const version = Versioned.safeParse(json)
  if (version.success && version.data.format > NEWEST) return fail(problem('vault.newer', { found: version.data.format, known: NEWEST }))
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

/** With this wrap in place of any other by a keychain. */
export const withKeychain = (keys: KeyFile, keychain: KeychainWrap): KeyFile => ({ ...keys, format: 2, wraps: { ...keys.wraps, keychain } })

/** What opens by the passphrase and the recovery words alone. */
export const withoutKeychain = ({ wraps: { passphrase, recovery }, ...keys }: KeyFile): KeyFile => ({ ...keys, format: 1, wraps: { passphrase, recovery } })

const damaged: Problem = problem('vault.keys-damaged')

/** Over the parsed content, whose fields always come in the schema's order. */
const checksumOf = (content: KeyFile): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')
