import type { DrawingBoard } from './drawing-board.ts'

/** Points nearer than this to the last one say nothing new. Units: px on the stage. */
const minDistance = 2

interface StageSize {
  width: number
  height: number
}

/**
 * Lets mouse, pen and finger draw on a picture of a slide, or move the laser pointer over it. Without a tool in hand the
 * layer takes no pointer at all (its style sheet says so): links and videos below it work.
 */
export function bindPointerInput(
  svg: SVGSVGElement,
  ink: DrawingBoard,
  { width, height }: StageSize,
  pageId: () => string,
): void {
  let stroke: { page: string; id: string; pointer: number; pending: number[]; last: [number, number] } | null = null
  let asked = 0

  const place = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = svg.getBoundingClientRect()
    const along = (at: number, length: number) => Math.round(Math.min(Math.max(at, 0), length) * 10) / 10
    return [
      along(((clientX - box.left) / box.width) * width, width),
      along(((clientY - box.top) / box.height) * height, height),
    ]
  }
  /** Once a picture: mice report up to a thousand times a second. */
  const soon = (act: () => void) => {
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(act)
  }
  const flush = () => {
    if (!stroke || stroke.pending.length === 0) return
    const { page, id, pending } = stroke
    stroke.pending = []
    ink.draw({ type: 'stroke', page, id, pen: ink.pen(), points: pending })
  }
  const add = (event: PointerEvent) => {
    if (!stroke) return
    const [x, y] = place(event)
    if (Math.hypot(x - stroke.last[0], y - stroke.last[1]) < minDistance) return
    stroke.last = [x, y]
    stroke.pending.push(x, y)
  }
  const point = (event: PointerEvent) => {
    const [x, y] = place(event)
    const page = pageId()
    soon(() => ink.draw({ type: 'laser', spot: { page, x, y } }))
  }
  const begin = (event: PointerEvent) => {
    svg.setPointerCapture(event.pointerId)
    if (ink.tool() === 'laser') return point(event)
    const [x, y] = place(event)
    const id = Math.random().toString(36).slice(2, 12)
    stroke = { page: pageId(), id, pointer: event.pointerId, pending: [x, y], last: [x, y] }
    flush()
  }
  const move = (event: PointerEvent) => {
    if (ink.tool() === 'laser') return point(event)
    if (event.pointerId !== stroke?.pointer) return
    const all = event.getCoalescedEvents?.() ?? []
    for (const one of all.length > 0 ? all : [event]) add(one)
    soon(flush)
  }
  const end = (event: PointerEvent) => {
    if (event.pointerId !== stroke?.pointer) return
    flush()
    stroke = null
  }
  const leave = () => {
    if (ink.tool() !== 'laser') return
    cancelAnimationFrame(asked)
    if (ink.laserSpot()) ink.draw({ type: 'laser', spot: null })
  }
  const listen = (type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerleave') =>
    svg.addEventListener(type, (event) => {
      if (ink.tool() === 'none' || (type === 'pointerdown' && (event.button !== 0 || stroke))) return
      // The slides below would take it for a swipe.
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
