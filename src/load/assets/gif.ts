import { type Raster, viewOf } from './raster.ts'

/** Reads a GIF's header; null where it is none. */
export function readGif(bytes: Uint8Array): Raster | null {
  if (bytes.length < 14) return null
  const view = viewOf(bytes)
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)]
  if (!width || !height) return null
  return { mime: 'image/gif', width, height, orientation: 1, plain: true, limitMegapixels: 64, bytes }
}
