/** What somebody finds who has the disk and not the key. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below a folder. */
export const filesBelow = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))

/** As UTF-8, UTF-16, hexadecimal and base64. */
const formsOf = (word: string): readonly Buffer[] => [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(Buffer.from(word).toString('hex')), Buffer.from(Buffer.from(word).toString('base64').replace(/.?=*$/, ''))]

/** Whether one of its forms stands in these bytes. */
export const isReadable = (bytes: Buffer, word: string): boolean => formsOf(word).some((form) => bytes.includes(form))

/** Every file below a folder in which one of the words can be read. */
export const readable = (folder: string, words: readonly string[]): string[] => filesBelow(folder).flatMap((path) => {
  const bytes = readFileSync(path)
  return words.filter((word) => isReadable(bytes, word)).map((word) => `${path}: ${word}`)
})
