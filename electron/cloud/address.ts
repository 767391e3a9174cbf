/** Which addresses a cloud may have, and what counts as this computer itself. */
import type { LookupFunction } from 'node:net'
import { isPrintable } from '../../shared/printable.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Where a connection goes: a host name or address literal (IPv6 without brackets) and a port. */
export interface Destination { readonly host: string; readonly port: number }

/**
 * A base address as a person typed it, made canonical and without a slash at the end.
 * https anywhere; http only to this computer. Refuses credentials, a query, a fragment and hidden characters with `cloud.bad-address`.
 */
export const parseBase = (typed: string): Result<string> => {
  const text = typed.trim()
  if (!isPrintable(text) || /[?#\\]/.test(text) || !URL.canParse(text)) return fail(problem('cloud.bad-address'))
  const url = new URL(text)
  if (!isAllowed(url)) return fail(problem('cloud.bad-address'))
  return ok(url.href.replace(/\/+$/, ''))
}

/** The destination of a complete, canonical address; `cloud.bad-address` when it is one that may not be used or not written the way it would be sent. */
export const parseTarget = (address: string): Result<{ readonly url: URL; readonly destination: Destination }> => {
  if (!URL.canParse(address)) return fail(problem('cloud.bad-address'))
  const url = new URL(address)
  if (url.href !== address || !isAllowed(url)) return fail(problem('cloud.bad-address'))
  return ok({ url, destination: destinationOf(url) })
}

export const destinationOf = (url: URL): Destination => ({ host: withoutBrackets(url.hostname), port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port) })

/** This computer, by its loopback address or the name reserved for it (RFC 6761 §6.3). IPv6 without brackets. */
export const isLoopback = (host: string): boolean => /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || host === 'localhost'

/** Answers `localhost` with the loopback addresses themselves: no hosts file and no name server can send it elsewhere. */
export const loopbackLookup: LookupFunction = (_host, options, answer) => {
  if (options.all === true) answer(null, [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }])
  else answer(null, '127.0.0.1', 4)
}

const isAllowed = (url: URL): boolean =>
  (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(withoutBrackets(url.hostname))))
  && url.username === '' && url.password === '' && url.hash === '' && url.hostname !== ''

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1')
