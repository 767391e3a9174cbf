/** What `npm run trust` proves in the window: it needs the built app and a browser, so these are end-to-end tests that tell their own count. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { resolveElectron } from './resolve-electron.ts'

const root = dirname(import.meta.dirname)

interface Annotated { readonly annotations?: readonly { readonly type: string; readonly description?: string }[]; readonly status?: string }
interface Suite { readonly suites?: readonly Suite[]; readonly specs?: readonly { readonly ok: boolean; readonly tests: readonly Annotated[] }[] }

/** What a test in `tests/e2e` tried and what held; null where there is nothing to show a page in. */
export async function proveInWindow(spec: string): Promise<{ readonly tried: number; readonly held: number; readonly failures: readonly string[] } | null> {
  if ((await resolveElectron()).kind === 'none') return null
  const folder = mkdtempSync(join(tmpdir(), 'lares-trust-')), file = join(folder, 'result.json')
  try {
    const { stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, join(root, 'scripts/e2e.ts'), `tests/e2e/${spec}`, '--reporter=json'], { cwd: root, encoding: 'utf8', env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }, maxBuffer: 64 * 1024 * 1024 })
    let suites: readonly Suite[]
    try { ({ suites } = JSON.parse(readFileSync(file, 'utf8')) as { readonly suites: readonly Suite[] }) } catch { return { tried: 1, held: 0, failures: [`tests/e2e/${spec} did not run: ${`${stdout}${stderr}`.slice(-800)}`] } }
    const specs = (of: readonly Suite[]): NonNullable<Suite['specs']> => of.flatMap((suite) => [...suite.specs ?? [], ...specs(suite.suites ?? [])]), all = specs(suites)
    const tallies = all.flatMap(({ tests }) => tests.flatMap(({ annotations = [] }) => annotations.flatMap(({ type, description = '' }) => (type === 'tally' ? [JSON.parse(description) as { readonly tried: number; readonly held: number }] : []))))
    const failures = all.length > 0 && all.every(({ ok }) => ok) && tallies.length > 0 ? [] : [`tests/e2e/${spec} failed: ${`${stdout}${stderr}`.slice(-800)}`]
    return { tried: tallies.reduce((sum, { tried }) => sum + tried, 0), held: tallies.reduce((sum, { held }) => sum + held, 0), failures }
  } finally { rmSync(folder, { recursive: true, force: true }) }
}
