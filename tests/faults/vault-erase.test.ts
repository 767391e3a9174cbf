/** Deleting everything: real files, and an interruption after every one of them. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { erasingFolder, finishErase } from '../../electron/vault/erase.ts'
import { closeVaults, freshVault, household, newFolder, outcome, passphrase, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

const filled = async (): Promise<Awaited<ReturnType<typeof freshVault>>> => {
  const fresh = await freshVault()
  value(await fresh.vault.household.write(household))
  value(await fresh.vault.backups.make())
  return fresh
}

const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))

test('everything of the household goes, what lies beside it stays, and a new vault can be made', async () => {
  const { vault, folder } = await filled()
  const beside = join(dirname(folder), 'exported.json')
  writeFileSync(beside, '{}')
  const heard: string[] = []
  vault.onState(() => { heard.push(vault.state().state) })
  expect(outcome(await vault.erase(passphrase))).toBe('ok')
  expect(heard).toEqual(['locked', 'none'])
  expect(filesBelow(dirname(folder))).toEqual([beside])
  expect(value(await vault.backups.list())).toEqual([])
  expect(outcome(await vault.household.read())).toBe('vault.missing')
  value(await vault.create(passphrase))
  expect(value(await vault.household.read()).people).toEqual([])
})

test('a wrong passphrase, a locked vault and no vault: nothing is touched', async () => {
  const { vault } = await filled()
  expect(outcome(await vault.erase('four unrelated sword'))).toBe('vault.wrong-passphrase')
  expect(value(await vault.household.read())).toEqual(household)
  value(await vault.lock())
  expect(outcome(await vault.erase(passphrase))).toBe('vault.locked')
  expect(outcome(await vault.unlock(passphrase))).toBe('ok')
  expect(value(await vault.backups.list())).toHaveLength(1)
  expect(outcome(await vaultIn(newFolder()).erase(passphrase))).toBe('vault.missing')
})

test('P8 interrupted after any file there is no vault, no key before any database, and the next start removes the rest', async () => {
  const { vault, folder } = await filled()
  value(await vault.lock())
  const count = filesBelow(folder).length
  expect(count).toBeGreaterThanOrEqual(4)
  for (let stopAt = 0; stopAt <= count; stopAt++) {
    const copy = newFolder()
    cpSync(folder, copy, { recursive: true })
    renameSync(copy, erasingFolder(copy))
    let removed = 0
    const interrupted = (): void => {
      finishErase(copy, () => {
        removed += 1
        if (removed === stopAt) throw new Error('power cut')
      })
    }
    if (stopAt > 0) expect(interrupted).toThrow('power cut')
    const left = existsSync(erasingFolder(copy)) ? filesBelow(erasingFolder(copy)) : []
    expect(left).toHaveLength(count - removed)
    if (left.some((path) => path.endsWith('keys.json'))) expect(left.filter((path) => path.endsWith('vault.db'))).toHaveLength(2)
    for (const path of left) expect(readFileSync(path).includes('Lindqvist')).toBe(false)

    expect(vaultIn(copy).state().state).toBe('none')
    expect(readdirSync(dirname(copy))).toEqual([])
  }
})

test('a vault that was made since is not touched by what an earlier deletion left', async () => {
  const { vault, folder } = await filled()
  mkdirSync(erasingFolder(folder))
  writeFileSync(join(erasingFolder(folder), 'vault.db'), 'left')
  value(await vault.lock())
  const again = vaultIn(folder)
  expect(existsSync(erasingFolder(folder))).toBe(false)
  expect(outcome(await again.unlock(passphrase))).toBe('ok')
  expect(value(await again.household.read())).toEqual(household)
})
