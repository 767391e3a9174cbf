/**
 * Authenticates a closed database page by page without the engine, in a third of the time that the engine takes to read it through.
 * SQLCipher 4: each page of 4096 bytes ends with a nonce and an HMAC-SHA512 over what stands before it and the page's number, under a key made from the file's.
 */
import { hash, pbkdf2Sync } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { reveal, type Secret } from './secret.ts'

const PAGE = 4096, MAC = 64, BLOCK = 128, SALT = 16
const PAGES_AT_ONCE = 64

/**
 * Whether every page of this file was written with this key for the place where it stands. False says only that the engine has to look: pages that are
 * not in use need not hold anything, and what stands in a log is not seen. Nobody may have the database open in this process (POSIX locks).
 */
export const isAuthentic = (path: string, key: Secret): boolean => {
  const size = statSync(path).size, log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (size === 0 || size % PAGE !== 0 || (log !== undefined && log.size > 0)) return false
  const chunk = Buffer.alloc(PAGE * PAGES_AT_ONCE), file = openSync(path, 'r')
  let check: PageCheck | undefined
  try {
    for (let at = 0, page = 1; at < size; at += chunk.length) {
      const read = readSync(file, chunk, 0, Math.min(chunk.length, size - at), at)
      if (read % PAGE !== 0 || read === 0) return false
      check ??= pageCheck(reveal(key), chunk.subarray(0, SALT))
      for (let from = 0; from < read; from += PAGE, page += 1) if (!check.isWhole(chunk.subarray(from, from + PAGE), page)) return false
    }
    return true
  } finally {
    closeSync(file)
    check?.wipe()
  }
}

interface PageCheck { readonly isWhole: (page: Buffer, number: number) => boolean; readonly wipe: () => void }

/** HMAC by its definition (RFC 2104), in two hashes over buffers that are used again: an object for each page would take longer than the hashing. */
function pageCheck(key: Buffer, salt: Buffer): PageCheck {
  const own = pbkdf2Sync(key, salt.map((byte) => byte ^ 0x3a), 2, 32, 'sha512')
  const inner = Buffer.alloc(BLOCK + PAGE - MAC + 4, 0x36), outer = Buffer.alloc(BLOCK + MAC, 0x5c)
  own.forEach((byte, at) => { inner[at] = byte ^ 0x36; outer[at] = byte ^ 0x5c })
  own.fill(0)
  return {
    isWhole: (page, number) => {
      // The first page begins with the salt, which is not part of it.
      const length = page.copy(inner, BLOCK, number === 1 ? SALT : 0, PAGE - MAC)
      inner.writeUInt32LE(number, BLOCK + length)
      hash('sha512', inner.subarray(0, BLOCK + length + 4), 'buffer').copy(outer, BLOCK)
      return hash('sha512', outer, 'buffer').equals(page.subarray(PAGE - MAC))
    },
    wipe: () => { inner.fill(0); outer.fill(0) },
  }
}
