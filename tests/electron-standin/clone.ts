/** Structured clone as text, for what crosses between Node and a page. Its source is also put into pages, so it uses nothing from outside itself. */

export interface Cloner {
  /** Throws "An object could not be cloned." for what the structured clone algorithm refuses (HTML §2.7.3). */
  readonly encode: (value: unknown) => string
  readonly decode: (text: string) => unknown
}

export function createCloner(): Cloner {
  /** A value is itself, or a pair: `['u']` undefined, `['n', text]` bigint, `['f', text]` a number JSON lacks, `['r', index]` the object of that index. */
  type Wire = string | number | boolean | null | readonly ['u'] | readonly ['n', string] | readonly ['f', string] | readonly ['r', number]
  type Entries = readonly (readonly [Wire, Wire])[]
  type Stored =
    | { readonly is: 'object'; readonly entries: Entries }
    | { readonly is: 'array'; readonly length: number; readonly entries: Entries }
    | { readonly is: 'map'; readonly entries: Entries }
    | { readonly is: 'set'; readonly entries: readonly Wire[] }
    | { readonly is: 'date'; readonly time: Wire }
    | { readonly is: 'pattern'; readonly source: string; readonly flags: string }
    | { readonly is: 'error'; readonly name: string; readonly message: string; readonly stack: Wire; readonly cause: Wire }
    | { readonly is: 'boxed'; readonly value: Wire }
    | { readonly is: 'bytes'; readonly base64: string }
    | { readonly is: 'view'; readonly type: string; readonly buffer: Wire; readonly offset: number; readonly length: number }
  type View = new (buffer: ArrayBuffer, offset: number, length: number) => ArrayBufferView
  const views: Readonly<Record<string, View>> = { Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView }

  const toBase64 = (bytes: Uint8Array): string => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  }
  const copy = (value: unknown): unknown => {
    try {
      return structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  const encode = (value: unknown): string => {
    const objects: Stored[] = []
    const indexes = new Map<object, number>()
    const put = (item: unknown): Wire => {
      if (item === undefined) return ['u']
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item
      if (typeof item === 'bigint') return ['n', String(item)]
      if (typeof item === 'number') return Number.isFinite(item) && !Object.is(item, -0) ? item : ['f', Object.is(item, -0) ? '-0' : String(item)]
      const known = indexes.get(item)
      if (known !== undefined) return ['r', known]
      const index = objects.length
      indexes.set(item, index)
      // Its place is taken first, because what it holds may refer back to it.
      objects.push({ is: 'set', entries: [] })
      objects[index] = store(item)
      return ['r', index]
    }
    const store = (item: object): Stored => {
      const entries = (): Entries => Object.entries(item).map(([key, held]) => [key, put(held)])
      if (Array.isArray(item)) return { is: 'array', length: item.length, entries: entries() }
      if (item instanceof Map) return { is: 'map', entries: [...item].map(([key, held]) => [put(key), put(held)]) }
      if (item instanceof Set) return { is: 'set', entries: [...item].map(put) }
      if (item instanceof Date) return { is: 'date', time: put(item.getTime()) }
      if (item instanceof RegExp) return { is: 'pattern', source: item.source, flags: item.flags }
      if (item instanceof ArrayBuffer) return { is: 'bytes', base64: toBase64(new Uint8Array(item)) }
      if (ArrayBuffer.isView(item)) return { is: 'view', type: item.constructor.name, buffer: put(item.buffer), offset: item.byteOffset, length: 'length' in item ? Number(item.length) : item.byteLength }
      if (item instanceof Error) return { is: 'error', name: item.name, message: item.message, stack: put(item.stack), cause: put(item.cause) }
      if (item instanceof Boolean || item instanceof Number || item instanceof String) return { is: 'boxed', value: put(item.valueOf()) }
      if (Object.prototype.toString.call(item) === '[object Object]') return { is: 'object', entries: entries() }
      throw new Error(`Cloning ${Object.prototype.toString.call(item)} is not supported by the stand-in`)
    }
    // The engine's own algorithm decides what can be cloned; what it returns is all plain.
    const root = put(copy(value))
    return JSON.stringify({ root, objects })
  }

  const decode = (text: string): unknown => {
    const { root, objects } = JSON.parse(text) as { readonly root: Wire; readonly objects: readonly Stored[] }
    const made = new Map<number, unknown>()
    const take = (wire: Wire): unknown => {
      if (wire === null || typeof wire !== 'object') return wire
      if (wire[0] === 'u') return undefined
      if (wire[0] === 'n') return BigInt(wire[1])
      if (wire[0] === 'f') return Number(wire[1])
      const stored = objects[wire[1]]
      if (stored === undefined) throw new Error('A cloned object is missing')
      return made.has(wire[1]) ? made.get(wire[1]) : make(wire[1], stored)
    }
    const fill = (target: object, entries: Entries): object => {
      for (const [key, held] of entries) Object.defineProperty(target, String(key), { value: take(held), writable: true, enumerable: true, configurable: true })
      return target
    }
    const make = (index: number, stored: Stored): unknown => {
      const remember = <T>(value: T): T => { made.set(index, value); return value }
      switch (stored.is) {
        case 'object': return fill(remember({}), stored.entries)
        case 'array': return fill(remember(new Array<unknown>(stored.length)), stored.entries)
        case 'map': {
          const map = remember(new Map<unknown, unknown>())
          for (const [key, held] of stored.entries) map.set(take(key), take(held))
          return map
        }
        case 'set': {
          const set = remember(new Set<unknown>())
          for (const held of stored.entries) set.add(take(held))
          return set
        }
        case 'date': return remember(new Date(Number(take(stored.time))))
        case 'pattern': return remember(new RegExp(stored.source, stored.flags))
        case 'bytes': return remember(Uint8Array.from(atob(stored.base64), (character) => character.charCodeAt(0)).buffer)
        case 'boxed': return remember(Object(take(stored.value)))
        case 'view': {
          const Type = views[stored.type]
          if (Type === undefined) throw new Error(`Cloning ${stored.type} is not supported by the stand-in`)
          return remember(new Type(take(stored.buffer) as ArrayBuffer, stored.offset, stored.length))
        }
        case 'error': {
          const error = remember(new Error(stored.message))
          Object.defineProperty(error, 'name', { value: stored.name, writable: true, configurable: true })
          Object.defineProperty(error, 'stack', { value: take(stored.stack), writable: true, configurable: true })
          const cause = take(stored.cause)
          if (cause !== undefined) error.cause = cause
          return error
        }
      }
    }
    return take(root)
  }
  return { encode, decode }
}
