import type { DrawingBoard } from './drawing-board.ts'
import { strokesNear } from './eraser.ts'

/** Points that are closer than this to the last one are dropped. Units: px on the stage. */
const minDistance = 2

interface StageSize {
  width: number
  height: number
}

/**
 * Lets mouse, pen and finger draw on a layer, or move the laser pointer over it. While no tool is selected, the style sheet
 * makes the layer ignore the pointer, so that links and videos below it work.
 */
export function bindPointerInput(
  svg: SVGSVGElement,
  board: DrawingBoard,
  { width, height }: StageSize,
  pageId: () => string,
): void {
  let stroke: { page: string; id: string; pointer: number; pending: number[]; last: [number, number] } | null = null
  let frame = 0

  const stagePoint = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = svg.getBoundingClientRect()
    const clamp = (at: number, length: number) => Math.round(Math.min(Math.max(at, 0), length) * 10) / 10
    return [
      clamp(((clientX - box.left) / box.width) * width, width),
      clamp(((clientY - box.top) / box.height) * height, height),
    ]
  }
  // Once per frame: mice report up to a thousand times a second.
  const nextFrame = (act: () => void) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(act)
  }
  const flush = () => {
    if (!stroke || stroke.pending.length === 0) return
    const { page, id, pending } = stroke
    stroke.pending = []
    board.draw({ type: 'stroke', page, id, pen: board.pen(), points: pending })
  }
  const add = (event: PointerEvent) => {
    if (!stroke) return
    const [x, y] = stagePoint(event)
    if (Math.hypot(x - stroke.last[0], y - stroke.last[1]) < minDistance) return
    stroke.last = [x, y]
    stroke.pending.push(x, y)
  }
  const point = (event: PointerEvent) => {
    const [x, y] = stagePoint(event)
    const page = pageId()
    nextFrame(() => board.draw({ type: 'laser', spot: { page, x, y } }))
  }
  const erase = (event: PointerEvent) => {
    const page = pageId()
    for (const id of strokesNear(board.drawings()[page] ?? [], ...stagePoint(event)))
      board.draw({ type: 'erase', page, id })
  }
  const begin = (event: PointerEvent) => {
    svg.setPointerCapture(event.pointerId)
    if (board.tool() === 'laser') return point(event)
    if (board.tool() === 'eraser') return erase(event)
    const [x, y] = stagePoint(event)
    const id = Math.random().toString(36).slice(2, 12)
    stroke = { page: pageId(), id, pointer: event.pointerId, pending: [x, y], last: [x, y] }
    flush()
  }
  const move = (event: PointerEvent) => {
    if (board.tool() === 'laser') return point(event)
    if (board.tool() === 'eraser') return event.buttons === 0 ? undefined : erase(event)
    if (event.pointerId !== stroke?.pointer) return
    const all = event.getCoalescedEvents?.() ?? []
    for (const one of all.length > 0 ? all : [event]) add(one)
    nextFrame(flush)
  }
  const end = (event: PointerEvent) => {
    if (event.pointerId !== stroke?.pointer) return
    flush()
    stroke = null
  }
  const leave = () => {
    if (board.tool() !== 'laser') return
    cancelAnimationFrame(frame)
    if (board.laserSpot()) board.draw({ type: 'laser', spot: null })
  }
  const listen = (type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerleave') =>
    svg.addEventListener(type, (event) => {
      if (board.tool() === 'none' || (type === 'pointerdown' && (event.button !== 0 || stroke))) return
      // The slides below would treat it as a swipe.
      event.stopPropagation()
      if (type === 'pointerdown') begin(event)
      else if (type === 'pointermove') move(event)
      else if (type === 'pointerleave') leave()
      else {
        end(event)
        if (event.pointerType !== 'mouse' || type === 'pointercancel') leave()
      }
    })
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave'] as const) listen(type)
  for (const type of ['touchstart', 'touchmove', 'touchend'] as const)
    svg.addEventListener(type, (event) => event.stopPropagation(), { passive: true })
}
