import type { ImageAsset } from '../model/asset.ts'
import type { LiveResource } from '../model/wire/live.ts'
import type { Settled } from './settled.ts'

/** What the addresses in the pages of a deck stand for. */
export class Resources {
  #settled: Settled | null = null
  #pictures = new Map<string, ImageAsset>()
  #before = new Map<string, ImageAsset>()

  /** What pages named until now is still to be had: some may be about to ask for it. */
  turnTo(settled: Settled): void {
    this.#before = this.#pictures
    this.#pictures = new Map()
    this.add(settled)
  }

  add(settled: Settled): void {
    this.#settled = settled
    for (const asset of settled.supplied.assets.values()) {
      if (asset.kind === 'image') this.#pictures.set(`pictures/${asset.hash}`, asset)
    }
  }

  get(name: string): LiveResource | null {
    const picture = this.#pictures.get(name) ?? this.#before.get(name)
    if (picture) return { mime: picture.mime, bytes: picture.bytes }
    const font = this.#settled?.dress.fonts.bytes(name)
    if (font) return { mime: 'font/woff2', bytes: font }
    const file = this.#settled?.supplied.beside.find((one) => one.name === name)
    return file ? { mime: file.mime, file: file.file } : null
  }
}
