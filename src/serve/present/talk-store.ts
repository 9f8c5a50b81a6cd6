import { applyDrawingEvent } from '../../model/wire/drawing.ts'
import type { TalkAction, TalkState, Timer } from '../../model/wire/talk.ts'

/** A talk that is going on. */
export interface TalkStore {
  state(): TalkState
  timer(): Timer
  /** Does what was asked for. Gives false where it makes no sense, such as a page that there is not. */
  apply(apply: TalkAction): boolean
  /** Takes over the pages of a deck that was changed. The page that is shown stays, or the nearest one before it. */
  setPages(ids: readonly string[]): void
}

/** A talk at one of its pages. Units: `now` in milliseconds, a clock that never runs back. */
export function makeTalkStore(pages: readonly string[], start: number, now: () => number): TalkStore {
  let ids = pages
  let state: TalkState = { page: pages[start] ?? pages[0] ?? '', black: false, drawings: {}, spot: null }
  let timer: Timer = { elapsedMs: 0, running: false }
  let since = now()
  const known = (id: string) => ids.includes(id)

  const apply = (asked: TalkAction): boolean => {
    if ('page' in asked && !known(asked.page)) return false
    if (asked.is === 'laser' && asked.spot && !known(asked.spot.page)) return false
    if (asked.is === 'go') state = { ...state, page: asked.page, spot: null }
    else if (asked.is === 'black') state = { ...state, black: asked.on }
    else if (asked.is === 'laser') state = { ...state, spot: asked.spot }
    else if (asked.is === 'timer') {
      timer = { elapsedMs: asked.elapsedMs, running: asked.running }
      since = now()
    } else {
      const drawings = applyDrawingEvent(state.drawings, asked)
      if (drawings === state.drawings) return false
      state = { ...state, drawings }
    }
    return true
  }
  return {
    state: () => state,
    timer: () => (timer.running ? { ...timer, elapsedMs: timer.elapsedMs + now() - since } : timer),
    apply,
    setPages: (next) => {
      const before = ids
      ids = next
      if (known(state.page)) return
      const at = before.indexOf(state.page)
      const page = before.slice(0, at).findLast(known) ?? next[0] ?? ''
      state = { ...state, page, spot: null }
    },
  }
}
