/** Which addresses are this computer: the only ones at which Ollama may be asked. */
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

/** A loopback address literal, IPv6 without brackets, and a port. */
export interface LoopbackDestination { readonly host: string; readonly port: number }

const OLLAMA_PORT = 11434

/**
 * The destinations to try, in order, for what a person typed: `http://127.0.0.1:11434`, `127.0.0.1`, `[::1]:8080`, `localhost`.
 * `localhost` means 127.0.0.1 and then ::1, because Ollama may listen on one of them only and no name is ever looked up.
 * Without a port, 11434. Accepted are 127.0.0.0/8 (RFC 1122 §3.2.1.3) and ::1 (RFC 4291 §2.5.3); every other host, https,
 * credentials, a path, a query, and other spellings of an address are refused with `local.not-loopback`.
 */
export const loopbackDestinations = (address: string): Result<readonly LoopbackDestination[]> => {
  const typed = /^(?:http:\/\/)?(?:(localhost)|(127(?:\.\d{1,3}){3})|\[(::1)\])(?::(\d{1,5}))?\/?$/i.exec(address.trim())
  const host = typed?.[2] ?? typed?.[3]
  const hosts = typed?.[1] === undefined ? [host] : ['127.0.0.1', '::1']
  const port = Number(typed?.[4] ?? OLLAMA_PORT)
  const destinations = hosts.flatMap((each) => (each === undefined || each.split('.').some((part) => Number(part) > 255) ? [] : [{ host: each, port }]))
  return destinations.length === 0 || port < 1 || port > 65_535 ? fail(problem('local.not-loopback')) : ok(destinations)
}

export const baseOf = ({ host, port }: LoopbackDestination): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`
