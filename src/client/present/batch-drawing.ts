import type { DrawingEvent } from '../../model/wire/drawing.ts'

/** A hand's movements go out at most so often: an eye sees no more, and a thousand followers get each. Units: milliseconds. */
const flushMs = 33
/** Numbers of one message; longer pieces of a stroke go in several. */
const maxNumbers = 1_000

/** Sends a hand's events in their order, points of one stroke together, of laser spots the newest only. */
export function batchDrawing(send: (event: DrawingEvent) => void): (event: DrawingEvent) => void {
  let waiting: DrawingEvent[] = []
  const flush = () => {
    const events = waiting
    waiting = []
    for (const event of events) send(event)
  }
  return (event) => {
    if (waiting.length === 0) window.setTimeout(flush, flushMs)
    const joined = mergeEvents(waiting.at(-1), event)
    if (joined) waiting[waiting.length - 1] = joined
    else waiting.push(event)
  }
}

/** Two events as one; null where they are two. */
function mergeEvents(last: DrawingEvent | undefined, next: DrawingEvent): DrawingEvent | null {
  if (last?.type === 'laser' && next.type === 'laser') return next
  if (last?.type !== 'stroke' || next.type !== 'stroke' || last.id !== next.id) return null
  const points = [...last.points, ...next.points]
  return points.length <= maxNumbers ? { ...last, points } : null
}
