import type { ImageAsset } from '../model/asset.ts'
import type { LiveResource } from '../model/wire/live.ts'
import type { DeckSnapshot } from './snapshot.ts'

/** What the addresses in the pages of a deck stand for. */
export class ResourceIndex {
  #snapshot: DeckSnapshot | null = null
  #pictures = new Map<string, ImageAsset>()
  #previousPictures = new Map<string, ImageAsset>()

  /** What pages named until now is still to be had: some may be about to ask for it. */
  replaceWith(snapshot: DeckSnapshot): void {
    this.#previousPictures = this.#pictures
    this.#pictures = new Map()
    this.add(snapshot)
  }

  add(snapshot: DeckSnapshot): void {
    this.#snapshot = snapshot
    for (const asset of snapshot.edition.resources.assets.values()) {
      if (asset.kind === 'image') this.#pictures.set(`pictures/${asset.hash}`, asset)
    }
  }

  get(name: string): LiveResource | null {
    const picture = this.#pictures.get(name) ?? this.#previousPictures.get(name)
    if (picture) return { mime: picture.mime, bytes: picture.bytes }
    const font = this.#snapshot?.edition.resources.fonts.bytes(name)
    if (font) return { mime: 'font/woff2', bytes: font }
    const file = this.#snapshot?.edition.resources.sidecarFiles.find((one) => one.name === name)
    return file ? { mime: file.mime, file: file.file } : null
  }
}
