/** One good request for every channel of the contract, and what is made of them to be refused. */
import fc from 'fast-check'
import { defaultSettings } from '../../shared/settings.ts'
import type { contract, Requests } from '../../shared/ipc/contract.ts'
import type { Feature } from '../../shared/ipc/channels.ts'
import { event, household } from '../support/vault.ts'

type Good = { readonly [F in Feature]: { readonly [C in keyof (typeof contract)[F]]: Requests<F, C> } }

const key = { id: 'd1' }, turnId = { turnId: 't1' }, model = { model: 'gemma4:e4b' }
const backup = 'backup-2026-11-22T09-00-00Z'
const { id: _id, ...draft } = event('e1')
const task = { title: 'Bins', people: ['emma'], rotation: 'together' as const, effort: 10, checklist: [], reminders: [], medicine: false, done: [] }

export const good: Good = {
  vault: { state: null, create: { passphrase: 'x' }, unlock: { passphrase: 'x' }, recover: { words: 'x', newPassphrase: 'x' }, lock: null, erase: { passphrase: 'x' }, changePassphrase: { old: 'x', next: 'x' }, checkKeychain: null, useKeychain: { passphrase: 'x' }, forgetKeychain: null, unlockWithKeychain: null },
  backups: { list: null, make: null, preview: { id: backup, key: { passphrase: 'x' } }, restore: { id: backup, key: { words: 'x', newPassphrase: 'x' } } },
  data: { export: null },
  household: { read: null, write: household, change: { changes: [{ kind: 'household', before: null, after: { list: 'notes', entry: { id: 'a', title: 'Bins', text: '' } } }] }, sample: { zone: 'Europe/Berlin' } },
  chat: { conversations: null, turns: { conversationId: 'a', before: null, until: null }, start: null, send: { conversationId: 'a', text: 'x', route: 'auto' }, stop: turnId, remove: { conversationId: 'a' },
    change: { conversationId: 'a', title: 'Bins', pinned: true }, search: { query: 'bins' }, drafts: null, saveDraft: { conversationId: 'a', text: 'x' }, saveFile: { conversationId: null, form: 'json' }, openFile: null,
  },
  departure: { waiting: null, approve: { ...key, revision: 1, sha256: 'a'.repeat(64) }, refuse: key, answerHere: key, amend: { ...key, revision: 1, amendment: { kind: 'redact', phrase: 'x' } }, replay: { kind: 'forbid', phrase: 'green' } },
  calendar: {
    between: { from: '2026-11-22T00:00:00Z', to: '2026-11-23T00:00:00Z' }, series: key, save: { id: null, event: draft, scope: 'one' }, remove: { ...key, scope: 'all' },
    accept: { ...turnId, without: [0] }, amend: { ...turnId, at: 0, event: draft }, dismiss: turnId, undo: { changeSetId: null }, history: null,
  },
  ics: { open: null, given: null, read: { name: 'a.ics', bytes: new Uint8Array(3) }, rows: { ...key, from: 0 }, stop: null, close: null, accept: { ...key, rows: [0] }, save: { what: 'all' } },
  tasks: { list: null, save: { id: null, task }, remove: { ids: ['t1'] }, mark: { ...key, mark: { kind: 'skip' } } },
  reminders: { standing: null, answer: { keys: ['k'], answer: { kind: 'dismiss' } } },
  ledger: { list: null, seen: null, verify: null, saveHead: null, compareHead: null },
  models: { status: null, pull: model, stopPull: model, dismissPull: model, remove: model, unload: model, test: model, stopTest: null },
  settings: { read: null, write: defaultSettings, system: null, setKey: { key: 'x' }, hasKey: null, hasTray: null },
}

const circular: { self?: unknown } = {}
circular.self = circular

/** Sixty values that no channel takes. */
export const hostile: readonly unknown[] = [
  undefined, 0, -0, -1, 1.5, NaN, Infinity, Number.MAX_SAFE_INTEGER, 10n, true, false, '', ' ', 'x', 'null', '{}', 'x'.repeat(100_000), '\u0000', '\uD800', '__proto__',
  Symbol('x'), () => null, fc, /x/, new Date(0), new Date(NaN), new Map(), new Set(), new Error('x'), new Uint8Array(4), new ArrayBuffer(8), new URL('https://evil.example/'), Promise.resolve(null), [{ passphrase: 'x' }], circular,
  [], [null], [[]], [undefined], Array(1000), [{ id: 'd1' }], { length: 1 }, {}, Object.create(null), { __proto__: { id: 'd1' } }, JSON.parse('{"__proto__":{"id":"d1"}}') as unknown, { constructor: { prototype: {} } }, { toString: 'x' }, { then: 'x' }, { null: null },
  { id: 1 }, { id: '' }, { id: 'x'.repeat(65) }, { id: 'd1', more: 1 }, { passphrase: '' }, { passphrase: ['x'] }, { changeSetId: 5 }, { model: '' }, { conversationId: {} }, { request: null, channel: 'vault.lock' },
]

/** What stands for no field of any request. */
const foreign = fc.constantFrom<unknown>(Symbol('x'), 10n, new Map(), new Set(), () => null, NaN, /x/, new Date(NaN), Infinity)

/** Every way to a field of a value, of lists only the first entries. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [path]
  return [path, ...Object.entries(value).slice(0, 20).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))]
}

/** The value with another one at the end of the path. */
function replaced(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by
  if (Array.isArray(value)) return value.map((inner: unknown, at) => (String(at) === name ? replaced(inner, rest, by) : inner))
  const fields = value as Readonly<Record<string, unknown>>
  return { ...fields, [name]: replaced(fields[name], rest, by) }
}

const anything = fc.anything({ maxDepth: 3, withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true, withSet: true, withSparseArray: true, withTypedArray: true })

/** Anything at all, a good request with something foreign in one place, or one with a field too many. */
export function bad(request: unknown): fc.Arbitrary<unknown> {
  const whatever = anything.filter((value) => value !== null)
  if (typeof request !== 'object' || request === null) return whatever
  return fc.oneof(
    whatever,
    fc.tuple(fc.constantFrom(...pathsOf(request)), foreign).map(([path, by]) => replaced(request, path, by)),
    fc.tuple(fc.string().filter((name) => !Object.hasOwn(request, name) && name !== '__proto__'), anything).map(([name, value]) => ({ ...request, [name]: value })),
  )
}
