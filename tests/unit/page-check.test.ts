import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createDatabase } from '../../electron/vault/database.ts'
import { newKey } from '../../electron/vault/keys.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import { isAuthentic } from '../../electron/vault/page-check.ts'

let folder: string
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const made = () => {
  folder = mkdtempSync(join(tmpdir(), 'lares-pages-'))
  const path = join(folder, 'vault.db'), key = newKey()
  createDatabase(path, key, { migrations, maxPages: null }, (database) => { database.prepare('INSERT INTO settings (only, body) VALUES (1, ?)').run('x'.repeat(50_000)) })
  return { path, key, good: readFileSync(path) }
}

it('P7 every byte of every page counts, and so does the place of a page', () => {
  const { path, key, good } = made()
  expect(isAuthentic(path, key)).toBe(true)
  for (let offset = 0; offset < good.length; offset += 331) {
    const bad = Buffer.from(good)
    bad[offset] = (bad[offset] ?? 0) ^ 0x80
    writeFileSync(path, bad)
    expect([offset, isAuthentic(path, key)]).toEqual([offset, false])
  }
  writeFileSync(path, Buffer.concat([good, good.subarray(4096, 8192)]))
  expect(isAuthentic(path, key)).toBe(false)
})

it('another key, an empty file, half a page, and a log beside it say nothing for it', () => {
  const { path, key, good } = made()
  expect(isAuthentic(path, newKey())).toBe(false)
  writeFileSync(`${path}-wal`, 'x')
  expect(isAuthentic(path, key)).toBe(false)
  writeFileSync(`${path}-wal`, '')
  expect(isAuthentic(path, key)).toBe(true)
  for (const bytes of [good.subarray(0, 0), good.subarray(0, good.length - 2048)]) {
    writeFileSync(path, bytes)
    expect(isAuthentic(path, key)).toBe(false)
  }
})
