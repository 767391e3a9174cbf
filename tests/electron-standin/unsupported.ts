/** What the stand-in does not do, it refuses aloud: a test must never pass because something quietly did nothing. */

// Brings Electron's own type declarations in, as the global namespace Electron.
import type {} from 'electron'

/** An object whose names all exist in Electron's own types, whatever they hold: a misspelt or invented one does not compile. */
export type NamesOf<T> = Partial<Record<keyof T, unknown>>

export const notSupported = (what: string): Error => new Error(`${what} is not supported by the stand-in`)

/** Looked up by JavaScript itself or by module loaders on any object, so their absence says nothing. */
const askedOfEverything = new Set(['then', 'toJSON', '__esModule', 'default', 'prototype', 'constructor', '$$typeof', 'domain', 'nodeType'])

/** The same object, except that reading or setting a property which it lacks throws. `name` is how the error calls it. */
export function onlySupported<T extends object>(name: string, thing: T): T {
  const check = (target: T, property: string | symbol): void => {
    if (typeof property === 'string' && !(property in target) && !askedOfEverything.has(property)) throw notSupported(`${name}.${property}`)
  }
  return new Proxy(thing, {
    get(target, property, receiver): unknown {
      check(target, property)
      return Reflect.get(target, property, receiver)
    },
    set(target, property, value, receiver) {
      check(target, property)
      return Reflect.set(target, property, value, receiver)
    },
  })
}

/** A whole module, or class, of Electron that the stand-in lacks: any use of it throws. */
export function unsupportedModule(name: string): object {
  const refuse = (what: string): never => { throw notSupported(what) }
  // Not an arrow function: those cannot be asked to construct.
  const nothing = function nothing(): void { return }
  return new Proxy(nothing, {
    get: (_target, property) => (typeof property === 'symbol' || askedOfEverything.has(property) ? undefined : refuse(`${name}.${property}`)),
    set: (_target, property) => refuse(`${name}.${String(property)}`),
    apply: () => refuse(name),
    construct: () => refuse(`new ${name}`),
  })
}

/** Refuses every option that is not in the list of those that are served or that only change how a window looks. */
export function onlyTheseOptions(name: string, options: object, known: readonly string[]): void {
  for (const option of Object.keys(options)) if (!known.includes(option)) throw notSupported(`${name} option ${option}`)
}
