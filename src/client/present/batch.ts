import type { InkEvent } from '../../model/wire/ink.ts'

/** A hand's movements go out at most so often: an eye sees no more, and a thousand followers get each. Units: milliseconds. */
const pauseMs = 33
/** Numbers of one message; longer pieces of a stroke go in several. */
const mostNumbers = 1_000

/** Sends a hand's events in their order, points of one stroke together, of laser spots the newest only. */
export function batchInk(send: (event: InkEvent) => void): (event: InkEvent) => void {
  let waiting: InkEvent[] = []
  const flush = () => {
    const events = waiting
    waiting = []
    for (const event of events) send(event)
  }
  return (event) => {
    if (waiting.length === 0) window.setTimeout(flush, pauseMs)
    const joined = joinedWith(waiting.at(-1), event)
    if (joined) waiting[waiting.length - 1] = joined
    else waiting.push(event)
  }
}

/** Two events as one; null where they are two. */
function joinedWith(last: InkEvent | undefined, next: InkEvent): InkEvent | null {
  if (last?.is === 'laser' && next.is === 'laser') return next
  if (last?.is !== 'stroke' || next.is !== 'stroke' || last.id !== next.id) return null
  const points = [...last.points, ...next.points]
  return points.length <= mostNumbers ? { ...last, points } : null
}
