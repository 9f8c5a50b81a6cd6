import type { Box } from '../../../model/theme.ts'

/** The side of a bucket. Units: px. */
const bucketPx = 64

/** Buckets along a side at most: what lies far outside of a picture need not be found apart. */
const mostBuckets = 64

/** Boxes in buckets, so that those near a place are found without a look at all the others. Units: px. */
export class Boxes {
  readonly #buckets = new Map<number, Box[]>()

  copy(): Boxes {
    const copy = new Boxes()
    for (const [key, boxes] of this.#buckets) copy.#buckets.set(key, [...boxes])
    return copy
  }

  add(box: Box): void {
    for (const key of keysOf(box)) {
      const bucket = this.#buckets.get(key)
      if (bucket) bucket.push(box)
      else this.#buckets.set(key, [box])
    }
  }

  /** Whether one of them lies over a part of a box. */
  overlaps(box: Box): boolean {
    return keysOf(box).some((key) => this.#buckets.get(key)?.some((other) => overlap(box, other)) ?? false)
  }

  /** All that lie near a box, each once. */
  near(box: Box): Set<Box> {
    return new Set(keysOf(box).flatMap((key) => this.#buckets.get(key) ?? []))
  }
}

function keysOf({ x, y, width, height }: Box): number[] {
  const [left, right] = [at(x), at(x + width)]
  const [top, bottom] = [at(y), at(y + height)]
  const keys: number[] = []
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) keys.push(row * mostBuckets + column)
  }
  return keys
}

const at = (px: number): number => Math.min(Math.max(Math.floor(px / bucketPx), 0), mostBuckets - 1)

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
