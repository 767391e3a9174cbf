/** `npm run icons`: draws build/icon.svg and build/icon-small.svg at every size, packs them for Windows and macOS, and puts those of the tray into electron/window/tray-icons.ts. Needs a Chromium. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright'
import { findChromium } from '../tests/electron-standin/chromium.ts'
import { toIcns, toIco, type Picture } from './icon-containers.ts'

const build = join(dirname(import.meta.dirname), 'build')
const small = readFileSync(join(build, 'icon-small.svg'))
const large = readFileSync(join(build, 'icon.svg'))
const menuBar = readFileSync(join(build, 'tray-mac.svg'))

const executablePath = findChromium(process.env)
if (executablePath === null) throw new Error('Drawing the icons needs a Chromium on the PATH.')

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
const draw = async (drawing: Buffer, size: number): Promise<Picture> => {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<body style="margin:0"><img style="display:block;width:${size}px" src="data:image/svg+xml;base64,${drawing.toString('base64')}">`)
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  return { size, png: await page.screenshot({ omitBackground: true }) }
}
const pictures: Picture[] = [], shapes: Picture[] = []
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) pictures.push(await draw(size <= 32 ? small : large, size))
for (const size of [16, 32]) shapes.push(await draw(menuBar, size))
await browser.close()

rmSync(join(build, 'icons'), { recursive: true, force: true })
mkdirSync(join(build, 'icons'))
for (const { size, png } of pictures) writeFileSync(join(build, `icons/${size}x${size}.png`), png)
writeFileSync(join(build, 'icon.ico'), toIco(pictures.filter(({ size }) => size <= 256)))
writeFileSync(join(build, 'icon.icns'), toIcns(pictures))
// What they were drawn from, so that a test can tell when the drawing has moved on.
writeFileSync(join(build, 'icons/drawn-from.sha256'), `${createHash('sha256').update(small).update(large).update(menuBar).digest('hex')}\n`)
const table = (all: readonly Picture[]): string => `{\n${all.map(({ size, png }) => `  ${size}: '${png.toString('base64')}',\n`).join('')}}`
writeFileSync(join(dirname(build), 'electron/window/tray-icons.ts'), `/** The tray's icons as PNG in base64, by their edge in pixels. Written by \`npm run icons\`; do not edit. */

/** As build/icons has them. */
export const colours: Readonly<Record<16 | 24 | 32 | 48, string>> = ${table(pictures.filter(({ size }) => size <= 48))}

/** build/tray-mac.svg: black, and seen where it is opaque. */
export const shapes: Readonly<Record<16 | 32, string>> = ${table(shapes)}
`)
console.log(`Drawn at ${pictures.map(({ size }) => size).join(', ')} pixels.`)
