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

/** A tree with one file that imports another, and nothing else. */
async function planted(from: string, to: string): Promise<string[]> {
  const base = mkdtempSync(join(tmpdir(), 'lares-layers-'))
  folders.push(base)
  const up = '../'.repeat(from.split('/').length - 1)
  const files: Record<string, string> = to.startsWith('node:')
    ? { [from]: `import thing from '${to}'\nexport { thing }\n` }
    : { [from]: `import { thing } from '${up}${to}'\nexport const other = thing\n`, [to]: 'export const thing = 1\n' }
  for (const [path, text] of Object.entries(files)) { mkdirSync(dirname(join(base, path)), { recursive: true }); writeFileSync(join(base, path), text) }
  writeFileSync(join(base, 'package.json'), '{"type":"module"}')
  return (await violations(base, [from.split('/')[0] ?? ''])).map((v) => v.rule)
}

describe('layers', () => {
  it('the whole tree keeps every rule', async () => {
    expect(await violations(process.cwd(), ['shared', 'electron', 'renderer'])).toEqual([])
  }, 120_000)

  it.each([
    ['shared-is-pure', 'shared/a.ts', 'electron/vault/b.ts'],
    ['shared-has-no-node', 'shared/a.ts', 'node:fs'],
    ['renderer-sees-shared-only', 'renderer/a.ts', 'electron/chat/b.ts'],
    ['renderer-has-no-node', 'renderer/a.ts', 'node:fs'],
    ['privacy-alone', 'electron/privacy/a.ts', 'electron/vault/b.ts'],
    ['cloud-alone', 'electron/cloud/a.ts', 'electron/vault/b.ts'],
    ['language-alone', 'electron/language/a.ts', 'electron/local/b.ts'],
    ['approval-alone', 'electron/approval/a.ts', 'electron/cloud/b.ts'],
    ['window-alone', 'electron/window/a.ts', 'electron/vault/b.ts'],
    ['vault-alone', 'electron/vault/a.ts', 'electron/privacy/b.ts'],
    ['planner-alone', 'electron/planner/a.ts', 'electron/vault/b.ts'],
    ['planner-knows-planning-only', 'electron/planner/solve.ts', 'shared/household.ts'],
    ['local-alone', 'electron/local/a.ts', 'electron/cloud/b.ts'],
    ['steps', 'electron/steps/a.ts', 'electron/vault/vault.ts'],
    ['patterns', 'electron/patterns/a.ts', 'electron/privacy/b.ts'],
    ['calendar', 'electron/calendar/a.ts', 'electron/vault/worker.ts'],
    ['chat', 'electron/chat/a.ts', 'electron/cloud/wire.ts'],
    ['consult-is-the-way-out', 'electron/steps/a.ts', 'electron/cloud/wire.ts'],
    ['nothing-imports-main', 'electron/ipc/a.ts', 'electron/main.ts'],
    ['product-without-tests', 'electron/chat/a.ts', 'tests/support/b.ts'],
  ])('%s bites', async (rule, from, to) => {
    expect(await planted(from, to)).toContain(rule)
  })

  it('every rule but the two about libraries and cycles has a planted violation above', () => {
    const covered = config.forbidden.map((r) => r.name)
    expect(covered.length).toBe(22)
  })
})
