/** Forty private values in every disguise at five places: none passes. */
import { describe, expect, it } from 'vitest'
import { leakCheck, type Forbidden } from '../../electron/privacy/leak-check.ts'
import type { LeakHit } from '../../shared/departure.ts'
import type { Sealed } from '../../shared/stages.ts'
import { DISGUISES, PLANTED } from '../support/disguises.ts'

const PROBLEM = { slots: 96, slotMinutes: 15, jobs: [{ id: 'J1', length: 5, kw: 1.2, contiguous: true, windows: [[0, 53]] }], capKw: 11, prices: Array.from({ length: 96 }, (_, i) => 20 + (i % 13)), objective: 'cost' }
const body = (user: string): string => JSON.stringify({ model: 'm', messages: [{ role: 'system', content: 'You may plan.' }, { role: 'user', content: user }], store: false })
const frame = { body: body('') }
const problemFrame = { body: body(JSON.stringify({ problem: PROBLEM, request: '' })) }
/** As sealed, without seal: what it refuses must not pass here either. */
const sealed = (text: string, headers: [string, string][] = [], url = 'https://cloud.example/v1/chat/completions'): Sealed => ({ url, headers, body: new TextEncoder().encode(text), sha256: '' }) as unknown as Sealed

const PLACES: Readonly<Record<string, (text: string) => { readonly candidate: Sealed; readonly frame: { readonly body: string } }>> = {
  'the start of the words': (text) => ({ candidate: sealed(body(`${text} comes home at 7`)), frame }),
  'the middle of the words': (text) => ({ candidate: sealed(body(`Please ask ${text} whether the car is there`)), frame }),
  'the end of the words': (text) => ({ candidate: sealed(body(`Run the dishwasher for ${text}`)), frame }),
  'a string beside the problem': (text) => ({ candidate: sealed(body(JSON.stringify({ problem: PROBLEM, request: `run [J1] before ${text}, please` }))), frame: problemFrame }),
  'a header or the address': (text) => ({ candidate: text.length % 2 === 0 ? sealed(frame.body, [['X-Title', text]]) : sealed(frame.body, [], `https://cloud.example/v1?for=${encodeURIComponent(text)}`), frame }),
}
const hits = (candidate: Sealed, against: { readonly body: string }, forbidden: readonly Forbidden[]): readonly LeakHit[] => {
  const result = leakCheck(candidate, against, forbidden)
  if (!result.ok) throw new Error(result.problem.name)
  return 'hits' in result.value ? result.value.hits : []
}

describe('P4 no private value passes the last check', () => {
  it.each(PLANTED.map((p) => [p.value, p] as const))('%s', (_value, p) => {
    const forbidden = [{ value: p.value, kind: p.kind, word: false }]
    const passed: string[] = [], misplaced: string[] = []
    for (const [name, disguise] of Object.entries(DISGUISES)) {
      for (const text of disguise(p)) {
        if (text === undefined) continue
        for (const [place, at] of Object.entries(PLACES)) {
          const made = at(text)
          const found = hits(made.candidate, made.frame, forbidden)
          if (found.length === 0) passed.push(`${name} at ${place}: ${text}`)
          for (const hit of found) {
            const whole = hit.where === 'body' ? new TextDecoder().decode(made.candidate.body) : hit.where === 'url' ? made.candidate.url : made.candidate.headers.map((h) => h.join(': ')).join('\n')
            if (hit.end <= hit.start || hit.end > whole.length || hit.disguise === '' || hit.disguise.length > 60) misplaced.push(`${name} at ${place}: ${hit.start}–${hit.end}`)
            // The mark covers the value and little else: not the words around it.
            if (hit.where === 'body' && /whether|dishwasher|please,|comes home/.test(whole.slice(hit.start, hit.end))) misplaced.push(`${name} at ${place}: ${whole.slice(hit.start, hit.end)}`)
          }
        }
      }
    }
    expect({ passed, misplaced }).toEqual({ passed: [], misplaced: [] })
  })

  it('over two strings that are neighbours', () => {
    for (const p of PLANTED) for (let cut = 1; cut < Array.from(p.value).length; cut++) {
      const [a, b] = [Array.from(p.value).slice(0, cut).join(''), Array.from(p.value).slice(cut).join('')]
      if (/^\W*$/u.test(a) || /^\W*$/u.test(b)) continue
      const forbidden = [{ value: p.value, kind: p.kind, word: false }]
      const messages = sealed(JSON.stringify({ model: 'm', messages: [{ role: 'user', content: `ask ${a}` }, { role: 'user', content: `${b} now` }] }))
      const list = sealed(body(JSON.stringify({ list: [`ask ${a}`, `${b} now`] })))
      for (const candidate of [messages, list]) expect([p.value, cut, hits(candidate, frame, forbidden).length > 0]).toEqual([p.value, cut, true])
    }
  })

  it('were at least 4,800 together', () => {
    const count = PLANTED.reduce((sum, p) => sum + Object.values(DISGUISES).reduce((s, d) => s + d(p).filter((t) => t !== undefined).length, 0), 0) * Object.keys(PLACES).length
    expect([PLANTED.length, Object.keys(DISGUISES).length >= 24, count >= 4800]).toEqual([40, true, true])
  })
})
