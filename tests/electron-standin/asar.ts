/** Reads an app.asar, so that a packaged app can be started without Electron's patched file system. */
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The archive's header: https://github.com/electron/asar#format */
interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly link?: string
  readonly unpacked?: boolean
  readonly executable?: boolean
  readonly offset?: string
  readonly size?: number
}

/** Writes the archive's files into a folder; those kept outside the archive are taken from `<file>.unpacked`. */
export function unpackAsar(file: string, folder: string): void {
  const bytes = readFileSync(file)
  const headerSize = bytes.readUInt32LE(4)
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry
  const start = 8 + headerSize
  const unpack = (entry: Entry, to: string, beside: string): void => {
    if (entry.files !== undefined) {
      mkdirSync(to, { recursive: true })
      for (const [name, child] of Object.entries(entry.files)) unpack(child, join(to, name), join(beside, name))
    } else if (entry.link !== undefined) {
      symlinkSync(join(folder, entry.link), to)
    } else if (entry.unpacked === true) {
      copyFileSync(beside, to)
    } else {
      const from = start + Number(entry.offset)
      writeFileSync(to, bytes.subarray(from, from + (entry.size ?? 0)), { mode: entry.executable === true ? 0o755 : 0o644 })
    }
  }
  unpack(header, folder, `${file}.unpacked`)
}
