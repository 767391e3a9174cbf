/** Finds what stands where in an unpacked package of any system. */
import { getRawHeader } from '@electron/asar'
import { existsSync, globSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

export interface Unpacked {
  /** What a person starts. */
  readonly executable: string
  readonly resources: string
  /** Where the hash of the archive's header must stand, so that Electron checks it; null where Electron does not. */
  readonly integrityHolder: string | null
}

/** Throws when the folder holds no package. */
export function layoutOf(folder: string): Unpacked {
  const [bundle] = globSync('*.app', { cwd: folder })
  if (bundle !== undefined) {
    const contents = join(folder, bundle, 'Contents')
    return { executable: join(contents, 'MacOS', basename(bundle, '.app')), resources: join(contents, 'Resources'), integrityHolder: join(contents, 'Info.plist') }
  }
  const [windows] = globSync('*.exe', { cwd: folder })
  if (windows !== undefined) return { executable: join(folder, windows), resources: join(folder, 'resources'), integrityHolder: join(folder, windows) }
  const linux = ['lares', 'lares-stand-in'].find((name) => existsSync(join(folder, name)))
  if (linux === undefined) throw new Error(`No package was found in ${folder}: ${readdirSync(folder).join(', ')}`)
  return { executable: join(folder, linux), resources: join(folder, 'resources'), integrityHolder: null }
}

/** Every file below a folder; none where there is no folder. */
export const filesBelow = (folder: string): string[] => globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))

export interface ArchivedFile {
  /** With `/`, from the archive's root. */
  readonly path: string
  readonly size: number
  /** Kept beside the archive, as a file of its own. */
  readonly unpacked: boolean
  /** Hex SHA-256 of every block, and of the whole; null when the archive has none for it. */
  readonly integrity: { readonly hash: string; readonly blockSize: number; readonly blocks: readonly string[] } | null
  /** From the end of the header. */
  readonly offset: number
}

/** The archive's files in its order, and its header as it is hashed: https://github.com/electron/asar#format */
export function readArchive(file: string): { readonly files: readonly ArchivedFile[]; readonly header: string; readonly start: number } {
  const { header, headerString, headerSize } = getRawHeader(file)
  const files: ArchivedFile[] = []
  const visit = (entry: Entry, path: string): void => {
    if (entry.files !== undefined) for (const [name, child] of Object.entries(entry.files)) visit(child, path === '' ? name : `${path}/${name}`)
    else files.push({ path, size: entry.size ?? 0, unpacked: entry.unpacked === true, integrity: entry.integrity ?? null, offset: Number(entry.offset ?? 0) })
  }
  visit(header, '')
  return { files, header: headerString, start: 8 + headerSize }
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
  readonly integrity?: { readonly hash: string; readonly blockSize: number; readonly blocks: readonly string[] }
}
