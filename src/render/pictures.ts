import type { ImageAsset } from '../model/asset.ts'
import type { Placeholders } from './placeholders.ts'

/** An empty picture is decoded in its whole size, and only its shape matters beyond this one. Units: px of the longer side. */
const largestBlank = 640

/**
 * Returns an empty picture of the same shape, for an `img` that shows its picture as a background: a GIF with one transparent
 * point. Browsers load a drawing (SVG) as a document of its own, which takes a millisecond or two for each.
 */
function blank({ width, height }: ImageAsset): string {
  const scale = Math.min(1, largestBlank / Math.max(width, height))
  const size = [width, height].map((length) => Math.max(1, Math.round(length * scale)))
  const sizeBytes = size.flatMap((length) => [length & 255, length >> 8])
  const head = [...Buffer.from('GIF89a'), ...sizeBytes, 0x80, 0, 0, ...[0, 0, 0, 255, 255, 255]]
  const point = [0x21, 0xf9, 4, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]
  return `data:image/gif;base64,${base64(Uint8Array.from([...head, ...point]))}`
}

/** A picture of a first slide that is larger follows the slides. Units: bytes. */
const largePictureBytes = 20_000

/**
 * Collects the pictures of slides. Slides refer to a picture by its hash (`src="picture:<hash>"`), which each output
 * replaces: a single page by the bytes, a server by an address. The text of an author cannot contain such a reference,
 * since its quotation marks are escaped.
 */
export class Pictures {
  private readonly assets = new Map<string, { asset: ImageAsset; uses: number }>()

  /** With `placeholders`, photographs are left out. */
  constructor(private readonly placeholders: Placeholders | null = null) {}

  /** Counts a use of a picture and returns the value of `src`. */
  use(asset: ImageAsset): string {
    const known = this.assets.get(asset.hash)
    if (known) known.uses += 1
    else this.assets.set(asset.hash, { asset, uses: 1 })
    return `picture:${asset.hash}`
  }

  /** Returns the class of an `img` of this picture. */
  className(asset: ImageAsset): string {
    return `p-${asset.hash.slice(0, 12)}`
  }

  /**
   * Moves large pictures of slides that are not inlined yet to the style sheet, so that texts do not wait for them. Returns
   * the hashes of the small ones.
   */
  postponeLarge(html: string): ReadonlySet<string> {
    const small = new Set<string>()
    for (const [, hash] of html.matchAll(/src="picture:([0-9a-f]+)"/g)) {
      const known = this.assets.get(hash!)!
      if (known.asset.bytes.byteLength <= largePictureBytes) small.add(hash!)
      else known.uses = Math.max(known.uses, 2)
    }
    return small
  }

  /** Inlines the bytes of pictures that are used once; the style sheet contains those used more often. */
  inline(html: string): string {
    return html.replace(/src="picture:([0-9a-f]+)"/g, (_, hash: string) => {
      const known = this.assets.get(hash)!
      return `src="${known.uses === 1 ? this.address(known) : blank(known.asset)}"`
    })
  }

  /**
   * Returns the style sheet with the pictures used more than once. On the screen they are backgrounds of `img` elements;
   * in print their content, so that a tagged PDF has the `alt` on the picture itself. `only`: which pictures, by their hash.
   */
  css({
    property = 'background-image',
    only = () => true,
  }: {
    property?: 'background-image' | 'content'
    only?: (hash: string) => boolean
  } = {}): string {
    return [...this.assets.values()]
      .filter(({ asset, uses }) => uses > 1 && only(asset.hash))
      .map((one) => `.${this.className(one.asset)}{${property}:url(${this.address(one)})}`)
      .join('\n')
  }

  private address({ asset, uses }: { asset: ImageAsset; uses: number }): string {
    return dataUrl({ mime: asset.mime, bytes: this.placeholders?.bytesOf(asset, uses) ?? asset.bytes })
  }
}

/** Returns the bytes of a picture as a `data:` address. */
export function dataUrl({ mime, bytes }: Pick<ImageAsset, 'mime' | 'bytes'>): string {
  return `data:${mime};base64,${base64(bytes)}`
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
