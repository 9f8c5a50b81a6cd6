import { createHash } from 'node:crypto'
import { codePoints } from '../fonts/cmap.ts'
import { pageFonts } from '../fonts/page-fonts.ts'
import type { Face } from '../model/theme.ts'
import type { ServedFont } from '../render/served.ts'

type FaceFiles = readonly { face: Face; ttf: Uint8Array; woff2: Uint8Array }[]

/** The fonts of a deck that is being written, with every letter that it has had since it was opened. */
export class LiveFonts {
  readonly #faces: FaceFiles
  /** Characters that the fonts are made for, and those that ready-made ones have anyway. */
  readonly #known = new Set<string>()
  readonly #ready: readonly ReadonlySet<number>[]
  #served: ServedFont[] | null = null
  readonly #bytes = new Map<string, Uint8Array>()

  constructor(faces: FaceFiles) {
    this.#faces = faces
    this.#ready = faces.map(({ woff2 }) => codePoints(woff2))
  }

  /** The fonts for a deck of these letters. They are made anew only where a letter comes that none had. */
  async for(characters: Iterable<string>): Promise<readonly ServedFont[]> {
    let grown = this.#served === null
    for (const character of characters) {
      if (this.#known.has(character)) continue
      this.#known.add(character)
      grown ||= !this.#isReady(character)
    }
    if (grown) {
      const fonts = await pageFonts(this.#faces, this.#known)
      this.#served = fonts.map(({ face, woff2 }) => ({ face, address: this.#keep(woff2) }))
    }
    return this.#served!
  }

  /** The bytes at an address; null where there are none. */
  bytes(address: string): Uint8Array | null {
    return this.#bytes.get(address) ?? null
  }

  #isReady(grapheme: string): boolean {
    return [...grapheme].every((character) => this.#ready.every((points) => points.has(character.codePointAt(0)!)))
  }

  #keep(woff2: Uint8Array): string {
    const address = `fonts/${createHash('sha256').update(woff2).digest('hex').slice(0, 32)}.woff2`
    this.#bytes.set(address, woff2)
    return address
  }
}
