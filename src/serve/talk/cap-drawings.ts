import { type Drawings, type Stroke, sizeOfStrokes } from '../../model/wire/drawing.ts'

/** What pages that only watch load each second while somebody draws: about 50 KB. Units: numbers. */
const mostNumbers = 10_000

/**
 * Returns as much of the drawings as a page that only watches gets: those of the current page first, and of each page the newest
 * strokes. Points are rounded to whole px.
 */
export function capDrawings(drawings: Drawings, page: string): Drawings {
  let left = mostNumbers
  const take = (strokes: readonly Stroke[]): Stroke[] => {
    const taken: Stroke[] = []
    for (const stroke of [...strokes].reverse()) {
      left -= sizeOfStrokes([stroke])
      if (left < 0) break
      taken.unshift({ ...stroke, points: stroke.points.map(Math.round) })
    }
    return taken
  }
  const pages = [page, ...Object.keys(drawings).filter((id) => id !== page)].filter((id) => Object.hasOwn(drawings, id))
  return Object.fromEntries(
    pages.flatMap((id) => {
      const strokes = take(drawings[id]!)
      return strokes.length > 0 ? [[id, strokes]] : []
    }),
  )
}
