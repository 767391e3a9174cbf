/** One end of the bridge between a page and its isolated world. Its source is put into both, so it uses nothing from outside itself. */

export interface BridgeEnd {
  /** Shows the other end an object under a name; its functions can be called from there. */
  readonly expose: (key: string, api: unknown) => void
  /** Tells the other end something that needs no answer. */
  readonly tell: (topic: string, detail: unknown) => void
}

/**
 * The two worlds share only the document. Its events are synchronous, and what they carry is cloned from one world into the other,
 * so functions and promises travel as numbers. `outgoing` and `incoming` are secret event names, each end's the other way round.
 */
export function createBridgeEnd(outgoing: string, incoming: string, hear: { readonly exposed: (key: string, api: unknown) => void; readonly told: (topic: string, detail: unknown) => void }): BridgeEnd {
  type Parcel =
    | { readonly is: 'function' | 'promise'; readonly id: number }
    | { readonly is: 'error'; readonly message: string }
    | { readonly is: 'array'; readonly items: readonly Parcel[] }
    | { readonly is: 'object'; readonly entries: readonly (readonly [string, Parcel])[] }
    | { readonly is: 'value'; readonly value: unknown }
  type Outcome = { readonly ok: true; readonly value: Parcel } | { readonly ok: false; readonly message: string }
  type Letter =
    | { readonly is: 'expose'; readonly key: string; readonly api: Parcel }
    | { readonly is: 'tell'; readonly topic: string; readonly detail: unknown }
    | { readonly is: 'call'; readonly call: number; readonly id: number; readonly args: readonly Parcel[] }
    | { readonly is: 'return'; readonly call: number; readonly outcome: Outcome }
    | { readonly is: 'settle'; readonly id: number; readonly outcome: Outcome }
  type Callable = (...args: unknown[]) => unknown
  interface Settling { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

  // Taken before any script of the page can replace them.
  const dispatch = document.dispatchEvent.bind(document)
  const listen = document.addEventListener.bind(document)
  const Carrier = CustomEvent
  const clone = structuredClone
  const functions = new Map<number, Callable>()
  const numbers = new Map<Callable, number>()
  const stubs = new Map<number, Callable>()
  const returned = new Map<number, Outcome>()
  const settling = new Map<number, Settling>()
  let last = 0

  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
  const send = (letter: Letter): void => {
    try {
      clone(letter)
    } catch {
      throw new Error('An object could not be cloned.')
    }
    dispatch(new Carrier(outgoing, { detail: letter }))
  }
  const outcomeOf = (run: () => unknown): Outcome => {
    try {
      return { ok: true, value: wrap(run()) }
    } catch (error) {
      return { ok: false, message: messageOf(error) }
    }
  }
  const isPlain = (value: object): boolean => Object.prototype.toString.call(value) === '[object Object]'
  const wrap = (value: unknown): Parcel => {
    if (typeof value === 'function') {
      const callable = value as Callable
      const id = numbers.get(callable) ?? ++last
      numbers.set(callable, id)
      functions.set(id, callable)
      return { is: 'function', id }
    }
    if (value instanceof Promise) {
      const id = ++last
      value.then((result: unknown) => { send({ is: 'settle', id, outcome: outcomeOf(() => result) }) }, (error: unknown) => { send({ is: 'settle', id, outcome: { ok: false, message: messageOf(error) } }) })
        .catch((error: unknown) => { send({ is: 'settle', id, outcome: { ok: false, message: messageOf(error) } }) })
      return { is: 'promise', id }
    }
    if (value instanceof Error) return { is: 'error', message: value.message }
    if (Array.isArray(value)) return { is: 'array', items: value.map(wrap) }
    if (typeof value === 'object' && value !== null && isPlain(value)) return { is: 'object', entries: Object.entries(value).map(([key, held]) => [key, wrap(held)] as const) }
    return { is: 'value', value }
  }
  const unwrap = (parcel: Parcel): unknown => {
    switch (parcel.is) {
      case 'value': return parcel.value
      case 'error': return new Error(parcel.message)
      case 'array': return parcel.items.map(unwrap)
      case 'object': return Object.fromEntries(parcel.entries.map(([key, held]) => [key, unwrap(held)]))
      case 'promise': return new Promise((resolve, reject) => { settling.set(parcel.id, { resolve, reject }) })
      case 'function': return stubFor(parcel.id)
    }
  }
  const stubFor = (id: number): Callable => {
    const known = stubs.get(id)
    if (known !== undefined) return known
    const stub: Callable = (...args) => {
      const call = ++last
      send({ is: 'call', call, id, args: args.map(wrap) })
      const outcome = returned.get(call)
      returned.delete(call)
      if (outcome === undefined) throw new Error('The bridge of the stand-in did not answer')
      if (!outcome.ok) throw new Error(outcome.message)
      return unwrap(outcome.value)
    }
    stubs.set(id, stub)
    return stub
  }
  const receive = (letter: Letter): void => {
    switch (letter.is) {
      case 'expose': hear.exposed(letter.key, unwrap(letter.api)); return
      case 'tell': hear.told(letter.topic, letter.detail); return
      case 'return': returned.set(letter.call, letter.outcome); return
      case 'call': {
        const outcome = outcomeOf(() => functions.get(letter.id)?.(...letter.args.map(unwrap)))
        try {
          send({ is: 'return', call: letter.call, outcome })
        } catch (error) {
          send({ is: 'return', call: letter.call, outcome: { ok: false, message: messageOf(error) } })
        }
        return
      }
      case 'settle': {
        const promise = settling.get(letter.id)
        settling.delete(letter.id)
        if (letter.outcome.ok) promise?.resolve(unwrap(letter.outcome.value))
        else promise?.reject(new Error(letter.outcome.message))
      }
    }
  }

  listen(incoming, (event) => {
    event.stopImmediatePropagation()
    receive((event as CustomEvent<Letter>).detail)
  })
  return {
    expose: (key, api) => { send({ is: 'expose', key, api: wrap(api) }) },
    tell: (topic, detail) => { send({ is: 'tell', topic, detail }) },
  }
}
