/** The notices that go into a package: who made what is inside, and under which terms. */
import { compiledInto, termsOf } from './compiled-in.ts'
import type { Shipped } from './shipped.ts'

/** Plain text; every package that ships has a heading `name version`. */
export function notices(shipped: readonly Shipped[]): string {
  const packages = shipped.map(({ name, version, licence, text }) => [
    `${name} ${version} (${licence})`,
    text,
    ...compiledInto(name).map(({ name: part, licence: terms, copyright }) => `Compiled into it: ${part} (${terms})\n${copyright}\n\n${termsOf(terms)}`),
  ].join('\n\n'))
  return [
    'Lares is made with the work of others. This file names what ships inside it, with the terms of each. Electron and Chromium have\nfiles of their own: LICENSE.electron.txt and LICENSES.chromium.html.',
    ...packages,
  ].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n'
}
