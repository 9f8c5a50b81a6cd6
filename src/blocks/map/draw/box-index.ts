import type { Box } from '../../../model/theme.ts'

/** The side of a bucket. Units: px. */
const bucketPx = 64

/** Buckets along a side at most: what lies far outside of a picture need not be found apart. */
const maxBuckets = 64

/** Boxes in buckets, so that those near a place are found without a look at all the others. Units: px. */
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

  /** Whether one of them lies over a part of a box. */
  overlaps(box: Box): boolean {
    return bucketKeys(box).some((key) => this.#buckets.get(key)?.some((other) => overlap(box, other)) ?? false)
  }

  /** All that lie near a box, each once. */
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
