import type { ImageAsset } from '../model/asset.ts'
import type { LeftOutPicture } from '../model/left-out-picture.ts'
import { jpegPlaceholder } from './jpeg-placeholder.ts'

/** The placeholder of each picture, which several parts of a document show. */
const made = new WeakMap<ImageAsset, Uint8Array | null>()

/**
 * Leaves photographs out of a page for printing: a browser would copy them into the PDF as they are, several times over and
 * once more for each part. Collects those that it left out.
 */
export class Placeholders {
  readonly pictures = new Map<string, LeftOutPicture>()

  /** Returns the bytes that stand for a picture on the page: its own, if it cannot be left out. */
  bytesOf(asset: ImageAsset, uses: number): Uint8Array {
    const placeholder = made.has(asset) ? made.get(asset)! : makePlaceholder(asset)
    if (!placeholder) return asset.bytes
    this.pictures.set(asset.hash, { bytes: asset.bytes, uses })
    return placeholder
  }
}

function makePlaceholder(asset: ImageAsset): Uint8Array | null {
  const placeholder = asset.mime === 'image/jpeg' ? jpegPlaceholder(asset.bytes, asset.hash) : null
  made.set(asset, placeholder)
  return placeholder
}
