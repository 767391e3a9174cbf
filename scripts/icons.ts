/** `npm run icons`: draws build/icon.svg and build/icon-small.svg at every size, and packs them for Windows and macOS. Needs a Chromium. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright'
import { findChromium } from '../tests/electron-standin/chromium.ts'
import { toIcns, toIco, type Picture } from './icon-containers.ts'

const build = join(dirname(import.meta.dirname), 'build')
const small = readFileSync(join(build, 'icon-small.svg'))
const large = readFileSync(join(build, 'icon.svg'))

const executablePath = findChromium(process.env)
if (executablePath === null) throw new Error('Drawing the icons needs a Chromium on the PATH.')

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
const pictures: Picture[] = []
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<body style="margin:0"><img style="display:block;width:${size}px" src="data:image/svg+xml;base64,${(size <= 32 ? small : large).toString('base64')}">`)
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  pictures.push({ size, png: await page.screenshot({ omitBackground: true }) })
}
await browser.close()

rmSync(join(build, 'icons'), { recursive: true, force: true })
mkdirSync(join(build, 'icons'))
for (const { size, png } of pictures) writeFileSync(join(build, `icons/${size}x${size}.png`), png)
writeFileSync(join(build, 'icon.ico'), toIco(pictures.filter(({ size }) => size <= 256)))
writeFileSync(join(build, 'icon.icns'), toIcns(pictures))
// What they were drawn from, so that a test can tell when the drawing has moved on.
writeFileSync(join(build, 'icons/drawn-from.sha256'), `${createHash('sha256').update(small).update(large).digest('hex')}\n`)
console.log(`Drawn at ${pictures.map(({ size }) => size).join(', ')} pixels.`)
