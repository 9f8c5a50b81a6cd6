import type { ImageAsset } from '../model/asset.ts'
import type { LiveResource } from '../model/live.ts'
import type { DeckSnapshot } from './snapshot.ts'

/** Finds the resources that the pages of a live deck refer to by address. */
export class ResourceIndex {
  #snapshot: DeckSnapshot | null = null
  #images = new Map<string, ImageAsset>()
  #previousImages = new Map<string, ImageAsset>()

  /** Images of the replaced snapshot remain available, since pages may be about to request them. */
  replaceWith(snapshot: DeckSnapshot): void {
    this.#previousImages = this.#images
    this.#images = new Map()
    this.add(snapshot)
  }

  /** Adds the resources of a further snapshot. */
  add(snapshot: DeckSnapshot): void {
    this.#snapshot = snapshot
    for (const asset of snapshot.resources.assets.values()) {
      if (asset.kind === 'image') this.#images.set(`pictures/${asset.hash}`, asset)
    }
  }

  /** Returns the resource at an address, or null. */
  get(name: string): LiveResource | null {
    const image = this.#images.get(name) ?? this.#previousImages.get(name)
    if (image) return { mime: image.mime, bytes: image.bytes }
    const font = this.#snapshot?.resources.fonts.bytes(name)
    if (font) return { mime: 'font/woff2', bytes: font }
    const file = this.#snapshot?.resources.sidecarFiles.find((one) => one.name === name)
    return file ? { mime: file.mime, file: file.file } : null
  }
}
