/** What a departure tells of the household, for its receipt: which entries stand in what leaves, and as what. Nothing private that is not in the bytes. */
import { wordsOfAsk, type Ask } from '../../shared/ask.ts'
import type { How, Told } from '../../shared/departure.ts'
import type { Situation } from '../../shared/stages.ts'
import type { Standing } from '../privacy/sanitize-text.ts'

/** Each thing once, and only what stands in this ask: of a problem its jobs and prices, of words their tokens and what was released. */
export function toldOf(ask: Ask, standing: readonly Standing[], situation: Situation | undefined, tariffId: string | undefined): Told[] {
  const words = wordsOfAsk(ask) ?? ''
  const problem = ask.kind === 'solve' ? ask.problem : undefined
  const jobs = (situation?.jobs ?? []).filter(({ id }) => problem?.jobs.some((job) => job.id === id) === true)
  const planned = new Set(jobs.map(({ deviceId }) => `device/${deviceId}`))
  const all: Told[] = [
    ...jobs.map(({ id, deviceId }): Told => ({ entity: `device/${deviceId}`, kind: 'device', token: id, layer: 'vault', how: 'generalised' })),
    ...(problem?.prices === undefined || tariffId === undefined ? [] : [{ entity: `tariff/${tariffId}`, kind: 'prices', token: 'prices', layer: 'vault', how: 'generalised' } as const]),
    ...standing.filter(({ entity, token, says }) => words.includes(token) && !(says === 'given' && planned.has(entity))).map(({ entity, kind, token, layer, says }): Told => ({ entity: entryOf(entity, layer), kind, token, layer, how: layer === 'time' && says === 'given' ? 'shifted' : HOW[says] })),
  ]
  return [...new Map(all.map((told) => [JSON.stringify([told.entity, told.kind, told.token]), told])).values()]
}

const HOW: Readonly<Record<Standing['says'], How>> = { kind: 'tokenised', given: 'tokenised', cue: 'generalised', chosen: 'reworded', everything: 'released' }

/** "person/emma/note/…" → "person/emma". What only the message or the calendar says has no entry, and its words stay out of the receipt. */
const entryOf = (entity: string, layer: Told['layer']): string | null =>
  (layer !== 'vault' && layer !== 'rule' ? null : entity === 'household' ? entity : /^(?:person|place|device|routine|note|rule)\/[a-z0-9][a-z0-9-]{0,63}(?=\/|$)/.exec(entity)?.[0]) ?? null
