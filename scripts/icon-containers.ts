/** Puts PNG pictures of one icon into the containers that Windows and macOS ask for. */

export interface Picture {
  /** Width and height, pixels. */
  readonly size: number
  readonly png: Buffer
}

/** Windows' ICO with PNG frames, of 16 to 256 pixels: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) */
export function toIco(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2) // an icon, not a cursor
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at) // 0 stands for 256
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6) // bits a pixel
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** The types of an ICNS that hold PNG, with their pixels; the second of a size is the sharp one of half that size. */
const icnsTypes = [['icp4', 16], ['icp5', 32], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024], ['ic11', 32], ['ic12', 64], ['ic13', 256], ['ic14', 512]] as const

/** macOS' ICNS: https://en.wikipedia.org/wiki/Apple_Icon_Image_format. Throws when a size is missing. */
export function toIcns(pictures: readonly Picture[]): Buffer {
  const entries = icnsTypes.map(([type, size]) => {
    const png = pictures.find((picture) => picture.size === size)?.png
    if (png === undefined) throw new Error(`An ICNS needs a picture of ${size} pixels.`)
    return chunk(type, png)
  })
  return chunk('icns', Buffer.concat(entries))
}

const chunk = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
