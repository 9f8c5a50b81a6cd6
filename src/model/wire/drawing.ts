/** How many pens there are; their colours come from the theme, fit for the ground of each slide. */
export const penCount = 3

/** A line drawn on a slide. Shape: `points` are x, y, x, y… Units: px on the stage. */
export interface Stroke {
  id: string
  pen: number
  points: readonly number[]
}

/** What was drawn, by the id of the page it was drawn on. */
export type Drawings = Readonly<Record<string, readonly Stroke[]>>

/** Where the laser pointer is. Units: px on the stage. */
export interface LaserSpot {
  page: string
  x: number
  y: number
}

/** What a hand does to a slide. A stroke that is there already goes on by the points. */
export type DrawingEvent =
  | ({ is: 'stroke'; page: string } & Stroke)
  | { is: 'undo'; page: string }
  | { is: 'clear'; page: string }
  | { is: 'laser'; spot: LaserSpot | null }

/** What a hand can fill; more is left out, so that no page grows without end. */
export const drawingLimits = { pages: 2_000, strokes: 400, numbers: 8_000 }

/** The drawings after an event. The same where it changes nothing. */
export function applyDrawingEvent(drawings: Drawings, event: DrawingEvent): Drawings {
  if (event.is === 'laser') return drawings
  const before = drawings[event.page] ?? []
  const after = event.is === 'stroke' ? withStroke(before, event) : event.is === 'undo' ? before.slice(0, -1) : []
  if (after === before || (before.length === 0 && after.length === 0)) return drawings
  const { [event.page]: _, ...others } = drawings
  if (after.length === 0) return others
  return before.length === 0 && Object.keys(others).length >= drawingLimits.pages
    ? drawings
    : { ...others, [event.page]: after }
}

function withStroke(strokes: readonly Stroke[], { id, pen, points }: Stroke): readonly Stroke[] {
  // The stroke that goes on is nearly always the last one.
  const at = strokes.findLastIndex((stroke) => stroke.id === id)
  const old = strokes[at]
  if (!old) return strokes.length < drawingLimits.strokes ? [...strokes, { id, pen, points: [...points] }] : strokes
  if (old.points.length + points.length > drawingLimits.numbers) return strokes
  return strokes.with(at, { ...old, points: [...old.points, ...points] })
}
