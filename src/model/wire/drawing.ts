/** The number of pens. Their colours are adjusted to the ground of each slide. */
export const penCount = 4

/** A line drawn on a slide. Shape: `points` are x, y, x, y… Units: px on the stage. */
export interface Stroke {
  id: string
  pen: number
  points: readonly number[]
}

/** The strokes on each page, by page id. */
export type Drawings = Readonly<Record<string, readonly Stroke[]>>

/** Where the laser pointer is. Units: px on the stage. */
export interface LaserSpot {
  page: string
  x: number
  y: number
}

/** An action of a pen or the laser pointer. The points of a `stroke` with a known id are appended to it. */
export type DrawingEvent =
  | ({ type: 'stroke'; page: string } & Stroke)
  /** Removes one stroke. */
  | { type: 'erase'; page: string; id: string }
  | { type: 'undo'; page: string }
  | { type: 'clear'; page: string }
  | { type: 'laser'; spot: LaserSpot | null }

/** Whether a message is one of these actions. */
export const isDrawingEvent = <M extends { type: string }>(message: M): message is M & DrawingEvent =>
  ['stroke', 'erase', 'undo', 'clear', 'laser'].includes(message.type)

/**
 * Limits on drawings, so that their size is bounded. What exceeds them is dropped. `strokes` of a page, `numbers` of a stroke,
 * `total` of all that `sizeOfDrawings` counts: an hour of drawing without a pause. Units of `coordinate`: px.
 */
export const drawingLimits = { pages: 2_000, strokes: 400, numbers: 8_000, total: 400_000, coordinate: 10_000 }

/** What a stroke needs besides its points. Units: numbers. */
const strokeSize = 8

const sizes = new WeakMap<readonly Stroke[], number>()

/** Returns the size of the drawings on one page. Units: numbers. */
export function sizeOfStrokes(strokes: readonly Stroke[]): number {
  const known = sizes.get(strokes)
  if (known !== undefined) return known
  const size = strokes.reduce((sum, { points }) => sum + points.length + strokeSize, 0)
  sizes.set(strokes, size)
  return size
}

/** Returns the size of all drawings. Units: numbers. */
export const sizeOfDrawings = (drawings: Drawings): number =>
  Object.values(drawings).reduce((sum, strokes) => sum + sizeOfStrokes(strokes), 0)

/** Returns the drawings after an event; the same object if nothing changed. */
export function applyDrawingEvent(drawings: Drawings, event: DrawingEvent): Drawings {
  if (event.type === 'laser') return drawings
  const before = drawings[event.page] ?? []
  const after = strokesAfter(before, event)
  if (after === before || (before.length === 0 && after.length === 0)) return drawings
  const { [event.page]: _, ...others } = drawings
  if (after.length === 0) return others
  if (event.type === 'stroke' && sizeOfDrawings(others) + sizeOfStrokes(after) > drawingLimits.total) return drawings
  return before.length === 0 && Object.keys(others).length >= drawingLimits.pages
    ? drawings
    : { ...others, [event.page]: after }
}

function strokesAfter(strokes: readonly Stroke[], event: Exclude<DrawingEvent, { type: 'laser' }>): readonly Stroke[] {
  if (event.type === 'stroke') return withStroke(strokes, event)
  if (event.type === 'undo') return strokes.slice(0, -1)
  if (event.type === 'clear') return []
  const kept = strokes.filter(({ id }) => id !== event.id)
  return kept.length === strokes.length ? strokes : kept
}

function withStroke(strokes: readonly Stroke[], { id, pen, points }: Stroke): readonly Stroke[] {
  // A continued stroke is nearly always the last one.
  const at = strokes.findLastIndex((stroke) => stroke.id === id)
  const old = strokes[at]
  if (!old) return strokes.length < drawingLimits.strokes ? [...strokes, { id, pen, points: [...points] }] : strokes
  if (old.points.length + points.length > drawingLimits.numbers) return strokes
  const continued = { ...old, points: [...old.points, ...points] }
  return [...strokes.slice(0, at), continued, ...strokes.slice(at + 1)]
}
