import { useRef } from 'preact/hooks'

/** An item is dragged once the pointer has moved so far. Units: px. */
const beginPx = 6

/** So near the edge of what scrolls, it scrolls, by at most so much in each frame. Units: px. */
const [edgePx, stepPx] = [56, 18]

/** What is dragged, and the index of the item before which it would be put; the number of items for the end. */
export interface Dragged {
  index: number
  before: number
}

/** A list whose items are dragged up and down. */
export interface DragList {
  /** The items from top to bottom. */
  items(): readonly Element[]
  /** The index of the item that a press takes hold of; null for none. */
  indexAt(event: PointerEvent): number | null
  /** Called when the pointer has moved far enough. */
  onBegin?(index: number): void
  /** Called whenever what is dragged would be put elsewhere; with null in the end. */
  onDrag(dragged: Dragged | null): void
  onDrop(dragged: Dragged): void
  /** The item was pressed and not dragged. */
  onClick?(event: PointerEvent, index: number): void
}

/** Returns the handlers with which items of a list are dragged. Escape ends it without a move; near an edge, the list scrolls. */
export function useDrag(list: { current: HTMLElement | null }, parts: DragList) {
  const latest = useRef(parts)
  latest.current = parts
  const began = useRef<{ y: number; index: number; end: (() => void) | null } | null>(null)
  const look = (y: number) => {
    const { current: begin } = began
    if (begin?.end) latest.current.onDrag({ index: begin.index, before: indexBefore(latest.current.items(), y) })
  }
  const end = () => {
    began.current?.end?.()
    began.current = null
    latest.current.onDrag(null)
  }
  const begin = (pointer: number, index: number) => {
    latest.current.onBegin?.(index)
    list.current?.setPointerCapture(pointer)
    const scroller = makeEdgeScroller(list.current, look)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end()
    }
    addEventListener('keydown', onKey, true)
    const stop = () => {
      scroller.stop()
      removeEventListener('keydown', onKey, true)
    }
    return { scroller, stop }
  }
  const scroller = useRef<ReturnType<typeof makeEdgeScroller> | null>(null)
  return {
    onPointerDown: (event: PointerEvent) => {
      const index = event.button === 0 ? latest.current.indexAt(event) : null
      if (index !== null) began.current = { y: event.clientY, index, end: null }
    },
    onPointerMove: (event: PointerEvent) => {
      const { current: held } = began
      if (!held) return
      if (!held.end) {
        if (Math.abs(event.clientY - held.y) < beginPx) return
        const { scroller: made, stop } = begin(event.pointerId, held.index)
        scroller.current = made
        held.end = stop
      }
      scroller.current?.at(event.clientY)
      look(event.clientY)
    },
    onPointerUp: (event: PointerEvent) => {
      const { current: held } = began
      if (!held) return
      const isDragged = held.end !== null
      end()
      if (isDragged)
        latest.current.onDrop({ index: held.index, before: indexBefore(latest.current.items(), event.clientY) })
      else latest.current.onClick?.(event, held.index)
    },
    onPointerCancel: end,
  }
}

/** Marks what is dragged, and where it would be put. */
export function markDrag(items: readonly Element[], dragged: Dragged | null, chosen: ReadonlySet<number> = new Set()) {
  for (const [index, { classList }] of items.entries()) {
    const isEnd = dragged?.before === items.length && index === items.length - 1
    classList.toggle('ui-edit-dragged', dragged !== null && (index === dragged.index || chosen.has(index)))
    classList.toggle('ui-edit-before', dragged?.before === index)
    classList.toggle('ui-edit-after', isEnd)
  }
}

/** The index of the first item whose middle is below a height of the window; the number of items if there is none. */
export function indexBefore(items: readonly Pick<Element, 'getBoundingClientRect'>[], y: number): number {
  const at = items.findIndex((item) => {
    const { top, height } = item.getBoundingClientRect()
    return y < top + height / 2
  })
  return at === -1 ? items.length : at
}

/** Scrolls what is around a list while the pointer is near its edge. `onScroll` gets the pointer's height. */
function makeEdgeScroller(list: HTMLElement | null, onScroll: (y: number) => void) {
  const around = scrollerOf(list)
  let [y, frame] = [0, 0]
  const step = () => {
    frame = 0
    const by = around ? scrollAt(around.getBoundingClientRect(), y) : 0
    if (!around || by === 0) return
    const before = around.scrollTop
    around.scrollTop += by
    if (around.scrollTop === before) return
    onScroll(y)
    frame = requestAnimationFrame(step)
  }
  return {
    at: (pointer: number) => {
      y = pointer
      if (frame === 0) frame = requestAnimationFrame(step)
    },
    stop: () => cancelAnimationFrame(frame),
  }
}

/** How far a box scrolls in a frame with the pointer at a height: more the nearer it is to the edge. Units: px. */
export function scrollAt({ top, bottom }: { top: number; bottom: number }, y: number): number {
  const [above, below] = [top + edgePx - y, y - (bottom - edgePx)]
  if (above > 0) return -Math.ceil((Math.min(above, edgePx) / edgePx) * stepPx)
  return below > 0 ? Math.ceil((Math.min(below, edgePx) / edgePx) * stepPx) : 0
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  let at = element
  while (at && !(at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)))
    at = at.parentElement
  return at
}
