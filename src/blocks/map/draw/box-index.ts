import type { Box } from '../../../model/theme.ts'

/** The side of a bucket. Units: px. */
const bucketPx = 64

/** The largest number of buckets per side: boxes far outside the map share the outermost ones. */
const maxBuckets = 64

/** A spatial index of boxes. Units: px. */
export class BoxIndex {
  readonly #buckets = new Map<number, Box[]>()

  copy(): BoxIndex {
    const copy = new BoxIndex()
    for (const [key, boxes] of this.#buckets) copy.#buckets.set(key, [...boxes])
    return copy
  }

  add(box: Box): void {
    for (const key of bucketKeys(box)) {
      const bucket = this.#buckets.get(key)
      if (bucket) bucket.push(box)
      else this.#buckets.set(key, [box])
    }
  }

  /** Whether a box overlaps any of them. */
  overlaps(box: Box): boolean {
    return bucketKeys(box).some((key) => this.#buckets.get(key)?.some((other) => overlap(box, other)) ?? false)
  }

  /** Returns all boxes near a box, each once. */
  nearby(box: Box): Set<Box> {
    return new Set(bucketKeys(box).flatMap((key) => this.#buckets.get(key) ?? []))
  }
}

function bucketKeys({ x, y, width, height }: Box): number[] {
  const [left, right] = [bucketOf(x), bucketOf(x + width)]
  const [top, bottom] = [bucketOf(y), bucketOf(y + height)]
  const keys: number[] = []
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) keys.push(row * maxBuckets + column)
  }
  return keys
}

const bucketOf = (px: number): number => Math.min(Math.max(Math.floor(px / bucketPx), 0), maxBuckets - 1)

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
