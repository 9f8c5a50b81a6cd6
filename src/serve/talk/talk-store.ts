import { applyDrawingEvent, type DrawingEvent, type Drawings, isDrawingEvent } from '../../model/wire/drawing.ts'
import type { PlacedPage } from '../../model/wire/page-place.ts'
import type { TalkAction, TalkState, Timer } from '../../model/wire/talk.ts'
import type { KeptState } from './kept-talk.ts'

/** The state of a running talk. */
export interface TalkStore {
  state(): TalkState
  timer(): Timer
  hasPage(id: string): boolean
  /** Whether an action makes sense. It does not for a page that does not exist. */
  accepts(action: TalkAction): boolean
  /** Replaces all drawings. */
  setDrawings(drawings: Drawings): void
  /** Applies an action. Returns false if it makes no sense, such as one for a page that does not exist. */
  apply(action: TalkAction): boolean
  /** Replaces the pages after the deck changed. If the current page was removed, the nearest one before it is shown. */
  setPages(pages: readonly PlacedPage[]): void
  /** How the talk stands, for the case that it is interrupted. */
  kept(): KeptState
}

const beginsOf = (pages: readonly PlacedPage[]) =>
  new Map(pages.flatMap(({ id, at }) => (at === undefined ? [] : [[id, at]])))

/**
 * Creates the state of a talk that begins at a page, or goes on with one that was interrupted. `now` is a monotonic clock.
 * Units: milliseconds.
 */
export function makeTalkStore(
  pages: readonly PlacedPage[],
  start: number,
  now: () => number,
  kept?: KeptState,
): TalkStore {
  let ids = pages.map(({ id }) => id)
  let begins = beginsOf(pages)
  const placeOf = (page: string) => ({ page, at: begins.get(page) ?? null })
  let state: TalkState = { ...placeOf(ids[start] ?? ids[0] ?? ''), step: 0, black: false, drawings: {}, spot: null }
  let timer: Timer = { elapsedMs: 0, running: false }
  let since = now()
  const exists = (id: string) => ids.includes(id)

  const drawingsAfter = (event: DrawingEvent) => applyDrawingEvent(state.drawings, event)
  const accepts = (action: TalkAction): boolean => {
    if ('page' in action && !exists(action.page)) return false
    if (action.type === 'laser') return !action.spot || exists(action.spot.page)
    return !isDrawingEvent(action) || drawingsAfter(action) !== state.drawings
  }
  const apply = (action: TalkAction): boolean => {
    if (!accepts(action)) return false
    if (action.type === 'go') {
      const spot = action.page === state.page ? state.spot : null
      state = { ...state, ...placeOf(action.page), step: action.step, spot }
    } else if (action.type === 'black') state = { ...state, black: action.on }
    else if (action.type === 'laser') state = { ...state, spot: action.spot }
    else if (action.type === 'timer') {
      timer = { elapsedMs: action.elapsedMs, running: action.running }
      since = now()
    } else if (isDrawingEvent(action)) state = { ...state, drawings: drawingsAfter(action) }
    return true
  }
  const setPages = (next: readonly PlacedPage[]) => {
    const before = ids
    ids = next.map(({ id }) => id)
    begins = beginsOf(next)
    if (exists(state.page)) {
      const placed = placeOf(state.page)
      if (placed.at !== state.at) state = { ...state, ...placed }
      return
    }
    const at = before.indexOf(state.page)
    const page = before.slice(0, at).findLast(exists) ?? ids[0] ?? ''
    state = { ...state, ...placeOf(page), step: null, spot: null }
  }
  const timerNow = () => (timer.running ? { ...timer, elapsedMs: timer.elapsedMs + now() - since } : timer)
  if (kept) {
    ids = [...kept.pages]
    state = kept.talk
    timer = kept.timer
    setPages(pages)
  }
  return {
    state: () => state,
    timer: timerNow,
    hasPage: exists,
    accepts,
    setDrawings: (drawings) => {
      state = { ...state, drawings }
    },
    apply,
    setPages,
    kept: () => ({ talk: { ...state, spot: null }, timer: timerNow(), pages: ids }),
  }
}
