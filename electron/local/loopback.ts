/** Which addresses are this computer: the only ones at which Ollama may be asked. */
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

/** A loopback address literal, IPv6 without brackets, and a port. */
export interface LoopbackDestination { readonly host: string; readonly port: number }

const OLLAMA_PORT = 11434

/**
 * The destinations to try, in order, for what a person typed: `http://127.0.0.1:11434`, `127.0.0.1`, `[::1]:8080`, `localhost`.
 * Ollama listens on 127.0.0.1 or on ::1, seldom on both, and people take one for the other: so the one that was typed comes first
 * and the other second. `localhost` means 127.0.0.1 first; no name is ever looked up. Without a port, 11434.
 * Accepted are 127.0.0.0/8 (RFC 1122 §3.2.1.3) and ::1 (RFC 4291 §2.5.3); every other host, https,
 * credentials, a path, a query, and other spellings of an address are refused with `local.not-loopback`.
 */
export const loopbackDestinations = (address: string): Result<readonly LoopbackDestination[]> => {
  const typed = /^(?:http:\/\/)?(?:(localhost)|(127(?:\.\d{1,3}){3})|\[(::1)\])(?::(\d{1,5}))?\/?$/i.exec(address.trim())
  const port = Number(typed?.[4] ?? OLLAMA_PORT)
  if (typed === null || port < 1 || port > 65_535) return fail(problem('local.not-loopback'))
  const host = typed[2] ?? typed[3] ?? '127.0.0.1'
  if (host.split('.').some((part) => Number(part) > 255)) return fail(problem('local.not-loopback'))
  const hosts = host === '127.0.0.1' ? ['127.0.0.1', '::1'] : host === '::1' ? ['::1', '127.0.0.1'] : [host]
  return ok(hosts.map((each) => ({ host: each, port })))
}

/** Where Ollama listens when nobody has told it otherwise. */
export const usualDestinations: readonly LoopbackDestination[] = [{ host: '127.0.0.1', port: OLLAMA_PORT }, { host: '::1', port: OLLAMA_PORT }]

/** `127.0.0.1:11434`, `[::1]:11434`: as people write it. */
export const shownAs = ({ host, port }: LoopbackDestination): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

export const baseOf = (destination: LoopbackDestination): string => `http://${shownAs(destination)}`
