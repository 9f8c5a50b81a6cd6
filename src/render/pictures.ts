import type { ImageAsset } from '../model/asset.ts'

/** A picture of the same size without a point in it: what an `img` holds whose picture is its background. */
const blank = ({ width, height }: ImageAsset) =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/%3E`

/**
 * The pictures that slides ask for. A slide names a picture by its hash alone (`src="picture:<hash>"`); each output puts
 * in its place what suits it: a page for the browser the bytes themselves, a server an address.
 * An author's text cannot look like such a name: its quotation marks are escaped.
 */
export class Pictures {
  private readonly assets = new Map<string, { asset: ImageAsset; uses: number }>()

  /** Notes one more use. Gives the name to write into `src`. */
  use(asset: ImageAsset): string {
    const known = this.assets.get(asset.hash)
    if (known) known.uses += 1
    else this.assets.set(asset.hash, { asset, uses: 1 })
    return `picture:${asset.hash}`
  }

  /** The class that an `img` of this picture carries. */
  className(asset: ImageAsset): string {
    return `p-${asset.hash.slice(0, 12)}`
  }

  /** Puts the bytes of each picture used once into its `img`; one used more often comes from the style sheet. */
  inline(html: string): string {
    return html.replace(/src="picture:([0-9a-f]+)"/g, (_, hash: string) => {
      const known = this.assets.get(hash)!
      return `src="${known.uses === 1 ? dataUrl(known.asset) : blank(known.asset)}"`
    })
  }

  /**
   * The style sheet of the pictures used more than once: each is stored a single time. On the screen it is the background
   * of its `img`; in print its content, so that what is tagged with the `alt` is the picture itself.
   */
  css(property: 'background-image' | 'content' = 'background-image'): string {
    return [...this.assets.values()]
      .filter(({ uses }) => uses > 1)
      .map(({ asset }) => `.${this.className(asset)}{${property}:url(${dataUrl(asset)})}`)
      .join('\n')
  }
}

/** The bytes of a picture as an address that needs no network. */
export function dataUrl({ mime, bytes }: Pick<ImageAsset, 'mime' | 'bytes'>): string {
  return `data:${mime};base64,${base64(bytes)}`
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
