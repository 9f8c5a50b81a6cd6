import { fontCodePoints } from '../fonts/cmap.ts'
import { subsetFont, subsetPageFonts } from '../fonts/page-fonts.ts'
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
      this.#fonts = fonts.map(({ face, woff2 }) => ({ face, address: this.store(woff2) }))
    }
    return this.#fonts!
  }

  /**
   * Returns fonts for those characters that the fonts of the deck do not cover, if its faces have them. What the deck is shown
   * with later does not change. Shape: `points` are the code points of each.
   */
  async extraFor(characters: Iterable<string>): Promise<readonly (ServedFont & { points: readonly number[] })[]> {
    const points = [...new Set([...characters].flatMap((one) => [...one].map((letter) => letter.codePointAt(0)!)))]
    const served = this.#fonts ?? []
    const extra = await Promise.all(
      this.#faces.map(async ({ face, ttf, woff2 }, i) => {
        const font = served[i] && this.#bytes.get(served[i].address)
        const shown = fontCodePoints(font ?? woff2)
        const own = fontCodePoints(ttf)
        const missing = points.filter((point) => !shown.has(point) && own.has(point))
        if (missing.length === 0) return []
        return [{ face, address: this.store(await subsetFont(ttf, missing)), points: missing }]
      }),
    )
    return extra.flat()
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

  /** Serves a font. Returns its address. */
  store(woff2: Uint8Array): string {
    const address = `fonts/${shortHash(woff2)}.woff2`
    this.#bytes.set(address, woff2)
    return address
  }
}
