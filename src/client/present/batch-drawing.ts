import type { DrawingEvent } from '../../model/wire/drawing.ts'

/** The interval of messages: more would not be visible, and a thousand followers get each one. Units: milliseconds. */
const flushMs = 33
/** The maximum count of coordinates in a message. Longer parts of a stroke are sent in several. */
const maxNumbers = 1_000

/** Sends drawing events in batches, in order: merges the points of a stroke, and sends only the newest laser spot. */
export function batchDrawing(send: (event: DrawingEvent) => void): (event: DrawingEvent) => void {
  let waiting: DrawingEvent[] = []
  const flush = () => {
    const events = waiting
    waiting = []
    for (const event of events) send(event)
  }
  return (event) => {
    if (waiting.length === 0) window.setTimeout(flush, flushMs)
    const merged = mergeEvents(waiting.at(-1), event)
    if (merged) waiting[waiting.length - 1] = merged
    else waiting.push(event)
  }
}

/** Merges two events; null if they cannot be merged. */
function mergeEvents(last: DrawingEvent | undefined, next: DrawingEvent): DrawingEvent | null {
  if (last?.type === 'laser' && next.type === 'laser') return next
  if (last?.type !== 'stroke' || next.type !== 'stroke' || last.id !== next.id) return null
  const points = [...last.points, ...next.points]
  return points.length <= maxNumbers ? { ...last, points } : null
}
