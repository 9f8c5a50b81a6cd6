import type { ImageAsset } from '../model/asset.ts'
import type { LiveResource } from '../model/live.ts'
import type { LiveResources } from './live-resources.ts'
import type { DeckSnapshot } from './snapshot.ts'

/** So many slides that are being written may be shown at once, by several editors and as small pictures. */
const maxDrafts = 24

/** Finds the resources that the pages of a live deck refer to by address. */
export class ResourceIndex {
  #snapshot: DeckSnapshot | null = null
  #images = new Map<string, ImageAsset>()
  #previousImages = new Map<string, ImageAsset>()
  #drafts: readonly Pick<LiveResources, 'assets' | 'fonts' | 'sidecarFiles'>[] = []

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

  /** Adds the resources of slides that are being written, for as long as pages may show them. */
  addDraft({ assets, fonts, sidecarFiles }: LiveResources): void {
    this.#drafts = [{ assets, fonts, sidecarFiles }, ...this.#drafts].slice(0, maxDrafts)
  }

  /** Returns the resource at an address, or null. */
  get(name: string): LiveResource | null {
    const image = this.#images.get(name) ?? this.#previousImages.get(name)
    if (image) return { mime: image.mime, bytes: image.bytes }
    const font = this.#snapshot?.resources.fonts.bytes(name)
    if (font) return { mime: 'font/woff2', bytes: font }
    const file = this.#snapshot?.resources.sidecarFiles.find((one) => one.name === name)
    return file ? { mime: file.mime, file: file.file } : this.#inDrafts(name)
  }

  #inDrafts(name: string): LiveResource | null {
    for (const { assets, fonts, sidecarFiles } of this.#drafts) {
      for (const asset of assets.values())
        if (asset.kind === 'image' && name === `pictures/${asset.hash}`) return { mime: asset.mime, bytes: asset.bytes }
      const font = fonts.bytes(name)
      if (font) return { mime: 'font/woff2', bytes: font }
      const file = sidecarFiles.find((one) => one.name === name)
      if (file) return { mime: file.mime, file: file.file }
    }
    return null
  }
}
