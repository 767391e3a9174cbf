/** Who may import whom. The real tree keeps every rule, and every rule is shown to bite on a planted tree. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { afterAll, describe, expect, it } from 'vitest'

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: IForbiddenRuleType[]; options: object }
const folders: string[] = []
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

async function violations(baseDir: string, roots: string[]): Promise<{ rule: string; from: string; to: string }[]> {
  const { output } = await cruise(roots, { ...config.options, baseDir, ruleSet: { forbidden: config.forbidden }, validate: true })
  return (output as ICruiseResult).summary.violations.map((v) => ({ rule: v.rule.name, from: v.from, to: v.to }))
}

/** The rules that a tree of these files breaks. */
async function brokenBy(files: Readonly<Record<string, string>>): Promise<string[]> {
  const base = mkdtempSync(join(tmpdir(), 'lares-layers-'))
  folders.push(base)
  for (const [path, text] of Object.entries({ 'package.json': '{"type":"module","dependencies":{"a-library":"1.0.0"}}', ...files })) { mkdirSync(dirname(join(base, path)), { recursive: true }); writeFileSync(join(base, path), text) }
  const roots = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))].filter((root) => root !== 'node_modules')
  return (await violations(base, roots)).map((v) => v.rule)
}

/** A file that imports another, and nothing else. */
function importing(from: string, to: string): Record<string, string> {
  if (to.startsWith('node:')) return { [from]: `import thing from '${to}'\nexport { thing }\n` }
  return { [from]: `import { thing } from '${'../'.repeat(from.split('/').length - 1)}${to}'\nexport const other = thing\n`, [to]: 'export const thing = 1\n' }
}

const planted: readonly (readonly [rule: string, files: Readonly<Record<string, string>>])[] = [
  ['shared-is-pure', importing('shared/a.ts', 'electron/vault/b.ts')],
  ['shared-has-no-node', importing('shared/a.ts', 'node:fs')],
  ['shared-has-two-libraries', { 'shared/a.ts': "import { x } from 'a-library'\nexport { x }\n", 'node_modules/a-library/package.json': '{"name":"a-library","version":"1.0.0","main":"index.js"}', 'node_modules/a-library/index.js': 'exports.x = 1\n' }],
  ['renderer-sees-shared-only', importing('renderer/a.ts', 'electron/chat/b.ts')],
  ['renderer-has-no-node', importing('renderer/a.ts', 'node:fs')],
  ['privacy-alone', importing('electron/privacy/a.ts', 'electron/vault/b.ts')],
  ['cloud-alone', importing('electron/cloud/a.ts', 'electron/vault/b.ts')],
  ['language-alone', importing('electron/language/a.ts', 'electron/local/b.ts')],
  ['approval-alone', importing('electron/approval/a.ts', 'electron/cloud/b.ts')],
  ['window-alone', importing('electron/window/a.ts', 'electron/vault/b.ts')],
  ['vault-alone', importing('electron/vault/a.ts', 'electron/privacy/b.ts')],
  ['planner-alone', importing('electron/planner/a.ts', 'electron/vault/b.ts')],
  ['planner-knows-planning-only', importing('electron/planner/solve.ts', 'shared/household.ts')],
  ['local-alone', importing('electron/local/a.ts', 'electron/cloud/b.ts')],
  ['steps', importing('electron/steps/a.ts', 'electron/vault/vault.ts')],
  ['patterns', importing('electron/patterns/a.ts', 'electron/privacy/b.ts')],
  ['calendar', importing('electron/calendar/a.ts', 'electron/vault/worker.ts')],
  ['chat', importing('electron/chat/a.ts', 'electron/cloud/wire.ts')],
  ['consult-is-the-way-out', importing('electron/steps/a.ts', 'electron/cloud/wire.ts')],
  ['nothing-imports-main', importing('electron/ipc/a.ts', 'electron/main.ts')],
  ['product-without-tests', importing('electron/chat/a.ts', 'tests/support/b.ts')],
  ['no-cycles', { 'shared/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n", 'shared/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n" }],
]

describe('layers', () => {
  it('the whole tree keeps every rule', async () => {
    expect(await violations(process.cwd(), ['shared', 'electron', 'renderer'])).toEqual([])
  }, 120_000)

  it.each(planted)('%s bites', async (rule, files) => {
    expect(await brokenBy(files)).toContain(rule)
  })

  it('no rule is without a planted violation', () => {
    expect(planted.map(([rule]) => rule).sort()).toEqual(config.forbidden.map((rule) => rule.name ?? '').sort())
  })
})

/** Libraries that stand in the way of the first field: they come with what needs them. */
const heavy = ['zod', 'react-aria', 'react-aria-components', 'sonner', 'temporal-polyfill', '@fullcalendar/react', '@tanstack/react-virtual', '@internationalized/date']

/** What the window reads before it shows anything: everything that is imported from its first file on, neither as a type only nor later on. */
async function firstCode(baseDir: string): Promise<ReadonlySet<string>> {
  const { output } = await cruise(['renderer/main.tsx'], { ...config.options, baseDir })
  const modules = new Map((output as ICruiseResult).modules.map((module) => [module.source, module]))
  const seen = new Set<string>(), waiting = ['renderer/main.tsx']
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    for (const { dynamic, dependencyTypes, resolved } of modules.get(next)?.dependencies ?? []) if (!dynamic && !dependencyTypes.includes('type-only')) waiting.push(resolved)
  }
  return seen
}
const isHeavy = (path: string): boolean => heavy.some((name) => path.startsWith(`node_modules/${name}/`))

describe('the first code of the window', () => {
  it('holds no schemas, widgets or calendar', async () => {
    const code = await firstCode(process.cwd())
    expect([...code].filter((path) => path.startsWith('node_modules/react-dom/'))).not.toEqual([])
    expect([...code].filter(isHeavy)).toEqual([])
  }, 120_000)

  it('is told from what comes later and from types', async () => {
    const base = mkdtempSync(join(tmpdir(), 'lares-first-'))
    folders.push(base)
    const files = { 'package.json': '{"type":"module","dependencies":{"zod":"1.0.0"}}', 'renderer/main.tsx': "import './a.ts'\nimport type { Z } from './types.ts'\nexport const later = (): Promise<unknown> => import('./later.ts')\nexport type Mine = Z\n", 'renderer/a.ts': "import { z } from 'zod'\nexport { z }\n", 'renderer/types.ts': 'export type Z = 1\n', 'renderer/later.ts': 'export const b = 1\n', 'node_modules/zod/package.json': '{"name":"zod","version":"1.0.0","main":"index.js"}', 'node_modules/zod/index.js': 'exports.z = 1\n' }
    for (const [path, text] of Object.entries(files)) { mkdirSync(dirname(join(base, path)), { recursive: true }); writeFileSync(join(base, path), text) }
    const code = await firstCode(base)
    expect([...code].sort()).toEqual(['node_modules/zod/index.js', 'renderer/a.ts', 'renderer/main.tsx'])
    expect([...code].filter(isHeavy)).toEqual(['node_modules/zod/index.js'])
  })
})
