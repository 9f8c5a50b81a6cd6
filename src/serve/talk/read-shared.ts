import { type Drawings, drawingLimits, type Stroke, sizeOfDrawings } from '../../model/wire/drawing.ts'
import type { TalkAction, Timer } from '../../model/wire/talk.ts'
import { parseTalkAction } from './parse-message.ts'

/** What is published of an action. `from` is null if another page is shown because the deck changed. */
export interface SentAction {
  from: string | null
  process: string
  action: TalkAction
}

/** A stopwatch as it is kept: when its time was `elapsedMs`. Units: milliseconds since 1970. */
export type KeptTimer = Timer & { atMs: number }

type Fields = Readonly<Record<string, unknown>>

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,40}$/.test(value)

/** Returns an action that another process has published, or null if it is none. */
export function readSentAction(value: unknown): SentAction | null {
  const { from = null, process, action } = (value ?? {}) as Fields
  const read = parseTalkAction(action)
  return read && isId(process) && (from === null || isId(from)) ? { from, process, action: read } : null
}

/** Returns the stopwatch as another process has published it, or null if it is none. */
export function readTimer(value: unknown): KeptTimer | null {
  const { elapsedMs, running, atMs } = (value ?? {}) as Fields
  const action = parseTalkAction({ type: 'timer', elapsedMs, running })
  return action?.type === 'timer' && Number.isFinite(atMs)
    ? { elapsedMs: action.elapsedMs, running: action.running, atMs: atMs as number }
    : null
}

/** Returns the drawings that another process has published; without those that are none, or exceed the limits. */
export function readDrawings(value: unknown): Drawings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const pages = Object.entries(value)
    .filter(([page, strokes]) => /^[a-z]/i.test(page) && isId(page) && Array.isArray(strokes))
    .slice(0, drawingLimits.pages)
    .map(([page, strokes]) => [page, (strokes as unknown[]).flatMap(readStroke).slice(0, drawingLimits.strokes)])
  const drawings: Drawings = Object.fromEntries(pages)
  return sizeOfDrawings(drawings) <= drawingLimits.total ? drawings : {}
}

function readStroke(value: unknown): Stroke[] {
  const { id, pen, points } = (value ?? {}) as Fields
  if (!Array.isArray(points) || points.length > drawingLimits.numbers) return []
  // Only its first points are checked as those of a message, which may hold fewer.
  const action = parseTalkAction({ type: 'stroke', page: 'p', id, pen, points: points.slice(0, 2) })
  const isPoint = (one: unknown) => typeof one === 'number' && Math.abs(one) <= drawingLimits.coordinate
  return action?.type === 'stroke' && points.length % 2 === 0 && points.every(isPoint)
    ? [{ id: action.id, pen: action.pen, points }]
    : []
}
