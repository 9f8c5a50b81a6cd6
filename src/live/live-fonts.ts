import { fontCodePoints } from '../fonts/cmap.ts'
import { subsetPageFonts } from '../fonts/page-fonts.ts'
import type { Face } from '../model/theme.ts'
import type { ServedFont } from '../render/deck-renderer.ts'
import { shortHash } from '../system/hash.ts'

type FaceFiles = readonly { face: Face; ttf: Uint8Array; woff2: Uint8Array }[]

/** The fonts of a live deck. They cover every character that the deck has had since it was opened. */
export class LiveFonts {
  readonly #faces: FaceFiles
  /** Every character that was requested so far. */
  readonly #characters = new Set<string>()
  readonly #prebuiltCodePoints: readonly ReadonlySet<number>[]
  #fonts: ServedFont[] | null = null
  readonly #bytes = new Map<string, Uint8Array>()

  constructor(faces: FaceFiles) {
    this.#faces = faces
    const own = faces.filter(({ face }) => !face.fallback)
    this.#prebuiltCodePoints = own.map(({ woff2 }) => fontCodePoints(woff2))
  }

  /** Returns fonts that cover these characters. New ones are made only if a character is not covered yet. */
  async fontsFor(characters: Iterable<string>): Promise<readonly ServedFont[]> {
    let grown = this.#fonts === null
    for (const character of characters) {
      if (this.#characters.has(character)) continue
      this.#characters.add(character)
      grown ||= !this.#isPrebuilt(character)
    }
    if (grown) {
      const fonts = await subsetPageFonts(this.#faces, this.#characters)
      this.#fonts = fonts.map(({ face, woff2 }) => ({ face, address: this.#store(woff2) }))
    }
    return this.#fonts!
  }

  /** Returns the font at an address, or null. */
  bytes(address: string): Uint8Array | null {
    return this.#bytes.get(address) ?? null
  }

  #isPrebuilt(grapheme: string): boolean {
    return [...grapheme].every((character) =>
      this.#prebuiltCodePoints.every((points) => points.has(character.codePointAt(0)!)),
    )
  }

  #store(woff2: Uint8Array): string {
    const address = `fonts/${shortHash(woff2)}.woff2`
    this.#bytes.set(address, woff2)
    return address
  }
}
