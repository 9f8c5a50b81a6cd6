import type { Box } from '../../../model/theme.ts'

/** The distance between sampled rows. Units: px. */
const rowStep = 2

/** The interior of a ring, row by row, because each label queries it hundreds of times. Units: px. */
export class RingInterior {
  readonly #top: number
  /** The crossings of each row with the ring, from left to right: in, out, in, out. */
  readonly #rows: number[][] = []

  constructor(ring: readonly (readonly [number, number])[]) {
    const ys = ring.map(([, y]) => y)
    this.#top = Math.floor(Math.min(...ys))
    const rows = Math.ceil((Math.max(...ys) - this.#top) / rowStep) + 1
    for (let i = 0; i < rows; i++) this.#rows.push([])
    for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) this.#cross(ring[before]!, ring[i]!)
    for (const row of this.#rows) row.sort((a, b) => a - b)
  }

  #cross([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): void {
    const [from, to] = [Math.min(y1, y2), Math.max(y1, y2)]
    for (let i = Math.ceil((from - this.#top) / rowStep); this.#top + i * rowStep < to; i++) {
      const y = this.#top + i * rowStep
      this.#rows[i]?.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
    }
  }

  /** Whether a whole box is inside. */
  contains({ x, y, width, height }: Box): boolean {
    const first = Math.floor((y - this.#top) / rowStep)
    const last = Math.ceil((y + height - this.#top) / rowStep)
    for (let i = first; i <= last; i++) if (!this.#rowContains(i, x, x + width)) return false
    return true
  }

  #rowContains(i: number, left: number, right: number): boolean {
    const row = this.#rows[i]
    if (!row) return false
    for (let at = 0; at + 1 < row.length; at += 2) if (row[at]! <= left && right <= row[at + 1]!) return true
    return false
  }
}
