/**
 * Writes the paths of d3 as SVG path data in integers, relative, without invisible points.
 * Units: `step` is the least distance between points, `least` the size of the smallest visible ring.
 */
export class SvgPathWriter {
  readonly #step: number
  readonly #minSize: number
  #data = ''
  #points: number[] = []
  #x = 0
  #y = 0

  constructor(step = 1, least = 0) {
    this.#step = step
    this.#minSize = least
  }

  /** Returns everything drawn so far. */
  data(): string {
    this.#flush(false)
    return this.#data
  }

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.#flush(false)
    this.#points = [Math.round(x), Math.round(y)]
  }

  lineTo(x: number, y: number): void {
    this.#points.push(Math.round(x), Math.round(y))
  }

  closePath(): void {
    this.#flush(true)
  }

  /** Ignores points, which are drawn as markers. */
  arc(): void {}

  #flush(closed: boolean): void {
    const points = this.#simplified(closed)
    this.#points = []
    const [x, y] = points
    if (x === undefined || y === undefined || points.length < (closed ? 6 : 4)) return
    if (closed && this.#isSmall(points)) return
    // A relative move at the start of a path is absolute.
    this.#data += this.#data === '' ? `M${x}${separated(y)}l` : `m${x - this.#x}${separated(y - this.#y)}l`
    this.#x = x
    this.#y = y
    let first = true
    for (let i = 2; i < points.length; i += 2) {
      const [dx, dy] = [points[i]! - this.#x, points[i + 1]! - this.#y]
      this.#data += `${first ? dx : separated(dx)}${separated(dy)}`
      this.#x += dx
      this.#y += dy
      first = false
    }
    if (!closed) return
    this.#data += 'z'
    this.#x = x
    this.#y = y
  }

  /** Drops points too close to the previous one, except the last one of a line. */
  #simplified(closed: boolean): number[] {
    const all = this.#points
    const kept = all.slice(0, 2)
    const least = this.#step * this.#step
    for (let i = 2; i < all.length; i += 2) {
      const [dx, dy] = [all[i]! - kept.at(-2)!, all[i + 1]! - kept.at(-1)!]
      const isEnd = !closed && i === all.length - 2
      if (dx * dx + dy * dy >= least || (isEnd && (dx !== 0 || dy !== 0))) kept.push(all[i]!, all[i + 1]!)
    }
    return kept
  }

  #isSmall(points: readonly number[]): boolean {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (let i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]!)
      right = Math.max(right, points[i]!)
      top = Math.min(top, points[i + 1]!)
      bottom = Math.max(bottom, points[i + 1]!)
    }
    return right - left < this.#minSize && bottom - top < this.#minSize
  }
}

/** Formats a number after another one: a minus sign separates them as well as a space. */
const separated = (value: number): string => (value < 0 ? `${value}` : ` ${value}`)
